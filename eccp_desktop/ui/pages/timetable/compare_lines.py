"""The differences between two versions as lines to read, by meeting or by person. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass

from eccp_desktop.desk.folding import ascii_words
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.versions import Comparison, Difference, Fate, PersonDifference, by_person, names_in
from eccp_desktop.ui.pages.timetable.day_grid import Change
from eccp_desktop.ui.version_texts import difference_words, person_words


@dataclass(frozen=True, slots=True)
class CompareLine:
    """A line of the list; `who` and `slot` are the cell of the grid that it is about."""

    key: str
    title: str
    words: str
    fates: frozenset[Fate]
    who: ParticipantId
    slot: SlotId | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A comparison with its lines: one a meeting, and one a person whose sheet is another one."""

    comparison: Comparison
    meetings: tuple[CompareLine, ...]
    people: tuple[CompareLine, ...]


def listed(comparison: Comparison) -> Listed:
    """Takes long where thousands of meetings differ: not for the window's thread."""
    return Listed(
        comparison,
        tuple(_of_meeting(difference, comparison) for difference in comparison.differences),
        tuple(_of_person(line) for line in by_person(comparison)),
    )


def let_through(lines: Iterable[CompareLine], fates: frozenset[str], letters: str) -> list[CompareLine]:
    """The lines with one of these fates (any, without), in which each word that was typed is found."""
    words = ascii_words(letters)
    if not words and not fates:
        return list(lines)
    return [
        line
        for line in lines
        if (not fates or line.fates & fates) and all(word in " ".join(ascii_words(line.title)) for word in words)
    ]


def marks(comparison: Comparison) -> dict[MeetingId, Change]:
    """How the grid marks the meetings that have a seat in the later version; locks it shows anyway."""
    kinds = {Fate.NEW: Change.NEW, Fate.MOVED: Change.MOVED, Fate.REVOICED: Change.REVOICED}
    return {one.meeting: kinds[one.fate] for one in comparison.differences if one.fate in kinds}


def _of_meeting(difference: Difference, comparison: Comparison) -> CompareLine:
    seating = difference.after or difference.before
    return CompareLine(
        key=f"{difference.fate}/{difference.meeting}",
        title=" – ".join(names_in(difference.people, comparison.names)),
        words=difference_words(difference, comparison.names),
        fates=frozenset((difference.fate,)),
        who=difference.people[0] if difference.people else ParticipantId(""),
        slot=None if seating is None else seating.slot,
    )


def _of_person(line: PersonDifference) -> CompareLine:
    seating = line.differences[0].after or line.differences[0].before
    slot = None if seating is None else seating.slot
    return CompareLine(line.person, line.name, person_words(line), frozenset(line.counts), line.person, slot)
