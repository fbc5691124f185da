"""A fault leaves a report that names nobody, and a sentence."""

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.ui.shell.bug_report import MOST_REPORTS, FaultHook


def fail() -> None:
    name = "Anna Rossi"
    raise ValueError(f"no such person: {name}")


def caught(hook: FaultHook) -> None:
    try:
        fail()
    except ValueError:
        hook.caught(*sys.exc_info())  # type: ignore[arg-type]  # inside an except block there is one


def test_a_report_says_where_and_names_nobody(qtbot: QtBot, tmp_path: Path, clock: HeldClock) -> None:
    shown: list[Trouble] = []
    hook = FaultHook(tmp_path, clock, shown.append)
    caught(hook)
    (report,) = tmp_path.glob("fault-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "in fail" in text
    assert "ValueError" in text
    assert "Rossi" not in text
    assert str(report) in shown[0].advice
    assert "safe" in shown[0].safe


def test_a_fault_that_comes_back_does_not_fill_the_disk(qtbot: QtBot, tmp_path: Path, clock: HeldClock) -> None:
    hook = FaultHook(tmp_path, clock, lambda trouble: None)
    for _ in range(MOST_REPORTS + 5):
        caught(hook)
    assert hook._written == MOST_REPORTS
