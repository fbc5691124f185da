"""Event-shaped problems from a seed: a few stars whom everybody wants, many people with three to six requests, absences,
and a rule that only the two sides meet."""

from dataclasses import dataclass
from random import Random

from eccp_desktop.domain.vocabulary import Priority
from eccp_desktop.timetable.problem import Person, Problem, Slot, Table, Wanted, weigh


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
