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
from eccp_desktop.timetable.slot_plan import SlotPlan, places_from

_BREAK = 10
_FURTHER_BREAK = 3
_SAFE = 1_000
"""Factor of breaks while meetings are brought back to where they were: no number of these is worth a break."""
_STEP_WORK = 0.0001
_CHECK_EVERY = 64
WARM, COLD = 6.0, 0.8
_FROZEN = 0.3


class Polisher:
    """Holds the plan, the cost of each person's day and the best plan met so far.

    With `back` it does not look for fewer breaks: without adding any, it brings meetings back to the slots that they have
    in the timetable in force.
    """

    def __init__(self, plan: SlotPlan, seed: int, *, back: bool = False) -> None:
        self._plan = plan
        self._random = Random(seed)
        self._back = back
        self._breaks = breaks(plan.instance, plan.diary)
        self._cost = sum(self._price(number) for number in self._breaks) + self._moved(range(len(plan.slot_of)))
        self._best_cost = self._cost
        self._best = (list(plan.slot_of), list(plan.way_of))
        self._restless: list[int] = []

    def run(self, budget: Budget, found: Found, patience: int, *, warm: float = WARM) -> None:
        """Step until there are no breaks left, until the budget is used, or `patience` steps brought nothing better.

        `warm` is the temperature at the start; a cold start stays near the plan that it was given.
        """
        idle, total = 0, budget.work
        while idle < patience:
            if idle % _CHECK_EVERY == 0:
                if not budget.left():
                    break
                self._restless = self._moved_meetings() if self._back else self._people_with_breaks()
                if not self._restless:
                    break
            budget.work -= _STEP_WORK
            cooled = min(1.0, max(idle / patience, 1 - budget.work / total))
            self._step(_FROZEN if self._back else warm * (COLD / warm) ** cooled)
            idle += 1
            if self._cost < self._best_cost:
                self._best_cost = self._cost
                self._best = (list(self._plan.slot_of), list(self._plan.way_of))
                idle = 0
                found(self._plan)
        self._plan.restore(places_from(*self._best))

    def _step(self, temperature: float) -> None:
        plan, random = self._plan, self._random
        m, t = self._bring_back() if self._back else self._any_move()
        if m < 0 or t == plan.slot_of[m]:
            return
        moves = chain(plan, m, t, plan.slot_of[m])
        if moves is None:
            return
        back = [(n, plan.slot_of[n]) for n in moves]
        people = {q for n in moves for q in plan.instance.people_of[n]}
        before = sum(self._price(self._breaks[q]) for q in people) + self._moved(moves)
        if not plan.move(moves.items()):
            return
        counts = {q: breaks_of(plan.diary[q], plan.instance.sessions) for q in people}
        change = sum(self._price(number) for number in counts.values()) + self._moved(moves) - before
        if change <= 0 or random.random() < exp(-change / temperature):
            self._cost += change
            for q, number in counts.items():
                self._breaks[q] = number
        else:
            plan.move(back)

    def _any_move(self) -> tuple[int, int]:
        """A meeting, mostly of somebody with a break, and a slot for it; -1 where that person has none to move."""
        plan, random = self._plan, self._random
        p = random.choice(self._restless) if random.random() < 0.8 else random.randrange(len(self._breaks))
        meetings = [m for m in plan.diary[p] if m >= 0 and plan.instance.kept[m] < 0]
        if not meetings:
            return -1, -1
        m = random.choice(meetings)
        return m, random.choice(plan.instance.options[m])

    def _bring_back(self) -> tuple[int, int]:
        m = self._random.choice(self._restless)
        return m, self._plan.instance.current[m]

    def _people_with_breaks(self) -> list[int]:
        return [p for p, number in enumerate(self._breaks) if number]

    def _moved_meetings(self) -> list[int]:
        """Meetings that could be where the timetable in force has them, and are not."""
        instance, slot_of = self._plan.instance, self._plan.slot_of
        return [m for m, t in enumerate(instance.current) if -1 < slot_of[m] != t and t in instance.options[m]]

    def _moved(self, meetings: Iterable[int]) -> int:
        if not self._back:
            return 0
        current, slot_of = self._plan.instance.current, self._plan.slot_of
        return sum(current[m] >= 0 and slot_of[m] != current[m] for m in meetings)

    def _price(self, number: int) -> int:
        return (_BREAK * number + _FURTHER_BREAK * max(0, number - 1)) * (_SAFE if self._back else 1)
