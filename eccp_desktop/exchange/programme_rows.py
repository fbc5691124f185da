"""Rows of requests, of times when people are not free, and of meetings that were agreed elsewhere."""

from collections.abc import Sequence
from datetime import date, time

from eccp_desktop.domain.incoming import IncomingAbsence, IncomingMeeting, IncomingRequest
from eccp_desktop.domain.vocabulary import MeetingState, Priority, RequestState
from eccp_desktop.exchange.cell_words import priority, request_state
from eccp_desktop.exchange.cells import day_of, line_of, time_of
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.row_reader import RowReader

_MEETING_STATES = {
    "held": MeetingState.HELD,
    "done": MeetingState.HELD,
    "cancelled": MeetingState.CANCELLED,
    "canceled": MeetingState.CANCELLED,
    "rejected": MeetingState.CANCELLED,
    "declined": MeetingState.CANCELLED,
    "unscheduled": MeetingState.UNSCHEDULED,
    "host missing": MeetingState.HOST_MISSING,
    "guest missing": MeetingState.GUEST_MISSING,
    "both missing": MeetingState.BOTH_MISSING,
}


def read_request(row: RowReader) -> IncomingRequest:
    """The request of a row. Raises RowRefused where it does not say who asks or who is asked."""
    return IncomingRequest(
        row=row.row.number,
        sender=_person(row, Field.SENDER, "The row does not say who asks."),
        receiver=_person(row, Field.RECEIVER, "The row does not say who is asked."),
        priority=_priority(row),
        state=_request_state(row),
        message=row.text(Field.MESSAGE),
    )


def read_absence(row: RowReader, days: Sequence[date]) -> IncomingAbsence:
    """When a person is not free. Raises RowRefused where person, day or times cannot be read."""
    who = _person(row, Field.WHO, "The row does not say who is not free.")
    start, end = _time(row, Field.START), _time(row, Field.END)
    # 24:00, 23:59 and 00:00 as an end all mean that the day is over.
    end = None if end in (time(), time(23, 59)) else end
    if start is not None and end is not None and end <= start:
        raise row.refused(Field.END, "The end is not after the beginning.")
    return IncomingAbsence(row.row.number, who, _day(row, days, Field.START), start, end, row.line(Field.REASON))


def read_meeting(row: RowReader, days: Sequence[date]) -> IncomingMeeting:
    """A meeting with its seat as far as the row has one. Raises RowRefused where host or guest is missing."""
    text = row.line(Field.STATUS)
    start = _time(row, Field.TIME)
    return IncomingMeeting(
        row=row.row.number,
        host=_person(row, Field.HOST, "The row names no host."),
        guest=_person(row, Field.GUEST, "The row names no guest."),
        day=_day(row, days, Field.TIME) if start is not None else None,
        start=start,
        table=row.line(Field.TABLE),
        state=_MEETING_STATES.get(text.casefold()) if text else None,
    )


def _person(row: RowReader, column: Field, reason: str) -> str:
    text = row.line(column)
    if text is None:
        raise row.refused(column, reason)
    return text


def _priority(row: RowReader) -> Priority | None:
    text = row.line(Field.PRIORITY)
    found = priority(text) if text else None
    if text and found is None:
        row.warn(Field.PRIORITY, "This priority is not known; the request is taken as a wish.")
    return found


def _request_state(row: RowReader) -> RequestState | None:
    text = row.line(Field.STATUS)
    found = request_state(text) if text else None
    if text and found is None:
        row.warn(Field.STATUS, "This status is not known; the request is taken as open.")
    return found


def _day(row: RowReader, days: Sequence[date], timed: Field) -> date:
    """The day of a row: in its own column, in the date of its time, or the only day of the event."""
    text = row.line(Field.DAY)
    found = day_of(text, days) if text else day_of(line_of(row.raw(timed)), days)
    if found is None and text is None and len(set(days)) == 1:
        return days[0]
    if found is None:
        raise row.refused(
            Field.DAY, "This is not a day of the calendar." if text else "The row does not say which day."
        )
    if days and found not in days:
        row.warn(Field.DAY, "The event has no session on this day.")
    return found


def _time(row: RowReader, column: Field) -> time | None:
    text = row.line(column)
    if text is None:
        return None
    found = time_of(text)
    if found is None:
        raise row.refused(column, "This is not a time of day.")
    return found
