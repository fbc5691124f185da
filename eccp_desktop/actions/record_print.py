"""Sheets that were printed, and sheets that were handed out."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Participant, Print, Unit


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """A sheet on paper: whose it is (or of which table; of the whole event without either), and what it says."""

    version: int
    shown: str
    person: ParticipantId | None = None
    table: TableId | None = None


@dataclass(frozen=True, slots=True)
class RecordPrint:
    """Keep that these sheets of a document (an id of the catalogue) were printed just now, as often as `copies` says, and
    with `handed_out` that they were taken at once."""

    title: ClassVar[str] = N_("Print")
    document: str
    sheets: tuple[SheetPrinted, ...]
    copies: int = 1
    handed_out: bool = False

    def apply(self, unit: Unit) -> None:
        for sheet in self.sheets:
            unit.prints.add(
                Print(
                    document=self.document,
                    participant_id=sheet.person,
                    table_id=sheet.table,
                    version=sheet.version,
                    printed_at=unit.now,
                    copies=self.copies,
                    shown=sheet.shown,
                    handed_out_at=unit.now if self.handed_out else None,
                )
            )
        if len(self.sheets) == 1 and self.sheets[0].person is not None:
            unit.about(unit.participants.get(self.sheets[0].person))


@dataclass(frozen=True, slots=True)
class HandOut:
    """Somebody took what was printed last for them, of one document or, with `document` empty, of every document.

    Refuses `not_printed` where there is nothing.
    """

    title: ClassVar[str] = N_("Hand out")
    who: str
    document: str = ""

    def apply(self, unit: Unit) -> None:
        person = participant(unit, self.who)
        if not hand_out(unit, person, self.document):
            raise Refusal("not_printed", document=self.document, person=name_of(person))
        unit.about(person)


@dataclass(frozen=True, slots=True)
class HandOutAll:
    """These people took the sheets of a document that were printed last for them; who has none is passed over."""

    title: ClassVar[str] = N_("Hand out")
    who: tuple[str, ...]
    document: str = "schedules"

    def apply(self, unit: Unit) -> None:
        for one in self.who:
            hand_out(unit, participant(unit, one), self.document)


def hand_out(unit: Unit, person: Participant, document: str = "") -> bool:
    """Keep that what was printed last for a person is in their hands now; False where nothing was printed."""
    latest: dict[str, Print] = {}
    for sheet in sorted(unit.prints.where(participant_id=person.id), key=lambda one: (one.version, one.printed_at)):
        if document in ("", sheet.document):
            latest[sheet.document] = sheet
    for sheet in latest.values():
        sheet.handed_out_at = sheet.handed_out_at or unit.now
    return bool(latest)
