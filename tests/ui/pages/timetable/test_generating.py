"""A timetable is generated, looked at and applied."""

from dataclasses import dataclass
from multiprocessing import active_children
from threading import Event
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.desk.timetabling import Mode
from eccp_desktop.store.unit import Unit
from tests.ui.pages.timetable.screen import Screen


def test_a_timetable_is_generated_looked_at_and_applied_as_one_step(screen: Screen) -> None:
    before = screen.hall
    screen.press(Qt.Key.Key_G)
    screen.page.side.generate.start(Mode.ALL, 2)
    screen.bot.waitUntil(lambda: screen.page.side.generate.proposal is not None, timeout=60_000)
    assert screen.hall == before, "nothing counts until it is applied"
    assert "meetings have a seat" in screen.page.side.generate.view.outcome
    screen.bot.mouseClick(screen.page.side.generate.view.apply, Qt.MouseButton.LeftButton)
    screen.bot.waitUntil(lambda: "applied" in screen.page.notices.sentence)
    assert screen.hall != before
    screen.page.desk.undo()
    assert screen.hall == before


@dataclass(frozen=True, slots=True)
class HoldTheDisk:
    """A step that is written when somebody says so."""

    title: ClassVar[str] = "Hold the disk"
    until: Event

    def apply(self, unit: Unit) -> None:
        self.until.wait(60)


def test_applying_says_that_it_goes_on_and_is_asked_for_once(screen: Screen) -> None:
    panel, progress = screen.page.side.generate, screen.page.progress
    screen.press(Qt.Key.Key_G)
    panel.start(Mode.ALL, 1)
    screen.bot.waitUntil(lambda: panel.proposal is not None, timeout=60_000)
    released = Event()
    screen.page.desk.submit(HoldTheDisk(released))
    screen.bot.mouseClick(panel.view.apply, Qt.MouseButton.LeftButton)
    assert not panel.view.apply.isEnabled()
    words = [label for label in progress.findChildren(QLabel) if label.isVisibleTo(progress)]
    screen.bot.waitUntil(lambda: any(label.text() == "Applying the timetable" for label in words))
    assert progress.isVisible()
    released.set()
    screen.bot.waitUntil(lambda: "applied" in screen.page.notices.sentence, timeout=10_000)
    assert not progress.isVisible()
    assert panel.proposal is None


def test_a_proposal_is_looked_at_in_the_grid_and_cannot_be_touched_there(screen: Screen) -> None:
    screen.press(Qt.Key.Key_G)
    screen.page.side.generate.start(Mode.FREE, 1)
    screen.bot.waitUntil(lambda: screen.page.side.generate.proposal is not None, timeout=60_000)
    proposal, model = screen.page.side.generate.proposal, screen.view.grid_model
    assert proposal is not None
    assert model.day is not None
    assert len(model.day.changes) == len(proposal.new) + len(proposal.moved) + len(proposal.cancelled)
    shown = next(iter(model.day.grid.hall.meetings))
    screen.page.hands.pick(shown)
    assert "proposal" in screen.page.notices.sentence
    screen.bot.mouseClick(screen.page.side.generate.view.discard, Qt.MouseButton.LeftButton)
    assert model.day.changes == {}


def test_a_proposal_is_still_looked_at_when_people_came_and_went_since(screen: Screen) -> None:
    desk = screen.page.desk
    desk.do(RegisterWalkIn("Ines Early", "Late Hub", "IT", "EU"))
    screen.press(Qt.Key.Key_G)
    screen.page.side.generate.start(Mode.FREE, 1)
    screen.bot.waitUntil(lambda: screen.page.side.generate.proposal is not None, timeout=60_000)
    desk.undo()
    late = desk.do(RegisterWalkIn("Zoë Late", "Late Hub", "IT", "EU"))
    screen.bot.waitUntil(lambda: any(person.id == late for person in screen.page.grid.people))
    day = screen.view.grid_model.day
    assert day is not None
    assert screen.page.side.previewing
    assert day.line_of(late) < 0
    people = {person for meeting in day.grid.hall.meetings.values() for person in meeting.everybody}
    assert people | set(day.grid.hall.diaries) <= set(day.grid.families)
    for line in range(len(day.lines)):
        day.meeting(line, 0)


def test_a_stop_is_answered_at_once_and_keeps_the_best(screen: Screen) -> None:
    screen.press(Qt.Key.Key_G)
    panel, progress = screen.page.side.generate, screen.page.progress
    panel.start(Mode.ALL, 300)
    screen.bot.waitUntil(lambda: any("placed" in label.text() for label in progress.findChildren(QLabel)))
    next(button for button in progress.findChildren(QAbstractButton) if button.text() == "Stop").click()
    assert any("the best so far is kept" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    screen.bot.waitUntil(lambda: panel.proposal is not None)
    assert "meetings have a seat" in panel.view.outcome
    screen.bot.waitUntil(lambda: not active_children())


def test_escape_stops_a_search_and_a_second_one_ends_it(screen: Screen) -> None:
    screen.press(Qt.Key.Key_G)
    panel = screen.page.side.generate
    screen.press(Qt.Key.Key_Return)
    assert panel.running
    screen.press(Qt.Key.Key_Escape)
    assert panel.stopping
    screen.press(Qt.Key.Key_Escape)
    screen.bot.waitUntil(lambda: not panel.running, timeout=20_000)
    assert panel.proposal is not None or "ended before" in screen.page.notices.sentence


def test_a_proposal_leaves_the_focus_with_who_works_elsewhere_by_now(screen: Screen) -> None:
    screen.press(Qt.Key.Key_G)
    panel = screen.page.side.generate
    panel.start(Mode.FREE, 1)
    screen.view.setFocus()
    screen.bot.waitUntil(lambda: panel.proposal is not None, timeout=60_000)
    assert screen.view.hasFocus()


def test_the_engine_ends_with_the_window(screen: Screen) -> None:
    screen.page.side.generate.start(Mode.ALL, 300)
    screen.bot.waitUntil(lambda: bool(active_children()))
    screen.page.side.deleteLater()
    screen.bot.waitUntil(lambda: not active_children())
