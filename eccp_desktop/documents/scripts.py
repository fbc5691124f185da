"""Scripts that Source Sans Pro lacks and a further font draws. Scripts in neither are transliterated (`latin.py`)."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """`font` is a file of `resources/fonts` without its suffix, and the font's name; `characters` the inside of a regular
    expression's class. `scale` is its size beside Source Sans Pro, so that both look alike and keep to their lines.
    """

    font: str
    characters: str
    scale: float = 1.0


ARABIC = Script("NotoSansArabic-Regular", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufbff\ufe70-\ufefc", 0.92)
HEBREW = Script("NotoSansHebrew-Regular", "\u0590-\u05ff")
HAN = Script("DroidSansFallback-Han", "\u2e80-\u312f\u3190-\u319f\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uffe6")
HANGUL = Script("DroidSansFallback-Hangul", "\u3131-\u318e\uac00-\ud7a3")
SCRIPTS = (
    ARABIC,
    HEBREW,
    Script("NotoSansArmenian-Regular", "\u0530-\u058f"),
    Script("NotoSansGeorgian-Regular", "\u10a0-\u10ff\u1c90-\u1cbf"),
    HAN,
    HANGUL,
)

FURTHER = "".join(script.characters for script in SCRIPTS)
"""Every character that a further font may draw, as the inside of a class."""

FOREIGN = re.compile(f"[{FURTHER}]")
HANGS_LOWER = re.compile(f"[{ARABIC.characters}]")
RIGHT_TO_LEFT = re.compile(f"[{ARABIC.characters}{HEBREW.characters}]")

WITHOUT_SPACES = HAN.characters + HANGUL.characters
"""Lines of these may end after any character."""

READ_AS_ONE = (*(script.characters for script in SCRIPTS if script not in (HAN, HANGUL)), WITHOUT_SPACES)
"""Classes of characters of which one reading is made; Japanese and Korean may hold ideographs."""

NON_JOINER = "\u200c"
"""Keeps two Arabic letters apart that would join (Persian); it draws nothing itself."""

POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed]"
)
"""Vowel signs of Hebrew and Arabic: names are mostly written without, and always drawn without. They do help to read."""


def script_of(character: str) -> Script | None:
    """The script whose font may draw a character."""
    return next((one for one, pattern in _PATTERNS if pattern.match(character)), None)


_PATTERNS = tuple((script, re.compile(f"[{script.characters}]")) for script in SCRIPTS)
