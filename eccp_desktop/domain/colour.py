"""Colours as `#RRGGBB`, and whether they can be seen on white paper."""

import re

LEAST_CONTRAST = 3.0
"""Of lines and marks against white: WCAG 2.2, success criterion 1.4.11."""

PAPER_COLOURS: tuple[tuple[str, str], ...] = (
    ("#0B5FFF", "blue"),
    ("#1F3A68", "navy"),
    ("#006D77", "petrol"),
    ("#1B7A3D", "green"),
    ("#5F6B00", "olive"),
    ("#8A5A00", "brown"),
    ("#B3261E", "red"),
    ("#A0246B", "raspberry"),
    ("#5B3FA8", "violet"),
    ("#444B54", "graphite"),
)
"""Colours that print well and carry text: contrast with white 5 and more. The first is the program's own."""

_COLOUR = re.compile(r"#[0-9A-F]{6}")


def normal_colour(text: str) -> str | None:
    """A colour as it is stored, `#0B5FFF`; the sign and the case do not matter, three digits will do. None for anything else."""
    digits = text.strip().removeprefix("#").upper()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if _COLOUR.fullmatch(f"#{digits}") else None


def contrast_with_white(colour: str) -> float:
    """Contrast of `#RRGGBB` with white, 1 to 21 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def dark_enough(colour: str) -> str:
    """The same hue, darkened in steps until its contrast with white suffices."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    shades = ("#" + "".join(f"{part * step // 100:02X}" for part in parts) for step in range(100, -1, -2))
    return next(shade for shade in shades if contrast_with_white(shade) >= LEAST_CONTRAST)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
