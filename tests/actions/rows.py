"""Steps that put rows as a test needs them, through the journal like any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.store.unit import Print, Unit


@dataclass(frozen=True, slots=True)
class Alter:
    """Set columns of a row; `rows` is the name of the unit's collection."""

    title: ClassVar[str] = "Alter"
    rows: str
    row: str
    values: Mapping[str, object]

    def apply(self, unit: Unit) -> None:
        found = getattr(unit, self.rows).get(self.row)
        for name, value in self.values.items():
            setattr(found, name, value)


@dataclass(frozen=True, slots=True)
class PrintFor:
    """A sheet was printed."""

    title: ClassVar[str] = "Print"
    participant: str
    document: str
    version: int

    def apply(self, unit: Unit) -> None:
        unit.prints.add(
            Print(document=self.document, participant_id=self.participant, version=self.version, printed_at=unit.now)
        )
