"""Packing problems as linear programmes: bounds that are safe, and whole-numbered solutions.

GLOP and HiGHS calculate with floating-point numbers. What they find is a plan, and that is checked. What they claim as a
bound is not believed: `safe_bound` takes the prices (dual values) they found, rounds them to whole numbers and works the
bound out anew in integer arithmetic. By weak duality any prices that are not negative give a bound; poor ones only make it
weaker. After A. Neumaier, O. Shcherbina, "Safe bounds in linear and mixed-integer linear programming" (2004).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf

import numpy
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers.highs_pb2 import HighsOptionsProto

from eccp_desktop.timetable.packing import Row

_LONG = 3600.0
_FINE = 1 << 20
"""Parts into which prices are divided when they are rounded."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Choose columns of most value, at most `room` of those in each row.

    `groups` are sets of columns of which at least one should be chosen: each that stays empty costs a little, all together
    less than half a unit of value.
    """

    values: Sequence[int]
    rows: Sequence[Row]
    groups: Sequence[Sequence[int]] = ()

    @property
    def unit(self) -> int:
        """What a unit of value is worth where an empty group costs 1."""
        return 2 * (len(self.groups) + 1)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How much of each column the linear programme chooses, a proven bound on the value, and how many groups stay empty
    at least where that value is reached."""

    shares: list[float]
    bound: int
    empty: int


@dataclass(frozen=True, slots=True)
class Whole:
    """The columns that were chosen, and whether the solver was interrupted by the clock."""

    columns: list[int]
    cut_short: bool


def relax_programme(programme: Programme, preferred: Sequence[int] = (), seconds: float = _LONG) -> Relaxation | None:
    """Solve the programme with parts of columns allowed. Among the best solutions one with most of the `preferred` columns
    is answered. None where the solver gives up, or needs longer than the wall-clock seconds."""
    model, columns, rows = _model(programme, whole=False)
    limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
    solved = mathopt.solve(model, mathopt.SolverType.GLOP, params=limit)
    if solved.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return None
    prices = numpy.array(solved.dual_values(rows))
    total, bound = safe_bound(programme, prices)
    if preferred:
        solved = _prefer(model, columns, preferred, solved)
    shares: list[float] = solved.variable_values(columns)[: len(programme.values)]
    return Relaxation(shares, bound, max(0, -(-(bound * programme.unit * _FINE - total) // _FINE)))


def choose_whole(programme: Programme, seconds: float, seed: int) -> Whole | None:
    """Solve the programme with whole columns by HiGHS (branch and cut), one thread; None without a solution."""
    model, columns, _ = _model(programme, whole=True)
    solved = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=seconds),
            random_seed=seed,
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.25 / programme.unit,
            highs=HighsOptionsProto(string_options={"parallel": "off"}),
        ),
    )
    if not solved.has_primal_feasible_solution():
        return None
    values = solved.variable_values(columns)[: len(programme.values)]
    optimal = solved.termination.reason is mathopt.TerminationReason.OPTIMAL
    return Whole([n for n, value in enumerate(values) if value > 0.5], cut_short=not optimal)


def _model(
    programme: Programme, *, whole: bool
) -> tuple[mathopt.Model, list[mathopt.Variable], list[mathopt.LinearConstraint]]:
    """Columns first, then one variable for each group that stays empty; rows of the groups come last."""
    columns, groups, rows = len(programme.values), len(programme.groups), len(programme.rows)
    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(columns + groups))
    proto.variables.lower_bounds.extend([0.0] * (columns + groups))
    proto.variables.upper_bounds.extend([1.0] * (columns + groups))
    proto.variables.integers.extend([whole] * columns + [False] * groups)
    proto.linear_constraints.ids.extend(range(rows + groups))
    proto.linear_constraints.lower_bounds.extend([-inf] * rows + [1.0] * groups)
    proto.linear_constraints.upper_bounds.extend([float(row.room) for row in programme.rows] + [inf] * groups)
    members = [sorted(row.columns) for row in programme.rows]
    members += [[*sorted(group), columns + n] for n, group in enumerate(programme.groups)]
    matrix = proto.linear_constraint_matrix
    matrix.row_ids.extend([n for n, inside in enumerate(members) for _ in inside])
    matrix.column_ids.extend([column for inside in members for column in inside])
    matrix.coefficients.extend([1.0] * len(matrix.row_ids))
    proto.objective.maximize = True
    proto.objective.linear_coefficients.ids.extend(range(columns + groups))
    proto.objective.linear_coefficients.values.extend(
        [float(value) for value in programme.values] + [-1 / programme.unit] * groups
    )
    model = mathopt.Model.from_model_proto(proto)
    return model, list(model.variables()), list(model.linear_constraints())


def _prefer(
    model: mathopt.Model,
    columns: Sequence[mathopt.Variable],
    preferred: Sequence[int],
    best: mathopt.SolveResult,
) -> mathopt.SolveResult:
    model.add_linear_constraint(model.objective.as_linear_expression() >= best.objective_value() - 1e-6)
    model.maximize(mathopt.fast_sum(columns[n] for n in preferred))
    solved = mathopt.solve(model, mathopt.SolverType.GLOP)
    return solved if solved.termination.reason is mathopt.TerminationReason.OPTIMAL else best


def safe_bound(programme: Programme, prices: "numpy.typing.NDArray[numpy.float64]") -> tuple[int, int]:
    """The bound in parts of the cost of an empty group, and in whole units of value.

    What is bounded is `unit` times the value less the empty groups. Choosing a column gains its value less the prices of
    its rows, at most once; rows cost their price times their room. Empty groups cost at most their number, so no value can
    be more than the bound and that number, in whole units.
    """
    rows, groups = len(programme.rows), len(programme.groups)
    whole = numpy.rint(prices * (programme.unit * _FINE)).astype(numpy.int64)
    paid = numpy.maximum(whole[:rows], 0)
    given = numpy.maximum(-whole[rows:], 0)
    gain = numpy.array([value * programme.unit * _FINE for value in programme.values], dtype=numpy.int64)
    for row, price in zip(programme.rows, paid, strict=True):
        if price:
            gain[row.columns] -= price
    for group, price in zip(programme.groups, given, strict=True):
        if price:
            gain[list(group)] += price
    total = sum(int(price) * row.room for row, price in zip(programme.rows, paid, strict=True))
    total += sum(int(one) for one in numpy.maximum(gain, 0))
    total += sum(max(0, int(price) - _FINE) - int(price) for price in given)
    return total, (total + groups * _FINE) // (programme.unit * _FINE)
