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
        return not self.cut_short and self.work > 0

    def spend(self, work: float) -> bool:
        """Count work that was done; answers whether to go on."""
        self.work -= work
        return self.left()

    def seconds(self) -> float:
        """Seconds until the deadline."""
        return max(0.0, self.deadline - monotonic())
