"""What is known of a business-to-business problem while several searches work on it."""

from threading import Lock
from time import monotonic

from eccp_desktop.base.progress import Progress, Report
from eccp_desktop.timetable.brokerage import Brokerage, breaks_of


class Known:
    """The best timetable and the best bound so far; any thread may add to them. `feasible` turns false by proof."""

    def __init__(self, brokerage: Brokerage, report: Report) -> None:
        self.slots: tuple[int, ...] = ()
        self.objective: int | None = None
        self.bound = 0
        self.feasible = True
        self.began = monotonic()
        self.first_seconds: float | None = None
        self.best_seconds: float | None = None
        self._brokerage = brokerage
        self._most = sum(max(0, len(meetings) - 1) for meetings in brokerage.meetings_of())
        self._report = report
        self._lock = Lock()

    def settled(self) -> bool:
        """Whether nothing better can be found."""
        return not self.feasible or (self.objective is not None and self.objective <= self.bound)

    def target(self, ahead: int) -> int:
        """Breaks of a timetable that would be better than the best one, at most `ahead` more than the bound."""
        with self._lock:
            far = self.bound + ahead
            return far if self.objective is None else min(far, self.objective - 1)

    def status(self) -> str:
        """optimal, feasible, infeasible or unknown."""
        if not self.feasible:
            return "infeasible"
        if self.objective is None:
            return "unknown"
        return "optimal" if self.settled() else "feasible"

    def keep(self, slots: tuple[int, ...]) -> None:
        """A timetable was found: the slot of each meeting."""
        found = sum(breaks_of(self._brokerage, slots))
        with self._lock:
            seconds = monotonic() - self.began
            if self.first_seconds is None:
                self.first_seconds = seconds
            if self.objective is not None and self.objective <= found:
                return
            self.slots, self.objective, self.best_seconds = slots, found, seconds
        self._tell()

    def no_fewer_than(self, breaks: int | None) -> None:
        """No timetable has fewer breaks than this; None: there is no timetable."""
        with self._lock:
            if breaks is None or breaks > self._most:
                self.feasible = False
            elif breaks <= self.bound:
                return
            else:
                self.bound = breaks
        self._tell()

    def _tell(self) -> None:
        best = "none yet" if self.objective is None else str(self.objective)
        self._report(Progress(0, 0, f"breaks: {best}, at least {self.bound}"))
