"""What printed copies say against the sheets as they would be now: who holds one that is out of date, and the next version."""

from collections.abc import Mapping
from dataclasses import dataclass

from eccp_desktop.actions.record_print import SheetPrinted
from eccp_desktop.desk.paper_documents import same
from eccp_desktop.documents.catalogue import Document, Subject
from eccp_desktop.domain.copies import owed
from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.store.reads.papers import PaperEvent
from eccp_desktop.store.reads.prints import Copies


@dataclass(frozen=True, slots=True)
class StaleSheet:
    """A person whose sheet says something else than the copy in hand (`domain.copies.in_hand`), or who is owed a first one."""

    person: ParticipantId
    code: str
    name: str
    organisation: str
    held_version: int
    """0 where there is no copy yet."""
    handed_out: bool
    version: int
    """Of the sheet as it is now."""
    lies_ready: bool
    """Whether that was printed already, and waits to be handed out."""


def differs(entry: Document, printed: Copies | None, shown: str) -> bool:
    """Whether somebody has a copy in hand that says something else."""
    return printed is not None and not same(entry.id)(printed.in_hand.shown, shown)


def owed_first(event: PaperEvent, entry: Document, prints: Mapping[str, Copies]) -> frozenset[ParticipantId]:
    """Who is owed a first copy; a badge without meetings says its all, and comes out with the registration."""
    if entry.id != "schedules":
        return frozenset()
    meeting = {person for one in event.meetings for person in one.everybody}.intersection(event.registered)
    return owed(meeting, {ParticipantId(one) for one in prints})


def _version_now(entry: Document, printed: Copies | None, shown: str) -> int:
    """The latest version where that says the same, the next one otherwise."""
    return 1 if printed is None else printed.latest.version + (not same(entry.id)(printed.latest.shown, shown))


def sheet_printed(entry: Document, subject: str, shown: str, printed: Copies | None) -> SheetPrinted:
    """What a print of this sheet records."""
    return SheetPrinted(
        version=_version_now(entry, printed, shown),
        shown=shown,
        person=ParticipantId(subject) if entry.subject is Subject.PERSON else None,
        table=TableId(subject) if entry.subject is Subject.TABLE else None,
    )


def stale_sheet(
    event: PaperEvent, entry: Document, person: ParticipantId, printed: Copies | None, shown: str
) -> StaleSheet:
    """How a sheet stands that is out of date, or owed."""
    one, version = event.people[person], _version_now(entry, printed, shown)
    held = printed.in_hand if printed is not None else None
    return StaleSheet(
        person=person,
        code=one.code,
        name=one.name,
        organisation=one.organisation,
        held_version=held.version if held is not None else 0,
        handed_out=held is not None and held.handed_out is not None,
        version=version,
        lies_ready=printed is not None and version == printed.latest.version,
    )
