"""Every meeting of everybody stands on paper once, at the right time and table: fairs by chance, read back from the PDFs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.papers import Order, Papers, PrintJob
from eccp_desktop.documents.alphabet import letter_of
from eccp_desktop.documents.wording import Wording
from tests.desk.page_texts import (
    WORD,
    Told,
    forms,
    grid_cells,
    interpreted_rows,
    letters_of,
    places,
    schedule_rows,
    slot_rows,
    squeezed,
    table_rows,
    texts,
    words_in,
)
from tests.documents.reading import bookmarks_of
from tests.random_fairs import Guest, Laid, Seated, random_fair, seeds, some_fairs

FAIRS = some_fairs(4)
ENGLISH = PrintJob("schedules", language="en")


@contextmanager
def printed(folder: pytest.TempPathFactory, seed: int) -> Iterator[tuple[Papers, Laid]]:
    desk, laid = random_fair(Path(folder.mktemp("fair")), HeldClock(datetime(2016, 4, 25, 6, tzinfo=UTC)), seed)
    try:
        yield Papers(desk), laid
    finally:
        desk.close()


def told(meeting: Seated, words: dict[str, str], without: str = "") -> Told:
    """What a page has to tell of a meeting, to one of its people or to all."""
    others = tuple(sorted(words[one] for one in meeting.people if one != without))
    return Told(meeting.start, meeting.end, meeting.table, others)


def words_of(laid: Laid) -> dict[str, str]:
    return {one.id: one.word for one in laid.guests}


def meetings_of(laid: Laid, guest: Guest) -> list[Told]:
    """Somebody's meetings as their own papers tell them."""
    words = words_of(laid)
    return sorted(told(one, words, guest.id) for one in laid.meetings if guest.id in one.people)


