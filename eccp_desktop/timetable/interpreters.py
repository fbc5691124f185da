"""Interpreters for a slot plan: a matching in each slot."""

from collections.abc import Sequence

from eccp_desktop.timetable.problem import Interpreter, Problem


def interpreters_of(problem: Problem, slot_of: Sequence[int]) -> dict[int, str]:
    """An interpreter for each placed meeting that needs one, by augmenting paths in each slot; the one of the timetable in
    force where that is possible. One that finds nobody is missing from the answer.

    A kept meeting without an interpreter gets one of those who are left over, unless its slot is over.
    """
    kept = problem.kept()
    before = {placement.meeting: placement.interpreter for placement in problem.current if placement.interpreter}
    chosen: dict[int, str] = {}
    held: list[list[int]] = [[] for _ in problem.slots]
    for m, t in enumerate(slot_of):
        if t >= 0:
            held[t].append(m)
    for slot, inside in zip(problem.slots, held, strict=True):
        taken = {
            kept[key].interpreter: m for m in inside if (key := problem.wanted[m].key) in kept and kept[key].interpreter
        }
        fixed = set(taken.values())
        sitting = {person for m in inside for person in problem.wanted[m].people}
        matching = _Matching(problem, slot.key, sitting, before, taken, fixed)
        needing = [m for m in inside if problem.wanted[m].language and m not in fixed]
        needing.sort(key=lambda m: problem.wanted[m].key not in before)
        for m in needing:
            if problem.wanted[m].key not in kept:
                matching.augment(m, set())
        for m in needing:
            if problem.wanted[m].key in kept and slot.key not in problem.past:
                matching.augment(m, set())
        chosen |= {m: key for key, m in taken.items()}
    return chosen


class _Matching:
    """Who interprets in which meeting of one slot, while it grows; those in `fixed` stay."""

    def __init__(
        self,
        problem: Problem,
        slot: str,
        sitting: set[str],
        before: dict[str, str],
        taken: dict[str, int],
        fixed: set[int],
    ) -> None:
        self._wanted = problem.wanted
        self._before = before
        self._taken, self._fixed = taken, fixed
        self._free = [
            voice
            for voice in problem.interpreters
            if (voice.free is None or slot in voice.free) and voice.key not in sitting
        ]

    def augment(self, m: int, seen: set[str]) -> bool:
        """Find an interpreter for a meeting, who may be another one's if that one finds somebody else."""
        for voice in self._in_order(m):
            if self._wanted[m].language not in voice.languages or voice.key in seen:
                continue
            seen.add(voice.key)
            holder = self._taken.get(voice.key)
            if holder is None or (holder not in self._fixed and self.augment(holder, seen)):
                self._taken[voice.key] = m
                return True
        return False

    def _in_order(self, m: int) -> list[Interpreter]:
        """Who interpreted before comes first, then those who are free, before anybody has to change."""
        before = self._before.get(self._wanted[m].key)
        return sorted(self._free, key=lambda voice: (voice.key != before, voice.key in self._taken))
