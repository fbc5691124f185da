"""The chips above the table of people, and whom each lets through. No Qt here."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.reads.people import PersonRow

SIDE, PRESENCE, LACK = "side", "presence", "lack"

LACKS: dict[str, tuple[str, Callable[[PersonRow], bool]]] = {
    "meetings": (N_("No meetings"), lambda row: row.meetings == 0 and not row.cancelled),
    "unscheduled": (N_("Waiting meetings"), lambda row: row.unscheduled > 0),
    "consent": (N_("No consent"), lambda row: not row.consent and not row.cancelled),
    "pending": (N_("Pending"), lambda row: row.state is ParticipantState.PENDING),
    "cancelled": (N_("Cancelled"), lambda row: row.cancelled),
}


def chips(rows: Sequence[PersonRow]) -> list[tuple[str, str]]:
    """Keys and texts of the chips that let somebody through, with how many."""
    sides = Counter(row.side for row in rows if row.side)
    presences = Counter(row.presence for row in rows if not row.cancelled)
    made = [(f"{SIDE}:{side}", f"{side} {count}") for side, count in sorted(sides.items())]
    made += [
        (f"{PRESENCE}:{presence.value}", f"{presence.value.capitalize()} {presences[presence]}")
        for presence in Presence
        if presences[presence]
    ]
    for key, (text, lacking) in LACKS.items():
        count = sum(map(lacking, rows))
        if count:
            made.append((f"{LACK}:{key}", f"{text} {count}"))
    return made


def let_through(rows: Iterable[PersonRow], keys: Iterable[str], country: str, kind: str) -> list[PersonRow]:
    """The rows that fit one chip of every group in which a chip is on, and country and kind where they are set."""
    groups: dict[str, set[str]] = {}
    for key in keys:
        group, _, value = key.partition(":")
        groups.setdefault(group, set()).add(value)
    return [
        row
        for row in rows
        if all(_fits(row, group, values) for group, values in groups.items())
        and (not country or row.country == country)
        and (not kind or row.kind == kind)
    ]


def _fits(row: PersonRow, group: str, values: set[str]) -> bool:
    if group == SIDE:
        return row.side in values
    if group == PRESENCE:
        return row.presence.value in values and not row.cancelled
    return any(LACKS[value][1](row) for value in values)
