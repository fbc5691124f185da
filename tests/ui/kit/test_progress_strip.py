"""The bar of slow work: words, how far, Stop, and no surprise under a hand that presses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.progress_strip import ProgressStrip


@pytest.fixture
def place(qtbot: QtBot, appearance: Appearance) -> QWidget:
    """A strip over a button, at work."""
    place = QWidget()
    column = QVBoxLayout(place)
    strip = ProgressStrip()
    column.addWidget(strip)
    column.addWidget(QPushButton("Below"))
    qtbot.addWidget(place)
    place.resize(400, 160)
    with qtbot.waitExposed(place):
        place.show()
    strip.start("Looking")
    qtbot.waitUntil(strip._stop.isVisible)
    return place


@pytest.fixture
def strip(place: QWidget) -> ProgressStrip:
    strip = place.findChild(ProgressStrip)
    assert strip is not None
    return strip


def point_at_stop(strip: ProgressStrip, points: bool = True) -> None:
    """As Qt notes it when a pointer comes and goes, wherever the pointer of this machine is."""
    strip._stop.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, points)


def test_work_that_is_over_is_shown_no_more(strip: ProgressStrip) -> None:
    point_at_stop(strip, False)
    strip.finish()
    assert strip.isHidden()


def test_stop_stays_for_a_moment_under_a_hand_that_is_about_to_press_it_and_does_nothing(
    qtbot: QtBot, strip: ProgressStrip
) -> None:
    stopped: list[bool] = []
    strip.stopped.connect(lambda: stopped.append(True))
    point_at_stop(strip)
    strip.finish()
    assert strip.isVisible()
    strip._stop.click()
    assert not stopped
    qtbot.waitUntil(strip.isHidden)


def test_after_a_stop_it_goes_at_once(strip: ProgressStrip) -> None:
    point_at_stop(strip)
    strip._stop.click()
    strip.finish()
    assert strip.isHidden()
