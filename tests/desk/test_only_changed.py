"""Only what changed is offered again, and marked: exactly the people whose sheet differs from the copy they hold.

Compared with brute force: every sheet is drawn before and after, and read as a reader reads it.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.presence import CheckIn, MarkExpected
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.papers import Papers
from eccp_desktop.documents.schedule_view import Mark, PersonSheet, ScheduleLine
from tests.desk.paper_scene import GUESTS, SCHEDULES, Add, Event, seminar
from tests.desk.paper_steps import STEPS, Step, held, looks, sheet_of, take
from tests.event_day import Guests, Seat, event_desk


def _steps(*more: str) -> st.SearchStrategy[list[Step]]:
    kinds = (
        st.sampled_from((*STEPS, "undo", "undo")) if not more else st.sampled_from(more) | st.sampled_from((*STEPS,))
    )
    return st.lists(st.tuples(kinds, st.integers(0, 5), st.integers(0, 9), st.integers(1, 4)), min_size=1, max_size=8)


@contextmanager
def printed_event(factory: pytest.TempPathFactory, clock: HeldClock) -> Iterator[Event]:
    """Two meetings and a seminar, and everybody's sheet printed once."""
    folder = factory.mktemp("event")
    desk = event_desk(folder, clock)
    try:
        people = desk.do(Guests(GUESTS))
        papers = Papers(desk)
        desk.do(Seat(people["Anna Rossi"], people["Emily Ross"], slot=0, table=1))
        desk.do(Seat(people["Zofia Żak"], people["Liam Byrne"], slot=2, table=2))
        desk.do(Add("sessions", seminar()))
        papers.save(SCHEDULES, folder / "a.pdf")
        yield Event(desk, papers, people)
    finally:
        desk.close()


