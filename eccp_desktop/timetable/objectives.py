"""The aims as objectives of the exact model, one stage at a time; later stages may not spoil what earlier ones reached."""

from ortools.sat.python import cp_model

from eccp_desktop.timetable.cp_sat import Expression, total
from eccp_desktop.timetable.model import SlotModel


def most_worth(slot_model: SlotModel) -> None:
    """Aims 1 and 2: most worth placed, then fewest people without any meeting."""
    model, instance, plan = slot_model.model, slot_model.instance, slot_model.plan
    freed = set(slot_model.freed)
    alone = []
    for p in sorted({p for m in freed for p in instance.people_of[m]}):
        if all(plan.slot_of[m] < 0 or m in freed for m in instance.meetings_of[p]):
            lonely = model.new_bool_var("")
            model.add_hint(lonely, all(plan.slot_of[m] < 0 for m in instance.meetings_of[p]))
            variables = [x for m in instance.meetings_of[p] if m in freed for x in slot_model.taken[m].values()]
            model.add_bool_or([*variables, lonely])
            alone.append(lonely)
    factor = len(alone) + 1
    model.maximize(total([factor * instance.worth[m] * slot_model.placed(m) for m in slot_model.freed]) - total(alone))


def fewest_breaks(slot_model: SlotModel) -> None:
    """Aims 3 and 5: with exactly the meetings placed that are placed now, fewest breaks, fewest beyond the first of
    anybody, fewest meetings moved from the timetable in force."""
    model = slot_model.model
    _same_meetings(slot_model)
    every: list[Expression] = []
    beyond: list[Expression] = []
    for p in sorted({p for m in slot_model.freed for p in slot_model.instance.people_of[m]}):
        own: list[Expression] = []
        for slots in slot_model.instance.sessions:
            own += _breaks(slot_model, p, slots)
        every += own
        spare = model.new_int_var(0, len(slot_model.instance.day_of), "")
        model.add(total(own) - spare <= 1)
        beyond.append(spare)
    moved = _moved(slot_model)
    factor = len(moved) + 1
    model.minimize(3 * factor * total(every) + factor * total(beyond) + total(moved))


def least_change(slot_model: SlotModel) -> None:
    """For repairs: most worth placed, nobody who is seated loses the meeting, then fewest meetings moved."""
    instance, plan = slot_model.instance, slot_model.plan
    lost = [m for m in slot_model.freed if plan.slot_of[m] < 0]
    for m in slot_model.freed:
        if plan.slot_of[m] >= 0:
            slot_model.model.add_bool_or(slot_model.taken[m].values())
    moved = _moved(slot_model)
    factor = len(moved) + 1
    slot_model.model.maximize(total([factor * instance.worth[m] * slot_model.placed(m) for m in lost]) - total(moved))


def _same_meetings(slot_model: SlotModel) -> None:
    for m in slot_model.freed:
        if slot_model.plan.slot_of[m] >= 0:
            slot_model.model.add_bool_or(slot_model.taken[m].values())
        else:
            for variable in slot_model.taken[m].values():
                slot_model.model.add(variable == 0)


def _moved(slot_model: SlotModel) -> list[Expression]:
    moved: list[Expression] = []
    for m in slot_model.freed:
        old = slot_model.instance.current[m]
        if old >= 0:
            moved += [variable for t, variable in slot_model.taken[m].items() if t != old]
    return moved


def _breaks(slot_model: SlotModel, p: int, slots: tuple[int, ...]) -> list[Expression]:
    """Starts of runs of meetings in the session, less one where there is any."""
    model = slot_model.model
    cells = [slot_model.cell(p, t) for t in slots]
    if not any(variables for _, variables in cells):
        return []
    starts: list[cp_model.IntVar] = []
    before: tuple[bool, list[cp_model.IntVar]] = (False, [])
    for fixed, variables in cells:
        if (fixed or variables) and not before[0]:
            start = model.new_bool_var("")
            if fixed:
                model.add_bool_or([start, *before[1]])
            for variable in variables:
                model.add_bool_or([~variable, start, *before[1]])
            starts.append(start)
        before = (fixed, variables)
    if len(starts) < 2:
        return []
    used = model.new_bool_var("")
    model.add_bool_or([~used, *starts])
    return [total(starts) - used]
