"""Sentences for two versions of a timetable. No Qt here, because the command line says them too."""

from datetime import datetime

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.versions import Comparison, Difference, Fate, PersonDifference, Seating
from eccp_desktop.store.reads.versions import Kind, NamedMoment

FATES: dict[Fate, tuple[str, str]] = {
    Fate.NEW: (N_("New"), N_("new")),
    Fate.MOVED: (N_("Moved"), N_("moved")),
    Fate.CANCELLED: (N_("Cancelled"), N_("cancelled")),
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
            return N_("{at}, before: {title}").format(at=at, title=named.title)
    return N_("{at}, after: {title}").format(at=at, title=named.title)


def comparison_words(comparison: Comparison) -> str:
    """12 new, 4 moved, 3 cancelled; 366 as they were."""
    counts = [(comparison.count(fate), word) for fate, (_, word) in FATES.items()]
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    same = f"{comparison.unchanged} as they were"
    return f"{told}; {same}." if told else f"The two are the same: {same}."


def seating_words(seating: Seating) -> str:
    """Mon 10:20, table 7."""
    return f"{seating.start:%a %H:%M}, table {seating.table}"


def difference_words(difference: Difference) -> str:
    """What became of a meeting."""
    before = "" if difference.before is None else seating_words(difference.before)
    after = "" if difference.after is None else seating_words(difference.after)
    match difference.fate:
        case Fate.NEW:
            return N_("New: {seat}").format(seat=after)
        case Fate.CANCELLED:
            return N_("Cancelled: was {seat}").format(seat=before)
    assert difference.before is not None
    assert difference.after is not None
    same = difference.before.start == difference.after.start
    goal = f"table {difference.after.table}" if same else after
    return N_("Moved: {before} → {after}").format(before=before, after=goal)


def person_words(line: PersonDifference) -> str:
    """2 moved, 1 cancelled."""
    return ", ".join(f"{line.counts[fate]} {word}" for fate, (_, word) in FATES.items() if line.counts[fate])
