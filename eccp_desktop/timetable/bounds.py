"""What no timetable can exceed: the problem with sessions instead of slots, and parts of meetings allowed.

Within a session it is forgotten in which slot a meeting lies. What remains is a b-matching with side constraints: each
person has as many places in a session as free slots there, the session as many as its tables have open slots. If nobody is
absent for part of a session and only two sides meet, nothing is lost by that: the meetings of a session are then the edges
of a bipartite graph, Koenig's theorem colours them with the slots, and the classes can be made equally large (de Werra).
The linear programme of such a b-matching has whole-numbered corners, so its optimum is a plan, not only a bound.
"""

from dataclasses import dataclass
from enum import Enum
from math import ceil

from ortools.linear_solver.python import model_builder

from eccp_desktop.timetable.instance import Instance

_NEARLY = 1e-6


class Measure(Enum):
    """What the relaxation counts."""

    WORTH = "worth"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Optimum of the relaxation: a proven bound, and for each meeting the session that the relaxation gives it, -1 for
    those it leaves out (or splits)."""

    bound: int
    left_out: int
    session_of: tuple[int, ...]


def relax(instance: Instance, measure: Measure) -> Relaxed:
    """Solve the relaxation. For WORTH people without any meeting are avoided among equals; `left_out` is the fewest."""
    model = model_builder.Model()  # type: ignore[no-untyped-call]  # OR-tools leaves it untyped
    choice = _choices(instance, model)
    _people(instance, model, choice)
    _seats(instance, model, choice)
    alone = _left_out(instance, model, choice) if measure is Measure.WORTH else []
    worth = instance.worth if measure is Measure.WORTH else (1,) * len(instance.worth)
    terms = [(float(worth[m]), taken) for m, row in enumerate(choice) for taken in row.values()]
    terms += [(-0.5 / (len(alone) + 1), person) for person in alone]
    prices, variables = [price for price, _ in terms], [variable for _, variable in terms]
    model.maximize(model_builder.LinearExpr.weighted_sum(variables, prices))
    solver = model_builder.Solver("GLOP")
    status = solver.solve(model)
    if status != model_builder.SolveStatus.OPTIMAL:
        possible = sum(worth[m] for m, options in enumerate(instance.options) if options)
        return Relaxed(possible, 0, (-1,) * len(worth))
    # All people left out together weigh less than half a unit: what is lost by that is made good by rounding.
    bound = int(solver.objective_value + 0.5 + _NEARLY)
    lonely = (bound - solver.objective_value) * 2 * (len(alone) + 1)
    if measure is Measure.WORTH and any(slot >= 0 for slot in instance.current):
        _prefer_current(instance, model, choice, variables, prices, solver)
    session_of = tuple(
        next((session for session, taken in row.items() if solver.value(taken) > 0.5), -1) for row in choice
    )
    return Relaxed(bound, ceil(lonely - 0.01) if alone else 0, session_of)


def _prefer_current(
    instance: Instance,
    model: model_builder.Model,
    choice: "Choice",
    variables: list[model_builder.Variable],
    prices: list[float],
    solver: model_builder.Solver,
) -> None:
    """Among the plans that are best, solve for one with most meetings of the timetable in force."""
    best = solver.objective_value
    model.add(model_builder.LinearExpr.weighted_sum(variables, prices) >= best - _NEARLY)
    current = [taken for m, row in enumerate(choice) if instance.current[m] >= 0 for taken in row.values()]
    model.maximize(model_builder.LinearExpr.sum(current))
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        model.maximize(model_builder.LinearExpr.weighted_sum(variables, prices))
        solver.solve(model)


Choice = list[dict[int, model_builder.Variable]]


def _choices(instance: Instance, model: model_builder.Model) -> Choice:
    choice: Choice = []
    for m, options in enumerate(instance.options):
        sessions = sorted({instance.session_of[t] for t in options})
        row = {session: model.new_num_var(0, 1, "") for session in sessions}
        if row:
            chosen = model_builder.LinearExpr.sum(list(row.values()))
            model.add(chosen == 1 if instance.kept[m] >= 0 else chosen <= 1)
        choice.append(row)
    return choice


def _at_most(model: model_builder.Model, inside: list[model_builder.Variable], room: int) -> None:
    if len(inside) > room:
        model.add(model_builder.LinearExpr.sum(inside) <= room)


def _people(instance: Instance, model: model_builder.Model, choice: Choice) -> None:
    for p, meetings in enumerate(instance.meetings_of):
        for session, slots in enumerate(instance.sessions):
            inside = [choice[m][session] for m in meetings if session in choice[m]]
            _at_most(model, inside, _places(instance, p, slots))
        for day, slots in enumerate(instance.days):
            sessions = sorted({instance.session_of[t] for t in slots})
            kept = sum(1 for m in meetings if instance.kept[m] >= 0 and instance.day_of[instance.kept[m]] == day)
            inside = [choice[m][session] for m in meetings for session in sessions if session in choice[m]]
            _at_most(model, inside, max(instance.most_per_day[p], kept))


def _places(instance: Instance, p: int, slots: tuple[int, ...]) -> int:
    """How many of the slots the person could fill at most."""
    usable = {t for m in instance.meetings_of[p] for t in instance.options[m]}
    kept = {instance.kept[m] for m in instance.meetings_of[p]}
    places = row = 0
    for t in slots:
        if t in usable and (t in kept or row < instance.most_in_a_row[p]):
            places += 1
            row += 1
        else:
            row = 0
    return places


def _seats(instance: Instance, model: model_builder.Model, choice: Choice) -> None:
    for session, slots in enumerate(instance.sessions):
        inside = [row[session] for row in choice if session in row]
        _at_most(model, inside, sum(instance.tables_open[t] for t in slots))
        users: dict[int, list[model_builder.Variable]] = {}
        for m, row in enumerate(choice):
            if session in row:
                for r in set(instance.ways[m][0]).intersection(*instance.ways[m][1:]):
                    users.setdefault(r, []).append(row[session])
        for r, variables in users.items():
            _at_most(model, variables, sum(instance.capacity[r][t] for t in slots))


def _left_out(instance: Instance, model: model_builder.Model, choice: Choice) -> list[model_builder.Variable]:
    lonely = []
    for meetings in instance.meetings_of:
        taken = [variable for m in meetings for variable in choice[m].values()]
        if taken:
            alone = model.new_num_var(0, 1, "")
            model.add(model_builder.LinearExpr.sum([*taken, alone]) >= 1)
            lonely.append(alone)
    return lonely
