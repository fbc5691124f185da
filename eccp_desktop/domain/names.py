"""How people are called, and the one order in which their names stand: on screens, on paper and in boxes."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def full_name(given_name: str, family_name: str) -> str:
    """As one says it: Anna Rossi."""
    return f"{given_name} {family_name}".strip()


def initialled(name: str, family_name: str) -> str:
    """A name as one says it, with its initial alone: A. Rossi. In a script without capitals nobody does that: it stays whole."""
    given = name.removesuffix(family_name).strip()
    if not given:
        return family_name
    return f"{given[0]}. {family_name}" if given[0].lower() != given[0].upper() else name


def list_name(given_name: str, family_name: str) -> str:
    """As one looks it up: Rossi, Anna."""
    return ", ".join(part for part in (family_name, given_name) if part)


def split_name(name: str) -> tuple[str, str]:
    """Given and family name of a name as one says it ("Anna Rossi") or looks it up ("Rossi, Anna", "ROSSI Anna").

    Words in small letters begin a family name: "Maria de la Cruz" is de la Cruz. One word alone is a family name.
    """
    before, comma, after = name.partition(",")
    if comma and before.strip():
        return " ".join(after.split()), " ".join(before.split())
    words = name.replace(",", " ").split()
    capitals = [word.isupper() and len(word) > 2 for word in words]
    if any(capitals) and not all(capitals) and (capitals[0] or capitals[-1]):
        family = [word for word in words if word.isupper()]
        return " ".join(word for word in words if not word.isupper()), " ".join(family)
    first = next((at for at, word in enumerate(words[1:-1], start=1) if word[0].islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def without_symbols(name: str) -> str:
    """The name from its first letter or number on, pictures left out: what it is filed by."""
    kept = "".join(character for character in name if unicodedata.category(character)[0] not in "SC")
    return kept.lstrip(", ") or name


def filing_letter(latin: str) -> str:
    """The capital under which a name in Latin letters is filed, `#` where it has none."""
    return next((character.upper() for character in latin if character.isalpha()), "#")


def filing_key(latin: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Where a name stands, as one looks it up ("Rossi, Anna") and in Latin letters; who has no letter comes last.

    Case, apostrophes and hyphens make no difference, and a family name comes before the longer one that begins like it:
    Dabrowicz, D'Agostini, Dahl; Rossi, Zoe before Rossi Bianchi, Anna.
    """
    letter, plain = filing_letter(latin), latin.replace("'", "").casefold()
    return "~" if letter == "#" else letter, tuple(tuple(_WORD.findall(part)) for part in plain.split(","))
