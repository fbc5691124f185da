"""Makes `resources/fonts/`: what documents take of the fonts of further scripts. Needs fontTools, which the product does not.

    python build_spec/further_fonts.py FOLDER

FOLDER holds the fonts as Debian ships them: NotoSans*-Regular.ttf of fonts-noto-core, DroidSansFallback.ttf of
fonts-droid-fallback. The same versions give the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font

TO = Path(__file__).parent.parent / "resources" / "fonts"
HAN = "2E80-2FDF,3000-30FF,3190-319F,31F0-31FF,3400-4DBF,4E00-9FFF,F900-FAFF,FF01-FF60,FFE0-FFE6"
BETWEEN_WORDS = "20-2E,30-3A"
"""Spaces, commas, hyphens, figures: as far as a font has them, so that words and what is between them are drawn as one."""
FONTS = (
    ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Regular", "600-6FF,750-77F,FB50-FBFF,FE70-FEFC"),
    ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Regular", "5BE,5C0,5C3,5D0-5EA,5F0-5F4"),
    ("NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Regular", "531-58F"),
    ("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Regular", "10A0-10FF,1C90-1CBF"),
    ("DroidSansFallback.ttf", "DroidSansFallback-Han", HAN),
    ("DroidSansFallback.ttf", "DroidSansFallback-Hangul", "3131-318E,AC00-D7A3"),
)
"""File, name of the subset, characters. A PDF tells fonts apart by their names, so the two parts of one font get two."""

COPYRIGHT, UNIQUE, FULL, POSTSCRIPT, LICENCE, LICENCE_AT = 0, 3, 4, 6, 13, 14


def main(folder: Path) -> None:
    """Write every subset. Nothing is drawn but outlines: hints, layout rules and vertical metrics are left out."""
    for file, name, characters in FONTS:
        options = Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
        options.name_IDs = [COPYRIGHT, 1, 2, UNIQUE, FULL, 5, POSTSCRIPT, LICENCE, LICENCE_AT]
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "vmtx", "vhea", "VORG"]
        font = load_font(str(folder / file), options)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=parse_unicodes(f"{BETWEEN_WORDS},{characters}"))
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in (UNIQUE, FULL, POSTSCRIPT):
                record.string = name
        save_font(font, str(TO / f"{name}.ttf"), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
