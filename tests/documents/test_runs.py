"""A line as it is drawn: in the fonts that have its characters, as wide as their glyphs, and within its line."""

import struct

import pytest
from hypothesis import given
from reportlab.pdfbase.ttfonts import TTFontFace

from eccp_desktop.documents.fitting import DEEP_LEADING, LEADING, fit
from eccp_desktop.documents.fonts import face, further_face
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.own_script import Reading, shown
from eccp_desktop.documents.runs import runs_of, runs_of_lines, width, width_in_units
from eccp_desktop.documents.scripts import ARABIC, HAN, SCRIPTS, Script
from eccp_desktop.documents.stack import BASELINE
from tests.documents.names import SCRIPTS as NAMES
from tests.documents.names import names

FACES = {script.font: further_face(script) for script in SCRIPTS} | {weight.value: face(weight) for weight in Weight}
DRAWN_ANYWAY = "()[]'-,. :0123456789"


def fonts_of(line: str) -> list[str]:
    return [run.font for run in runs_of(line, Weight.SEMIBOLD)]


def test_european_names_are_one_run_of_the_font_of_the_sheet() -> None:
    assert fonts_of("Łukasz Παπαδόπουλος Мария") == [Weight.SEMIBOLD.value]


def test_words_of_a_script_stay_together_with_what_is_between_them() -> None:
    assert fonts_of("الفاسي, محمد (Lfsy, Mhmd)") == [ARABIC.font, Weight.SEMIBOLD.value]
    assert fonts_of("山田 太郎 (Shan Tian)") == [HAN.font, Weight.SEMIBOLD.value]


def test_a_line_stands_from_the_left_to_the_right() -> None:
    runs = runs_of("Wei محمد", Weight.REGULAR)
    assert [run.text for run in runs] == ["Wei ", "\ufeaa\ufee4\ufea4\ufee3"]
    assert [run.reversed for run in runs] == [False, True]


def test_brackets_keep_their_side_over_the_end_of_a_line() -> None:
    first, second = runs_of_lines(("אב (גד", "הו) Ab"), Weight.REGULAR)
    assert "".join(run.text for run in first) == "דג) בא"
    assert "".join(run.text for run in second) == "(וה Ab"


def test_points_and_what_keeps_letters_apart_are_not_drawn() -> None:
    assert runs_of("مُحَمَّد", Weight.REGULAR) == runs_of("محمد", Weight.REGULAR)
    assert "\u200c" not in "".join(run.text for run in runs_of("نرم\u200cافزار", Weight.REGULAR))


@given(names())
def test_a_line_is_as_wide_as_its_glyphs_and_none_is_missing(name: str) -> None:
    line, units = shown(name), 0.0
    for run in runs_of(line, Weight.SEMIBOLD):
        found = FACES[run.font]
        assert set(map(ord, run.text)) <= set(found.charToGlyph)
        assert all(found.charToGlyph[ord(character)] for character in run.text)
        units += sum(found.charWidths[ord(character)] for character in run.text) * run.scale
    assert width_in_units(line, Weight.SEMIBOLD) == pytest.approx(units)
    assert width(line, Weight.SEMIBOLD, 10) == pytest.approx(units / 100)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_no_letter_of_a_name_leaves_its_line(script: Script) -> None:
    leading = DEEP_LEADING if script is ARABIC else LEADING
    letters = set("".join(NAMES.values())) - set(DRAWN_ANYWAY)
    lines = [shown(letter * 3, Reading.APART) for letter in letters]
    drawn = [run for line in lines for run in runs_of(line, Weight.REGULAR) if run.font == script.font]
    assert drawn
    for run in drawn:
        for character in run.text:
            bottom, top = _extent(further_face(script), ord(character))
            assert top * script.scale <= BASELINE
            assert -bottom * script.scale <= leading - BASELINE + 0.001


def test_lines_of_arabic_are_further_apart() -> None:
    assert fit("محمد", 100, 10).height == pytest.approx(10 * DEEP_LEADING)
    assert fit("王伟", 100, 10).height == pytest.approx(10 * LEADING)


def _extent(face: TTFontFace, code: int) -> tuple[float, float]:
    """How far a glyph reaches below and above the baseline, of its size (OpenType: `loca`, `glyf`)."""
    glyph, wide = face.charToGlyph[code], struct.unpack(">h", face.get_table("head")[50:52])[0]
    loca, size = face.get_table("loca"), 4 if wide else 2
    start, end = struct.unpack(">2L" if wide else ">2H", loca[glyph * size : (glyph + 2) * size])
    if start == end:
        return 0.0, 0.0
    at = start if wide else 2 * start
    bottom, top = struct.unpack(">4xh2xh", face.get_table("glyf")[at : at + 10])
    return bottom / face.unitsPerEm, top / face.unitsPerEm
