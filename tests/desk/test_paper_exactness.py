"""What papers say against what the event file holds, read with SQL: every paper size, orders, options, interpreters, changes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.papers import Order, Papers, PrintJob
from eccp_desktop.documents.catalogue import document
from eccp_desktop.documents.wanted_slots import wanted_slots
from tests.desk.page_texts import (
    WORD,
    Told,
    forms,
    grid_cells,
    interpreted_rows,
    places,
    schedule_rows,
    slot_rows,
    squeezed,
    table_rows,
    texts,
    words_in,
)
from tests.desk.paper_truth import VISIT, Meets, Shuffled, Staffed, meetings_in, rows_of
from tests.random_fairs import random_fair, seeds, some_fairs

FAIRS = some_fairs(2)
LISTS = ("attendance", "certificates", "programme", "catalogue")


@dataclass(frozen=True, slots=True)
class Fair:
    """A fair by chance; people by the words in their names."""

    papers: Papers
    path: Path
    codes: dict[str, str]
    going: tuple[str, ...]

    @property
    def meetings(self) -> list[Meets]:
        return meetings_in(self.path)

    def pages(self, job: PrintJob) -> list[str]:
        return texts(self.papers.draw(replace(job, language="en")).pdf)

    def sheets(self, job: PrintJob) -> dict[str, list[str]]:
        """Pages of people by the words in their names, in the order of the sheets."""
        by_code = {code: word for word, code in self.codes.items()}
        found: dict[str, list[str]] = {}
        word = ""
        for page in self.pages(job):
            word = next((by_code[one] for one in page.split() if one in by_code), word)
            found.setdefault(word, []).append(page)
        return found


@contextmanager
def fair(factory: pytest.TempPathFactory, seed: int) -> Iterator[Fair]:
    clock = HeldClock(datetime(2016, 4, 25, 6, tzinfo=UTC))
    desk, laid = random_fair(Path(factory.mktemp("fair")), clock, seed)
    try:
        going = desk.do(Staffed(seed))
        codes = {guest.word: guest.code for guest in laid.guests} | {f"Quz{one}x": f"VOICE{one}" for one in "abc"}
        yield Fair(Papers(desk), desk.file.path, codes, going)
    finally:
        desk.close()


def papers_of(*documents: str) -> list[tuple[str, str]]:
    return [(one, paper) for one in documents for paper in document(one).papers]


@FAIRS
@given(seed=seeds, paper=st.sampled_from(document("schedules").papers), order=st.sampled_from(Order))
def test_schedules(tmp_path_factory: pytest.TempPathFactory, seed: int, order: Order, paper: str) -> None:
    with fair(tmp_path_factory, seed) as event:
        meetings = event.meetings
        sheets = event.sheets(PrintJob("schedules", paper=paper, order=order))
        assert sheets.keys() == event.codes.keys()
        for word, pages in sheets.items():
            assert sorted(row for page in pages for row in schedule_rows(page)) == rows_of(meetings, word)
            assert (VISIT in " ".join(pages)) == (word in event.going)


@FAIRS
@given(seed=seeds, paper=st.sampled_from(document("tables").papers))
def test_table_sheets(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str) -> None:
    with fair(tmp_path_factory, seed) as event:
        meetings = event.meetings
        pages = event.pages(PrintJob("tables", paper=paper)) if meetings else []
        assert sorted(row for page in pages for row in table_rows(page)) == sorted(one.told() for one in meetings)


@FAIRS
@given(seed=seeds, number=st.integers(1, 9))
def test_sheets_of_certain_tables(tmp_path_factory: pytest.TempPathFactory, seed: int, number: int) -> None:
    with fair(tmp_path_factory, seed) as event:
        mine = [one for one in event.meetings if one.table == number]
        if mine:
            pages = event.pages(PrintJob("tables", tables=(number,)))
            assert sorted(row for page in pages for row in table_rows(page)) == sorted(one.told() for one in mine)


@FAIRS
@given(
    seed=seeds,
    paper=st.sampled_from(document("hall-plan").papers),
    slots=st.sampled_from(("all", "2016-04-25", "10:00-11:00", "2016-04-26 14:00-")),
)
def test_hall_plan(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str, slots: str) -> None:
    with fair(tmp_path_factory, seed) as event:
        shown = of_slots(event.meetings, slots)
        pages = event.pages(PrintJob("hall-plan", paper=paper, options={"slots": slots}))
        assert sorted(row for page in pages for row in slot_rows(page)) == sorted(one.told() for one in shown)
        assert sorted(places(pages)) == sorted(
            (word, one.start, one.table) for one in shown for word in (*one.people, *one.interpreters)
        )


@FAIRS
@given(
    seed=seeds,
    paper=st.sampled_from(document("grid").papers),
    slots=st.sampled_from(("all", "2016-04-25", "10:00-11:00")),
    order=st.sampled_from(Order),
)
def test_timetable(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str, slots: str, order: Order) -> None:
    with fair(tmp_path_factory, seed) as event:
        shown = of_slots(event.meetings, slots)
        job = PrintJob("grid", paper=paper, language="en", order=order, options={"slots": slots})
        found = list(grid_cells(event.papers.draw(job).pdf)) if shown else []
        assert sorted(found) == sorted(
            (word, one.start, one.table, tuple(sorted(other for other in one.people if other != word)))
            for one in shown
            for word in (*one.people, *one.interpreters)
        )


@FAIRS
@given(seed=seeds, paper=st.sampled_from(document("interpreters").papers))
def test_who_interprets(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str) -> None:
    with fair(tmp_path_factory, seed) as event:
        meetings = event.meetings
        found = [row for page in event.pages(PrintJob("interpreters", paper=paper)) for row in interpreted_rows(page)]
        rows = {(one.start, one.table): frozenset((*one.people, *one.interpreters)) for one in meetings}
        assert len({(start, table) for start, table, _ in found}) == len(found)
        assert all(rows[start, table] == words for start, table, words in found)
        helped = {(one.start, one.table) for one in meetings if one.interpreters}
        assert helped <= {(start, table) for start, table, _ in found}


@FAIRS
@given(seed=seeds, paper=st.sampled_from(document("feedback").papers), order=st.sampled_from(Order))
def test_feedback_forms(tmp_path_factory: pytest.TempPathFactory, seed: int, paper: str, order: Order) -> None:
    with fair(tmp_path_factory, seed) as event:
        pages = event.pages(PrintJob("feedback", paper=paper, order=order))
        found = [
            (words_in(page.partition("Feedback forms")[0])[0], number, row)
            for page in pages
            for number, row in forms(page)
        ]
        assert sorted(found) == sorted(
            (word, one.number, one.told(without=word, helped=False)) for one in event.meetings for word in one.people
        )


@FAIRS
@given(seed=seeds, listed=st.sampled_from(papers_of(*LISTS)), order=st.sampled_from(Order))
def test_everybody_is_listed_once(
    tmp_path_factory: pytest.TempPathFactory, seed: int, listed: tuple[str, str], order: Order
) -> None:
    name, paper = listed
    with fair(tmp_path_factory, seed) as event:
        text = squeezed(" ".join(event.pages(PrintJob(name, paper=paper, order=order, options={"whom": "all"}))))
        if name == "programme":
            text = text[text.index("Delegations") :]
        found = WORD.findall(text.partition("Index")[0])
        alone = {word for word in event.codes if name == "catalogue" and word.startswith("Quz")}
        assert sorted(found) == sorted(event.codes.keys() - alone)


@FAIRS
@given(seed=seeds, order=st.sampled_from((Order.COUNTRY, Order.ORGANISATION, Order.BOX)))
def test_sheets_of_one_country_organisation_or_box_lie_together(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: Order
) -> None:
    with fair(tmp_path_factory, seed) as event:
        event.papers.draw(PrintJob("badges"))
        sheets = event.papers.prepare(PrintJob("schedules", order=order)).view.sheets
        if order is Order.BOX:
            keys = [(sheet.box.split()[0], int(sheet.box.split()[1])) for sheet in sheets]
            assert keys == sorted(keys)
            return
        groups = [sheet.country if order is Order.COUNTRY else sheet.organisation for sheet in sheets]
        runs = [group for index, group in enumerate(groups) if index == 0 or groups[index - 1] != group]
        assert len(runs) == len(set(runs))


@FAIRS
@given(seed=seeds)
def test_only_what_changed_comes_out_and_it_says_what_is_so_now(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    with fair(tmp_path_factory, seed) as event:
        before = event.meetings
        for name in ("schedules", "tables"):
            event.papers.record(event.papers.draw(PrintJob(name)))
        event.papers._desk.do(Shuffled(seed))
        after = event.meetings
        now, then = ({word: rows_of(meetings, word) for word in event.codes} for meetings in (after, before))
        changed = {word for word in event.codes if now[word] != then[word]}
        job = PrintJob("schedules", changed=True)
        assert {word for word in event.sheets(job) if word} == changed
        for word, pages in event.sheets(job).items():
            shown = [row for page in pages for row in schedule_rows(page)]
            assert not changed or all(any(_tells(row, true) for row in shown) for true in now[word])
        seats = [{one.told() for one in after}, {one.told() for one in before}]
        differing = {row.table for row in seats[0] ^ seats[1]}
        pages = event.pages(PrintJob("tables", changed=True)) if differing else []
        numbers = {int(found[1]) for page in pages if (found := re.search(r" Table (\d+) ", page))}
        assert numbers == {table for table in differing if any(one.table == table for one in after)}
        assert {row for page in pages for row in table_rows(page)} == {
            row for row in seats[0] if row.table in differing
        }


def _tells(row: Told, true: Told) -> bool:
    """A changed line may say more: who interpreted before."""
    return replace(row, words=()) == replace(true, words=()) and set(true.words) <= set(row.words)


def of_slots(meetings: list[Meets], slots: str) -> list[Meets]:
    """Those in these slots, told apart by hand."""
    day = date(2016, 4, 26) if "04-26" in slots else date(2016, 4, 25) if "04-25" in slots else None
    assert wanted_slots(slots) is not None
    shown = [one for one in meetings if day in (None, one.start.date())]
    if "10:00-11:00" in slots:
        shown = [one for one in shown if one.end.hour * 60 + one.end.minute > 600 and one.start.hour < 11]
    return [one for one in shown if one.end.hour >= 14] if "14:00-" in slots else shown
