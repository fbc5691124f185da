"""The rows of the event file, one class a table."""

from sqlalchemy import Table

from eccp_desktop.store.rows.base import Base, Journaled
from eccp_desktop.store.rows.frame import (
    Brief,
    Event,
    EventLanguage,
    HallTable,
    Logo,
    Session,
    SessionPerson,
    Side,
    Slot,
    Staff,
    TableClosure,
)
from eccp_desktop.store.rows.journal import Change, Device, JournalUnit, ThisCopy
from eccp_desktop.store.rows.meetings import Meeting, MeetingPerson, Outcome, Print, Request
from eccp_desktop.store.rows.people import (
    Absence,
    FormerCode,
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Participant,
    ParticipantLanguage,
)

DERIVED = {"meeting_person": frozenset({"occupied_slot_id"})}
"""Columns that triggers of the schema keep; the journal leaves them out and a replay makes them again."""


def journaled_tables() -> list[Table]:
    """The tables whose changes are recorded, owners before what they own."""
    journaled = {mapper.local_table for mapper in Base.registry.mappers if issubclass(mapper.class_, Journaled)}
    return [table for table in Base.metadata.sorted_tables if table in journaled]


def recorded_columns(table: Table) -> list[str]:
    """The columns of a journaled table that the journal carries, without the id."""
    return [
        column.name
        for column in table.columns
        if column.name not in DERIVED.get(table.name, ()) and column.name != "id"
    ]


__all__ = [
    "DERIVED",
    "Absence",
    "Base",
    "Brief",
    "Change",
    "Device",
    "Event",
    "EventLanguage",
    "FormerCode",
    "HallTable",
    "JournalUnit",
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
    "Session",
    "SessionPerson",
    "Side",
    "Slot",
    "Staff",
    "TableClosure",
    "ThisCopy",
    "journaled_tables",
    "recorded_columns",
]
