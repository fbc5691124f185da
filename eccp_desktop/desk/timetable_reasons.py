"""The engine's reasons with names, times and numbers in the place of row ids, as meetings keep them."""

from collections.abc import Iterable, Mapping

from eccp_desktop.desk.timetable_problem import EventProblem
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.timetable.timetable import Unplaced

_MOST_NAMED = 6


def stored_reason(event: EventProblem, unplaced: Unplaced) -> MeetingReason:
    """Why a meeting has no seat. Where something would help, the facts hold its code as `help`, its facts with `help_`
    before their names, and how many more meetings it would place as `help_gain`."""
    facts = _worded(event, unplaced.reason.facts)
    remedy = unplaced.remedy
    if remedy is not None:
        facts["help"] = remedy.code.value
        facts["help_gain"] = remedy.gain
        facts |= {f"help_{name}": value for name, value in _worded(event, remedy.facts).items()}
    return MeetingReason(unplaced.reason.code.value, facts)


def _worded(event: EventProblem, facts: Mapping[str, object]) -> dict[str, object]:
    hall = event.hall
    worded: dict[str, object] = {}
    for name, value in facts.items():
        match name:
            case "people":
                worded[name] = [_person(hall, key) for key in _keys(value)]
            case "person":
                worded[name] = _person(hall, str(value))
            case "slots":
                worded[name] = [_slot(hall, key) for key in _keys(value)]
            case "slot":
                worded[name] = _slot(hall, str(value))
            case "meetings":
                keys = _keys(value)
                worded[name] = [_meeting(event, key) for key in keys[:_MOST_NAMED]]
                if len(keys) > _MOST_NAMED:
                    worded["more_meetings"] = len(keys) - _MOST_NAMED
            case "meeting":
                worded[name] = _meeting(event, str(value))
            case "language":
                worded[name] = event.tongues.get(str(value), "")
            case "table":
                place = hall.tables.get(TableId(str(value)))
                worded[name] = place.number if place is not None else ""
            case _:
                worded[name] = value
    return worded


def _keys(value: object) -> list[str]:
    return [str(key) for key in value] if isinstance(value, Iterable) else []


def _person(hall: Hall, key: str) -> str:
    return hall.diaries[ParticipantId(key)].name


def _slot(hall: Hall, key: str) -> str:
    return f"{hall.slots[SlotId(key)].span.start:%Y-%m-%d %H:%M}"


def _meeting(event: EventProblem, key: str) -> str:
    return " - ".join(_person(event.hall, person) for person in event.pairs[key].people)
