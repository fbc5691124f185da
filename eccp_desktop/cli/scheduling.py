"""`schedule`: generate the timetable and make it the event's."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from eccp_desktop.base.progress import Progress, Report, unreported
from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

    from eccp_desktop.desk.timetabling import Proposal, SeatChange
    from eccp_desktop.domain.hall import Hall
    from eccp_desktop.domain.ids import ParticipantId

_SHOWN = 8


class Mode(StrEnum):
    """How much of the timetable in force may change."""

    ALL = "all"
    FREE = "free"
    REPAIR = "repair"


def schedule(
    event: EventPath,
    mode: Annotated[
        Mode,
        typer.Option(
            "--mode",
            help="all: place everything again, except what is locked; free: only what has no seat; "
            "repair: seat again who lost a seat, with the least change.",
        ),
    ] = Mode.ALL,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Longest time to search.")] = 30.0,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same timetable.")] = 0,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="More than one may find another timetable each time.")
    ] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Generate the timetable. Ctrl+C keeps the best that was found; twice ends at once."""
    from eccp_desktop.desk.timetabling import Mode as EngineMode
    from eccp_desktop.desk.timetabling import Timetabling
    from eccp_desktop.store.reads.hall import hall

    with opened(event) as desk, _interrupts() as interrupts, _progress(as_json) as report:
        timetabling = Timetabling(desk)
        proposal = timetabling.generate(
            EngineMode(mode.value),
            seconds,
            seed,
            workers,
            report,
            stopping=lambda: len(interrupts) > 0,
            ending=lambda: len(interrupts) > 1,
        )
        if not dry_run:
            timetabling.apply(proposal)
        known = desk.read(hall).meetings.values()
        numbers = {frozenset(meeting.people): meeting.number for meeting in known}
    gaps = [_gap(proposal.hall, gap, numbers) for gap in proposal.unplaced]
    if as_json:
        say("", {"dry_run": dry_run, **_facts(proposal), "unplaced": [asdict(gap) for gap in gaps]}, as_json=True)
    else:
        say(_in_words(proposal, gaps, dry_run=dry_run), {}, as_json=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A meeting without a seat, in words; its number is None in a dry run that would have to make it."""

    meeting: int | None
    people: list[str]
    reason: str
    remedy: str
    reason_code: str


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Collects Ctrl+C instead of ending the command."""
    seen: list[int] = []

    def interrupted(number: int, _frame: "FrameType | None") -> None:
        seen.append(number)

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress(as_json: bool) -> Iterator[Report]:
    """A bar of meetings placed, on a terminal only."""
    from rich.console import Console

    console = Console(stderr=True)
    if as_json or not console.is_terminal:
        yield unreported
        return
    from rich.progress import Progress as Bar

    with Bar(console=console, transient=True) as bar:
        task = bar.add_task("Placing meetings", total=None)

        def report(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield report


def _facts(proposal: "Proposal") -> dict[str, object]:
    timetable = proposal.timetable
    return {
        "mode": proposal.mode.value,
        "placed": timetable.placed,
        "wanted": timetable.wanted,
        "bound": timetable.bound,
        "proven": timetable.proven,
        "breaks": timetable.breaks,
        "most_breaks": timetable.most_breaks,
        "table_changes": timetable.table_changes,
        "walks": timetable.walks,
        "moved": timetable.moved,
        "cancelled": timetable.cancelled,
        "new": len(proposal.new),
        "interpreted": _interpreted(proposal),
        "other_interpreter": len(proposal.revoiced),
        "aims": [{"aim": aim.name, "value": aim.value, "bound": aim.bound} for aim in timetable.aims],
        "repeatable": timetable.repeatable,
        "seconds": round(timetable.seconds, 3),
        "first_seconds": round(timetable.first_seconds, 3),
    }


def _interpreted(proposal: "Proposal") -> int:
    return sum(bool(placement.interpreter) for placement in proposal.timetable.placements)


def _gap(hall: "Hall", gap: "SeatChange", numbers: "Mapping[frozenset[ParticipantId], int]") -> Gap:
    from eccp_desktop.ui.timetable_texts import help_words, why_waiting

    names = [hall.diaries[person].name for person in gap.people]
    number = numbers.get(frozenset(gap.people))
    if gap.reason is None:
        return Gap(number, names, "", "", "")
    return Gap(number, names, why_waiting(gap.reason), help_words(gap.reason), gap.reason.code)


def _in_words(proposal: "Proposal", gaps: list[Gap], *, dry_run: bool) -> str:
    timetable = proposal.timetable
    lines = ["Nothing was changed; this is what would happen."] if dry_run else []
    best = "no timetable places more weight" if timetable.proven else f"at most {timetable.bound} are possible"
    lines.append(f"{timetable.placed} of {counted(timetable.wanted, 'meeting')} placed ({best}).")
    lines.append(
        f"{counted(len(proposal.new), 'new meeting')}, {len(proposal.moved)} moved, {len(proposal.cancelled)} without "
        f"a seat now; {counted(timetable.breaks, 'break')}, {counted(timetable.table_changes, 'change')} of table."
    )
    if interpreted := _interpreted(proposal):
        lines.append(f"{counted(interpreted, 'meeting')} with an interpreter.")
    lines += [f"  {' and '.join(gap.people)}: {gap.reason} {gap.remedy}".rstrip() for gap in gaps[:_SHOWN]]
    if len(gaps) > _SHOWN:
        lines.append(f"  and {len(gaps) - _SHOWN} more without a seat.")
    if not timetable.repeatable:
        lines.append("The clock or several workers ended the search: the same seed may give another timetable.")
    return "\n".join(lines)
