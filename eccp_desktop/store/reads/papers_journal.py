"""What steps set, as far as a reader of the journal on paper asks: seats, states, presence, names."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import MeetingRole
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Change, HallTable, Meeting, MeetingPerson, Participant, Slot

TOLD = {
    "meeting": ("slot_id", "table_id", "state"),
    "participant": ("presence", "state", "name_on_badge"),
    "hall_table": ("open",),
}
"""Fields that are told, by table."""

OPEN, CLOSED = "open", "closed"
"""What is told of a table."""

Told = datetime | str | None


@dataclass(frozen=True, slots=True)
class StepDetail:
    """A field that a step set. Slots are their start in wall time at the venue, tables their number; None is nothing."""

    table: str
    field: str
    before: Told
    after: Told


def people_of_meetings(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Who meets, host first, by the number of the meeting; numbers that two laptops gave to different meetings are left out."""
    query = (
        select(Meeting.id, Meeting.number, Participant.given_name, Participant.family_name)
        .join(MeetingPerson, MeetingPerson.meeting_id == Meeting.id)
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .where(MeetingPerson.role != MeetingRole.INTERPRETER)
        .order_by(MeetingPerson.role != MeetingRole.HOST, Participant.family_name, Participant.id)
    )
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    for meeting, number, given, family in reading.execute(query):
        names[number, meeting].append(full_name(given, family))
    met = Counter(number for number, _ in names)
    return {number: tuple(found) for (number, _), found in names.items() if met[number] == 1}


def step_details(reading: Reading, units: Collection[str]) -> dict[str, tuple[StepDetail, ...]]:
    """What these steps set, by unit, in the order in which they set it; fields that nobody asks for are left out."""
    query = select(Change.unit_id, Change.position, Change.table_name, Change.field, Change.value, Change.saw).where(
        Change.table_name.in_(list(TOLD)), Change.field.in_({field for fields in TOLD.values() for field in fields})
    )
    rows = reading.execute(query.order_by(Change.unit_id, Change.position)).all()
    values = {f"{row.unit_id}/{row.position}": row.value for row in rows}
    slots = {row.id: row.start for row in reading.execute(select(Slot.id, Slot.start))}
    tables = {row.id: str(row.number) for row in reading.execute(select(HallTable.id, HallTable.number))}

    def told(field: str, value: str | None) -> Told:
        plain = None if value is None else json.loads(value)
        if field == "slot_id":
            return slots.get(plain)
        if field == "open":
            return None if plain is None else OPEN if plain else CLOSED
        return tables.get(plain) if field == "table_id" else None if plain is None else str(plain)

    found: dict[str, list[StepDetail]] = defaultdict(list)
    wanted = frozenset(units)
    for row in rows:
        if row.unit_id in wanted and row.field in TOLD[row.table_name]:
            seen = values.get(row.saw.split()[-1]) if row.saw else None
            detail = StepDetail(row.table_name, row.field, told(row.field, seen), told(row.field, row.value))
            if detail.before != detail.after:
                found[row.unit_id].append(detail)
    return {unit: tuple(details) for unit, details in found.items()}
