"""`print`: documents as PDF files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eccp_desktop.base.progress import Progress, Report, unreported
from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath

if TYPE_CHECKING:
    from eccp_desktop.desk.papers import SavedDocument

ALL = "all"


class Language(StrEnum):
    """Languages of papers."""

    EN = "en"
    FR = "fr"
    DE = "de"
    ES = "es"


class SheetOrder(StrEnum):
    """How sheets follow each other."""

    BOX = "box"
    ALPHABET = "alphabet"
    ORGANISATION = "organisation"
    COUNTRY = "country"


def print_(
    event: EventPath,
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT]...",
            help="schedules, tables, table-signs, badges, attendance, hall-plan, grid, interpreters, programme, catalogue, "
            "brief, feedback, certificates, impact, journal; all of them if none is named.",
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="The folder for the PDF files.")] = Path(),
    who: Annotated[
        list[str] | None, typer.Option("--who", metavar="CODE", help="Only for this badge code; may stand often.")
    ] = None,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only sheets that say something else than the copy in hand.")
    ] = False,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language; otherwise that of the person or the event.")
    ] = None,
    order: Annotated[SheetOrder | None, typer.Option("--order", help="How sheets follow each other.")] = None,
    paper: Annotated[
        str | None,
        typer.Option(
            "--paper",
            help="A4, A5, A3, Letter, Tabloid ..., where the document knows it; else what the event's country prints on.",
        ),
    ] = None,
    badge_size: Annotated[
        str | None,
        typer.Option(
            "--badge-size", help="2x4, 2x5, a6, id-1, 62x100; or in mm: 74x105 on A4, label:62x29, letter:74x105."
        ),
    ] = None,
    test_page: Annotated[bool, typer.Option("--test-page", help="Badges begin with outlines and rulers.")] = False,
    table: Annotated[
        list[str] | None,
        typer.Option(
            "--table", metavar="NUMBERS", help="Table sheets and signs only of these tables: 3 or 7-9; may stand often."
        ),
    ] = None,
    slots: Annotated[
        str | None,
        typer.Option(
            "--slots",
            help="Hall plan, timetable and interpreters only of these slots: 2016-04-25, 10:00, 10:00-11:30, 10:00-, "
            "or a day and a time.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print documents into PDF files, and keep which version of which sheet was printed."""
    from eccp_desktop.desk.papers import Order, Papers, PrintJob, document_ids

    wanted = document_ids(documents or [ALL])
    tables = _tables(table or [])
    _check_taken(wanted, tables, slots)
    saved: list[SavedDocument] = []
    with opened(event) as desk:
        papers = Papers(desk)
        jobs = [
            PrintJob(
                document=one,
                who=tuple(who or ()),
                changed=changed,
                order=Order(order.value) if order else None,
                paper=paper,
                language=lang.value if lang else None,
                options=_options(badge_size, slots, test_page=test_page),
                tables=tables,
            )
            for one in wanted
        ]
        for job in jobs:
            papers.check(job)
        for job in jobs:
            path = out / (f"{job.document}-changed.pdf" if changed else f"{job.document}.pdf")
            with _watched(job.document, as_json=as_json) as report:
                made = papers.save(job, path, report)
            if made is not None:
                saved.append(made)
    lines = [f"{one.path}: {counted(one.sheets, 'sheet')}, {counted(one.pages, 'page')}." for one in saved]
    facts = {
        "files": [
            {"document": one.document, "path": str(one.path), "pages": one.pages, "sheets": one.sheets} for one in saved
        ]
    }
    say("\n".join(lines) or "Nothing changed since it was printed.", facts, as_json=as_json)


def _options(badge_size: str | None, slots: str | None, *, test_page: bool) -> dict[str, str]:
    return (
        ({"preset": badge_size} if badge_size else {})
        | ({"slots": slots} if slots else {})
        | ({"test": "yes"} if test_page else {})
    )


def _tables(written: list[str]) -> tuple[int, ...]:
    """The numbers of tables; what cannot be read is a usage error."""
    from eccp_desktop.domain.table_numbers import numbers_in

    read = [numbers_in(one) for one in written]
    for one, numbers in zip(written, read, strict=True):
        if not numbers:
            raise typer.BadParameter(f"{one} are no numbers of tables: write 3 or 7-9.", param_hint="--table")
    return tuple(dict.fromkeys(number for numbers in read for number in numbers))


def _check_taken(wanted: Sequence[str], tables: tuple[int, ...], slots: str | None) -> None:
    """What none of the documents goes by is a usage error: nobody waits for all tables who asked for one."""
    from eccp_desktop.documents.catalogue import document
    from eccp_desktop.documents.wanted_slots import wanted_slots

    entries = [document(one) for one in wanted]
    if tables and not any(one.by_table for one in entries):
        raise typer.BadParameter("only tables and table-signs go by tables.", param_hint="--table")
    if slots and wanted_slots(slots) is None:
        raise typer.BadParameter(
            f"{slots} cannot be read: write 2016-04-25, 10:00 or 10:00-11:30.", param_hint="--slots"
        )
    if slots and not any(option.id == "slots" for one in entries for option in one.options):
        raise typer.BadParameter("only hall-plan, grid and interpreters go by slots.", param_hint="--slots")


@contextmanager
def _watched(document: str, *, as_json: bool) -> Iterator[Report]:
    """A bar of progress on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if as_json or not console.is_terminal:
        yield unreported
        return
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task(document, total=None)

        def report(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total or None)

        yield report
