"""What the page says of meetings, cells and reasons, in sentences. No Qt here."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from eccp_desktop.domain.hall import Diary, Hall, HallMeeting
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.interpreting import interpreters_in, need_in
from eccp_desktop.domain.making_room import Room, Seat
from eccp_desktop.domain.reasons import MeetingReason, reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.ways_out import Way, WayOut
from eccp_desktop.ui.interpreter_texts import tongues
from eccp_desktop.ui.pages.timetable.carrying import Carrying, Fit, Verdict
from eccp_desktop.ui.pages.timetable.day_grid import Axis, DayGrid
from eccp_desktop.ui.texts import sentence
from eccp_desktop.ui.timetable_texts import WHY, help_words, why_waiting


def names(hall: Hall, people: Sequence[ParticipantId]) -> str:
    """Anna Rossi and Emily Ross."""
    found = [hall.diaries[person].name for person in people if person in hall.diaries]
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)


def partner_names(hall: Hall, meeting: HallMeeting, but: str = "") -> list[str]:
    """Whom a meeting brings together: all of them, or all but the person whose line it is."""
    return [hall.diaries[person].name for person in meeting.people if person != but and person in hall.diaries]


def partner_organisations(hall: Hall, meeting: HallMeeting, but: str = "") -> str:
    """The organisations behind `partner_names`."""
    others: list[Diary] = [
        hall.diaries[person] for person in meeting.people if person != but and person in hall.diaries
    ]
    return " – ".join(diary.organisation_name for diary in others if diary.organisation_name)


def day_words(day: date) -> str:
    """Mon 25 April."""
    return f"{day:%a} {day.day} {day:%B}"


def time_words(moment: datetime) -> str:
    """10:20."""
    return f"{moment:%H:%M}"


def table_words(hall: Hall, meeting: HallMeeting) -> str:
    """Table 7."""
    return "" if meeting.table is None else f"table {hall.tables[meeting.table].number}"


def _proposed(hall: Hall, meeting: HallMeeting) -> str:
    when = "" if meeting.slot is None else time_words(hall.slots[meeting.slot].span.start)
    return f"{names(hall, meeting.people)}, {when}, {table_words(hall, meeting)}."


def meeting_words(hall: Hall, meeting: HallMeeting) -> str:
    """All that a cell says of a meeting, in one line."""
    parts = [f"Meeting {meeting.number}", names(hall, meeting.people)]
    if meeting.slot is not None:
        parts.append(time_words(hall.slots[meeting.slot].span.start))
    parts += [table_words(hall, meeting), str(meeting.state), "locked" if meeting.locked else ""]
    parts.append(_interpreter_words(hall, meeting))
    return ", ".join(part for part in parts if part)


def _interpreter_words(hall: Hall, meeting: HallMeeting) -> str:
    """`Ines Costa interprets`, `nobody interprets` where somebody has to, and nothing where nobody has."""
    if meeting.interpreters:
        return f"{names(hall, meeting.interpreters)} interprets"
    need = need_in(hall, meeting.people)
    asked = interpreters_in(hall) or any(hall.diaries[person].interpreter_needed for person in meeting.people)
    if not (need and asked and meeting.seated):
        return ""
    return f"nobody interprets ({tongues(need.tongues)})"


def cell_words(day: DayGrid, line: int, column: int) -> str:
    """What a cell says while nothing is carried."""
    hall = day.grid.hall
    meeting = day.meeting(line, column)
    if meeting is not None:
        change = day.changes.get(meeting.id)
        if change and not day.since:
            return f"Proposed, {change}: {_proposed(hall, meeting)}"
        since = f". {change.capitalize()} since {day.since}." if change else ""
        return f"{meeting_words(hall, meeting)}{since}"
    refusal = day.closed(line, column)
    if refusal is not None:
        return sentence(refusal)
    key = ParticipantId(day.lines[line].key)
    who = hall.diaries[key].name if day.axis is Axis.PEOPLE else day.lines[line].title
    return f"{who} is free at {time_words(day.slots[column].span.start)}."


def line_words(day: DayGrid, line: int) -> str:
    """A line's header in one line."""
    found = day.lines[line]
    presence = "" if found.presence is None else str(found.presence)
    count = day.count(line)
    meetings = "no meeting" if count == 0 else "1 meeting" if count == 1 else f"{count} meetings"
    return ", ".join(part for part in (found.title, found.second, presence, meetings) if part)


