"""Badge sheets held against a ruler: what is drawn lies within half a millimetre of what the preset promises."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from eccp_desktop.documents import badges
from eccp_desktop.documents.badge_presets import PRESETS
from eccp_desktop.documents.badge_view import BadgesView
from tests.documents.drawn import MM, Drawn, drawn
from tests.documents.examples import CHOICE, HEAD, badge

NEAR = 0.5
"""Millimetres."""
DOTS = 300
"""To an inch."""
DARK = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of labels as its maker describes it, in millimetres."""

    id: str
    left: float
    top: float
    across: float
    down: float
    columns: int = 1
    rows: int = 1
    gap_across: float = 0
    gap_down: float = 0

    @property
    def lefts(self) -> list[float]:
        return [self.left + column * (self.across + self.gap_across) for column in range(self.columns)]

    @property
    def tops(self) -> list[float]:
        return [self.top + row * (self.down + self.gap_down) for row in range(self.rows)]

    @property
    def cells(self) -> list[tuple[float, float, float, float]]:
        return sorted((left, top, self.across, self.down) for left in self.lefts for top in self.tops)


SHEETS = (
    Sheet("2x4", 15, 28.5, 90, 60, 2, 4),
    Sheet("2x5", 15, 13.5, 90, 54, 2, 5),
    Sheet("a6", 0, 0, 105, 148.5, 2, 2),
    Sheet("id-1", 15.4, 28.54, 85.6, 53.98, 2, 4, 8, 8),
    Sheet("62x100", 0, 0, 62, 100),
    Sheet("74x105", 31, 43.5, 74, 105, 2, 2),
    Sheet("3.5x2.25in", 19.05, 25.4, 88.9, 57.15, 2, 4),
    Sheet("4x3in", 6.35, 25.4, 101.6, 76.2, 2, 3),
    Sheet("letter:74x105", 33.95, 34.7, 74, 105, 2, 2),
    Sheet("label:89x36", 0, 0, 89, 36),
)
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)


def printed(sheet: Sheet, *, test: str = "no") -> bytes:
    view = BadgesView(HEAD, tuple(badge(index) for index in range(sheet.columns * sheet.rows)))
    return badges.render(view, replace(CHOICE, options={"preset": sheet.id, "test": test}))


def near(values: list[float], wanted: float) -> bool:
    return any(abs(value - wanted) <= NEAR for value in values)


def test_every_preset_is_measured() -> None:
    assert set(PRESETS) <= {sheet.id for sheet in SHEETS}


@each_sheet
def test_the_outlines_of_the_test_page_are_those_of_the_labels(sheet: Sheet) -> None:
    outlines = sorted(tuple(round(side, 3) for side in one) for one in drawn(printed(sheet, test="yes")).outlines)
    assert len(outlines) == len(sheet.cells)
    for found, wanted in zip(outlines, sheet.cells, strict=True):
        assert found == pytest.approx(wanted, abs=NEAR)


@each_sheet
def test_the_rulers_of_the_test_page_measure_true(sheet: Sheet) -> None:
    page = drawn(printed(sheet, test="yes"))
    across = [one for one in page.uprights() if one[2] < 4]
    down = [one for one in page.rules() if one[2] < 4]
    for marks, begin, axis, length in ((across, sheet.left, 0, sheet.across), (down, sheet.top, 1, sheet.down)):
        places = sorted(mark[axis] for mark in marks)
        assert places == pytest.approx([begin + millimetre for millimetre in range(int(length) + 1)], abs=0.05)
        assert sum(mark[2] > 2 for mark in marks) == int(length) // 10 + 1


@each_sheet
def test_cut_marks_stand_at_the_edges_of_the_badges(sheet: Sheet) -> None:
    page = drawn(printed(sheet))
    marks = [one for one in page.uprights() if abs(one[2] - 4) < 0.1]
    if sheet.columns * sheet.rows == 1 or sheet.top < 6:
        assert marks == []
        return
    edges = sorted({edge for left in sheet.lefts for edge in (left, left + sheet.across)})
    assert all(near([mark[0] for mark in marks], edge) for edge in edges)
    assert all(near(edges, mark[0]) for mark in marks)
    beside = [one for one in page.rules() if abs(one[2] - 4) < 0.1]
    levels = sorted({edge for top in sheet.tops for edge in (top, top + sheet.down)})
    assert all(near([mark[1] for mark in beside], level) for level in levels)
    assert all(near(levels, mark[1]) for mark in beside)


@each_sheet
def test_every_text_stands_inside_a_badge(sheet: Sheet) -> None:
    texts = drawn(printed(sheet)).texts
    assert texts
    for left, baseline in texts:
        assert any(
            edge <= left <= edge + across and top <= baseline <= top + down for edge, top, across, down in sheet.cells
        )


def test_a_badge_to_fold_is_folded_in_the_middle_of_the_sheet() -> None:
    page: Drawn = drawn(printed(SHEETS[2]))
    assert any(left == pytest.approx(105, abs=NEAR) and length > 290 for left, _, length in page.uprights())
    assert any(top == pytest.approx(148.5, abs=NEAR) and length > 200 for _, top, length in page.rules())


@each_sheet
def test_a_picture_of_the_test_page_has_its_edges_there(qtbot: QtBot, sheet: Sheet) -> None:
    image = picture(printed(sheet, test="yes"))
    dots = DOTS / 25.4
    for left, top, across, down in sheet.cells:
        for edge in (left, left + across):
            assert dark_near(image, edge * dots, (top + down * 0.75) * dots, upright=True), (sheet.id, edge)
        for edge in (top, top + down):
            assert dark_near(image, (left + across * 0.75) * dots, edge * dots, upright=False), (sheet.id, edge)


def picture(pdf: bytes) -> QImage:
    """The first page in grey, on white."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(0)
    size = QSize(round(points.width() / MM * DOTS / 25.4), round(points.height() / MM * DOTS / 25.4))
    drawn_page = document.render(0, size)
    white = QImage(size, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn_page)
    painter.end()
    document.close()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)


def dark_near(image: QImage, x: float, y: float, *, upright: bool) -> bool:
    """Whether the picture has ink within half a millimetre of a place, across the edge that is looked for."""
    reach = int(NEAR / 25.4 * DOTS)
    for step in range(-reach, reach + 1):
        column, line = (round(x) + step, round(y)) if upright else (round(x), round(y) + step)
        column, line = min(max(column, 0), image.width() - 1), min(max(line, 0), image.height() - 1)
        if image.pixelColor(column, line).lightness() < DARK:
            return True
    return False
