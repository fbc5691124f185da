"""Sentences for two versions of a timetable. No Qt here, because the command line says them too."""

from collections.abc import Collection, Mapping
from datetime import datetime

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.versions import Comparison, Difference, Fate, PersonDifference, Seating, names_in
from eccp_desktop.store.reads.versions import Kind, NamedMoment

FATES: dict[Fate, tuple[str, str]] = {
    Fate.NEW: (N_("New"), N_("new")),
    Fate.MOVED: (N_("Moved"), N_("moved")),
    Fate.CANCELLED: (N_("Cancelled"), N_("cancelled")),
    Fate.REVOICED: (N_("Interpreter"), N_("with another interpreter")),
    Fate.LOCKED: (N_("Lock"), N_("locked or unlocked")),
}
"""On a chip, and in a sentence. A meeting that waits in the tray counts as cancelled: on paper it is."""


_PAPERS = {"tables": N_("table sheets")}
"""Documents whose id alone would be misread."""


def moment_words(named: NamedMoment, today: datetime) -> str:
    """What a moment is called: "Mon 08:12, before: Apply timetable". A day that is not within six days of `today` is
    written out."""
    far = abs((named.at.date() - today.date()).days) > 6
    at = f"{named.at.day} {named.at:%b %H:%M}" if far else f"{named.at:%a %H:%M}"
    match named.kind:
        case Kind.NOW:
            return N_("Now")
        case Kind.DAY:
            return N_("{at}, the day begins").format(at=at)
        case Kind.PRINT:
            paper = _PAPERS.get(named.title, named.title.replace("-", " "))
            return N_("{at}, printed: {n} {paper}").format(at=at, n=named.count, paper=paper)
        case Kind.BEFORE:
            return N_("{at}, before: {title}").format(at=at, title=_step_words(named))
    return N_("{at}, after: {title}").format(at=at, title=_step_words(named))


def _step_words(named: NamedMoment) -> str:
    words = {"undo": N_("undo of {title}"), "redo": N_("redo of {title}")}.get(named.action, "{title}")
    title = named.title
    return words.format(title=f"{title[:1].lower()}{title[1:]}" if named.action else title)


def comparison_words(comparison: Comparison) -> str:
    """12 new, 4 moved, 3 cancelled; 366 as they were."""
    counts = [(comparison.count(fate), word) for fate, (_, word) in FATES.items()]
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    same = f"{comparison.unchanged} as they were"
    return f"{told}; {same}." if told else f"The two are the same: {same}."


def _seating_words(seating: Seating) -> str:
    """Mon 10:20, table 7."""
    return f"{seating.start:%a %H:%M}, table {seating.table}"


def difference_words(difference: Difference, names: Mapping[ParticipantId, tuple[str, str]]) -> str:
    """What became of a meeting, with everything that differs."""
    parts = [_seat_words(difference)]
    if difference.after is not None:
        helped, helping = (_names(people, names) for people in (difference.helped, difference.helping))
        parts.append("" if helped == helping else voice_words(helping, helped))
    if difference.locked is not None and difference.fate is not Fate.LOCKED:
        parts.append(N_("Locked now") if difference.locked else N_("No longer locked"))
    return ". ".join(part for part in parts if part)


def voice_words(helping: str, helped: str) -> str:
    """Who interprets (names), and who did before; either may be nobody."""
    if not helping:
        return N_("Interpreter: nobody instead of {before}").format(before=helped)
    if not helped:
        return N_("Interpreter: {names}").format(names=helping)
    return N_("Interpreter: {names} instead of {before}").format(names=helping, before=helped)


def _seat_words(difference: Difference) -> str:
    before, after = difference.before, difference.after
    if before is None:
        return "" if after is None else N_("New: {seat}").format(seat=_seating_words(after))
    was = _seating_words(before)
    if after is None:
        return N_("Cancelled: was {seat}").format(seat=was)
    if difference.fate is Fate.LOCKED:
        words = N_("Locked: {seat}") if difference.locked else N_("No longer locked: {seat}")
        return words.format(seat=was)
    if difference.fate is Fate.REVOICED:
        return was
    if (before.start, before.table) == (after.start, after.table):
        times = {"after": f"{after.end:%H:%M}", "before": f"{before.end:%H:%M}"}
        return N_("{seat}: ends {after} instead of {before}").format(seat=was, **times)
    goal = f"table {after.table}" if before.start == after.start else _seating_words(after)
    return N_("Moved: {before} → {after}").format(before=was, after=goal)


def _names(people: Collection[ParticipantId], names: Mapping[ParticipantId, tuple[str, str]]) -> str:
    return " and ".join(names_in(sorted(people), names))


def person_words(line: PersonDifference) -> str:
    """2 moved, 1 cancelled."""
    return ", ".join(f"{line.counts[fate]} {word}" for fate, (_, word) in FATES.items() if line.counts[fate])
