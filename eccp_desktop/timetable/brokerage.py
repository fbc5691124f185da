"""Published business-to-business problems: every meeting has to be placed, with as few breaks as possible, spread fairly.

M. Bofill, J. Coll, M. Garcia, J. Giraldez-Cru, G. Pesant, J. Suy, M. Villaret, "Constraint Solving Approaches to the
Business-to-Business Meeting Scheduling Problem", JAIR 74 (2022) 263-301.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Brokerage:
    """People, slots and meetings are numbers from 0.

    `pairs[m]` are the two people of meeting m, `options[m]` the slots in which it may lie (its part of the day, its fixed
    slot and the forbidden slots of both taken into account), `before[m]` the meetings that must lie in earlier slots. No
    slot holds more than `tables` meetings. A break is a maximal idle gap between two meetings of a person; the most and
    the fewest breaks of anybody differ by at most `fairness` (None: by any number).
    """

    people: int
    slots: int
    tables: int
    pairs: tuple[tuple[int, int], ...]
    options: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]
    fairness: int | None = 2

    def meetings_of(self) -> list[list[int]]:
        """Meetings of each person."""
        found: list[list[int]] = [[] for _ in range(self.people)]
        for m, (one, other) in enumerate(self.pairs):
            found[one].append(m)
            found[other].append(m)
        return found


def breaks_of(brokerage: Brokerage, slot_of: Sequence[int]) -> list[int]:
    """Breaks of each person, where meeting m lies in slot `slot_of[m]`."""
    busy: list[set[int]] = [set() for _ in range(brokerage.people)]
    for (one, other), t in zip(brokerage.pairs, slot_of, strict=True):
        busy[one].add(t)
        busy[other].add(t)
    return [max(0, sum(t - 1 not in slots for t in slots) - 1) for slots in busy]


def narrowed(brokerage: Brokerage) -> Brokerage | None:
    """The same problem without slots that a meeting cannot have: a person whose meeting can only lie in one slot has no other
    meeting there, and a meeting before another one is not in the last slot. None where that leaves a meeting without a
    slot, or a person with more meetings than slots: then there is no timetable."""
    options = [set(slots) for slots in brokerage.options]
    meetings_of = brokerage.meetings_of()
    size = -1
    while size != (size := sum(len(slots) for slots in options)):
        for m, slots in enumerate(options):
            if len(slots) == 1:
                for n in {n for p in brokerage.pairs[m] for n in meetings_of[p]} - {m}:
                    options[n] -= slots
            for first in brokerage.before[m]:
                earliest, latest = min(options[first], default=0), max(slots, default=0)
                slots -= {t for t in slots if t <= earliest}
                options[first] -= {t for t in options[first] if t >= latest}
        if not all(options):
            return None
    if any(len({t for m in meetings for t in options[m]}) < len(meetings) for meetings in meetings_of):
        return None
    return replace(brokerage, options=tuple(tuple(sorted(slots)) for slots in options))
