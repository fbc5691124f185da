"""A timetable of a business-to-business problem at once, by the chains that place an event's meetings."""

from random import Random

from eccp_desktop.base.progress import Stopping
from eccp_desktop.timetable.brokerage import Brokerage, breaks_of
from eccp_desktop.timetable.budget import Budget
from eccp_desktop.timetable.construct import by_urgency, complete, construct
from eccp_desktop.timetable.instance import compile_problem
from eccp_desktop.timetable.polish import Polisher
from eccp_desktop.timetable.problem import Person, Problem, Slot, Table, Wanted

_WORK = 1e6
_PATIENCE = 20_000


def _event_of(brokerage: Brokerage) -> Problem:
    """The same problem as one session of an event, in which meetings may stay unplaced."""
    return Problem(
        slots=tuple(Slot(str(t), "", "", t, t + 1) for t in range(brokerage.slots)),
        tables=tuple(Table(str(n)) for n in range(brokerage.tables)),
        people=tuple(Person(str(p)) for p in range(brokerage.people)),
        wanted=tuple(
            Wanted(
                str(m),
                (str(one), str(other)),
                allowed=frozenset(str(t) for t in brokerage.options[m]),
                after=frozenset(str(first) for first in brokerage.before[m]),
            )
            for m, (one, other) in enumerate(brokerage.pairs)
        ),
    )


def by_chains(brokerage: Brokerage, deadline: float, seed: int, stopping: Stopping) -> tuple[int, ...] | None:
    """Slots of all meetings, or None where the chains place not all of them or not fairly enough by the deadline
    (monotonic)."""
    instance = compile_problem(_event_of(brokerage))
    budget = Budget(deadline, _WORK, seed, 1, stopping)
    plan = construct(instance, Random(seed))
    complete(plan, by_urgency(instance, Random(seed)), budget, depth=2)
    if min(plan.slot_of, default=0) < 0:
        return None
    Polisher(plan, seed).run(budget, lambda _: None, _PATIENCE)
    counts = breaks_of(brokerage, plan.slot_of)
    fair = brokerage.fairness is None or max(counts, default=0) - min(counts, default=0) <= brokerage.fairness
    return tuple(plan.slot_of) if fair else None
