"""Words in the reader's language, from gettext catalogues under resources/i18n."""

import gettext
from collections.abc import Callable
from functools import cache

from eccp_desktop.base.resources import resource_path

LANGUAGES = ("en", "fr", "de", "es")


def N_(text: str) -> str:
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return text


@cache
def words(language: str) -> Callable[[str], str]:
    """The translation of texts into a language (ISO 639-1); a text without one comes back as it is."""
    folder = resource_path("i18n")
    return gettext.translation("eccp_desktop", str(folder), languages=[language], fallback=True).gettext
