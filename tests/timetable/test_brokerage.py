"""Published problems: read in both spellings, and solved as brute force and the published optima say."""

import csv
import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.brokerage import Brokerage, breaks_of
from eccp_desktop.timetable.brokerage_bound import fewest_breaks
from eccp_desktop.timetable.brokerage_search import solve_brokerage
from eccp_desktop.timetable.dzn import brokerage_from_dzn

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "b2b"

INSTANCE = """
nBusiness = 4; nMeetings = 3; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2, 1, % in the morning
 |3, 4, 2, |1, 3, 3|];
forbidden = [{}, {1}, {4}, {}];
fixed = [0, 3, 0];
precedences = [{}, {}, {1, 2}];
"""
CATALAN = {
    "nBusiness": "nEmpreses",
    "nMeetings": "nReunions",
    "nTables": "nTaules",
    "nTotalSlots": "nFrangesTotal",
    "nMorningSlots": "nFrangesMati",
    "requested": "demanades",
    "forbidden": "prohibides",
    "fixed": "fixat",
}


def test_an_instance_is_read_in_both_spellings() -> None:
    brokerage = brokerage_from_dzn(INSTANCE)
    assert (brokerage.people, brokerage.slots, brokerage.tables) == (4, 4, 2)
    assert brokerage.pairs == ((0, 1), (2, 3), (0, 2))
    assert brokerage.options == ((1,), (2,), (0, 1, 2))
    assert brokerage.before == ((), (), (0, 1))
    text = INSTANCE
    for english, catalan in CATALAN.items():
        text = text.replace(english, catalan)
    assert brokerage_from_dzn(text) == brokerage


def test_optional_parts_may_be_absent_and_ranges_are_sets() -> None:
    lines = [line for line in INSTANCE.splitlines() if not line.startswith(("forbidden", "fixed", "precedences"))]
    assert brokerage_from_dzn("\n".join(lines)).options == ((0, 1), (2, 3), (0, 1, 2, 3))
    assert brokerage_from_dzn(INSTANCE.replace("{1},", "1..2,")).options[0] == ()


@pytest.mark.parametrize("text", ["", "nBusiness = 3;", INSTANCE.replace("|1, 2, 1", "|1, 9, 1"), "%PDF-1.4"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="not_an_instance"):
        brokerage_from_dzn(text)


@st.composite
def brokerages(draw: st.DrawFn) -> Brokerage:
    people, slots = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    pair = st.lists(st.integers(0, people - 1), min_size=2, max_size=2, unique=True)
    pairs = tuple((one, other) for one, other in draw(st.lists(pair, min_size=1, max_size=5)))
    options = tuple(
        tuple(sorted(draw(st.sets(st.integers(0, slots - 1), min_size=1)) if draw(st.booleans()) else range(slots)))
        for _ in pairs
    )
    before = tuple((m - 1,) if m and draw(st.integers(0, 4)) == 0 else () for m in range(len(pairs)))
    fairness = draw(st.sampled_from([None, 0, 1, 2]))
    return Brokerage(people, slots, draw(st.integers(1, 3)), pairs, options, before, fairness)


def best_by_trying(brokerage: Brokerage) -> int | None:
    best = None
    for slot_of in product(*brokerage.options):
        held = list(zip(brokerage.pairs, slot_of, strict=True))
        busy = [(p, t) for pair, t in held for p in pair]
        if len(set(busy)) < len(busy) or any(slot_of.count(t) > brokerage.tables for t in slot_of):
            continue
        if any(slot_of[first] >= slot_of[m] for m, row in enumerate(brokerage.before) for first in row):
            continue
        counts = breaks_of(brokerage, slot_of)
        if brokerage.fairness is not None and max(counts) - min(counts) > brokerage.fairness:
            continue
        best = sum(counts) if best is None else min(best, sum(counts))
    return best


@settings(max_examples=80)
@given(brokerages())
def test_small_problems_are_solved_as_by_trying_everything(brokerage: Brokerage) -> None:
    answer = solve_brokerage(brokerage, seconds=20)
    best = best_by_trying(brokerage)
    assert answer.objective == best
    assert answer.status == ("infeasible" if best is None else "optimal")
    least = fewest_breaks(brokerage, 5.0, 5.0, 0, lambda: False)
    if best is not None:
        assert least is not None
        assert least <= best


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published instances are not beside this checkout")
@pytest.mark.parametrize(
    "name",
    ["tic-12.original", "tic-13crafc.original", "forumt-14.original", "forumt-14crafd.forb0003", "tic-12.prec15"],
)
def test_published_instances_have_their_published_optimum(name: str, tmp_path: Path) -> None:
    with (PUBLISHED / "best_known.csv").open(newline="") as rows:
        known = {(row["instance"], row["d"]): row for row in csv.DictReader(rows)}[name, "2"]
    instance = PUBLISHED / f"{name}.dzn"
    answer = solve_brokerage(brokerage_from_dzn(instance.read_text()), seconds=60)
    assert answer.status == known["status"]
    assert str(answer.objective if answer.objective is not None else "") == known["breaks"]
    if answer.slots:
        schedule = tmp_path / "schedule.json"
        schedule.write_text(json.dumps({"slots": [t + 1 for t in answer.slots]}))
        checker = [sys.executable, str(PUBLISHED / "check.py"), str(instance), str(schedule)]
        checked = json.loads(subprocess.run(checker, capture_output=True, check=True).stdout)
        assert (checked["feasible"], checked["breaks"]) == (True, answer.objective)
