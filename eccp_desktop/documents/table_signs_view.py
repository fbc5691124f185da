"""What a table sign shows."""

from dataclasses import dataclass

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class TableSign:
    """A table; `owner` is the organisation whose booth it is."""

    number: str
    zone: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class TableSignsView:
    """The document `table-signs`: signs in the order of their numbers."""

    event: EventHead
    signs: tuple[TableSign, ...]