@settings(
    max_examples=6,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(steps=_steps())
@example(steps=[("move", 0, 3, 4), ("undo", 0, 0, 1)])
@example(steps=[("table", 0, 0, 4), ("table", 0, 0, 1)])
@example(steps=[("again", 0, 0, 1)])
@example(steps=[("interpret", 4, 0, 1)])
@example(steps=[("interpret", 4, 0, 1), ("interpret", 4, 0, 1)])
@example(steps=[("cancel", 0, 0, 1), ("seat", 0, 0, 1)])
@example(steps=[("language", 0, 0, 1), ("event_language", 0, 0, 1)])
@example(steps=[("language", 0, 2, 1), ("language", 1, 1, 1)])
@example(steps=[("event_language", 0, 0, 1), ("event_language", 0, 2, 1)])
@example(steps=[("session_changed", 0, 2, 1), ("session_people", 2, 0, 1)])
@example(steps=[("session_people", 2, 0, 1), ("session_moved", 0, 0, 1)])
@example(steps=[("organiser", 0, 0, 1), ("colour", 0, 0, 1), ("logo", 0, 0, 1)])
@example(steps=[("leave", 1, 0, 1)])
@example(steps=[("number", 0, 9, 1), ("organisation", 1, 1, 1), ("name", 3, 1, 1)])
def test_offered_are_exactly_those_whose_sheet_would_look_different(
    steps: list[Step], tmp_path_factory: pytest.TempPathFactory, clock: HeldClock
) -> None:
    with printed_event(tmp_path_factory, clock) as event:
        before = {name: looks(event, name) for name in GUESTS}
        taken = 0
        for step in steps:
            # The print itself is a step too, and stays.
            if step[0] != "undo" or taken:
                taken += take(event, *step)
        registered = held(event).registered
        coming = [name for name in GUESTS if event.people[name] in registered]
        changed = {event.people[name] for name in coming if looks(event, name) != before[name]}
        assert {sheet.person for sheet in event.papers.stale_sheets()} == changed
        prepared = event.papers.prepare(replace(SCHEDULES, changed=True))
        assert {sheet.person for sheet in prepared.sheets} == changed


@dataclass(slots=True)
class _Paper:
    """A sheet of paper on the desk or in somebody's hand."""

    version: int
    looks: str
    lines: frozenset[ScheduleLine]
    handed_out: bool = False


class _Piles:
    """The papers of everybody, kept by hand: what is printed, what is taken, and what each sheet must say next."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.papers: dict[str, list[_Paper]] = defaultdict(list)

    def put(self, names: list[str]) -> None:
        """These sheets come out of the printer."""
        for name in names:
            version, _ = self.expected(name)
            self.papers[name].append(_Paper(version, looks(self.event, name), _plain(sheet_of(self.event, name))))

    def take(self, name: str) -> None:
        """Somebody takes the newest sheet."""
        self.papers[name][-1].handed_out = True

    def in_hand(self, name: str, below: int = 1000) -> _Paper | None:
        papers = [one for one in self.papers[name] if one.version < below]
        taken = [one for one in papers if one.handed_out]
        return (taken or papers or [None])[-1]

    def expected(self, name: str) -> tuple[int, _Paper | None]:
        """The version that is printed next, and the paper that it takes the place of."""
        last = self.papers[name][-1] if self.papers[name] else None
        version = 1 if last is None else last.version + (last.looks != looks(self.event, name))
        return version, self.in_hand(name, version)

    def coming(self) -> list[str]:
        """Who is registered."""
        registered = held(self.event).registered
        return [name for name in GUESTS if self.event.people[name] in registered]

    def outdated(self) -> list[str]:
        """Who holds something else than what would be printed."""
        return [
            name
            for name in self.coming()
            if (paper := self.in_hand(name)) is not None and paper.looks != looks(self.event, name)
        ]


PAPER_STEPS = ("print", "changed", "hand", "arrive")


@settings(
    max_examples=5,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(steps=_steps(*PAPER_STEPS))
@example(steps=[("table", 0, 0, 4), ("print", 0, 0, 1), ("print", 0, 0, 1)])
@example(steps=[("hand", 0, 0, 1), ("table", 0, 0, 4), ("changed", 0, 0, 1), ("changed", 0, 0, 1)])
@example(steps=[("arrive", 0, 0, 1), ("table", 0, 0, 4), ("print", 0, 0, 1), ("table", 0, 0, 1), ("print", 0, 0, 1)])
@example(steps=[("table", 0, 0, 4), ("print", 0, 0, 1), ("hand", 0, 0, 1), ("print", 0, 0, 1), ("cancel", 0, 0, 1)])
@example(steps=[("again", 0, 0, 1), ("name", 5, 0, 1), ("name", 0, 1, 1)])
def test_a_sheet_is_marked_against_the_copy_in_hand_however_often_it_is_printed(
    steps: list[Step], tmp_path_factory: pytest.TempPathFactory, clock: HeldClock
) -> None:
    with printed_event(tmp_path_factory, clock) as event:
        piles = _Piles(event)
        piles.put(list(GUESTS))
        for what, who, slot, table in steps:
            name = GUESTS[who]
            if what == "print":
                piles.put(piles.coming())
                event.papers.record(event.papers.draw(SCHEDULES))
            elif what == "changed":
                piles.put(piles.outdated())
                event.papers.record(event.papers.draw(replace(SCHEDULES, changed=True)))
            elif what == "hand":
                piles.take(name)
                event.papers.hand_out(event.people[name])
            elif what == "arrive" and name in piles.coming():
                piles.take(name)
                event.desk.do(MarkExpected(event.people[name]))
                event.desk.do(CheckIn(event.people[name]))
            elif what in STEPS:
                take(event, what, who, slot, table)
        outdated = {event.people[name] for name in piles.outdated()}
        assert {sheet.person for sheet in event.papers.stale_sheets()} == outdated
        for name in piles.coming():
            version, before = piles.expected(name)
            sheet = sheet_of(event, name)
            assert sheet.version == version
            assert (sheet.replaces.version if sheet.replaces else None) == (before.version if before else None)
            _assert_marked(sheet, before)


def _plain(sheet: PersonSheet) -> frozenset[ScheduleLine]:
    """What the sheet says of meetings and sessions now, without what nobody reads."""
    return frozenset(_read(line) for line in sheet.lines if line.key and line.mark is not Mark.CANCELLED)


def _read(line: ScheduleLine) -> ScheduleLine:
    return replace(line, key="", mark=None, before=None)


def _assert_marked(sheet: PersonSheet, before: _Paper | None) -> None:
    """Marked is what the paper before does not say; what it said and is no more is struck, or stands as "before"."""
    marked = {_read(line) for line in sheet.lines if line.mark not in (None, Mark.CANCELLED)}
    then = before.lines if before is not None else _plain(sheet)
    assert marked == _plain(sheet) - then
    struck = {_read(line) for line in sheet.lines if line.mark is Mark.CANCELLED}
    assert struck | {_read(line.before) for line in sheet.lines if line.before} == then - _plain(sheet)


def test_a_walk_in_is_offered_with_the_first_meeting(
    tmp_path_factory: pytest.TempPathFactory, clock: HeldClock
) -> None:
    with printed_event(tmp_path_factory, clock) as event:
        walk_in = event.desk.do(RegisterWalkIn(name="Ewa Zielińska", side="EU"))
        assert event.papers.stale_sheets() == ()
        event.desk.do(Seat(walk_in, event.people["Grace O'Neill"], slot=1, table=3))
        first, changed = sorted(event.papers.stale_sheets(), key=lambda sheet: sheet.held_version)
        assert (first.person, first.version, first.lies_ready) == (walk_in, 1, False)
        assert changed.person == event.people["Grace O'Neill"]
        event.papers.record(event.papers.draw(replace(SCHEDULES, changed=True)))
        assert {sheet.person for sheet in event.papers.stale_sheets() if not sheet.lies_ready} == set()
        assert walk_in not in {sheet.person for sheet in event.papers.stale_sheets()}
