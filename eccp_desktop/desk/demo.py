"""The demo event: made-up files of db/demo go the ordinary way from import to paper."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eccp_desktop.actions.brief import WriteBrief
from eccp_desktop.actions.start_from_template import StartFromTemplate, TieSpeakers
from eccp_desktop.base.clock import Clock, ShiftedClock
from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.resources import database_path
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.exporting import ExportFormat, export_event
from eccp_desktop.desk.importing import import_files, write_file
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.desk.reporting import Report, report_on
from eccp_desktop.desk.timetabling import Timetabling
from eccp_desktop.domain.incoming import FileKind, RowState
from eccp_desktop.exchange.templates import read_template
from eccp_desktop.store.lock import FileLock, Holder
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.indicators import reported_event
from eccp_desktop.store.reads.papers import paper_event

EVENT_FILE = "hannover-2016.eccp"
IMPORTED = ("people.xlsx", "interpreters.csv", "requests.csv", "availability.csv")
NOUNS = {FileKind.PEOPLE: "people", FileKind.REQUESTS: "requests", FileKind.AVAILABILITY: "absences"}
FIRST_PRINTED = "badges"
"""They are sorted into boxes, and everything else says in which box somebody's badge lies."""
OPTIONS = {"certificates": {"whom": "all"}}
"""Nobody was there yet."""
SHOWN_FEW = "feedback"
FEW = 10
"""So many people's forms show what they are; everybody's are hundreds of pages."""
COUNTRY_PAGE = ("US", "Clusters of the United States, and how to work with them", "country-page-us.txt")
SOLVING_SECONDS = 20.0
MADE_AT = datetime(2016, 4, 22, 8, 30, tzinfo=UTC)
"""The Friday before the event: the demo was prepared then, so that its papers and its journal agree with its days."""
ACTOR = "MK"

Tell = Callable[[str, str], None]
"""What was done (one word), and what came of it (a sentence)."""


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """What the demo made: the event file and everything that was written beside it."""

    event: Path
    papers: tuple[Path, ...]
    exports: tuple[Path, ...]
    report: Report


def make_demo(folder: Path, clock: Clock, tell: Tell, seconds: float = SOLVING_SECONDS) -> DemoEvent:
    """Make the demo event in a folder and run the main job on it. An event of an earlier demo there is kept, renamed.

    Raises Trouble where the folder cannot be written.
    """
    prepared = ShiftedClock(clock)
    prepared.move_to(MADE_AT)
    event = folder / EVENT_FILE
    _make_room(folder, event, tell)
    _make_folder(folder)
    desk = new_desk(event, prepared, ACTOR)
    try:
        _lay_down(desk, tell)
        _import(desk, tell)
        _schedule(desk, seconds, tell)
        papers = _print(desk, folder / "papers", tell)
        exports = _export(desk, folder / "export", tell)
        report = report_on([desk.read(reported_event)])
    finally:
        desk.close()
    path = folder / "report.json"
    write_file(path, json.dumps(report.as_facts(), ensure_ascii=False, indent=2).encode())
    _tell_figures(report, tell)
    return DemoEvent(event, papers, (*exports, path), report)


def _make_room(folder: Path, event: Path, tell: Tell) -> None:
    """Keep an event that somebody may have worked with: it is renamed, never overwritten."""
    if not event.exists():
        return
    number = 1
    while (kept := folder / f"{event.stem}-{number}{event.suffix}").exists():
        number += 1
    lock = FileLock(event)
    holder = lock.take(Holder("demo", "", ""))
    if holder is not None:
        raise Trouble(
            f"{event} is open in another window.",
            "It was not touched.",
            "Close it, or name another folder for the demo.",
        )
    try:
        event.rename(kept)
    finally:
        lock.release()
    tell("Kept", f"The earlier demo event is now {kept}.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = f"The folder {folder} cannot be made: {error.strerror or error}."
        raise Trouble(words, "Nothing was written.", "Name another folder.") from error


def _lay_down(desk: Desk, tell: Tell) -> None:
    template = read_template(database_path("demo", "frame.toml"))
    desk.do(StartFromTemplate(template))
    hall_now = desk.read(hall)
    days = len({session.day for session in template.sessions})
    tell(
        "Event",
        f"{template.name}, {template.edition}: {days} days, {len(hall_now.slots)} slots, {len(hall_now.tables)} tables.",
    )


def _import(desk: Desk, tell: Tell) -> None:
    done = import_files(desk, [database_path("demo", name) for name in IMPORTED])
    for result in done.results:
        new, refused = result.count(RowState.NEW), result.count(RowState.REFUSED)
        tell("Import", f"{result.file}: {new} {NOUNS[result.kind]} taken in, {refused} rows refused.")
    tied = desk.do(TieSpeakers(read_template(database_path("demo", "frame.toml"))))
    country, heading, name = COUNTRY_PAGE
    desk.do(WriteBrief(country, heading, database_path("demo", name).read_text("utf-8"), checked=True))
    tell("Programme", f"{tied} speakers are tied to the policy seminar, and not free for meetings meanwhile.")


def _schedule(desk: Desk, seconds: float, tell: Tell) -> None:
    timetabling = Timetabling(desk)
    proposal = timetabling.generate(seconds=seconds)
    applied = timetabling.apply(proposal)
    proven = "no timetable places more" if proposal.timetable.proven else "not proven to be the most"
    tell(
        "Timetable",
        f"{applied.made} meetings placed ({proven}); {applied.waiting} wait in the tray, with their reasons.",
    )


def _print(desk: Desk, folder: Path, tell: Tell) -> tuple[Path, ...]:
    papers = Papers(desk)
    written = []
    for document in sorted((one.id for one in papers.catalogue), key=lambda one: one != FIRST_PRINTED):
        who = _few(desk) if document == SHOWN_FEW else ()
        job = PrintJob(document, who, options=OPTIONS.get(document, {}))
        saved = papers.save(job, folder / f"{document}.pdf")
        assert saved is not None
        written.append(saved.path)
        tell("Paper", f"{saved.path}: {saved.pages} pages.")
    return tuple(written)


def _few(desk: Desk) -> tuple[str, ...]:
    event = desk.read(paper_event)
    assert event is not None
    return event.registered[:FEW]


def _export(desk: Desk, folder: Path, tell: Tell) -> tuple[Path, ...]:
    written: dict[Path, int] = {}
    for form, target in (
        (ExportFormat.XLSX, "event.xlsx"),
        (ExportFormat.JSON, "event.json"),
        (ExportFormat.CSV, "csv"),
    ):
        written |= export_event(desk, form, folder / target)
        tell("Export", f"{folder / target}.")
    return tuple(written)


def _tell_figures(report: Report, tell: Tell) -> None:
    facts = report.counts
    clusters, countries, meetings = (facts[name] for name in ("clusters_by_side", "countries_by_side", "meetings"))
    assert isinstance(clusters, dict)
    assert isinstance(countries, dict)
    assert isinstance(meetings, dict)
    sides = [f"{clusters[side]} {side} clusters (countries: {countries[side]})" for side in clusters]
    tell(
        "Report",
        f"{' and '.join(sides)}; {meetings['requested']} requests, {meetings['scheduled']} meetings scheduled, "
        f"{meetings['held']} held.",
    )
    named = [f"{country_name(one.country)} ({one.mentions})" for one in report.target_countries[:3]]
    tell("Report", f"Target countries named most: {', '.join(named)}.")
