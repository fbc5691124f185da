"""The bell of a slot, heard by nobody here: what it does is told by its signal."""

from collections.abc import Iterator
from datetime import timedelta
from wave import open as open_sound

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.resources import resource_path
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.now.bell import SlotBell
from eccp_desktop.ui.signals import DeskSignals


@pytest.fixture
def bell(desk: Desk, clock: HeldClock, memory: Memory, qtbot: QtBot) -> Iterator[SlotBell]:
    """At 08:58; the first slot is from 09:00 to 09:20, the second from 09:25."""
    clock.advance(timedelta(minutes=-2))
    owner = QObject()
    yield SlotBell(desk, DeskSignals(desk), clock, memory, owner)
    owner.deleteLater()


def strokes(bell: SlotBell, clock: HeldClock, *steps: timedelta) -> int:
    """How often it rings while the clock goes on in these steps."""
    heard = []
    bell.rung.connect(lambda: heard.append(1))
    for step in steps:
        clock.advance(step)
        bell.tick()
    return len(heard)


def test_it_rings_when_a_slot_begins_and_when_it_ends(bell: SlotBell, clock: HeldClock) -> None:
    bell.turn()

    assert strokes(bell, clock, *[timedelta(seconds=10)] * 6 * 24) == 2


def test_it_is_silent_about_a_bell_that_was_slept_through(bell: SlotBell, clock: HeldClock) -> None:
    bell.turn()

    assert strokes(bell, clock, timedelta(minutes=10)) == 0


def test_whether_it_rings_is_remembered_by_the_laptop(
    bell: SlotBell, desk: Desk, clock: HeldClock, memory: Memory
) -> None:
    assert not bell.on, "nobody asked for it"
    bell.turn()

    owner = QObject()
    assert SlotBell(desk, DeskSignals(desk), clock, memory, owner).on
    bell.turn()
    assert not SlotBell(desk, DeskSignals(desk), clock, memory, owner).on
    owner.deleteLater()


def test_the_sound_is_short_and_small() -> None:
    path = resource_path("sounds", "bell.wav")
    with open_sound(str(path)) as sound:
        assert sound.getnframes() / sound.getframerate() < 2
    assert path.stat().st_size < 100_000
