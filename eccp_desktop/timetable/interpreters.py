"""Interpreters for a slot plan: a matching in each slot."""

from collections.abc import Sequence

from eccp_desktop.timetable.problem import Problem


def interpreters_of(problem: Problem, slot_of: Sequence[int]) -> dict[int, str]:
    """An interpreter for each placed meeting that needs one, by augmenting paths in each slot. One that finds nobody is
    missing from the answer."""
    kept = problem.kept()
    chosen: dict[int, str] = {}
    for t, slot in enumerate(problem.slots):
        needing = [m for m, s in enumerate(slot_of) if s == t and problem.wanted[m].language]
        taken: dict[str, int] = {}
        for m, wanted in enumerate(problem.wanted):
            old = kept.get(wanted.key)
            if old is not None and slot_of[m] == t and old.interpreter:
                taken[old.interpreter] = m
        fixed = set(taken.values())
        for m in needing:
            if m not in fixed and problem.wanted[m].key not in kept:
                _augment(problem, slot.key, m, taken, fixed, set())
        chosen |= {m: key for key, m in taken.items()}
    return chosen


def _augment(problem: Problem, slot: str, m: int, taken: dict[str, int], fixed: set[int], seen: set[str]) -> bool:
    for interpreter in problem.interpreters:
        able = problem.wanted[m].language in interpreter.languages
        free = interpreter.free is None or slot in interpreter.free
        if not able or not free or interpreter.key in seen:
            continue
        seen.add(interpreter.key)
        holder = taken.get(interpreter.key)
        if holder is None or (holder not in fixed and _augment(problem, slot, holder, taken, fixed, seen)):
            taken[interpreter.key] = m
            return True
    return False