@pytest.mark.parametrize("paper", ["A4", "A5"])
@FAIRS
@given(seed=seeds)
def test_schedules(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        by_code = {guest.code: guest for guest in laid.guests}
        sheets: dict[str, list[str]] = {}
        code = ""
        for page in texts(papers.draw(replace(ENGLISH, paper=paper)).pdf):
            code = next((word for word in page.split() if word in by_code), code)
            sheets.setdefault(code, []).append(page)
        assert sheets.keys() == by_code.keys()
        for code, pages in sheets.items():
            guest = by_code[code]
            assert sorted(row for page in pages for row in schedule_rows(page)) == meetings_of(laid, guest)
            head = squeezed(pages[0].partition(code)[0])
            assert all(word in head for word in letters_of(guest.name) + letters_of(guest.organisation))
            for number, page in enumerate(pages, start=1):
                assert f"page {number} of {len(pages)}" in page
            for start, title in laid.sessions:
                assert f"{start:%H:%M}–" in squeezed(" ".join(pages)).partition(title.split()[-1])[0]


@FAIRS
@given(seed=seeds, order=st.sampled_from(Order))
def test_everybody_has_one_schedule(tmp_path_factory: pytest.TempPathFactory, seed: int, order: Order) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        pages = texts(papers.draw(replace(ENGLISH, order=order)).pdf)
        codes = [code for page in pages for code in re.findall(r" ([A-Z2-9]{6}) Monday", page)]
        assert sorted(codes) == sorted(guest.code for guest in laid.guests)


@FAIRS
@given(seed=seeds)
def test_table_sheets(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        words = words_of(laid)
        pages = texts(papers.draw(PrintJob("tables", language="en")).pdf) if laid.meetings else []
        assert sorted(row for page in pages for row in table_rows(page)) == sorted(
            told(one, words) for one in laid.meetings
        )


@FAIRS
@given(seed=seeds)
def test_hall_plan(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        words = words_of(laid)
        pages = texts(papers.draw(PrintJob("hall-plan", language="en")).pdf)
        assert sorted(row for page in pages for row in slot_rows(page)) == sorted(
            told(one, words) for one in laid.meetings
        )
        assert sorted(places(pages)) == sorted(
            (words[one], meeting.start, meeting.table) for meeting in laid.meetings for one in meeting.people
        )


@FAIRS
@given(seed=seeds)
def test_timetable(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        words = words_of(laid)
        expected = [
            (words[one], meeting.start, meeting.table, told(meeting, words, one).words)
            for meeting in laid.meetings
            for one in meeting.people
        ]
        assert sorted(grid_cells(papers.draw(PrintJob("grid", language="en")).pdf)) == sorted(expected)


@FAIRS
@given(seed=seeds)
def test_interpreters(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        words = words_of(laid)
        pages = texts(papers.draw(PrintJob("interpreters", language="en")).pdf)
        asked = [one for one in laid.meetings if not laid.interpreted.isdisjoint(one.people)]
        expected = [(one.start, one.table, frozenset(words[person] for person in one.people)) for one in asked]
        found = [row for page in pages for row in interpreted_rows(page)]
        assert sorted(found, key=lambda row: row[:2]) == sorted(expected, key=lambda row: row[:2])


@FAIRS
@given(seed=seeds)
def test_feedback_forms(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        numbers = {(one.start, one.table): one.number for one in laid.meetings}
        pages = texts(papers.draw(PrintJob("feedback", language="en")).pdf)
        found = [
            (words_in(page.partition("Feedback forms")[0])[0], number, row)
            for page in pages
            for number, row in forms(page)
        ]
        assert sorted((word, row) for word, _, row in found) == sorted(
            (guest.word, row) for guest in laid.guests for row in meetings_of(laid, guest)
        )
        assert all(numbers[row.start, row.table] == number for _, number, row in found)


@FAIRS
@given(seed=seeds, order=st.sampled_from(Order))
def test_attendance_list(tmp_path_factory: pytest.TempPathFactory, seed: int, order: Order) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        job = PrintJob("attendance", language="en", order=order)
        listed = papers.prepare(job)
        pdf = papers.draw(job).pdf
        text = squeezed(" ".join(texts(pdf)))
        assert sorted(WORD.findall(text)) == sorted(guest.word for guest in laid.guests)
        assert all(word in text for guest in laid.guests for word in letters_of(guest.sorted_as))
        letters = {letter_of(guest.sorted_as) for guest in laid.guests}
        assert listed.view.order is not Order.ALPHABET or set(map(str, bookmarks_of(pdf))) == letters


@FAIRS
@given(seed=seeds)
def test_delegations(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        pages = texts(papers.draw(PrintJob("programme", language="en")).pdf)
        text = squeezed(" ".join(page for page in pages if "Delegations" in page))
        assert sorted(WORD.findall(text)) == sorted(guest.word for guest in laid.guests)
        country = Wording("en").country
        for code in {guest.country for guest in laid.guests}:
            people = {guest.word for guest in laid.guests if guest.country == code}
            name = squeezed(country(code) if code else "Country not known")
            below = re.search(rf"{name}\d+organisations?·(\d+)(?:people|person)", text)
            assert below is not None
            assert int(below[1]) == len(people)
            assert set(WORD.findall(text[below.end() :])[: len(people)]) == people


@FAIRS
@given(seed=seeds)
def test_certificates_and_badges(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        job = PrintJob("certificates", language="en", options={"whom": "all"})
        pages = texts(papers.draw(job).pdf)
        assert sorted(words_in(" ".join(pages))) == sorted(guest.word for guest in laid.guests)
        assert len(pages) == len(laid.guests)
        text = " ".join(texts(papers.draw(PrintJob("badges", language="en")).pdf))
        assert words_in(text) == tuple(sorted(guest.word for guest in laid.guests))
        assert all(text.count(guest.code) == 1 for guest in laid.guests)


@FAIRS
@given(seed=seeds)
def test_table_signs(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        pages = texts(papers.draw(PrintJob("table-signs", language="en")).pdf)
        assert [re.findall(r"\b\d+\b", page) for page in pages] == [[f"{table}"] * 2 for table in laid.tables]


@FAIRS
@given(seed=seeds)
def test_catalogue_names_who_came_for_whom(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    with printed(tmp_path_factory, seed) as (papers, laid):
        text = " ".join(texts(papers.draw(PrintJob("catalogue", language="en")).pdf)).partition("Index")[0]
        assert words_in(text) == tuple(sorted(guest.word for guest in laid.guests))


@FAIRS
@given(seed=seeds, language=st.sampled_from(("fr", "de", "es")))
def test_other_languages_tell_the_same_times_and_tables(
    tmp_path_factory: pytest.TempPathFactory, seed: int, language: str
) -> None:
    pattern = r"(\d\d:\d\d) –(\d\d:\d\d) (\d+) "
    with printed(tmp_path_factory, seed) as (papers, _):
        english, other = (
            re.findall(pattern, " ".join(texts(papers.draw(replace(ENGLISH, language=one)).pdf)))
            for one in ("en", language)
        )
        assert other == english
