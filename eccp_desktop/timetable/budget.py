"""How long a search may go on."""

from dataclasses import dataclass
from time import monotonic

from eccp_desktop.base.progress import Stopping


@dataclass(slots=True)
class Budget:
    """What is left: wall-clock seconds until `deadline` (monotonic), and work in CP-SAT's deterministic time.

    Ending by work repeats itself on every machine. Ending by the clock, or by `stopping`, does not: `cut_short` then.
    """

    deadline: float
    work: float
    seed: int
    workers: int
    stopping: Stopping
    cut_short: bool = False

    def left(self) -> bool:
        """Whether to go on."""
        if self.stopping() or monotonic() >= self.deadline:
            self.cut_short = True
            return False
        return self.work > 0

    def part(self, share: float) -> "Budget":
        """A budget of its own for a part of the work, which `close` takes off this one."""
        deadline = monotonic() + share * self.seconds()
        return Budget(deadline, self.work * share, self.seed, self.workers, self.stopping)

    def close(self, part: "Budget", share: float) -> None:
        """Account for what a part of that share has used."""
        self.work -= self.work * share - part.work
        self.cut_short |= part.cut_short

    def spend(self, work: float) -> bool:
        """Count work that was done; answers whether to go on."""
        self.work -= work
        return self.left()

    def seconds(self) -> float:
        """Seconds until the deadline."""
        return max(0.0, self.deadline - monotonic())
