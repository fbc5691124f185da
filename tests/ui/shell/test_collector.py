"""Garbage is collected in the GUI thread, and what stays is not walked through again and again."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.shell.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.stop()


class Knot:
    """Refers to itself, so that only the collector can free it; notes that it was."""

    freed = 0

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.freed += 1


def test_the_interpreter_does_not_collect_by_itself(collector: Collector) -> None:
    assert not gc.isenabled()


def test_knots_are_freed_where_many_have_gathered(collector: Collector) -> None:
    Knot.freed = 0
    for _ in range(gc.get_threshold()[0] + 1):
        Knot()

    collector.look()

    assert Knot.freed


def test_what_is_spared_is_looked_at_again_only_after_the_end(collector: Collector) -> None:
    Knot.freed = 0
    Knot()
    collector.spare()
    gc.collect()
    assert not Knot.freed

    collector.stop()
    gc.collect()

    assert Knot.freed == 1
