"""Event-shaped problems from a seed: a few stars whom everybody wants, many people with three to six requests, absences,
and a rule that only the two sides meet. `mixed` adds every side condition that a problem can have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from eccp_desktop.domain.vocabulary import Presence, Priority
from eccp_desktop.timetable.problem import Interpreter, Person, Problem, Slot, Table, Wanted, weigh


@dataclass(frozen=True, slots=True)
class Size:
    """How big an event is; slots are spread over sessions, sessions over days (two a day)."""

    people: int
    meetings: int
    slots: int
    tables: int
    sessions: int = 4


NORMAL = Size(people=100, meetings=350, slots=18, tables=15)
LARGE = Size(people=450, meetings=1_700, slots=18, tables=60)
STRESS = Size(people=2_000, meetings=10_000, slots=24, tables=250)
SIZES = {"normal": NORMAL, "large": LARGE, "stress": STRESS}


def event(size: Size, seed: int) -> Problem:
    """A problem of the given size."""
    random = Random(seed)
    slots = _slots(size)
    tables = tuple(Table(f"T{n + 1}", zone="AB"[n * 2 // size.tables]) for n in range(size.tables))
    people = tuple(_person(n, slots, random) for n in range(size.people))
    return Problem(slots, tables, people, _wanted(size, people, random))


def _slots(size: Size) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for session in range(size.sessions):
        first = session * size.slots // size.sessions
        last = (session + 1) * size.slots // size.sessions
        day, half = divmod(session, 2)
        begin = day * 1440 + (540 if half == 0 else 840)
        for n in range(last - first):
            start = begin + 25 * n
            slots.append(Slot(f"S{len(slots) + 1}", f"2016-04-{25 + day}", f"{day}{half}", start, start + 20))
    return tuple(slots)


def _person(n: int, slots: tuple[Slot, ...], random: Random) -> Person:
    free = None
    if random.random() < 0.08:
        missed = random.choice(sorted({slot.session for slot in slots}))
        free = frozenset(slot.key for slot in slots if slot.session != missed)
    elif random.random() < 0.08:
        cut = random.randrange(1, len(slots) // 2)
        free = frozenset(slot.key for slot in (slots[cut:] if random.random() < 0.5 else slots[:-cut]))
    return Person(f"P{n + 1}", organisation=f"O{n * 3 // 4}", free=free)


def _wanted(size: Size, people: tuple[Person, ...], random: Random) -> tuple[Wanted, ...]:
    half = len(people) // 2
    sides = (people[:half], people[half:])
    stars = [side[: max(1, len(side) // 20)] for side in sides]
    made: dict[tuple[str, str], Wanted] = {}
    while len(made) < size.meetings:
        side = random.randrange(2)
        host = random.choice(sides[side])
        for _ in range(random.randint(3, 6)):
            pool = stars[1 - side] if random.random() < 0.15 else sides[1 - side]
            guest = random.choice(pool)
            pair = (min(host.key, guest.key), max(host.key, guest.key))
            if pair in made or len(made) >= size.meetings:
                continue
            asked = [random.choices(list(Priority), (2, 5, 3))[0]]
            if random.random() < 0.2:
                asked.append(random.choices(list(Priority), (2, 5, 3))[0])
            weight, must = weigh(asked)
            made[pair] = Wanted(f"M{len(made) + 1}", (host.key, guest.key), weight, must)
    return tuple(made.values())


_LANGUAGES = ("fr", "de", "zh")


def mixed(size: Size, seed: int) -> Problem:
    """An event with booths, own tables, closed tables and small ones, zones, maxima, pauses, interpreters, orders, fixed slots,
    meetings of three, people who are late, gone or slow on their feet; how much of each depends on the seed."""
    problem = event(size, seed)
    random = Random(seed + 1_000)
    keys = [slot.key for slot in problem.slots]
    tables = _furnished(problem.tables, keys, size, random)
    most, row = random.choice((None, 4, 6, 8)), random.choice((None, 3, 4))
    slow = random.choice((0.0, 0.05, 0.2))
    late_until = problem.slots[0].start + 60
    own = [table.key for table in tables if not table.owner][: size.tables // 12]
    people = []
    for person in problem.people:
        state = random.random()
        people.append(
            replace(
                person,
                table=own.pop() if own and random.random() < 0.2 else "",
                most_per_day=most if random.random() < 0.8 else None,
                most_in_a_row=row if random.random() < 0.6 else None,
                slow_walker=random.random() < slow,
                presence=Presence.GONE if state < 0.02 else Presence.EXPECTED,
                late_until=late_until if 0.02 <= state < 0.06 else None,
            )
        )
    interpreters = tuple(
        Interpreter(f"I{n}", frozenset(random.sample(_LANGUAGES, 2)), frozenset(random.sample(keys, len(keys) // 2)))
        for n in range(size.people // 25)
    )
    wanted = _conditioned(problem.wanted, people, keys, random)
    return replace(problem, tables=tables, people=tuple(people), wanted=wanted, interpreters=interpreters)


def _furnished(tables: Sequence[Table], keys: list[str], size: Size, random: Random) -> tuple[Table, ...]:
    booths, closing = random.choice((0.0, 0.1, 0.3)), random.choice((0.0, 0.1, 0.3))
    found = []
    for table in tables:
        begin = random.randrange(len(keys))
        found.append(
            replace(
                table,
                owner=f"O{random.randrange(size.people * 3 // 4)}" if random.random() < booths else "",
                seats=random.choice((2, 4, 6)),
                closed=frozenset(keys[begin : begin + 4]) if random.random() < closing else frozenset(),
            )
        )
    return tuple(found)


def _conditioned(
    wanted: Sequence[Wanted], people: Sequence[Person], keys: list[str], random: Random
) -> tuple[Wanted, ...]:
    bigger, spoken, ordered = (random.choice((0.0, 0.05, 0.1)) for _ in range(3))
    found: list[Wanted] = []
    for one in wanted:
        third = random.choice(people).key
        more = random.random() < bigger and third not in one.people
        found.append(
            replace(
                one,
                people=(*one.people, third) if more else one.people,
                allowed=frozenset(random.sample(keys, 6)) if random.random() < 0.05 else None,
                slot=random.choice(keys) if random.random() < 0.005 else "",
                after=frozenset({random.choice(found).key}) if found and random.random() < ordered else frozenset(),
                language=random.choice(_LANGUAGES) if random.random() < spoken else "",
            )
        )
    return tuple(found)


SHAPES = {"plain": event, "mixed": mixed}
