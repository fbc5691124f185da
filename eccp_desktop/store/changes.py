"""What a step changed, as every open view is told."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The rows that one committed unit changed, by table."""

    unit: str
    title: str
    rows: Mapping[str, frozenset[str]]

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of these tables was made, changed or deleted."""
        return any(table in self.rows for table in tables)

    def ids(self, table: str) -> frozenset[str]:
        """The rows of a table that were touched."""
        return self.rows.get(table, frozenset())
