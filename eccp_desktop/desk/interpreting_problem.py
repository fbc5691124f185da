"""Interpreters as the timetable engine knows them: each kind of need is a language, spoken by whoever can meet it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eccp_desktop.base.language_names import language_name
from eccp_desktop.domain.hall import Diary, Hall
from eccp_desktop.domain.ids import ParticipantId, SlotId
from eccp_desktop.domain.interpreting import Need, interpreters_in, need_in
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.timetable.problem import Interpreter


@dataclass(frozen=True, slots=True)
class Interpreting:
    """What the engine is told. `languages` are by the keys of meetings; `words` say what such a language stands for."""

    languages: Mapping[str, str]
    interpreters: tuple[Interpreter, ...]
    words: Mapping[str, str]


def interpreting(
    hall: Hall,
    meetings: Mapping[str, tuple[ParticipantId, ...]],
    assigned: Mapping[str, tuple[ParticipantId, ...]],
    past: frozenset[str],
) -> Interpreting:
    """The needs of these meetings, by key, as far as somebody of the event could ever meet them.

    A need that nobody can meet is left out: no meeting waits for an interpreter whom the event does not have. Who was
    `assigned` to a meeting that needs nobody stays with it.
    """
    able = interpreters_in(hall)
    helping = {person for people in assigned.values() for person in people}
    if not able and not helping:
        return Interpreting({}, (), {})
    free = {person: _free(hall, hall.diaries[person]) for person in sorted(able.keys() | helping)}
    open_for = [diary for diary in able.values() if free[diary.id] - past]
    languages: dict[str, str] = {}
    words: dict[str, str] = {}
    spoken: dict[ParticipantId, set[str]] = {person: set() for person in free}
    for key, people in meetings.items():
        need = need_in(hall, people)
        if need:
            name = _name(need)
            candidates = [one for one in open_for if one.id not in people and need.met_by(one.languages)]
            words[name] = " and ".join(" or ".join(map(language_name, side)) for side in need.tongues)
        else:
            candidates = [hall.diaries[person] for person in assigned.get(key, ())[:1]]
            name = "".join(f"only {one.id}" for one in candidates)
            words[name] = ""
        if candidates:
            languages[key] = name
            for one in candidates:
                spoken[one.id].add(name)
    return Interpreting(languages, tuple(_interpreters(hall, spoken, free)), words)


def _interpreters(
    hall: Hall, spoken: Mapping[ParticipantId, set[str]], free: Mapping[ParticipantId, frozenset[str]]
) -> Iterable[Interpreter]:
    """Who has no meetings of their own comes first."""
    own = {person for meeting in hall.meetings.values() for person in meeting.people}
    for person in sorted(spoken, key=lambda one: (one in own, hall.diaries[one].name, one)):
        everywhere = len(free[person]) == len(hall.slots)
        yield Interpreter(person, frozenset(spoken[person]), None if everywhere else free[person])


def _free(hall: Hall, diary: Diary) -> frozenset[str]:
    """Slots in which somebody is there, whatever they have to do then."""
    return frozenset(
        str(slot.id)
        for slot in hall.slots.values()
        if person_refusal(hall, diary, slot, diary.meetings.get(SlotId(slot.id))) is None
    )


def _name(need: Need) -> str:
    return "~".join(sorted("|".join(sorted(side)) for side in need.sides))
