"""Names of the time zones."""

from functools import cache
from importlib.resources import files


@cache
def zone_names() -> tuple[str, ...]:
    """Every IANA zone by its name, such as Europe/Berlin, in the order of the alphabet.

    They are those of the tzdata package, whose list is one file; the standard library would walk the zones' folders.
    """
    return tuple(sorted((files("tzdata") / "zones").read_text(encoding="utf-8").split()))
