"""Times when people are not free, as files give them."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from eccp_desktop.actions.import_addressees import EventAddressees
from eccp_desktop.actions.import_ledger import Ledger
from eccp_desktop.domain.incoming import IncomingAbsence, RowState
from eccp_desktop.store.unit import Absence, Unit


def take_availability(unit: Unit, ledgers: Sequence[Ledger]) -> None:
    """Add the absences that these tables name. The same person, day and times are one absence, whatever the reason."""
    people = EventAddressees.of(unit)
    known = {(absence.participant_id, absence.start, absence.end): absence for absence in unit.absences.all()}
    for ledger in ledgers:
        for record in ledger.table.records:
            if not isinstance(record, IncomingAbsence):
                continue
            person = people.one(ledger, record.row, "who", record.who)
            if person is None:
                continue
            start, end = _span(record)
            present = known.get((person, start, end))
            if present is None:
                absence = Absence(participant_id=person, start=start, end=end, reason=record.reason)
                known[(person, start, end)] = unit.absences.add(absence)
                ledger.settle(record.row, RowState.NEW)
            elif present.reason is None and record.reason is not None:
                present.reason = record.reason
                ledger.settle(record.row, RowState.CHANGED)
            else:
                ledger.settle(record.row, RowState.SAME)
    unit.flush()


def _span(record: IncomingAbsence) -> tuple[datetime, datetime]:
    start = datetime.combine(record.day, record.start or time())
    end = (
        datetime.combine(record.day, record.end) if record.end else datetime.combine(record.day, time()) + timedelta(1)
    )
    return start, end
