"""From a problem to a timetable: first a legal one at once, then better ones until it is proven best or told to end."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from threading import Lock
from time import monotonic

from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.timetable.bounds import Measure, relax_sessions
from eccp_desktop.timetable.budget import Budget
from eccp_desktop.timetable.chains import put_best
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.construct import by_urgency, construct, keep_current
from eccp_desktop.timetable.figures import breaks
from eccp_desktop.timetable.instance import Instance, compile_problem, must_factor
from eccp_desktop.timetable.polish import COLD, Polisher
from eccp_desktop.timetable.problem import Mode, Problem, for_mode
from eccp_desktop.timetable.result import Proof, finished, interim
from eccp_desktop.timetable.search import Limit, fewest_breaks, place_most, repair, worth
from eccp_desktop.timetable.slot_plan import Places, SlotPlan
from eccp_desktop.timetable.timetable import Step, Timetable

Improved = Callable[[Timetable], None]

_WORK_PER_SECOND = 0.35
_PATIENCE, _PATIENCE_PER_MEETING = 20_000, 60
_SEARCHING = 0.95
"""Part of the time for the search; tables, reasons and remedies need the rest."""
_PLACING = 0.6
"""Part of time and work for aims 1 and 2; the rest is for fewer breaks."""
_TELL_EVERY = 0.5
_TELL_SHARE = 10


def solve(
    problem: Problem,
    mode: Mode = Mode.ALL,
    seconds: float = 30.0,
    seed: int = 0,
    workers: int = 1,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
    improved: Improved | None = None,
) -> Timetable:
    """The best timetable found within the time.

    `stopping` may turn true at any moment: the best so far comes back, after a few seconds where a solver has to finish
    (`Run.answer_now` does not wait for that).
    `improved` is given legal timetables on the way (without reasons). With one worker the same seed gives the same result;
    `Timetable.repeatable` says so. Raises Refusal where the problem contradicts itself ("unknown_key",
    "kept_meetings_clash"), ValueError for the mode `suggest`, which is `suggest.suggest`.
    """
    if mode is Mode.SUGGEST:
        raise ValueError("one hole is filled by suggest(), not by solve()")
    return Run(problem, mode, seconds, seed, workers, report, stopping, improved).timetable()


class Run:
    """One call of `solve`: what it was given and what it knows so far."""

    def __init__(
        self,
        problem: Problem,
        mode: Mode,
        seconds: float,
        seed: int,
        workers: int,
        report: Report,
        stopping: Stopping,
        improved: Improved | None,
    ) -> None:
        self._began = monotonic()
        self._problem = for_mode(problem, mode)
        self._locks = frozenset(placement.meeting for placement in problem.locked)
        self._mode = mode
        self._seed = seed
        self._budget = Budget(self._began + seconds * _SEARCHING, seconds * _WORK_PER_SECOND, seed, workers, stopping)
        self._report = report
        self._improved = improved
        self._bound = len(problem.wanted)
        self._weight = sum(wanted.weight for wanted in problem.wanted)
        self._fewest_breaks = False
        self._first_seconds = 0.0
        self._tell_next = 0.0
        self._limit: Limit | None = None
        self._instance: Instance | None = None
        self._best: Places | None = None
        self._answering = Lock()
        self._answer: Timetable | None = None

    def timetable(self) -> Timetable:
        """Search until it is proven best, told to end, or the time is over."""
        instance = self._instance = compile_problem(self._problem)
        plan = self._repaired(instance) if self._mode is Mode.REPAIR else construct(instance, Random(self._seed))
        self._first_seconds = monotonic() - self._began
        self._found(plan)
        relaxed = relax_sessions(instance, Measure.WORTH)
        self._limit = Limit(relaxed.bound, relaxed.left_out)
        self._bound = relax_sessions(instance, Measure.NUMBER).bound
        if self._mode is not Mode.REPAIR:
            part = self._budget.part(_PLACING)
            self._limit = place_most(plan, relaxed, part, self._found)
            self._budget.close(part, _PLACING)
            patience = _PATIENCE + _PATIENCE_PER_MEETING * sum(plan.held)
            if self._problem.current:
                Polisher(plan, self._seed).run(self._budget, self._found, patience, warm=COLD)
            Polisher(plan, self._seed).run(self._budget, self._found, patience)
            if sum(breaks(instance, plan.diary)) and self._budget.left():
                self._fewest_breaks = fewest_breaks(plan, self._budget, self._found)
            if self._problem.current:
                Polisher(plan, self._seed, back=True).run(self._budget, self._found, patience)
        if worth(plan) // must_factor(self._problem) < self._limit.worth // must_factor(self._problem):
            self._weight = relax_sessions(instance, Measure.WEIGHT).bound
        return self._finished(plan)

    @property
    def has_plan(self) -> bool:
        """Whether there is something to answer."""
        return self._best is not None

    @property
    def finishing(self) -> bool:
        """Whether the search is over, and the answer is being made or made."""
        return self._answering.locked() or self._answer is not None

    def answer_now(self) -> Timetable:
        """The best plan so far as a timetable with reasons, whatever `timetable` is busy with in another thread; only where
        there `has_plan`. Both answer the same from then on."""
        assert self._instance is not None
        assert self._best is not None
        plan = SlotPlan(self._instance)
        plan.restore(self._best)
        return self._finished(plan)

    def _finished(self, plan: SlotPlan) -> Timetable:
        with self._answering:
            if self._answer is None:
                # Who stopped it waits: tables are then given out with less care for short walks.
                hurry = self._budget.stopping()
                repeatable = self._budget.workers == 1 and not (self._budget.cut_short or hurry)
                seconds = monotonic() - self._began
                answer = finished(
                    plan, self._proof(), self._locks, seconds, self._first_seconds, repeatable, hurry=hurry
                )
                wrong = check(self._problem, answer.placements)
                if wrong:
                    raise AssertionError(f"the engine broke a rule: {wrong[:5]}")
                self._answer = replace(answer, seconds=monotonic() - self._began)
            return self._answer

    def _repaired(self, instance: Instance) -> SlotPlan:
        """Seats what is still possible, then those who lost their place, then new meetings where there is a hole."""
        plan = SlotPlan(instance)
        keep_current(plan, range(len(plan.slot_of)))
        repair(plan, self._budget, self._found)
        order = by_urgency(instance, Random(self._seed))
        for m in sorted(order, key=lambda m: instance.current[m] < 0):
            if plan.slot_of[m] < 0:
                put_best(plan, m)
        return plan

    def _found(self, plan: SlotPlan) -> None:
        now = monotonic()
        self._best = plan.places()
        placed = sum(plan.held)
        self._report(
            Step(
                done=placed,
                total=len(self._problem.wanted),
                words="timetable",
                placed=placed,
                wanted=len(self._problem.wanted),
                bound=self._bound,
                breaks=sum(breaks(plan.instance, plan.diary)),
                seconds=now - self._began,
            )
        )
        if self._improved is not None and now > self._tell_next:
            self._improved(interim(plan, self._proof(), now - self._began, self._first_seconds))
            done = monotonic()
            # Tables of a big event take a while: telling must not hold up the search.
            self._tell_next = done + max(_TELL_EVERY, _TELL_SHARE * (done - now))

    def _proof(self) -> Proof:
        # Before a relaxation is solved everything may still be possible.
        factor = must_factor(self._problem)
        return Proof(self._limit or Limit(factor * self._weight, 0), self._bound, self._weight, self._fewest_breaks)
