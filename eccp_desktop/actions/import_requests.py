"""Requests that come in from files."""

from collections.abc import Sequence
from dataclasses import replace

from eccp_desktop.actions.import_addressees import EventAddressees
from eccp_desktop.actions.import_ledger import Ledger, Origin, Updates
from eccp_desktop.domain.incoming import IncomingRequest, RowState
from eccp_desktop.domain.vocabulary import Priority, RequestOrigin, RequestState
from eccp_desktop.store.unit import Request, Unit


def take_requests(unit: Unit, ledgers: Sequence[Ledger]) -> None:
    """Bring the event's requests to what these tables say. One that stands twice counts once; the first word on it holds.

    Rows that name nobody, several people or the sender again are refused.
    """
    people = EventAddressees.of(unit)
    folded: dict[tuple[str, str], tuple[Origin, IncomingRequest]] = {}
    for ledger in ledgers:
        for record in ledger.table.records:
            if isinstance(record, IncomingRequest):
                pair = _pair(people, ledger, record)
                if pair is not None and pair in folded:
                    origin, first = folded[pair]
                    folded[pair] = (origin, _merged(first, record))
                    ledger.settle(record.row, RowState.SAME)
                elif pair is not None:
                    folded[pair] = (Origin(ledger, record.row), record)
    _write(unit, folded)


def _pair(people: EventAddressees, ledger: Ledger, record: IncomingRequest) -> tuple[str, str] | None:
    sender = people.one(ledger, record.row, "from", record.sender)
    receiver = people.one(ledger, record.row, "to", record.receiver) if sender else None
    if sender is None or receiver is None:
        return None
    if sender == receiver:
        ledger.refuse_cell(record.row, "to", record.receiver, "This is the person who asks.")
        return None
    return sender, receiver


def _write(unit: Unit, folded: dict[tuple[str, str], tuple[Origin, IncomingRequest]]) -> None:
    known: dict[tuple[str, str], Request] = {}
    for request in unit.requests.all():
        known.setdefault((request.sender_id, request.receiver_id), request)
    updates = Updates()
    for (sender, receiver), (origin, record) in folded.items():
        present = known.get((sender, receiver))
        if present is None:
            unit.requests.add(
                Request(
                    sender_id=sender,
                    receiver_id=receiver,
                    priority=str(record.priority or Priority.WISH),
                    state=str(record.state or RequestState.OPEN),
                    origin=str(RequestOrigin.IMPORT),
                    message=record.message,
                )
            )
            origin.ledger.settle(origin.row, RowState.NEW)
            continue
        values: list[tuple[str, str, object]] = [
            ("priority", "priority", str(record.priority) if record.priority else None),
            ("state", "status", str(record.state) if record.state else None),
            ("message", "message", record.message),
        ]
        updates.propose(origin, present, values)
    updates.write(unit)
    unit.flush()


def _merged(first: IncomingRequest, second: IncomingRequest) -> IncomingRequest:
    return replace(
        first,
        priority=first.priority or second.priority,
        state=first.state or second.state,
        message=first.message or second.message,
    )
