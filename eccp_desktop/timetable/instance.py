"""A problem with numbers instead of keys, and with everything that never changes worked out once."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.availability import free_slots, open_tables
from eccp_desktop.timetable.problem import Problem
from eccp_desktop.timetable.resources import Resources, Way


@dataclass(frozen=True, slots=True)
class Instance:
    """Meetings, people and slots are positions in the problem's tuples; -1 means none.

    `options[m]` are the slots in which meeting m could be held if nothing else were. `ways[m]` are the alternative sets
    of resources it needs; `capacity[r][t]` is how many meetings resource r serves in slot t. Interchangeable tables are
    one pool, so a slot plan that keeps the capacities can always be given tables. `worth` turns aim 1 into one sum: a
    unit of weight of a must meeting outweighs all other meetings together. `slow` people, the `walkers` of each meeting,
    need a free slot between two zones; `beside[t]` are the slots before and after t in its session.
    """

    problem: Problem
    people_of: tuple[tuple[int, ...], ...]
    meetings_of: tuple[tuple[int, ...], ...]
    options: tuple[tuple[int, ...], ...]
    weight: tuple[int, ...]
    must: tuple[bool, ...]
    worth: tuple[int, ...]
    kept: tuple[int, ...]
    current: tuple[int, ...]
    ways: tuple[tuple[Way, ...], ...]
    capacity: tuple[tuple[int, ...], ...]
    tables_open: tuple[int, ...]
    free: tuple[frozenset[int], ...]
    sessions: tuple[tuple[int, ...], ...]
    session_of: tuple[int, ...]
    days: tuple[tuple[int, ...], ...]
    day_of: tuple[int, ...]
    most_per_day: tuple[int, ...]
    most_in_a_row: tuple[int, ...]
    slow: frozenset[int]
    walkers: tuple[tuple[int, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    earlier: tuple[tuple[int, ...], ...]
    later: tuple[tuple[int, ...], ...]


def compile_problem(problem: Problem) -> Instance:
    """Raises Refusal("unknown_key") and Refusal("kept_meetings_clash") for problems that contradict themselves."""
    _check_keys(problem)
    slots = {slot.key: t for t, slot in enumerate(problem.slots)}
    people = {person.key: p for p, person in enumerate(problem.people)}
    meetings = {wanted.key: m for m, wanted in enumerate(problem.wanted)}
    kept = [-1] * len(meetings)
    for placement in problem.kept().values():
        kept[meetings[placement.meeting]] = slots[placement.slot]
    current = [-1] * len(meetings)
    for placement in problem.current:
        current[meetings[placement.meeting]] = slots[placement.slot]
    people_of = tuple(tuple(people[key] for key in wanted.people) for wanted in problem.wanted)
    _check_kept(problem, kept, people_of)
    meetings_of: list[list[int]] = [[] for _ in people]
    for m, members in enumerate(people_of):
        for p in members:
            meetings_of[p].append(m)
    earlier: list[list[int]] = [[] for _ in meetings]
    later: list[list[int]] = [[] for _ in meetings]
    for m, wanted in enumerate(problem.wanted):
        for key in sorted(wanted.after):
            earlier[m].append(meetings[key])
            later[meetings[key]].append(m)
    free = tuple(frozenset(slots[key] for key in keys if key in slots) for keys in free_slots(problem))
    resources = Resources(problem)
    ways = tuple(resources.ways(wanted) for wanted in problem.wanted)
    capacity = tuple(tuple(row) for row in resources.capacity)
    session_of, sessions = _blocks([(slot.day, slot.session) for slot in problem.slots])
    day_of, days = _blocks([slot.day for slot in problem.slots])
    unlimited = len(slots)
    apart = len({table.zone for table in problem.tables}) > 1
    slow = frozenset(p for p, person in enumerate(problem.people) if person.slow_walker and apart)
    return Instance(
        problem=problem,
        people_of=people_of,
        meetings_of=_frozen(meetings_of),
        options=_options(problem, kept, people_of, free, ways, capacity),
        weight=tuple(wanted.weight for wanted in problem.wanted),
        must=tuple(wanted.must for wanted in problem.wanted),
        worth=_worth(problem),
        kept=tuple(kept),
        current=tuple(current),
        ways=ways,
        capacity=capacity,
        tables_open=tuple(len(tables) for tables in open_tables(problem)),
        free=free,
        sessions=sessions,
        session_of=session_of,
        days=days,
        day_of=day_of,
        most_per_day=tuple(unlimited if q.most_per_day is None else q.most_per_day for q in problem.people),
        most_in_a_row=tuple(unlimited if q.most_in_a_row is None else q.most_in_a_row for q in problem.people),
        slow=slow,
        walkers=tuple(tuple(p for p in members if p in slow) for members in people_of),
        beside=tuple(tuple(u for u in (t - 1, t + 1) if u in sessions[session_of[t]]) for t in range(len(slots))),
        earlier=_frozen(earlier),
        later=_frozen(later),
    )


def _options(
    problem: Problem,
    kept: Sequence[int],
    people_of: Sequence[Sequence[int]],
    free: Sequence[frozenset[int]],
    ways: Sequence[Sequence[Way]],
    capacity: Sequence[Sequence[int]],
) -> tuple[tuple[int, ...], ...]:
    upcoming = {t for t, slot in enumerate(problem.slots) if slot.key not in problem.past}
    numbers = {slot.key: t for t, slot in enumerate(problem.slots)}
    rows: list[tuple[int, ...]] = []
    for m, wanted in enumerate(problem.wanted):
        if kept[m] >= 0:
            rows.append((kept[m],))
            continue
        possible = upcoming.intersection(*(free[p] for p in people_of[m]))
        if wanted.allowed is not None:
            possible &= {numbers[key] for key in wanted.allowed}
        if wanted.slot:
            possible &= {numbers[wanted.slot]}
        rows.append(tuple(t for t in sorted(possible) if _some_way(ways[m], capacity, t)))
    return tuple(rows)


def _some_way(ways: Sequence[Way], capacity: Sequence[Sequence[int]], t: int) -> bool:
    return any(all(capacity[r][t] for r in way.resources) for way in ways)


def must_factor(problem: Problem) -> int:
    """What a unit of weight of a must meeting is worth: more than all other meetings together."""
    return 1 + sum(wanted.weight for wanted in problem.wanted if not wanted.must)


def _worth(problem: Problem) -> tuple[int, ...]:
    factor = must_factor(problem)
    return tuple(wanted.weight * (factor if wanted.must else 1) for wanted in problem.wanted)


def _blocks(labels: Sequence[Hashable]) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    numbers: dict[Hashable, int] = {}
    of = tuple(numbers.setdefault(label, len(numbers)) for label in labels)
    return of, tuple(tuple(t for t, number in enumerate(of) if number == block) for block in range(len(numbers)))


def _frozen(rows: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _check_keys(problem: Problem) -> None:
    slots = {slot.key for slot in problem.slots}
    tables = {table.key for table in problem.tables} | {""}
    people = {person.key for person in problem.people}
    meetings = {wanted.key for wanted in problem.wanted}
    asked: list[tuple[str, str, set[str]]] = []
    for wanted in problem.wanted:
        asked += [("person", key, people) for key in wanted.people]
        asked += [("slot", key, slots) for key in wanted.allowed or ()]
        asked += [("meeting", key, meetings) for key in wanted.after]
        asked += [("slot", wanted.slot, slots | {""}), ("table", wanted.table, tables)]
    for placement in (*problem.locked, *problem.current):
        asked += [("meeting", placement.meeting, meetings), ("slot", placement.slot, slots)]
        asked += [("table", placement.table, tables)]
    asked += [("table", person.table, tables) for person in problem.people]
    for kind, key, known in asked:
        if key not in known:
            raise Refusal("unknown_key", kind=kind, key=key)


def _check_kept(problem: Problem, kept: Sequence[int], people_of: Sequence[Sequence[int]]) -> None:
    taken: dict[tuple[str, object, int], str] = {}
    tables = {placement.meeting: placement.table for placement in problem.kept().values()}
    for m, t in enumerate(kept):
        if t < 0:
            continue
        key = problem.wanted[m].key
        claims: list[tuple[str, object, int]] = [("person", p, t) for p in people_of[m]]
        if tables[key]:
            claims.append(("table", tables[key], t))
        for claim in claims:
            if claim in taken:
                raise Refusal("kept_meetings_clash", first=taken[claim], second=key, slot=problem.slots[t].key)
            taken[claim] = key
