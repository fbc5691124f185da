"""Languages by their ISO 639-1 codes, in words (Unicode CLDR, through Babel)."""

from babel import Locale


def language_name(code: str, language: str = "en") -> str:
    """A language's name; a code that nobody knows stays as it is."""
    return str(Locale(language).languages.get(code, code))
