"""What no timetable can exceed, from two relaxations that allow parts of meetings; both bounds are safe (see `linear`).

`relax_sessions` also forgets in which slot of its session a meeting lies. What remains is a b-matching with side
constraints: each person has as many places in a session as free slots there, the session as many as its tables have open
slots. If nobody is absent for part of a session and only two sides meet, nothing is lost by that: the meetings of a session
are then the edges of a bipartite graph, Koenig's theorem colours them with the slots, and the classes can be made equally
large (de Werra). The linear programme of such a b-matching has whole-numbered corners, so its optimum is a plan, not only a
bound. It is small even for the biggest events.

`relax_slots` keeps the slots and with them every rule; only the parts of meetings remain. It is what absences, pauses,
interpreters and orders ask for.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from eccp_desktop.timetable.instance import Instance
from eccp_desktop.timetable.linear import Programme, relax_programme
from eccp_desktop.timetable.packing import Packing, Row


class Measure(Enum):
    """What the relaxation counts."""

    WORTH = "worth"
    WEIGHT = "weight"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A proven bound on the worth (or number) of the placed meetings, how many people are left out at least where it is
    reached, and for each meeting the session that the relaxation gives it, -1 for those it leaves out (or splits)."""

    bound: int
    left_out: int
    session_of: tuple[int, ...]


def relax_sessions(instance: Instance, measure: Measure) -> Relaxed:
    """The relaxation with sessions instead of slots. Meetings of the timetable in force are preferred among equals."""
    worth = _measured(instance, measure)
    kept = sum(value for value, t in zip(worth, instance.kept, strict=True) if t >= 0)
    columns = [
        (m, session)
        for m, options in enumerate(instance.options)
        if instance.kept[m] < 0
        for session in sorted({instance.session_of[t] for t in options})
    ]
    rows = _session_rows(instance, columns)
    programme = Programme([worth[m] for m, _ in columns], rows, _groups(instance, [m for m, _ in columns], measure))
    preferred = [n for n, (m, _) in enumerate(columns) if instance.current[m] >= 0]
    found = relax_programme(programme, preferred if measure is Measure.WORTH else ())
    session_of = [instance.session_of[t] if t >= 0 else -1 for t in instance.kept]
    if found is None:
        possible = sum(worth[m] for m in {m for m, _ in columns})
        return Relaxed(kept + possible, 0, tuple(session_of))
    for (m, session), share in zip(columns, found.shares, strict=True):
        if share > 0.5:
            session_of[m] = session
    return Relaxed(kept + found.bound, found.empty, tuple(session_of))


@dataclass(frozen=True, slots=True)
class SlotRelaxation:
    """A proven bound on worth, the fewest people left out where it is reached, and the share of each column."""

    bound: int
    left_out: int
    shares: Sequence[float]


def slot_programme(packing: Packing) -> Programme:
    """Most worth, then fewest people left out, over the columns of a packing of all meetings that may move."""
    instance = packing.instance
    meetings = [column.meeting for column in packing.columns]
    groups = _groups(instance, meetings, Measure.WORTH)
    return Programme([instance.worth[m] for m in meetings], packing.rows, groups)


def relax_slots(packing: Packing, seconds: float) -> SlotRelaxation | None:
    """The relaxation that keeps every rule, of a packing of all meetings that may move; None where the time is too short."""
    found = relax_programme(slot_programme(packing), seconds=seconds)
    if found is None:
        return None
    instance = packing.instance
    kept = sum(value for value, t in zip(instance.worth, instance.kept, strict=True) if t >= 0)
    return SlotRelaxation(kept + found.bound, found.empty, found.shares)


def _measured(instance: Instance, measure: Measure) -> tuple[int, ...]:
    if measure is Measure.WORTH:
        return instance.worth
    return instance.weight if measure is Measure.WEIGHT else (1,) * len(instance.weight)


def _groups(instance: Instance, meetings: Sequence[int], measure: Measure) -> list[list[int]]:
    """For each person without a kept meeting the columns (given by their meetings) of the person's meetings. For
    other measures than worth nobody is counted."""
    if measure is not Measure.WORTH:
        return []
    columns: dict[int, list[int]] = defaultdict(list)
    for n, m in enumerate(meetings):
        for p in instance.people_of[m]:
            columns[p].append(n)
    return [
        columns[p]
        for p, own in enumerate(instance.meetings_of)
        if p in columns and all(instance.kept[m] < 0 for m in own)
    ]


def _session_rows(instance: Instance, columns: Sequence[tuple[int, int]]) -> list[Row]:
    of_meeting: dict[int, list[int]] = defaultdict(list)
    of_person: dict[tuple[int, int], list[int]] = defaultdict(list)
    of_resource: dict[tuple[int, int], list[int]] = defaultdict(list)
    of_session: dict[int, list[int]] = defaultdict(list)
    for n, (m, session) in enumerate(columns):
        of_meeting[m].append(n)
        of_session[session].append(n)
        for p in instance.people_of[m]:
            of_person[p, session].append(n)
        for r in _always(instance, m):
            of_resource[r, session].append(n)
    rows = [Row(inside, 1) for inside in of_meeting.values()]
    for (p, session), inside in of_person.items():
        rows.append(Row(inside, _places(instance, p, instance.sessions[session])))
    for p in sorted({p for p, _ in of_person}):
        for slots in instance.days:
            sessions = sorted({instance.session_of[t] for t in slots})
            kept = sum(1 for m in instance.meetings_of[p] if instance.kept[m] in slots)
            inside = [n for session in sessions for n in of_person.get((p, session), ())]
            rows.append(Row(inside, max(0, instance.most_per_day[p] - kept)))
    held = [0] * len(instance.day_of)
    load: dict[tuple[int, int], int] = defaultdict(int)
    for m, t in enumerate(instance.kept):
        if t >= 0:
            held[t] += 1
            for r in _always(instance, m):
                load[r, t] += 1
    for session, inside in of_session.items():
        slots = instance.sessions[session]
        rows.append(Row(inside, sum(max(0, instance.tables_open[t] - held[t]) for t in slots)))
    for (r, session), inside in of_resource.items():
        rows.append(Row(inside, sum(max(0, instance.capacity[r][t] - load[r, t]) for t in instance.sessions[session])))
    return [row for row in rows if len(row.columns) > row.room]


def _always(instance: Instance, m: int) -> set[int]:
    """Resources that the meeting takes up whichever way it is held."""
    first, *others = (way.resources for way in instance.ways[m])
    return set(first).intersection(*others)


def _places(instance: Instance, p: int, slots: tuple[int, ...]) -> int:
    """How many of the slots the person could fill at most beside the meetings that are kept."""
    usable = {t for m in instance.meetings_of[p] for t in instance.options[m]}
    kept = {instance.kept[m] for m in instance.meetings_of[p]}
    places = row = 0
    for t in slots:
        if t in usable and (t in kept or row < instance.most_in_a_row[p]):
            places += t not in kept
            row += 1
        else:
            row = 0
    return places
