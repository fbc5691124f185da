"""Workbooks become rows; crafted and damaged ones are refused in a sentence, quickly."""

import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.exchange.xlsx_reading import read_xlsx
from tests.exchange.files import xlsx_bytes


def sentence(content: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        read_xlsx(content, "people.xlsx")
    return str(refusal.value.facts["sentence"])


def test_values_come_as_people_see_them() -> None:
    rows = [("a", 7, 7.0, 7.5, True, date(2016, 4, 25), datetime(2016, 4, 25, 9, 20), time(9, 20), None, "#N/A", "end")]
    (grid,) = read_xlsx(xlsx_bytes(rows), "people.xlsx")
    expected = ("a", "7", "7", "7.5", "Yes", "2016-04-25", "2016-04-25 09:20", "09:20", "", "", "end")
    assert grid.rows[0].cells == expected


def test_blank_rows_keep_their_numbers() -> None:
    (grid,) = read_xlsx(xlsx_bytes([("Name",), (), (None,), ("Anna",)]), "people.xlsx")
    assert [(row.number, row.cells) for row in grid.filled()] == [(1, ("Name",)), (4, ("Anna",))]


def test_every_visible_sheet_that_holds_something_is_read() -> None:
    book = load_workbook(BytesIO(xlsx_bytes([("Name",), ("Anna",)])))
    book.create_sheet("Empty")
    book.create_sheet("More").append(["Name"])
    book.create_sheet("Hidden").append(["Name"])
    book["Hidden"].sheet_state = "hidden"
    content = BytesIO()
    book.save(content)
    assert [grid.sheet for grid in read_xlsx(content.getvalue(), "people.xlsx")] == ["Participants", "More"]


def test_a_cell_in_the_last_corner_is_refused_without_reading_a_million_rows() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Name"
    book.active["XFD1048576"] = "far"
    content = BytesIO()
    book.save(content)
    assert "larger than an import file can be" in sentence(content.getvalue())


def test_formats_down_to_the_last_row_do_no_harm() -> None:
    book = load_workbook(BytesIO(xlsx_bytes([("Name",), ("Anna",)])))
    assert book.active is not None
    book.active["A1048576"].number_format = "0.00"
    content = BytesIO()
    book.save(content)
    (grid,) = read_xlsx(content.getvalue(), "people.xlsx")
    assert len(list(grid.filled())) == 2


def test_a_cut_file_is_refused() -> None:
    content = xlsx_bytes([("Name",), ("Anna",)])
    assert "cut off or damaged" in sentence(content[: len(content) // 2])


@pytest.mark.parametrize("position", range(5, 95, 6))
def test_damage_anywhere_is_refused_or_harmless(position: int) -> None:
    content = bytearray(xlsx_bytes([("Name",), *[(f"Anna {number}",) for number in range(50)]]))
    start = len(content) * position // 100
    content[start : start + 20] = bytes(20)
    # Anything but a Refusal would be raised through.
    with suppress(Refusal):
        read_xlsx(bytes(content), "people.xlsx")


def test_a_zip_that_unpacks_to_far_too_much_is_not_opened() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "")
        package.writestr("xl/worksheets/sheet1.xml", bytes(30_000_000))
    assert "far more than any list needs" in sentence(content.getvalue())


@pytest.mark.parametrize(
    ("member", "said"),
    [("content.xml", "OpenDocument"), ("word/document.xml", "not a workbook"), ("x", "not a workbook")],
)
def test_other_packages_are_named(member: str, said: str) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("mimetype", "anything")
        package.writestr(member, "anything")
    assert said in sentence(content.getvalue())


def test_entities_are_not_resolved() -> None:
    original = zipfile.ZipFile(BytesIO(xlsx_bytes([("Name",), ("Anna",)])))
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for member in original.namelist():
            text = original.read(member).decode()
            if member == "xl/worksheets/sheet1.xml":
                text = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text
            package.writestr(member, text)
    assert "damaged" in sentence(content.getvalue())


def test_an_empty_workbook_is_empty() -> None:
    assert sentence(xlsx_bytes([])) == "people.xlsx is empty."
