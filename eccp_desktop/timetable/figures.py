"""Figures of a timetable: breaks, people left out, table changes, walks, moves."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from eccp_desktop.timetable.instance import Instance
from eccp_desktop.timetable.problem import Placement, Problem


def breaks_of(diary: Sequence[int], sessions: Iterable[Sequence[int]]) -> int:
    """Idle gaps of one person (meeting or -1 for each slot) between the first and the last meeting of each session."""
    total = 0
    for slots in sessions:
        runs, busy = 0, False
        for t in slots:
            runs += diary[t] >= 0 and not busy
            busy = diary[t] >= 0
        total += max(0, runs - 1)
    return total


def breaks(instance: Instance, diaries: Iterable[Sequence[int]]) -> list[int]:
    """Breaks of each person."""
    return [breaks_of(diary, instance.sessions) for diary in diaries]


def least_breaks(instance: Instance, slot_of: Sequence[int]) -> int:
    """No timetable of the same meetings has fewer breaks: whoever has more meetings than the longest possible rows of all
    sessions hold together needs another row, and so a break, for each further row's length."""
    total = 0
    for p, meetings in enumerate(instance.meetings_of):
        placed = [m for m in meetings if slot_of[m] >= 0]
        usable = {t for m in placed for t in instance.options[m]}
        most = len(instance.day_of) if any(instance.kept[m] >= 0 for m in placed) else instance.most_in_a_row[p]
        rows = [min(most, _longest_row(slots, usable)) for slots in instance.sessions]
        beyond = len(placed) - sum(rows)
        if beyond > 0 and max(rows) > 0:
            total += -(-beyond // max(rows))
    return total


def _longest_row(slots: Sequence[int], usable: Collection[int]) -> int:
    longest = row = 0
    for t in slots:
        row = row + 1 if t in usable else 0
        longest = max(longest, row)
    return longest


def left_out(instance: Instance, slot_of: Sequence[int]) -> int:
    """People with a wanted meeting and a slot for it who have no meeting at all."""
    return sum(
        1
        for meetings in instance.meetings_of
        if any(instance.options[m] for m in meetings) and all(slot_of[m] < 0 for m in meetings)
    )


def changes_and_walks(problem: Problem, placements: Iterable[Placement]) -> tuple[int, int]:
    """How often somebody's next meeting of a session is at another table, and how often in another zone without a free
    slot in between."""
    number = {slot.key: n for n, slot in enumerate(problem.slots)}
    block = {slot.key: (slot.day, slot.session) for slot in problem.slots}
    zone = {table.key: table.zone for table in problem.tables}
    people = {wanted.key: wanted.people for wanted in problem.wanted}
    diaries: dict[str, list[Placement]] = defaultdict(list)
    for placement in placements:
        for person in people[placement.meeting]:
            diaries[person].append(placement)
    changes = walks = 0
    for diary in diaries.values():
        diary.sort(key=lambda placement: number[placement.slot])
        for first, second in pairwise(diary):
            if block[first.slot] != block[second.slot] or first.table == second.table:
                continue
            changes += 1
            walks += number[second.slot] - number[first.slot] == 1 and zone[first.table] != zone[second.table]
    return changes, walks


def moved_and_cancelled(problem: Problem, placements: Iterable[Placement]) -> tuple[int, int]:
    """Meetings of the timetable in force that lie elsewhere now (slot or table), and those that have no place any more."""
    now = {placement.meeting: placement for placement in placements}
    moved = cancelled = 0
    for old in problem.current:
        new = now.get(old.meeting)
        cancelled += new is None
        moved += new is not None and (new.slot != old.slot or (old.table != "" and new.table != old.table))
    return moved, cancelled
