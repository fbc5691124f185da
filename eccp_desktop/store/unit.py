"""The unit of work: what an intent applies itself to.

Rows reached through a unit are written when the intent is done; the recorder and the journal see to the rest. An intent that
raises changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session as OrmSession

from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.outgoing import WholeEvent
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.journal.erasing import erase_table, erase_values, rows_ever
from eccp_desktop.store.journal.registers import FieldChange, changes_of_rows
from eccp_desktop.store.rows import (
    Absence,
    Brief,
    Event,
    EventLanguage,
    FormerCode,
    HallTable,
    Journaled,
    Logo,
    Meeting,
    MeetingPerson,
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Outcome,
    Participant,
    ParticipantLanguage,
    Print,
    Request,
    Session,
    SessionPerson,
    Side,
    Slot,
    Staff,
    TableClosure,
    ThisCopy,
)
from eccp_desktop.store.whole_event import replace_event

Row = TypeVar("Row", bound=Journaled)


class Rows(Generic[Row]):
    """All rows of one kind, as far as an intent needs them."""

    def __init__(self, session: OrmSession, kind: type[Row]) -> None:
        self._session = session
        self._kind = kind

    def get(self, row: str) -> Row:
        """The row of this id. Raises Refusal `gone` where there is none."""
        found = self.find(row)
        if found is None:
            raise Refusal("gone", table=self._kind.__tablename__, row=row)
        return found

    def find(self, row: str | None) -> Row | None:
        """The row of this id, or None."""
        return None if row is None else self._session.get(self._kind, row)

    def where(self, **values: object) -> list[Row]:
        """The rows whose columns have these values (a list, tuple or set: one of them), in the order in which they were made."""
        query = select(self._kind)
        for name, value in values.items():
            column = getattr(self._kind, name)
            several = isinstance(value, list | tuple | set | frozenset)
            query = query.where(column.in_(list(value)) if several else column == value)  # type: ignore[call-overload]  # narrowed above
        return list(self._session.execute(query.order_by(self._kind.id)).scalars())

    def all(self) -> list[Row]:
        """Every row, in the order in which they were made."""
        return self.where()

    def add(self, row: Row) -> Row:
        """Make a row; answers it."""
        self._session.add(row)
        return row

    def add_all(self, rows: Iterable[Row]) -> None:
        """Make rows."""
        self._session.add_all(list(rows))

    def delete(self, row: Row) -> None:
        """Take a row away, and what it owns."""
        self._session.delete(row)

    def count(self) -> int:
        """How many there are."""
        return self._session.execute(select(func.count()).select_from(self._kind)).scalar_one()


class Unit:
    """One user-visible step while it is being made. `now` is the instant at which it began, aware, UTC."""

    def __init__(self, session: OrmSession, now: datetime, actor: str) -> None:
        self._session = session
        self.now = now
        self.actor = actor
        self.subject: str | None = None
        self.events = Rows(session, Event)
        self.event_languages = Rows(session, EventLanguage)
        self.logos = Rows(session, Logo)
        self.staff = Rows(session, Staff)
        self.sides = Rows(session, Side)
        self.sessions = Rows(session, Session)
        self.session_people = Rows(session, SessionPerson)
        self.slots = Rows(session, Slot)
        self.tables = Rows(session, HallTable)
        self.closures = Rows(session, TableClosure)
        self.organisations = Rows(session, Organisation)
        self.sectors = Rows(session, OrganisationSector)
        self.targets = Rows(session, OrganisationTarget)
        self.programmes = Rows(session, OrganisationProgramme)
        self.participants = Rows(session, Participant)
        self.former_codes = Rows(session, FormerCode)
        self.languages = Rows(session, ParticipantLanguage)
        self.absences = Rows(session, Absence)
        self.requests = Rows(session, Request)
        self.meetings = Rows(session, Meeting)
        self.meeting_people = Rows(session, MeetingPerson)
        self.outcomes = Rows(session, Outcome)
        self.prints = Rows(session, Print)
        self.briefs = Rows(session, Brief)

    @property
    def event(self) -> Event:
        """The event of this file. Raises Refusal `no_event` in a file that has none yet."""
        found = self.events.all()
        if not found:
            raise Refusal("no_event")
        return found[0]

    @property
    def event_id(self) -> str:
        """The identity of the event, laid down when the file was made."""
        return self._session.execute(select(ThisCopy.event_id)).scalar_one()

    @property
    def venue_now(self) -> datetime:
        """The wall time at the venue, naive."""
        return self.now.astimezone(ZoneInfo(self.event.zone)).replace(tzinfo=None)

    def about(self, row: Journaled) -> None:
        """Name the row that this step is about, for history and notices."""
        self.subject = f"{row.__tablename__}:{row.id}"

    def flush(self) -> None:
        """Write what was set so far, so that later queries and indexes see it."""
        self._session.flush()

    def texts_ever(self, row: Journaled) -> Mapping[str, tuple[str, ...]]:
        """Every text that the fields of a row have had before this step, oldest first; erased ones are left out."""
        registers = changes_of_rows(self._session.connection(), [row.id]).get(row.id, {})
        return {
            field: tuple(dict.fromkeys(change.value for change in changes if isinstance(change.value, str)))
            for field, changes in registers.items()
        }

    def forget(self, row: Journaled, fields: Iterable[str]) -> None:
        """Erase what the journal holds of these fields of a row, for good; what the step itself sets in them stays."""
        erase_values(self._session.connection(), row.id, fields)

    def forget_all(self, kind: type[Journaled], fields: Iterable[str]) -> None:
        """Erase these fields of every row of a kind that there ever was. Live rows are given new values in the same step."""
        erase_table(self._session.connection(), kind.__tablename__, fields)

    def forget_gone(self, kind: type[Journaled], values: Mapping[str, str], fields: Iterable[str]) -> None:
        """Erase these fields of rows that were taken away and once had all of these values (duplicates that were merged)."""
        connection = self._session.connection()
        for row in rows_ever(connection, kind.__tablename__, values):
            if self._session.get(kind, row) is None:
                erase_values(connection, row, fields)

    def vacate(self, meetings: Iterable[Meeting]) -> None:
        """Take meetings from their seats, so that others (or they themselves) can be seated without a clash on the way."""
        for meeting in meetings:
            meeting.state = "unscheduled"
            meeting.slot_id = None
            meeting.table_id = None
        self.flush()

    def hall(self) -> Hall:
        """The hall as the rules see it, with what this unit did so far."""
        self.flush()
        return read_hall(self._session.connection())

    def replace_everything(self, event: WholeEvent) -> None:
        """Put the rows of a whole event in the place of what the file holds. Raises Refusal `export_damaged`."""
        self.flush()
        replace_event(self._session.connection(), event)
        self._session.expire_all()

    def next_meeting_number(self) -> int:
        """One more than the highest number of a meeting."""
        self.flush()
        highest = self._session.execute(select(func.max(Meeting.number))).scalar()
        return 1 if highest is None else highest + 1

    def last_actions(self, rows: Iterable[str]) -> Mapping[tuple[str, str], str]:
        """Of these rows, by (row, field): the name of the intent that set the field last.

        A value that undo or redo brought back counts as set by the intent that set it first; a field that undo emptied
        again is left out, as one that was never set.
        """
        registers = changes_of_rows(self._session.connection(), rows)
        found = {
            (row, field): _action_behind(changes)
            for row, fields in registers.items()
            for field, changes in fields.items()
        }
        return {place: action for place, action in found.items() if action is not None}


_TAKEN_BACK = frozenset({"undo", "redo"})


def _action_behind(changes: Sequence[FieldChange]) -> str | None:
    last = changes[-1]
    if last.action not in _TAKEN_BACK:
        return last.action
    earlier = (one for one in reversed(changes) if one.action not in _TAKEN_BACK and one.value == last.value)
    first = next(earlier, None)
    return first.action if first is not None else None


__all__ = [
    "Absence",
    "Brief",
    "Event",
    "EventLanguage",
    "FormerCode",
    "HallTable",
    "Journaled",
    "Logo",
    "Meeting",
    "MeetingPerson",
    "Organisation",
    "OrganisationProgramme",
    "OrganisationSector",
    "OrganisationTarget",
    "Outcome",
    "Participant",
    "ParticipantLanguage",
    "Print",
    "Request",
    "Rows",
    "Session",
    "SessionPerson",
    "Side",
    "Slot",
    "Staff",
    "TableClosure",
    "Unit",
]
