"""The sheet that lies on a table."""

from eccp_desktop.documents import table_sheets
from tests.documents.examples import CHOICE, HEAD, table_view
from tests.documents.reading import bookmarks_of, pages_of


def test_a_sheet_says_who_sits_here_when() -> None:
    (text,) = pages_of(table_sheets.render(table_view("7"), CHOICE))
    assert text.startswith("EU-US Cluster Matchmaking 2016 Table 7 Zone A Monday, 25 April 2016")
    assert "09:00 –09:20 Ģirts Bērziņš Automotive Cluster Rēzekne, Latvia Jyrki Virtanen" in text
    assert "09:50–10:10 free" in text
    assert "16:55–17:15 closed" in text


def test_each_table_has_a_bookmark() -> None:
    assert bookmarks_of(table_sheets.render(table_view("12"), CHOICE)) == ["Table 12"]


def test_an_event_without_seats_gives_a_page_that_says_so() -> None:
    empty = table_sheets.TablesView(HEAD, ())
    (page,) = pages_of(table_sheets.render(empty, CHOICE))
    assert page == f"{HEAD.title()} Table sheets Nobody is seated at these tables yet."
