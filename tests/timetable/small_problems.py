"""Small problems by Hypothesis, and their best timetables by trying everything."""

from collections.abc import Iterable, Iterator
from itertools import product

from hypothesis import strategies as st

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.problem import Interpreter, Person, Placement, Problem, Slot, Table, Wanted

SLOTS = tuple(Slot(f"s{n}", "2016-04-25", "am" if n < 2 else "pm", 540 + 25 * n, 560 + 25 * n) for n in range(4))


@st.composite
def problems(draw: st.DrawFn, most_wanted: int = 5) -> Problem:
    """Up to four slots, three tables, five people and a few meetings, with any of the side conditions."""
    slots = SLOTS[: draw(st.integers(2, 4))]
    keys = [slot.key for slot in slots]
    some_slots = st.frozensets(st.sampled_from(keys), max_size=2)
    names = [f"p{n}" for n in range(draw(st.integers(3, 5)))]
    organisations = st.sampled_from(["a", "b"])
    tables = tuple(
        Table(
            f"t{n}",
            zone=draw(st.sampled_from(["", "hall"])),
            owner=draw(st.sampled_from(["", "", "a"])),
            closed=draw(some_slots),
            seats=draw(st.sampled_from([2, 4])),
        )
        for n in range(draw(st.integers(1, 3)))
    )
    table_keys = st.sampled_from(["", "", "", *(table.key for table in tables)])
    people = tuple(
        Person(
            name,
            organisation=draw(organisations),
            free=draw(st.none() | st.frozensets(st.sampled_from(keys), min_size=1)),
            table=draw(table_keys),
            most_per_day=draw(st.none() | st.integers(1, 3)),
            most_in_a_row=draw(st.none() | st.integers(1, 2)),
            slow_walker=draw(st.booleans()),
            presence=draw(st.sampled_from([Presence.EXPECTED, Presence.HERE, Presence.HERE, Presence.GONE])),
            late_until=draw(st.none() | st.just(560)),
        )
        for name in names
    )
    wanted: list[Wanted] = []
    for n in range(draw(st.integers(1, most_wanted))):
        members = draw(st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True))
        wanted.append(
            Wanted(
                f"m{n}",
                tuple(members),
                weight=draw(st.integers(1, 6)),
                must=draw(st.booleans()),
                allowed=draw(st.none() | st.frozensets(st.sampled_from(keys), min_size=1)),
                table=draw(table_keys),
                after=draw(st.frozensets(st.sampled_from([other.key for other in wanted]), max_size=1))
                if wanted
                else frozenset(),
                language=draw(st.sampled_from(["", "", "fr"])),
            )
        )
    voice = draw(st.sampled_from(["i", "p0"]))
    interpreters = (Interpreter(voice, frozenset({"fr"}), draw(st.none() | some_slots) if voice == "i" else None),)
    locked = (Placement("m0", draw(st.sampled_from(keys)), tables[0].key),) if draw(st.booleans()) else ()
    past = frozenset({keys[0]}) if draw(st.booleans()) else frozenset()
    return Problem(slots, tables, people, tuple(wanted), locked=locked, past=past, interpreters=interpreters)


def _choices(problem: Problem) -> Iterator[list[Placement]]:
    """Every choice of seats that are legal one by one."""
    seats: list[list[Placement | None]] = []
    for wanted in problem.wanted:
        options: list[Placement | None] = [None]
        for slot in problem.slots:
            for table in problem.tables:
                for voice in ("", problem.interpreters[0].key) if wanted.language else ("",):
                    seat = Placement(wanted.key, slot.key, table.key, voice)
                    alone = [*(kept for kept in problem.locked if kept.meeting != wanted.key), seat]
                    if not [wrong for wrong in check(problem, alone) if wrong.meeting == wanted.key]:
                        options.append(seat)
        seats.append(options)
    for choice in product(*seats):
        yield [seat for seat in choice if seat is not None]


def legal_timetables(problem: Problem) -> Iterator[list[Placement]]:
    """Every legal timetable."""
    return (placed for placed in _choices(problem) if not check(problem, placed))


def weights(problem: Problem, timetable: Iterable[Placement]) -> tuple[int, int]:
    """Weight of the placed must meetings, and of the others."""
    keys = {seat.meeting for seat in timetable}
    placed = [wanted for wanted in problem.wanted if wanted.key in keys]
    musts = sum(wanted.weight for wanted in placed if wanted.must)
    return musts, sum(wanted.weight for wanted in placed) - musts


def best_by_trying(problem: Problem) -> tuple[int, int]:
    """Most weight of must meetings, and with it most weight of the others, over all legal timetables."""
    best = (-1, -1)
    for placed in _choices(problem):
        found = weights(problem, placed)
        if found > best and not check(problem, placed):
            best = found
    return best
