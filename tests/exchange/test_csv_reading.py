"""Text files become rows, whatever program wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.exchange.csv_reading import best_delimiter, read_csv

ROWS = [("Name", "Town"), ("Anna Rossi", "Akron, OH"), ('Head of "Global"', "two\nlines"), ("Piet", "a;b|c")]


def quoted(delimiter: str, rows: list[tuple[str, ...]] = ROWS) -> str:
    return "\r\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_csv(text.encode(), "people.csv").rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(delimiter: str) -> None:
    assert cells(quoted(delimiter)) == ROWS


def test_a_first_line_that_names_the_delimiter_is_no_row() -> None:
    grid = read_csv(b"sep=;\r\nName;Town\r\nAnna, the first;Akron, OH\r\n", "people.csv")
    assert [(row.number, row.cells) for row in grid.rows] == [
        (2, ("Name", "Town")),
        (3, ("Anna, the first", "Akron, OH")),
    ]


def test_commas_in_cells_do_not_win_over_the_delimiter() -> None:
    text = "Name;Town\nRossi, Anna;Akron, OH, US\nRoy, Jean;Lyon\nVaz, Tom;Porto, PT\n"
    assert best_delimiter(text) == ";"


def test_blank_rows_keep_their_numbers() -> None:
    grid = read_csv(b"Name,Town\n\n,\nAnna,Rome\n", "people.csv")
    assert [row.number for row in grid.filled()] == [1, 4]


def test_old_line_ends_are_read() -> None:
    assert cells("Name,Town\rAnna,Rome\r") == [("Name", "Town"), ("Anna", "Rome")]


def test_a_nul_is_a_fault_of_its_row_only() -> None:
    rows = read_csv(b"Name,Town\nAn\0na,Rome\nPiet,Delft\n" + b"Jo,Gent\n" * 40, "people.csv").rows
    assert [row.fault is not None for row in rows[:3]] == [False, True, False]


def test_an_open_quotation_mark_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        read_csv(b'Name,Town\n"Anna,Rome\nPiet,Delft\n', "people.csv")
    assert "never closed" in str(refusal.value.facts["sentence"])


def test_more_rows_than_any_event_has_are_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        read_csv(b"a,b\n" * 60_002, "people.csv")
    assert "60,000 rows" in str(refusal.value.facts["sentence"])


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(words, words, words), min_size=2, max_size=8), st.sampled_from(",;\t"))
def test_what_was_written_is_read_again(rows: list[tuple[str, ...]], delimiter: str) -> None:
    rows = [("First", "Second", "Third"), *rows]
    assert cells(quoted(delimiter, rows)) == rows
