"""Whether an event is in order: the file is whole, the figures add up, undo leads back to where it began."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.indicators import figures
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MISSING_STATES, MeetingState, ParticipantState
from eccp_desktop.store.checking import problems
from eccp_desktop.store.journal.replay import Dump, differences, dump
from eccp_desktop.store.journal.undo_stack import FINAL, _standing_units, next_undo
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.indicators import reported_event
from eccp_desktop.store.rows import JournalUnit, Meeting, Participant

_OPEN = frozenset({MeetingState.SCHEDULED, MeetingState.CALLED, MeetingState.RUNNING})


@dataclass(frozen=True, slots=True)
class Beginning:
    """An event before hands came to it."""

    tables: Dump
    units: frozenset[str]


def beginning(desk: Desk) -> Beginning:
    """How it is now."""
    return Beginning(desk.read(dump), frozenset(desk.read(_units)))


def standing_steps(reading: Reading) -> int:
    """How many steps could be undone, one after the other."""
    return sum(1 for unit in _standing_units(reading) if unit.depth % 2 == 0)


def unsound(desk: Desk) -> list[str]:
    """What is wrong with the file and its figures, in words."""
    wrong = desk.read(problems)
    return wrong or desk.read(lambda reading: list(_do_not_add_up(reading)))


def way_back(desk: Desk, begun: Beginning) -> Iterator[str]:
    """Undoes step after step, naming each, until the event should be as it was; raises AssertionError where it is not.

    Ends at once where steps were made that have no way back, or the beginning itself was undone.
    """
    standing = {entry.unit.id for entry in desk.read(_standing_units)}
    if not begun.units <= standing or desk.read(_final) - begun.units:
        return
    while (unit := desk.read(next_undo)) is not None and desk.read(_first_of, unit.id) not in begun.units:
        try:
            yield desk.undo().title
        except Refusal as refusal:
            raise AssertionError(f"{unit.title} cannot be undone: {refusal}") from refusal
    left = list(differences(desk.read(dump), begun.tables))
    assert not left, f"after undoing everything: {left[:10]}"


def _first_of(reading: Reading, unit: str) -> str:
    """The step that a unit is, or that it does again."""
    undone = {row.id: row.undoes for row in reading.execute(select(JournalUnit.id, JournalUnit.undoes))}
    while (earlier := undone.get(unit)) is not None:
        unit = earlier
    return unit


def _units(reading: Reading) -> set[str]:
    return set(reading.execute(select(JournalUnit.id)).scalars())


def _final(reading: Reading) -> set[str]:
    return set(reading.execute(select(JournalUnit.id).where(JournalUnit.action.in_(FINAL))).scalars())


def _do_not_add_up(reading: Reading) -> Iterator[str]:
    states = Counter(MeetingState(one) for one in reading.execute(select(Meeting.state)).scalars())
    told = figures(reported_event(reading).facts)["meetings"]
    people = Counter(ParticipantState(one) for one in reading.execute(select(Participant.state)).scalars())
    total = figures(reported_event(reading).facts)["participants"]
    assert isinstance(told, dict)
    assert isinstance(total, dict)
    still_open = sum(states[state] for state in _OPEN)
    if told["scheduled"] != told["held"] + told["missing"] + told["cancelled"] + still_open:
        yield f"scheduled is not held + missing + cancelled + {still_open} open: {told}"
    if told["held"] != states[MeetingState.HELD]:
        yield f"{told['held']} are told as held, {states[MeetingState.HELD]} are"
    if told["missing"] < sum(states[state] for state in MISSING_STATES):
        yield f"{told['missing']} are told as missing: {states}"
    for all_of_them, by_type in (("scheduled", "by_type"), ("held", "held_by_type")):
        if told[all_of_them] != sum(told[by_type].values()):
            yield f"{by_type} does not add up to {told[all_of_them]}: {told[by_type]}"
    if total["total"] != total["registered"] + total["pending"] + total["cancelled"]:
        yield f"people do not add up: {total}"
    if total["total"] > sum(people.values()):
        yield f"{total['total']} people are told, {sum(people.values())} there are"
