"""What becomes of the rows of a table while it is taken in, and which of their values may be written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from eccp_desktop.domain.incoming import IncomingTable, RowNote, RowState, TableResult
from eccp_desktop.store.unit import Organisation, Participant, Request, Unit

IMPORTS = frozenset({"import-files", "import-event"})
"""Intents whose values a later import may replace; what any other intent set is kept."""

_RANK = {RowState.SAME: 0, RowState.CHANGED: 1, RowState.CONFLICT: 2, RowState.NEW: 3, RowState.REFUSED: 4}


@dataclass(slots=True)
class Ledger:
    """The states of one table's rows. A row keeps the weightiest: same, changed, conflict, new, refused."""

    table: IncomingTable
    states: dict[int, RowState] = field(default_factory=dict)
    errors: list[RowNote] = field(default_factory=list)
    warnings: list[RowNote] = field(default_factory=list)

    def __post_init__(self) -> None:
        for note in self.table.refused:
            self.refuse(note)

    def settle(self, row: int, state: RowState) -> None:
        if _RANK[state] >= _RANK[self.states.get(row, RowState.SAME)]:
            self.states[row] = state

    def refuse(self, note: RowNote) -> None:
        self.settle(note.row, RowState.REFUSED)
        self.errors.append(note)

    def refuse_cell(self, row: int, field_name: str, value: str, reason: str) -> None:
        self.refuse(RowNote(row, self.column(field_name), value, reason))

    def warn(self, row: int, field_name: str, value: str, reason: str) -> None:
        self.warnings.append(RowNote(row, self.column(field_name), value, reason))

    def column(self, field_name: str) -> str:
        """The header of a field in the file, or the field's own name."""
        return self.table.mapping.get(field_name, field_name)

    def result(self) -> TableResult:
        table = self.table
        return TableResult(
            file=table.file,
            sheet=table.sheet,
            kind=table.kind,
            rows=table.rows,
            states=dict(sorted(self.states.items())),
            errors=tuple(sorted(self.errors, key=lambda note: note.row)),
            warnings=tuple(sorted((*table.warnings, *self.warnings), key=lambda note: note.row)),
        )


Updated = Organisation | Participant | Request


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an incoming value stands."""

    ledger: Ledger
    row: int


@dataclass(slots=True)
class Updates:
    """Values that differ from what the event has, gathered before the journal is asked once who set those fields last."""

    _proposed: list[tuple[Origin, Updated, str, str, object]] = field(default_factory=list)

    def propose(self, origin: Origin, row: Updated, values: Iterable[tuple[str, str, object]]) -> None:
        """Values as (attribute, name of the field, value); None says nothing and changes nothing."""
        origin.ledger.settle(origin.row, RowState.SAME)
        for attribute, field_name, value in values:
            if value is not None and getattr(row, attribute) != value:
                self._proposed.append((origin, row, attribute, field_name, value))

    def write(self, unit: Unit) -> None:
        """Set what an import set last or nobody ever did; the rest is kept and reported as a conflict."""
        setters = unit.last_actions({row.id for _, row, *_ in self._proposed})
        for origin, row, attribute, field_name, value in self._proposed:
            setter = setters.get((row.id, attribute))
            if setter is None or setter in IMPORTS:
                setattr(row, attribute, value)
                origin.ledger.settle(origin.row, RowState.CHANGED)
            else:
                origin.ledger.settle(origin.row, RowState.CONFLICT)
                kept = _spoken(unit, attribute, getattr(row, attribute))
                note = RowNote(
                    origin.row,
                    origin.ledger.column(field_name),
                    _spoken(unit, attribute, value),
                    f"This was changed by hand to “{kept}”, and that is kept.",
                )
                origin.ledger.errors.append(note)
        self._proposed.clear()


def _spoken(unit: Unit, attribute: str, value: object) -> str:
    if value is None:
        return ""
    if attribute == "organisation_id":
        return unit.organisations.get(str(value)).name
    if attribute == "side_id":
        return unit.sides.get(str(value)).name
    return str(value)
