"""Full names to given and family names, where a file has only the whole."""

_PARTICLES = frozenset(
    {
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "los",
        "las",
    }
    | {
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "zur",
        "zum",
        "y",
        "e",
        "af",
        "av",
        "san",
        "st.",
        "'t",
        "ní",
        "ó",
        "mac",
        "o'",
    }
)
_DEGREES = frozenset(
    {"phd", "ph.d.", "msc", "m.sc.", "mba", "bsc", "b.sc.", "md", "m.d.", "jr", "jr.", "sr.", "ii", "iii", "iv"}
)


def name_parts(name: str) -> tuple[str, str]:
    """Given and family name of a full name, each in its own case: "Rossi, Anna"; "ROSSI Anna"; "Juan de la Cruz"; "Plato"."""
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma and after and after.casefold() not in _DEGREES:
        return after, before
    words = name.split()
    if len(words) < 2:
        return "", name.strip()
    capitals = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    if 0 < len(capitals) < len(words) and words[: len(capitals)] == capitals:
        return " ".join(words[len(capitals) :]), " ".join(capitals)
    start = len(words) - 1
    while start > 1 and (words[start - 1].casefold() in _PARTICLES or words[start].casefold() in _DEGREES):
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])
