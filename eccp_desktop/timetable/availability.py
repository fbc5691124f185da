"""Who could meet when, and which tables stand open when, before any meeting is placed."""

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.problem import Person, Problem


def free_slots(problem: Problem) -> tuple[frozenset[str], ...]:
    """Slots in which each person could meet: the diary without what lateness or an early departure takes away."""
    return tuple(_free(person, problem) for person in problem.people)


def _free(person: Person, problem: Problem) -> frozenset[str]:
    if person.presence is Presence.GONE:
        return frozenset()
    start = person.late_until if person.late_until is not None else problem.slots[0].start if problem.slots else 0
    present = frozenset(slot.key for slot in problem.slots if slot.start >= start)
    return present if person.free is None else present & person.free


def open_tables(problem: Problem) -> tuple[frozenset[str], ...]:
    """Tables that can hold a meeting in each slot; a kept meeting holds its table open."""
    held = {(placement.slot, placement.table) for placement in problem.kept().values()}
    return tuple(
        frozenset(
            table.key for table in problem.tables if slot.key not in table.closed or (slot.key, table.key) in held
        )
        for slot in problem.slots
    )
