"""What merging people and merging organisations have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from eccp_desktop.actions.falling_out import FALLING
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import pairing_refusal, seating_refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.store.unit import Organisation, Participant, Unit

Parts = Mapping[str, tuple[str, ...]]
"""What is chosen as one when two records differ: its name, and the columns behind it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Numbers of the meetings that a merge put into the tray, and of those that it cancelled as made twice."""

    waiting: tuple[int, ...] = ()
    cancelled: tuple[int, ...] = ()


def take_parts(
    parts: Parts, kept: Participant | Organisation, other: Participant | Organisation, taken: Iterable[str]
) -> None:
    """Write to the kept record the parts that are taken from the other, and those that it says nothing of itself.

    Raises Refusal `unknown_part` for a name that `parts` does not have.
    """
    wanted = set(taken)
    if unknown := sorted(wanted - set(parts)):
        raise Refusal("unknown_part", part=unknown[0], parts=list(parts))
    for part, columns in parts.items():
        if part in wanted or all(_says_nothing(kept, column) for column in columns):
            for column in columns:
                setattr(kept, column, getattr(other, column))


def lawful_meetings(hall: Hall) -> frozenset[MeetingId]:
    """The meetings ahead that sit where the rules allow it: a merge answers for these, and not for what was odd before."""
    return frozenset(
        meeting.id
        for meeting in hall.meetings.values()
        if meeting.state in FALLING and _obstacle(hall, meeting) is None
    )


def unseat_unlawful(unit: Unit, lawful: Iterable[MeetingId]) -> tuple[int, ...]:
    """Put those meetings into the tray that the rules allow no longer, each with the rule as its reason; answers their numbers."""
    hall = unit.hall()
    found = []
    for known in lawful:
        meeting = hall.meetings.get(known)
        if meeting is not None and meeting.state in FALLING and (refusal := _obstacle(hall, meeting)) is not None:
            found.append((meeting.number, meeting.id, MeetingReason(refusal.code, refusal.facts)))
    for _, known, reason in found:
        unseat(unit, known, reason)
    return tuple(sorted(number for number, _, _ in found))


def unseat(unit: Unit, meeting: MeetingId, reason: MeetingReason) -> None:
    """Put a meeting into the tray."""
    row = unit.meetings.get(meeting)
    unit.vacate([row])
    row.locked = False
    row.reason = reason.stored()
    unit.flush()


def _obstacle(hall: Hall, meeting: HallMeeting) -> Refusal | None:
    assert meeting.slot is not None
    assert meeting.table is not None
    people = [hall.diaries[person] for person in meeting.people]
    for one, other in combinations(people[:2], 2):
        if (refusal := pairing_refusal(hall.pairing, one, other)) is not None:
            return refusal
    # That somebody has to hurry takes no seat away: two records are only put together.
    return seating_refusal(hurrying(hall), meeting.people, meeting.slot, meeting.table, meeting.id)


def _says_nothing(record: Participant | Organisation, column: str) -> bool:
    value = getattr(record, column)
    return value is None or value == "" or (column == "presence" and value == Presence.EXPECTED)
