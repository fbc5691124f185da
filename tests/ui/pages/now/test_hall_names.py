"""On the hall screen every name is whole, however long it is and however many tables there are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from eccp_desktop.domain.names import initialled
from eccp_desktop.ui.pages.now.hall_face import LEAST_NAME, HallFace, HallLine, paint_face
from eccp_desktop.ui.pages.now.hall_names import Forms, ShownName, fitted
from eccp_desktop.ui.theme import font, tokens_now

LONG = (
    ("Maximiliana-Alexandra", "von Hohenzollern-Wittelsbach-Oldenburg"),
    ("João Maria", "Gonçalves-Mäkinen de Albuquerque e Vasconcelos do"),
    ("Sebastiano", "Wolfeschlegelsteinhausenbergerdorffvoralternwaren"),
    ("Panagiotis", "Παπαδημητρακόπουλος-Χατζηκωνσταντίνου-Αναγνώστους"),
)
"""Given and family names that are of 60 letters together."""

SHORT = (("Anna", "Rossi"), ("Emily", "Ross"))


def forms(given: str, family: str) -> Forms:
    name = f"{given} {family}"
    return name, initialled(name, family), family


class Reader(QPainter):
    """Paints as ever, and remembers what was written where."""

    def __init__(self, width: int, height: int) -> None:
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self.written: list[tuple[QRectF, str, int]] = []
        super().__init__(self._image)

    def drawText(self, *where_and_what: object) -> None:  # type: ignore[override]  # for the one form that is used
        place, _, text = where_and_what
        self.written.append((QRectF(place), str(text), self.font().pixelSize()))  # type: ignore[call-overload]  # as above
        super().drawText(*where_and_what)  # type: ignore[call-overload]  # as above

    def read(self, face: HallFace, turn: int) -> list[tuple[QRectF, str, int]]:
        """The places, texts and sizes of one sheet."""
        paint_face(self, self._image.rect(), face, tokens_now(), turn)
        self.end()
        return self.written


def lines(count: int, people: tuple[tuple[str, str], ...]) -> tuple[HallLine, ...]:
    return tuple(
        HallLine(str(at), (forms(*people[at % len(people)]), forms(*people[(at + 1) % len(people)])))
        for at in range(1, count + 1)
    )


@pytest.mark.parametrize("tables", [18, 30, 60])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize("people", [LONG, (*SHORT, *LONG)], ids=["all long", "some long"])
def test_no_name_of_sixty_letters_is_cut(
    qapp: QApplication, tables: int, width: int, height: int, people: tuple[tuple[str, str], ...]
) -> None:
    assert all(len(f"{given} {family}") == 60 for given, family in LONG)
    face = HallFace("10:00 – 10:20", "ends in 12:34", "Hannover 2016", lines(tables, people))
    seen: set[str] = set()
    turn = -1
    while str(tables) not in seen:
        turn += 1
        written = Reader(width, height).read(face, turn)
        for place, text, size in written[3:]:
            assert "…" not in text
            assert QFontMetrics(font(size)).horizontalAdvance(text) <= place.width(), text
            assert place.bottom() <= height
            assert size / height >= 0.4 * LEAST_NAME / 1080
        said = "".join(text.replace("-", "").replace(" ", "") for _, text, _ in written)
        seen |= {family for _, family in people if family.replace("-", "").replace(" ", "") in said}
        seen |= {text for _, text, _ in written if text.isdecimal()}
    assert seen == {family for _, family in people} | {str(at) for at in range(1, tables + 1)}


@pytest.mark.parametrize("tables", [18, 30, 60])
def test_two_names_in_two_lines_each_do_not_run_into_each_other(qapp: QApplication, tables: int) -> None:
    face = HallFace("10:00 – 10:20", "ends in 12:34", "Hannover 2016", lines(tables, LONG))
    names = [place for place, text, _ in Reader(1920, 1080).read(face, 0)[3:] if not text.isdecimal()]
    column = [place for place in names if place.left() == names[0].left()]
    assert all(above.bottom() <= below.top() + 0.01 for above, below in pairwise(column))


def test_a_long_name_leaves_the_others_as_large_as_they_were(qapp: QApplication) -> None:
    usual = [(forms(*SHORT[0]), forms(*SHORT[1]))] * 5
    (alone, *_), (beside, *_, last) = (
        fitted(rows, 440, 130, 60, 54) for rows in (usual, [*usual, (forms(*LONG[0]), forms(*SHORT[0]))])
    )
    assert beside == alone
    assert last[0].size < last[1].size == alone[0].size
    assert len(last[0].lines) == 2


def test_a_hyphen_or_a_space_is_where_a_name_is_broken(qapp: QApplication) -> None:
    ((shown,),) = fitted([(forms("Hans", "Müller-Lüdenscheidt von Altenburg-Hohenstein"),)], 300, 130, 54, 54)
    assert shown.lines[0].endswith(("-", "von", "Lüdenscheidt"))


@given(
    names=st.lists(st.text("abcdefghijklm -", min_size=1, max_size=60), min_size=1, max_size=8),
    width=st.integers(120, 900),
    least=st.integers(18, 60),
)
def test_every_name_has_room_in_its_row(qapp: QApplication, names: list[str], width: int, least: int) -> None:
    rows = [
        tuple((f"Anna {name}", f"A. {name}", name) for name in names[at : at + 2]) for at in range(0, len(names), 2)
    ]
    height = round(least / 0.4)
    for shown in fitted(rows, width, height, least, least):
        assert sum(name.height for name in shown) <= max(height, 4 * round(0.4 * least) * 1.1) + 1
        for name in shown:
            assert isinstance(name, ShownName)
            assert len(name.lines) <= 2
            assert all(QFontMetrics(font(name.size)).horizontalAdvance(line) <= width for line in name.lines)
