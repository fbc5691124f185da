"""Printing: documents for all, for some, or only what changed; as a preview, into a file, or onto a printer."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from eccp_desktop.actions.record_print import HandOut, RecordPrint, SheetPrinted
from eccp_desktop.actions.sort_boxes import SortBoxes
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.paper_copies import StaleSheet, differs, owed_first, sheet_printed, stale_sheet
from eccp_desktop.desk.paper_documents import SHEETS
from eccp_desktop.desk.paper_people import alphabetically, chosen, in_order, of_tables
from eccp_desktop.documents.catalogue import (
    CATALOGUE,
    ORDER_TITLES,
    Document,
    Option,
    Order,
    Subject,
    as_in,
    document,
    renderer,
    with_days,
)
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.wording import Wording
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.desk_list import venue_country, venue_time, venue_zone
from eccp_desktop.store.reads.papers import PaperEvent, paper_event, slot_days
from eccp_desktop.store.reads.prints import copies, revision

Found = TypeVar("Found")

PREVIEWED_PAGES = 5
"""Of a list that is one sheet for the whole event; the rest looks alike, and would only be waited for."""

_DAYS = Wording("en")
"""The window speaks English."""

_SHOWS_BOXES = frozenset({"badges", "attendance"})
_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What to print. `who` are badge codes or ids of participants, empty for everybody who is registered; `changed` leaves
    only sheets that say something else than the copy in hand. What is None follows the catalogue and the event."""

    document: str
    who: tuple[str, ...] = ()
    changed: bool = False
    order: Order | None = None
    paper: str | None = None
    language: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    tables: tuple[int, ...] = ()
    """Of a document that goes by tables: only those with these numbers; empty for all."""

    @property
    def ordered_by(self) -> Order:
        """The order asked for, or the first one of the catalogue; by the alphabet where a document knows none."""
        return self.order or next(iter(document(self.document).orders), Order.ALPHABET)

    @property
    def own_languages(self) -> bool:
        """Whether everybody's sheet speaks their own language, because none was asked for."""
        return self.language is None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be drawn, and what its sheets say."""

    document: Document
    view: object
    choice: Choice
    sheets: tuple[SheetPrinted, ...]


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A drawn document. It is not recorded as printed until somebody says so."""

    document: Document
    pdf: bytes
    pages: int
    sheets: tuple[SheetPrinted, ...]


@dataclass(frozen=True, slots=True)
class SavedDocument:
    """A document in a file."""

    document: str
    path: Path
    pages: int
    sheets: int


