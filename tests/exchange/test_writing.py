"""What goes out is harmless to spreadsheet programs and comes back as it was."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from eccp_desktop.domain.outgoing import OutgoingTable
from eccp_desktop.exchange.cells import line_of, text_of
from eccp_desktop.exchange.csv_reading import read_csv
from eccp_desktop.exchange.csv_writing import csv_bytes
from eccp_desktop.exchange.guarded_cells import guarded_for_csv
from eccp_desktop.exchange.xlsx_reading import read_xlsx
from eccp_desktop.exchange.xlsx_writing import xlsx_bytes

NASTY = ("=1+1", "+49 30", "-1", "@sum", "'=x", "''+y", "'s-Hertogenbosch", 'a "b", c', "007", "Ελένη", "two\nlines")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe_in_csv(text: str) -> None:
    assert guarded_for_csv(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [guarded_for_csv(text) for text in ("Anna", "'s-Hertogenbosch", "a=b", "")] == [
        "Anna",
        "'s-Hertogenbosch",
        "a=b",
        "",
    ]


def test_csv_is_utf_8_with_a_mark() -> None:
    assert csv_bytes(OutgoingTable("People", ("Name",), (("Ελένη",),))) == "\ufeffName\r\nΕλένη\r\n".encode()


def test_what_csv_says_is_read_again() -> None:
    content = csv_bytes(OutgoingTable("People", tuple(str(number) for number in range(len(NASTY))), (NASTY,)))
    row = read_csv(content, "people.csv").rows[1]
    assert tuple(text_of(cell) for cell in row.cells) == NASTY


def test_a_workbook_holds_texts_and_no_formulas() -> None:
    content = xlsx_bytes([OutgoingTable("People", ("a", "b"), (("=1+1", 7), ("007", None)))])
    sheet = load_workbook(BytesIO(content))["People"]
    assert [(cell.value, cell.data_type) for row in sheet.iter_rows(min_row=2) for cell in row] == [
        ("=1+1", "s"),
        (7, "n"),
        ("007", "s"),
        (None, "n"),
    ]
    assert sheet.freeze_panes == "A2"


def test_what_a_workbook_cannot_hold_does_not_stop_it() -> None:
    content = xlsx_bytes([OutgoingTable("People", ("a",), (("bell\x07",), ("x" * 40_000,)))])
    (grid,) = read_xlsx(content, "people.xlsx")
    assert grid.rows[1].cells == ("bell\ufffd",)
    assert len(grid.rows[2].cells[0]) == 32_767


@given(st.text("'=+-@x", min_size=1, max_size=6))
def test_a_text_of_signs_survives_both_ways_out(text: str) -> None:
    table = OutgoingTable("T", ("Name", "Other"), ((text, "y"),))
    (from_csv,) = (row.cells[0] for row in read_csv(csv_bytes(table), "t.csv").rows[1:])
    (from_workbook,) = (row.cells[0] for row in read_xlsx(xlsx_bytes([table]), "t.xlsx")[0].rows[1:])
    expected = "" if text in ("-", "--") else text
    assert line_of(from_csv) == expected
    assert line_of(from_workbook) == expected
