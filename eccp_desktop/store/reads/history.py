"""The journal in the reader's nouns: who did what, when, on which laptop, and from what to what."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import MeetingRole
from eccp_desktop.store.journal.hybrid_clock import instant_of
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import (
    Brief,
    Change,
    Device,
    Event,
    FormerCode,
    HallTable,
    JournalUnit,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    Session,
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step. `at` is an instant, aware; `about` the name of what it was done to, as it is called now."""

    unit: str
    at: datetime
    actor: str
    device: str
    action: str
    title: str
    about: str
    undoes: str | None


def event_history(reading: Reading, latest: int | None = None) -> list[HistoryLine]:
    """All steps, latest first; only so many where `latest` says."""
    return _lines(reading, None, latest)


def history_of_rows(reading: Reading, rows: list[str]) -> list[HistoryLine]:
    """The steps that touched one of these rows, latest first."""
    touched = select(Change.unit_id).where(Change.row_id.in_(rows))
    return _lines(reading, JournalUnit.id.in_(touched), None)


def rows_of_participant(reading: Reading, participant: str) -> list[str]:
    """The rows whose changes are a person's history: the person, the records that became one with it, and the meetings."""
    merged = select(FormerCode.merged_id).where(FormerCode.participant_id == participant)
    meetings = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == participant)
    return [participant, *reading.execute(merged).scalars(), *reading.execute(meetings).scalars()]


def _lines(reading: Reading, criterion: ColumnElement[bool] | None, latest: int | None) -> list[HistoryLine]:
    query = (
        select(JournalUnit.__table__, Device.letter, Device.name)
        .join(Device, Device.id == JournalUnit.device_id)
        .order_by(JournalUnit.clock.desc(), JournalUnit.number.desc())
    )
    if criterion is not None:
        query = query.where(criterion)
    units = reading.execute(query.limit(latest)).all()
    names = names_of(reading, {unit.subject for unit in units if unit.subject})
    return [
        HistoryLine(
            unit=unit.id,
            at=instant_of(unit.clock),
            actor=unit.actor,
            device=unit.letter,
            action=unit.action,
            title=unit.title,
            about=names.get(unit.subject or "", ""),
            undoes=unit.undoes,
        )
        for unit in units
    ]


def names_of(reading: Reading, subjects: Iterable[str]) -> dict[str, str]:
    """What `table:row` subjects are called now: a person's name, "meeting 12", "table 4"; those that are gone are left out."""
    by_table: dict[str, list[str]] = defaultdict(list)
    for subject in subjects:
        table, _, row = subject.partition(":")
        by_table[table].append(row)
    found: dict[str, str] = {}
    for table, rows in by_table.items():
        if table in _NAMES:
            columns, spell = _NAMES[table]
            for row, *values in reading.execute(select(*columns).where(columns[0].in_(rows))):
                found[f"{table}:{row}"] = spell(*values)
    return found


def said_of(reading: Reading, subject: str | None) -> str:
    """What a step was done to, as one says it aloud: of a meeting who meets, of a person who is gone the last name.

    Empty for nothing, and for a person who was erased.
    """
    table, _, row = (subject or "").partition(":")
    if table == "meeting" and (people := _people_of(reading, row)):
        return " and ".join(people)
    found = names_of(reading, [subject] if subject else [])
    return found.get(subject or "", "") or (_last_name(reading, row) if table == "participant" else "")


def _people_of(reading: Reading, meeting: str) -> list[str]:
    """The names of who takes part in a meeting, the host first; who interprets is not named."""
    roles = [MeetingRole.HOST, MeetingRole.GUEST, MeetingRole.OTHER]
    query = (
        select(MeetingPerson.role, Participant.given_name, Participant.family_name)
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .where(MeetingPerson.meeting_id == meeting, MeetingPerson.role.in_(roles))
    )
    people = sorted(reading.execute(query), key=lambda person: roles.index(MeetingRole(person.role)))
    return [full_name(person.given_name, person.family_name) for person in people]


def _last_name(reading: Reading, person: str) -> str:
    """The name that a row had which is no longer there, as the journal keeps it."""
    query = (
        select(Change.field, Change.value)
        .join(JournalUnit, JournalUnit.id == Change.unit_id)
        .where(Change.row_id == person, Change.field.in_(("given_name", "family_name")))
        .order_by(JournalUnit.clock, JournalUnit.number, Change.position)
    )
    parts = {row.field: text for row in reading.execute(query) if isinstance(text := _decoded(row.value), str)}
    return full_name(parts.get("given_name", ""), parts.get("family_name", ""))


_NAMES: dict[str, tuple[tuple[Any, ...], Callable[..., str]]] = {  # Any: columns of several tables
    "participant": ((Participant.id, Participant.given_name, Participant.family_name), full_name),
    "organisation": ((Organisation.id, Organisation.name), str),
    "event": ((Event.id, Event.name), str),
    "meeting": ((Meeting.id, Meeting.number), "meeting {}".format),
    "hall_table": ((HallTable.id, HallTable.number), "table {}".format),
    "brief": ((Brief.id, Brief.title, Brief.country), lambda title, country: title or country),
    "session": ((Session.id, Session.kind, Session.title), lambda kind, title: title or kind),
}


def _decoded(text: str | None) -> object:
    return None if text is None else json.loads(text)
