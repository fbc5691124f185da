"""Meetings and their outcomes as tables for people."""

from collections import defaultdict
from collections.abc import Sequence

from eccp_desktop.domain.outgoing import OutgoingTable
from eccp_desktop.domain.roll_call import meeting_type
from eccp_desktop.domain.vocabulary import MeetingRole
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.export_people import ExportedPeople, rows_of
from eccp_desktop.store.rows import HallTable, Meeting, MeetingPerson, Outcome, Slot


def meetings_table(reading: Reading, people: ExportedPeople) -> OutgoingTable:
    """Every meeting by number, with its seat, its people and its state."""
    slots = {slot.id: slot for slot in rows_of(reading, Slot)}
    tables = {table.id: table for table in rows_of(reading, HallTable)}
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in rows_of(reading, MeetingPerson):
        parts[part.meeting_id][part.role].append(part.participant_id)
    rows = []
    for one in sorted(rows_of(reading, Meeting), key=lambda one: one.number):
        slot, table = slots.get(one.slot_id or ""), tables.get(one.table_id or "")
        hosts, guests, others, interpreters = (parts[one.id][role] for role in MeetingRole)
        kind = one.type or meeting_type([people.kind(person) for person in (*hosts, *guests, *others)])
        rows.append(
            (
                *(one.number, f"{slot.start:%Y-%m-%d}" if slot else None, f"{slot.start:%H:%M}" if slot else None),
                *(
                    f"{slot.end:%H:%M}" if slot else None,
                    table.number if table else None,
                    table.zone if table else None,
                ),
                *(_codes(people, hosts), _codes(people, guests), _codes(people, others), str(kind), one.state),
                *("Yes" if one.locked else "No", one.source),
                *(_names(people, hosts), _organisations(people, hosts)),
                *(_names(people, guests), _organisations(people, guests), _names(people, interpreters)),
            )
        )
    headers = (
        "Number",
        "Day",
        "Start",
        "End",
        "Table",
        "Zone",
        "Host",
        "Guest",
        "Others",
        "Type",
        "State",
        "Locked",
        "Source",
    )
    named = ("Host name", "Host organisation", "Guest name", "Guest organisation", "Interpreter")
    return OutgoingTable("Meetings", (*headers, *named), tuple(rows))


def outcomes_table(reading: Reading, people: ExportedPeople) -> OutgoingTable:
    """What each side said of each meeting."""
    numbers = {meeting.id: meeting.number for meeting in rows_of(reading, Meeting)}
    rows = tuple(
        (
            *(numbers[one.meeting_id], one.stage, people.participants[one.participant_id].code),
            *(people.name(one.participant_id), people.organisation(one.participant_id)),
            *(
                one.quality,
                one.result,
                None if one.potential_agreement is None else "Yes" if one.potential_agreement else "No",
            ),
            *(one.document, one.next_step, one.text),
        )
        for one in sorted(rows_of(reading, Outcome), key=lambda one: (numbers[one.meeting_id], one.stage))
    )
    headers = ("Meeting", "Stage", "Badge code", "Said by", "Organisation", "Quality", "Result", "Potential agreement")
    return OutgoingTable("Outcomes", (*headers, "Document", "Next step", "Text"), rows)


def _codes(people: ExportedPeople, persons: Sequence[str]) -> str:
    return "; ".join(people.participants[person].code for person in persons)


def _names(people: ExportedPeople, persons: Sequence[str]) -> str:
    return "; ".join(people.name(person) for person in persons)


def _organisations(people: ExportedPeople, persons: Sequence[str]) -> str:
    return "; ".join(people.organisation(person) for person in persons)