class Papers:
    """Prints the event of a desk. Every method may be called on any thread; drawing takes a while."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._event_at: tuple[int, PaperEvent] | None = None
        self._stale: dict[str, tuple[int, tuple[StaleSheet, ...]]] = {}

    @property
    def catalogue(self) -> tuple[Document, ...]:
        """All documents, in the order in which they are offered; the papers of the event's country come first."""
        country = self._desk.read(venue_country)
        days = self._desk.read(slot_days)
        titled = [(day.isoformat(), _DAYS.short_day(day)) for day in days] if len(days) > 1 else []
        return tuple(with_days(as_in(entry, country), titled) for entry in CATALOGUE)

    def check(self, job: PrintJob) -> None:
        """Raise what `prepare` would, and Refusal `unknown_paper` or `unknown_option`, before anything is drawn."""
        entry = _entry(job.document)
        if job.paper is not None and job.paper not in entry.papers:
            raise Refusal("unknown_paper", paper=job.paper, document=entry.id, papers=list(entry.papers))
        options = {option.id: option for option in entry.options}
        for name, value in job.options.items():
            if name in options and not options[name].allows(value):
                raise Refusal("unknown_option", option=name, value=value, values=list(dict(options[name].values)))
        event = self._event()
        chosen(event, job.who)
        if entry.by_table:
            of_tables(event, (), job.tables)

    def prepare(self, job: PrintJob, most: int | None = None, *, hurried: bool = False) -> Prepared:
        """Read what a job shows; `most` stops after so many sheets, `hurried` leaves out what its sheets say, to compare.

        Raises Refusal `no_event`, `unknown_document`, `nobody_has_code`, `not_registered`,
        `not_named` for a table.
        """
        return self._steadily(partial(self._prepared, job, most, hurried=hurried))

    def _prepared(self, job: PrintJob, most: int | None, *, hurried: bool) -> Prepared:
        entry = _entry(job.document)
        event = self._event()
        prints = self._desk.read(copies, job.document)
        sheets = SHEETS[job.document](event, prints, job, self._desk.read)
        people = in_order(event, chosen(event, job.who), job.ordered_by, job.language or event.frame.language)
        subjects = sheets.subjects(people)
        if entry.subject is Subject.TABLE and job.tables:
            subjects = of_tables(event, subjects, job.tables)
        subjects = subjects if job.changed else subjects[:most]
        shown = {one: "" if hurried and not job.changed else sheets.shown(one) for one in subjects}
        if job.changed:
            first = owed_first(event, entry, prints)
            subjects = tuple(one for one in subjects if one in first or differs(entry, prints.get(one), shown[one]))[
                :most
            ]
        return Prepared(
            document=entry,
            view=sheets.view(subjects),
            choice=self._choice(job, entry, event),
            sheets=tuple(sheet_printed(entry, one, shown[one], prints.get(one)) for one in subjects),
        )

    def render(
        self, prepared: Prepared, report: Report = unreported, stopping: Stopping = never_stopping
    ) -> PrintedPdf:
        """Draw a document. Raises `Stopped` where it was stopped."""
        pdf = renderer(prepared.document)(prepared.view, prepared.choice, report, stopping)
        return PrintedPdf(prepared.document, pdf, len(_PAGE.findall(pdf)), prepared.sheets)

    def preview(
        self, job: PrintJob, most: int = 1, *, hurried: bool = False, stopping: Stopping = never_stopping
    ) -> PrintedPdf:
        """The first sheets of a job, quickly; they cannot differ from what would be printed.

        `hurried` draws the first page of what is one sheet for the whole event; how many pages there are it does not say.
        """
        prepared = self.prepare(job, most, hurried=True)
        pages = 1 if hurried else PREVIEWED_PAGES
        choice = replace(prepared.choice, most_pages=pages, hurried=hurried)
        return self.render(replace(prepared, choice=choice), stopping=stopping)

    def draw(self, job: PrintJob, report: Report = unreported, stopping: Stopping = never_stopping) -> PrintedPdf:
        """A whole job, drawn. Badges and lists get places in the boxes first, where people have none."""
        if job.document in _SHOWS_BOXES and not self._desk.file.read_only:
            self._sort_boxes()
        return self.render(self.prepare(job), report, stopping)

    def save(
        self, job: PrintJob, path: Path, report: Report = unreported, stopping: Stopping = never_stopping
    ) -> SavedDocument | None:
        """Draw a job into a file, whole or not at all, and record it; None where `changed` left nothing to print."""
        printed = self.draw(job, report, stopping)
        if job.changed and not printed.sheets:
            return None
        _write(path, printed.pdf)
        self.record(printed)
        return SavedDocument(job.document, path, printed.pages, len(printed.sheets))

    def record(self, printed: PrintedPdf, copies: int = 1, *, handed_out: bool = False) -> None:
        """Keep, as one step, that a drawn document went to paper, and with `handed_out` into the hands of whom it is for.

        In a file that is open read-only nothing is kept.
        """
        if printed.sheets and not self._desk.file.read_only:
            self._desk.do(RecordPrint(printed.document.id, printed.sheets, copies, handed_out))

    def hand_out(self, who: str, document: str = "") -> None:
        """Keep that somebody took what was printed for them, of one document or all. Raises Refusal `not_printed`."""
        self._desk.do(HandOut(who, document))

    def stale_sheets(self, document: str = "schedules") -> tuple[StaleSheet, ...]:
        """Exactly those people whose sheet would say something else than the copy in hand, by the alphabet, and those who
        are owed a first one.

        Asking again is free until the next step.
        """
        now = self._desk.read(revision)
        known = self._stale.get(document)
        if known is None or known[0] != now:
            known = self._stale[document] = (now, self._steadily(partial(self._find_stale, document)))
        return known[1]

    def stale_tables(self) -> tuple[int, ...]:
        """The numbers of the tables whose sheet would say something else than the copy that hangs there, in their order."""
        return self._steadily(self._find_stale_tables)

    def _find_stale_tables(self) -> tuple[int, ...]:
        if not self._desk.read(copies, "tables"):
            return ()
        found = self._prepared(PrintJob("tables", changed=True), None, hurried=True).sheets
        tables = self._event().tables
        return tuple(sorted(tables[sheet.table].number for sheet in found if sheet.table is not None))

    def count(self, job: PrintJob, most: int, stopping: Stopping = never_stopping) -> tuple[int, int | None]:
        """How many sheets a job has, and how many pages; None where it has more than `most` sheets, which takes long to draw."""
        prepared = self.prepare(job, hurried=True)
        sheets = len(prepared.sheets)
        return sheets, self.render(prepared, stopping=stopping).pages if sheets <= most else None

    def _find_stale(self, document: str) -> tuple[StaleSheet, ...]:
        prints = self._desk.read(copies, document)
        event = self._desk.read(paper_event) if prints else None
        if event is None:
            return ()
        entry = _entry(document)
        sheets = SHEETS[document](event, prints, PrintJob(document), self._desk.read)
        shown = {one: sheets.shown(one) for one in event.registered if one in prints}
        stale = [one for one, now in shown.items() if differs(entry, prints[one], now)]
        people = alphabetically(event, [*stale, *owed_first(event, entry, prints)])
        return tuple(stale_sheet(event, entry, one, prints.get(one), shown.get(one, "")) for one in people)

    def _steadily(self, read: Callable[[], Found]) -> Found:
        """Read, and again where a step came in between so that what was read does not fit together.

        One long read instead would hold up the desk's writing.
        """
        while True:
            before = self._desk.read(revision)
            try:
                return read()
            except Refusal:
                raise
            except Exception:  # whatever a missing row leads to; without a step in between it is a fault
                if self._desk.read(revision) == before:
                    raise

    def _event(self) -> PaperEvent:
        """As it is now; read again only after a step, so that a preview follows what is chosen."""
        now = self._desk.read(revision)
        known = self._event_at
        if known is None or known[0] != now:
            with self._desk.apart():
                event = self._desk.read(paper_event)
            if event is None:
                raise Refusal("no_event")
            known = self._event_at = (now, event)
        return known[1]

    def _choice(self, job: PrintJob, entry: Document, event: PaperEvent) -> Choice:
        now = venue_time(self._desk.file.clock.now(), self._desk.read(venue_zone))
        if now is None:
            raise Refusal("no_event")
        entry = as_in(entry, self._desk.read(venue_country))
        options = {option.id: option.values[0][0] for option in entry.options} | dict(job.options)
        return Choice(now, job.paper or entry.papers[0], job.language or event.frame.language, options)

    def _sort_boxes(self) -> None:
        """Until badges are printed all boxes follow the alphabet; from then on newcomers go behind the others."""
        event = self._event()
        anew = not self._desk.read(copies, "badges")
        people = alphabetically(event, event.registered)
        if anew or any(not event.people[one].box for one in people):
            self._desk.do(SortBoxes(people, anew=anew))


def document_ids(names: Sequence[str]) -> tuple[str, ...]:
    """Ids of the catalogue, each once; `all` means every document. Raises Refusal `unknown_document`."""
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys(entry.id for entry in CATALOGUE) if name == "all" else {_entry(name).id: None})
    return tuple(found)


def _entry(id: str) -> Document:
    try:
        return document(id)
    except KeyError as error:
        raise Refusal("unknown_document", document=id, documents=[entry.id for entry in CATALOGUE]) from error


def _write(path: Path, pdf: bytes) -> None:
    """Write a file so that it is there whole or as it was. Raises Trouble."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pdf)
        os.replace(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise Trouble(
            f"{path} could not be written: {error.strerror or error}.",
            "The event is as it was, and nothing counts as printed.",
            "Choose another folder, or make room on the disk.",
        ) from error


__all__ = [
    "ORDER_TITLES",
    "Document",
    "Option",
    "Order",
    "Papers",
    "Prepared",
    "PrintJob",
    "PrintedPdf",
    "SavedDocument",
    "StaleSheet",
    "Stopped",
    "Subject",
    "document_ids",
]
