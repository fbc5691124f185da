"""What hands do at the window, each by chance: a list of moves, and how often each is made."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from eccp_desktop.app import Program
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.torture.habits import HABITS
from tests.torture.keyboard import Keyboard, pass_time
from tests.torture.mouse import Mouse, called, in_front
from tests.torture.random_actions import act
from tests.torture.soundness import standing_steps
from tests.torture.wishes import NAMES

KEYS = (
    *("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Return", "Escape", "Space") * 3,
    *("Del", "Backspace", "Home", "End", "PgUp", "PgDown", "Shift+Down", "Shift+Up", "Ctrl+A", "Ctrl+C", "Ctrl+V"),
    *("Ctrl+Down", "Ctrl+End", "Ctrl+Home", "Alt+Return", "Alt+Right", "Alt+Left", "Ctrl+Return", "Shift+F9"),
    *("F1", "F9", "F2", "F11", "Ctrl+K", "Ctrl+F", "Ctrl+B", "Ctrl+Tab", "Menu", "Alt+Down", "Ctrl+X", "F4", "+", "-"),
    *"abcdefghijklmnopqrstuvwxyz0123456789/",
)

WORDS = (
    *NAMES,
    *("rossi", "mull", "de la cruz", "smart grid", "Akron", "7", "table 3", "12:30", "25:99", "9", "-1", "0", "999999"),
    *(
        "2016-04-26",
        "IT",
        "Italy",
        "me@fair.example",
        "';--",
        "<b>x</b>",
        "%s{n}",
        "ß" * 60,
        "王伟",
        "مريم",
        "🚀",
        " ",
        "\\",
    ),
)

SPANS = (0, 0, 1, 5, 30, 120, 400)
"""Milliseconds that pass after a move; with the first ones, keys come faster than the window."""

MOST_UNDONE = 6

QUICK = 0.2
"""Most seconds between two steps of somebody else."""


class Moves:
    """The moves. `note` is told each before it is made."""

    def __init__(self, program: Program, random: Random, folder: Path, note: Callable[[str], None]) -> None:
        self._program, self._random, self._folder, self._note = program, random, folder, note
        self.keyboard = Keyboard(program._scans, self.window)
        self.mouse = Mouse(random)
        self._scripts: list[Thread] = []
        self._least = 0
        self._table: tuple[tuple[int, Callable[[], object]], ...] = (
            (14, self._press_keys),
            (10, self._type_words),
            (10, self._scan),
            (16, self._click),
            (4, self._double_click),
            (4, self._right_click),
            (5, self._drag),
            (3, self._wheel),
            (12, self._command),
            (8, self._change_page),
            (8, self._follow_a_habit),
            (5, self._undo),
            (3, self._resize),
            (4, self._move_clock),
            (2, self._find),
            (4, self._stop_jobs),
            (3, self._script),
            (2, self._rest),
        )

    def window(self) -> QWidget | None:
        """The window that is there, if any."""
        window = self._program._window()
        return window if window is not None and isValid(window) and window.isVisible() else None

    def begin(self, desk: Desk) -> None:
        """The steps that were made so far are hardly ever undone."""
        self._least = desk.read(standing_steps)

    @property
    def _event(self) -> OpenEvent | None:
        return self._program.event if self.window() is not None else None

    def make_one(self) -> None:
        """Make a move that is possible now, and let some time pass."""
        weights, moves = zip(*self._table, strict=True)
        self._random.choices(moves, weights)[0]()
        pass_time(self._random.choice(SPANS))

    def leave_what_is_open(self) -> None:
        """Press Escape until neither a menu nor a sheet is open; one that stays is closed as by its frame."""
        for attempt in range(12):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                break
            if attempt < 6:
                self.keyboard.press("Escape")
            else:
                front.close()
            pass_time(5)
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self.window():
                other.close()

    def inside(self) -> None:
        """Something waits for an answer in a loop of its own: give one, which may be none."""
        key = self._random.choice(("Down", "Down", "Up", "Return", "Escape", "Escape", "c", "l", "Space"))
        self._note(f"in the menu: {key}")
        self.keyboard.press(key)

    def join(self) -> None:
        """Wait for those who make steps beside the window."""
        for script in self._scripts:
            while script.is_alive():
                pass_time(10)
        self._scripts.clear()

    # The moves

    def _press_keys(self) -> None:
        keys = self._random.choices(KEYS, k=self._random.randint(1, 8))
        self._note(f"press {' '.join(keys)}")
        for key in keys:
            self.keyboard.press(key)
            if self._random.random() < 0.3:
                pass_time(0)

    def _type_words(self) -> None:
        words = self._random.choice(WORDS)
        if self._random.random() < 0.2:
            words = self._code()
        end = self._random.choice(("", "", "Return", "Tab", "Down Return"))
        self._note(f"type {words!r} {end}")
        self.keyboard.type(words)
        self.keyboard.press(*end.split())

    def _follow_a_habit(self) -> None:
        """Do what is done all day, or a part of it, with or without waiting for the window."""
        habit = self._random.choice(HABITS)
        begin = self._random.choice((0, 0, 0, 1))
        pause = self._random.choice((0, 0, 20, 150))
        self._note(f"habit {' '.join(habit[begin:])}, {pause} ms apart")
        for deed in habit[begin:]:
            if self._random.random() < 0.03:
                break
            if deed.startswith("="):
                self.keyboard.type(deed[1:])
            else:
                self.keyboard.press(deed)
            pass_time(pause)

    def _scan(self) -> None:
        end = self._random.choice(("Return", "Return", "Tab", ""))
        code = self._code() if self._random.random() < 0.9 else "ABCDEF"
        self._note(f"scan {code} {end}")
        self.keyboard.scan(code, end)

    def _click(self) -> None:
        keys = self._random.choice((Qt.KeyboardModifier.NoModifier,) * 6 + (Qt.KeyboardModifier.ControlModifier,))
        place = self._somewhere("click")
        if place is not None:
            self.mouse.click(place, Qt.MouseButton.LeftButton, keys)

    def _double_click(self) -> None:
        place = self._somewhere("double click")
        if place is not None:
            self.mouse.double_click(place)

    def _right_click(self) -> None:
        place = self._somewhere("right click")
        if place is not None:
            self.mouse.click(place, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier)

    def _drag(self) -> None:
        begin = self._somewhere("drag from")
        if begin is None:
            return
        self.mouse.press(begin)
        for _ in range(self._random.randint(1, 6)):
            place = self._somewhere("over")
            if place is None or place[0] is not begin[0]:
                break
            self.mouse.move(place)
            begin = place
            pass_time(self._random.choice((0, 2, 20)))
        if self._random.random() < 0.2:
            self._random.choice((self._press_keys, self._scan, self._undo))()
        self.mouse.release(begin)

    def _wheel(self) -> None:
        place = self._somewhere("wheel")
        if place is not None:
            self.mouse.turn_wheel(place, self._random.choice((-360, -120, 120)))

    def _somewhere(self, what: str) -> "Any":  # Any: a place, or nothing
        window = self.window()
        place = self.mouse.somewhere(in_front(window)) if window is not None else None
        if place is not None:
            self._note(f"{what} {called(place[2])} at {place[1].x()}, {place[1].y()}")
        return place

    def _command(self) -> None:
        event = self._event
        if event is None or in_front(event.window) is not event.window or event.window.page is None:
            return
        own = list(event.window.page.commands())
        given = [*event.window._commands]
        command: Command = self._random.choice(own if own and self._random.random() < 0.75 else given)
        if not command.when():
            return
        self._note(f"command {command.id}")
        if command.shortcut and self._random.random() < 0.5:
            self.keyboard.press(self._random.choice(command.shortcut.split(";")))
        else:
            command.run()

    def _change_page(self) -> None:
        place = self._random.choice(PAGES)
        self._note(f"go to {place.name}")
        self.keyboard.press(f"Ctrl+{place.digit}")

    def _undo(self) -> None:
        key, times = self._random.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")), self._random.randint(1, MOST_UNDONE)
        if key == "Ctrl+Z" and self._event is not None and self._event.desk.read(standing_steps) < self._least + times:
            return  # an event without people is soon seen
        self._note(f"{key} {times} times")
        self.keyboard.press(*[key] * times)

    def _resize(self) -> None:
        window = self.window()
        if window is not None:
            width, height = self._random.randint(760, 1920), self._random.randint(540, 1200)
            self._note(f"resize to {width} x {height}")
            window.resize(width, height)

    def _move_clock(self) -> None:
        event = self._event
        first = event.desk.read(first_moment) if event is not None else None
        if event is not None and first is not None:
            moment = first + timedelta(days=self._random.choice((0, 0, 0, 1)), minutes=self._random.randint(-60, 580))
            self._note(f"the clock is set to {moment}")
            event.rehearsal.move_to(moment)

    def _find(self) -> None:
        self._note("find anything")
        self.keyboard.press("Ctrl+K")
        self.keyboard.type(self._random.choice(("ro", "table", "un", "gen", "print", "call", "back", "x")))
        self.keyboard.press(*self._random.choice((("Return",), ("Down", "Return"), ("Escape",))))

    def _stop_jobs(self) -> None:
        jobs = [job for job in QApplication.instance().findChildren(Job) if job.running]
        if jobs:
            self._note("stop a job that runs")
            self._random.choice(jobs).stop()

    def _script(self) -> None:
        """Somebody else works with the same desk: steps that no key made arrive while keys are pressed."""
        event = self._event
        if event is None or event.desk.file.read_only or any(one.is_alive() for one in self._scripts):
            return
        steps = self._random.randint(1, 12)
        self._note(f"{steps} steps are made beside the window")
        script = Thread(target=_steps, args=(event.desk, Random(self._random.random()), steps), daemon=True)
        self._scripts.append(script)
        script.start()

    def _rest(self) -> None:
        self._note("rest")
        pass_time(600)

    def _code(self) -> str:
        event = self._program.event
        people = event.desk.read(desk_people) if event is not None else ()
        return self._random.choice(people).code if people else "K7Q2M4"


def _steps(desk: Desk, random: Random, steps: int) -> None:
    for _ in range(steps):
        # Nothing waits for it: somebody else's steps fall between the keys at moments of their own.
        time.sleep(random.uniform(0, QUICK))
        try:
            act(desk, random)
        except Refusal:
            continue
        except RuntimeError:
            return  # the desk was closed
