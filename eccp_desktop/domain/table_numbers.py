"""Numbers of tables as people write them."""

MOST_NUMBERS = 1000
"""Tables between two numbers; a slip of the finger asks for no more."""


def numbers_in(text: str) -> tuple[int, ...]:
    """`3, 7-9` as 3, 7, 8, 9; nothing where it cannot be read."""
    found: list[int] = []
    for part in text.replace(";", ",").replace("–", "-").split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        if not first:
            continue
        if not first.isdecimal() or (dash and not last.isdecimal()):
            return ()
        found += range(int(first), min(int(last or first), int(first) + MOST_NUMBERS) + 1)
    return tuple(dict.fromkeys(found))