def verdict_words(carrying: Carrying, verdict: Verdict, dragging: bool = False) -> str:
    """What would happen on a cell, or why it cannot; who drags with the mouse is told to let go."""
    hall, meeting = carrying.hall, carrying.meeting
    if verdict.refusal is not None:
        return sentence(verdict.refusal)
    when = time_words(hall.slots[verdict.slot].span.start)
    match verdict.fit:
        case Fit.HERE:
            return f"Meeting {meeting.number} comes from here. Escape leaves it where it is."
        case Fit.SWAP if verdict.other is not None:
            other = hall.meetings[verdict.other]
            return f"Swap with meeting {other.number}, {names(hall, other.people)}, {when}, {table_words(hall, other)}."
    number = "" if verdict.table is None else f", table {hall.tables[verdict.table].number}"
    return f"Meeting {meeting.number} can sit here: {when}{number}. {'Let go to seat it.' if dragging else 'Enter seats it.'}"


def carried_words(carrying: Carrying, axis: Axis) -> str:
    """What to do now that a meeting was picked up."""
    where = "in one of their rows" if axis is Axis.PEOPLE else "at a marked table"
    who = names(carrying.hall, carrying.meeting.people)
    return f"Meeting {carrying.meeting.number}, {who}: put it {where} with mouse or arrow keys and Enter. Escape leaves it."


def reason_words(stored: str) -> str:
    """Why a meeting waits, as a sentence."""
    reason = reason_of(stored)
    if reason is None:
        return "Not placed yet."
    if reason.code == "words":
        return str(reason.facts["words"])
    facts = {name: reason.moment(name) or value for name, value in reason.facts.items()}
    return why_waiting(MeetingReason(reason.code, facts))


def was_computed(stored: str) -> bool:
    """Whether the engine found the reason, so that a change of the timetable can have done away with it."""
    reason = reason_of(stored)
    return reason is not None and reason.code in WHY


def remedy_words(stored: str) -> str:
    """What the engine found that would help; empty where it found nothing."""
    reason = reason_of(stored)
    return "" if reason is None else help_words(reason)


def way_words(hall: Hall, way: WayOut, gain: int | None = None) -> str:
    """What to change so that a meeting gets a seat, and how many more get one by it where that was tried."""
    at = f"{hall.slots[way.slot].span.start:%a} {time_words(hall.slots[way.slot].span.start)}" if way.slot else ""
    match way:
        case WayOut(Way.OPEN_TABLE, table=table) if table is not None:
            words = f"Open table {hall.tables[table].number} on {at}"
        case WayOut(Way.FREE_PERSON, person=person) if person is not None:
            words = f"{hall.diaries[person].name} is there on {at} after all"
        case WayOut(Way.UNLOCK, meeting=meeting) if meeting is not None:
            words = f"Unlock meeting {hall.meetings[meeting].number}, {names(hall, hall.meetings[meeting].people)}"
        case WayOut(Way.RAISE_MAXIMUM):
            words = "One meeting more a day for everybody"
        case _:
            words = f"Add a table ({len(hall.tables) + 1} in all)"
    if gain is None:
        return words
    return f"{words}: places {gain} more" if gain > 1 else f"{words}: places 1"


def raises_maximum(stored: str) -> bool:
    """Whether a higher daily maximum is what the engine found to help."""
    reason = reason_of(stored)
    return reason is not None and reason.facts.get("help") == "raise_daily_maximum"


def seat_words(hall: Hall, seat: Seat) -> str:
    """Mon 10:20, table 7."""
    return f"{_when(hall.slots[seat.slot].span.start)}, table {hall.tables[seat.table].number}"


@lru_cache(maxsize=1024)  # thousands of meetings of a proposal lie in a few dozen slots
def _when(start: datetime) -> str:
    return f"{start:%a} {time_words(start)}"


def room_words(hall: Hall, room: Room) -> str:
    """What to do so that a meeting gets a seat, in two lines."""
    blocker = hall.meetings[room.blocker]
    first = f"Move meeting {blocker.number}, {names(hall, blocker.people)}, to {seat_words(hall, room.new_seat)}"
    return f"{first}. Then this one gets {seat_words(hall, room.seat)}."


def short_reason(refusal: Refusal) -> str:
    """Why a cell is closed, in the few words that fit into it."""
    reason = refusal.facts.get("reason")
    return str(reason) if reason else _SHORT.get(refusal.code, "Away")


_SHORT = {
    "person_cancelled": "Cancelled",
    "person_gone": "Gone",
    "person_late": "Late",
    "person_not_arrived": "Not here yet",
    "person_departed": "Left",
    "table_closed": "Closed",
}
