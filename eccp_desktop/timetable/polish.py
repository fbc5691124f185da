"""Fewer breaks by small steps: simulated annealing over exchanges of two slots along Kempe chains.

A step takes a meeting of somebody with a break to another slot; what stands in the way there comes back the other way.
The meetings that are placed stay the same. Kirkpatrick, Gelatt, Vecchi, "Optimization by Simulated Annealing" (1983).
"""

from collections.abc import Iterable
from math import exp
from random import Random

from eccp_desktop.timetable.budget import Budget
from eccp_desktop.timetable.chains import chain
from eccp_desktop.timetable.figures import breaks, breaks_of
from eccp_desktop.timetable.search import Found
from eccp_desktop.timetable.slot_plan import SlotPlan

_BREAK = 10
_FURTHER_BREAK = 3
_MOVED = 1
_STEP_WORK = 0.0001
_CHECK_EVERY = 64
_WARM, _COLD = 6.0, 0.8


class Polisher:
    """Holds the plan, the cost of each person's day and the best plan met so far."""

    def __init__(self, plan: SlotPlan, seed: int) -> None:
        self._plan = plan
        self._random = Random(seed)
        self._breaks = breaks(plan.instance, plan.diary)
        self._cost = sum(_price(number) for number in self._breaks) + self._moved(range(len(plan.slot_of)))
        self._best_cost = self._cost
        self._best = list(plan.slot_of)
        self._restless: list[int] = []

    def run(self, budget: Budget, found: Found, patience: int) -> None:
        """Step until there are no breaks left, until the budget is used, or `patience` steps brought nothing better."""
        idle, total = 0, budget.work
        while idle < patience:
            if idle % _CHECK_EVERY == 0:
                if not budget.left():
                    break
                self._restless = [p for p, number in enumerate(self._breaks) if number]
                if not self._restless:
                    break
            budget.work -= _STEP_WORK
            cooled = min(1.0, max(idle / patience, 1 - budget.work / total))
            self._step(_WARM * (_COLD / _WARM) ** cooled)
            idle += 1
            if self._cost < self._best_cost:
                self._best_cost = self._cost
                self._best = list(self._plan.slot_of)
                idle = 0
                found(self._plan)
        self._plan.assign(self._best)

    def _step(self, temperature: float) -> None:
        plan, random = self._plan, self._random
        p = random.choice(self._restless) if random.random() < 0.8 else random.randrange(len(self._breaks))
        meetings = [m for m in plan.diary[p] if m >= 0 and plan.instance.kept[m] < 0]
        if not meetings:
            return
        m = random.choice(meetings)
        t = random.choice(plan.instance.options[m])
        if t == plan.slot_of[m]:
            return
        moves = chain(plan, m, t, plan.slot_of[m])
        if moves is None:
            return
        back = [(n, plan.slot_of[n]) for n in moves]
        people = {q for n in moves for q in plan.instance.people_of[n]}
        before = sum(_price(self._breaks[q]) for q in people) + self._moved(moves)
        if not plan.move(moves.items()):
            return
        counts = {q: breaks_of(plan.diary[q], plan.instance.sessions) for q in people}
        change = sum(_price(number) for number in counts.values()) + self._moved(moves) - before
        if change <= 0 or random.random() < exp(-change / temperature):
            self._cost += change
            for q, number in counts.items():
                self._breaks[q] = number
        else:
            plan.move(back)

    def _moved(self, meetings: Iterable[int]) -> int:
        current, slot_of = self._plan.instance.current, self._plan.slot_of
        return sum(_MOVED for m in meetings if current[m] >= 0 and slot_of[m] != current[m])


def _price(number: int) -> int:
    return _BREAK * number + _FURTHER_BREAK * max(0, number - 1)
