"""Who interprets for whom: what a meeting needs, who can give it, and who is free for it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from eccp_desktop.domain.hall import Diary, Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.domain.vocabulary import ParticipantState


@dataclass(frozen=True, slots=True)
class Need:
    """The tongues (ISO 639-1) between which somebody has to interpret: of each side, one of these.

    Without a side nobody is needed. Somebody of whom no language is known makes no side.
    """

    sides: frozenset[frozenset[str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.sides)

    @property
    def tongues(self) -> tuple[tuple[str, ...], ...]:
        """Of each side the languages that would do, the side with fewest first."""
        return tuple(sorted((tuple(sorted(side)) for side in self.sides), key=lambda side: (len(side), side)))

    def spoken_by(self, languages: Collection[str]) -> tuple[str, ...]:
        """Which of the languages that would do are among these, side by side."""
        return tuple(dict.fromkeys(tongue for side in self.tongues for tongue in side if tongue in languages))

    def met_by(self, languages: frozenset[str]) -> bool:
        """Whether somebody who speaks these can interpret."""
        return all(languages & side for side in self.sides)


class Speaker(Protocol):
    """Somebody of whom it is known what they speak."""

    @property
    def languages(self) -> Collection[str]: ...

    @property
    def interpreter_needed(self) -> str: ...


def _understood(diary: Speaker) -> frozenset[str]:
    """In which languages somebody can meet: the one that they asked to have interpreted, or all that they speak."""
    return frozenset({diary.interpreter_needed}) if diary.interpreter_needed else frozenset(diary.languages)


def need_of(diaries: Iterable[Speaker]) -> Need:
    """What people who meet need: nothing where each two of them share a language.

    Somebody who asked for an interpreter needs one also where nothing is known of the other; people of whom nothing is
    known and who asked for nothing do not.
    """
    sides: set[frozenset[str]] = set()
    for one, other in combinations(diaries, 2):
        both = _understood(one), _understood(other)
        if both[0] & both[1]:
            continue
        if one.interpreter_needed or other.interpreter_needed or all(both):
            sides.update(side for side in both if side)
    return Need(frozenset(sides))


def need_in(hall: Hall, people: Iterable[ParticipantId]) -> Need:
    """`need_of` people of the hall."""
    return need_of(hall.diaries[person] for person in people)


def interpreters_in(hall: Hall) -> Mapping[ParticipantId, Diary]:
    """Whoever may interpret and takes part."""
    return {
        diary.id: diary
        for diary in hall.diaries.values()
        if diary.interprets and diary.state is not ParticipantState.CANCELLED
    }


def free_interpreters(
    hall: Hall, people: Iterable[ParticipantId], slot: SlotId, meeting: MeetingId | None = None
) -> Iterator[Diary]:
    """Who could interpret for these people in a slot: able, present, in no meeting but perhaps this one.

    Who has no meetings of their own comes first. Nobody where nobody is needed.
    """
    taking_part = tuple(people)
    need = need_in(hall, taking_part)
    if not need:
        return
    able = [one for one in interpreters_in(hall).values() if one.id not in taking_part and need.met_by(one.languages)]
    for diary in sorted(able, key=lambda one: (_has_own_meetings(hall, one), one.name, one.id)):
        if person_refusal(hall, diary, hall.slots[slot], meeting) is None:
            yield diary


def _has_own_meetings(hall: Hall, diary: Diary) -> bool:
    """Whether an interpreter sits in seated meetings for themselves too."""
    return any(diary.id in hall.meetings[meeting].people for meeting in diary.meetings.values())


def interpreter_refusal(hall: Hall, meeting: MeetingId, interpreter: ParticipantId) -> Refusal | None:
    """What keeps somebody from interpreting in a seated meeting, if anything."""
    found, diary = hall.meetings[meeting], hall.diaries[interpreter]
    if not found.seated or found.slot is None:
        return Refusal("not_seated", meeting=found.number)
    if interpreter in found.people:
        return Refusal("interpreter_takes_part", person=diary.name, meeting=found.number)
    if not diary.interprets:
        return Refusal("does_not_interpret", person=diary.name)
    need = need_in(hall, found.people)
    if not need.met_by(diary.languages):
        return Refusal("interpreter_lacks_language", person=diary.name, tongues=need.tongues, meeting=found.number)
    return person_refusal(hall, diary, hall.slots[found.slot], meeting)


def following(hall: Hall, meeting: HallMeeting, slot: SlotId) -> tuple[ParticipantId, ...] | Refusal:
    """Who interprets in a meeting that goes to another slot: who does so now, or another one who is free and able then.

    A meeting without an interpreter is given none. Answers the Refusal that stands in the way where nobody is free.
    """
    kept: list[ParticipantId] = []
    for interpreter in meeting.interpreters:
        refusal = person_refusal(hall, hall.diaries[interpreter], hall.slots[slot], meeting.id)
        if refusal is None:
            kept.append(interpreter)
            continue
        others = free_interpreters(hall, meeting.people, slot, meeting.id)
        other = next((one.id for one in others if one.id not in (*kept, *meeting.interpreters)), None)
        if other is None:
            return Refusal(
                "interpreter_not_free",
                person=hall.diaries[interpreter].name,
                meeting=meeting.number,
                slot=hall.slots[slot].span.start,
            )
        kept.append(other)
    return tuple(kept)
