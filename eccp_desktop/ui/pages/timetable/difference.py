"""What a proposed timetable would change, as lines to read. No Qt here."""

from dataclasses import dataclass

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.timetabling import Mode, Proposal, SeatChange
from eccp_desktop.domain.ids import ParticipantId, SlotId
from eccp_desktop.domain.making_room import Seat
from eccp_desktop.ui.pages.timetable.day_grid import Change
from eccp_desktop.ui.pages.timetable.words import names, reason_words, seat_words
from eccp_desktop.ui.version_texts import voice_words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One meeting of the difference. `number` tells lines apart."""

    number: int
    change: Change
    people: tuple[str, ...]
    words: str
    who: ParticipantId
    """Whose line shows it, and, if it gets a seat, in which slot."""
    slot: SlotId | None


def change_lines(proposal: Proposal) -> tuple[ChangeLine, ...]:
    """All changes: what is new, moved, loses its seat, and what waits as before."""
    lost = {id(gap) for gap in proposal.cancelled}
    waits = [gap for gap in proposal.unplaced if id(gap) not in lost]
    groups = (
        (Change.MOVED, proposal.moved),
        (Change.CANCELLED, proposal.cancelled),
        (Change.NEW, proposal.new),
        (Change.REVOICED, proposal.revoiced),
        (Change.UNPLACED, waits),
    )
    found = [(kind, change) for kind, changes in groups for change in changes]
    return tuple(_line(number, proposal, kind, change) for number, (kind, change) in enumerate(found))


def outcome_words(proposal: Proposal) -> str:
    """How good the proposal is, in a sentence: what the search has proven, and no more."""
    timetable = proposal.timetable
    if timetable.placed == timetable.wanted:
        return N_("All {wanted} meetings have a seat.").format(wanted=timetable.wanted)
    words = N_("{placed} of {wanted} meetings have a seat.").format(placed=timetable.placed, wanted=timetable.wanted)
    if timetable.bound == timetable.placed:
        left = N_("Without moving one, no more can be seated.")
        best = left if proposal.mode is Mode.FREE else N_("No timetable can seat more.")
    elif timetable.proven:
        best = N_("The ones that are wished for most have one; none can be better.")
    else:
        more = timetable.bound - timetable.placed
        best = N_("At most {more} more may be possible.").format(more=more)
    return f"{words} {best}"


def _line(number: int, proposal: Proposal, kind: Change, change: SeatChange) -> ChangeLine:
    people = tuple(proposal.hall.diaries[person].name for person in change.people)
    before = "" if change.before is None else seat_words(proposal.hall, Seat(change.before.slot, change.before.table))
    after = "" if change.after is None else seat_words(proposal.hall, Seat(change.after.slot, change.after.table))
    if kind is Change.MOVED and change.before is not None and change.after is not None:
        same = change.before.slot == change.after.slot
        goal = f"table {proposal.hall.tables[change.after.table].number}" if same else after
        words = f"{before} → {goal}"
    elif kind is Change.NEW:
        words = f"New: {after}"
    elif kind is Change.REVOICED:
        words = after
    else:
        why = reason_words(change.reason.stored() if change.reason is not None else "")
        words = f"Was {before}. {why}" if before else f"Waits. {why}"
    if change.after is not None and (change.interpreters or change.helping):
        words = f"{words}. {_voice_words(proposal, change)}"
    slot = None if change.after is None else change.after.slot
    return ChangeLine(number, kind, people, words, change.people[0], slot)


def _voice_words(proposal: Proposal, change: SeatChange) -> str:
    """Who interprets, and who does so no more."""
    now, before = (names(proposal.hall, people) for people in (change.interpreters, change.helping))
    return voice_words(now, "" if now == before else before)
