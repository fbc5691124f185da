"""Problems survive JSON."""

import json

import pytest
from hypothesis import given

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.problem import Problem
from eccp_desktop.timetable.problem_json import problem_from_json, to_json
from tests.timetable.small_problems import problems


@given(problems())
def test_a_problem_comes_back_as_it_was(problem: Problem) -> None:
    assert problem_from_json(to_json(problem)) == problem


def test_a_timetable_can_be_written() -> None:
    problem = Problem((), (), (), ())
    assert json.loads(to_json(solve(problem)))["placed"] == 0


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"slots": [{"nonsense": 1}]}', '{"slots": 3}'])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="not_a_problem"):
        problem_from_json(text)
