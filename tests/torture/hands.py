"""Random hands at the real window: whatever they do, it answers, the data stays whole, and all of it can be undone.

`python -m tests.torture.hands [--seed N] [--steps N] [--size normal|large] [--longest SECONDS] [--log FILE]` prints what it did;
where something is wrong, what, and the last steps before it. The same seed makes the same moves.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from eccp_desktop.app import Program, make_application
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.domain.codes import is_code
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.benchmarks.fair_files import fair_file
from tests.torture.answered_dialogs import answer_dialogs
from tests.torture.hand_moves import Moves
from tests.torture.keyboard import pass_time
from tests.torture.soundness import Beginning, beginning, unsound, way_back
from tests.torture.watching import LONGEST, Watcher, census

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = 30
"""Steps that are told when something is wrong."""

BETWEEN_LOOKS = 100
"""Steps after which everything is looked at."""

PATIENCE = 60.0
"""Seconds for which work beside the window may go on after the hands rest."""

MAY_GROW = 1.5
"""How many times as many objects as at the first look there may be at a later one."""

KNOWN_TROUBLE = (
    "is open for writing on",  # a step in a window that can only read
    "exists already",  # a name for a new event that is taken
    "is not an event file",  # one of the papers was chosen to be opened
)


class Wrong(Exception):
    """Something is not as it must be; the text says what."""


class Hands:
    """A program with an event open, and somebody who does anything."""

    def __init__(self, application: QApplication, folder: Path, wish: argparse.Namespace) -> None:
        self._application, self._folder = application, folder
        self._random = Random(wish.seed)
        self._event = fair_file(wish.size, folder)
        answer_dialogs(self._random, folder / "chosen", self._event)
        self.watcher = Watcher(application, wish.longest)
        self._program = program = Program(application)
        program.show_trouble = self._troubled(program.show_trouble)  # type: ignore[method-assign]  # it is heard, and shown
        self.told: deque[str] = deque(maxlen=TOLD)
        self.steps = self.looks = self.undone = 0
        self._log: Path | None = wish.log
        self._moving = False
        self._first: Counter[str] = Counter()
        self._nested = QTimer(interval=100)
        self._nested.timeout.connect(self._answer_inside)
        self._moves = Moves(program, self._random, folder, self._note)

    def work(self, steps: int) -> None:
        """Make so many steps and look at everything now and then. Raises Wrong."""
        self.watcher.start()
        self._nested.start()
        self._open()
        begun = beginning(self._opened.desk)
        self._moves.begin(self._opened.desk)
        try:
            for _ in range(steps):
                self._step()
                if self.steps % BETWEEN_LOOKS == 0:
                    self._look()
            self._look()
            self._undo_all(begun)
        finally:
            self.watcher.stop()
            self._close()
            self._program.leave()

    @property
    def _opened(self) -> OpenEvent:
        assert self._program.event is not None
        return self._program.event

    def _step(self) -> None:
        self.steps += 1
        if self._random.random() < 0.004:
            self._open_again()
        elif self._random.random() < 0.002:
            self._read_beside_another_program()
        with self._at_work():
            self._moves.make_one()
        if self._moves.window() is None:
            self._note("the window was closed")
            self._open_again()
        if self.watcher.found:
            raise Wrong("\n".join(self.watcher.found))

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        self._moving = True
        try:
            yield
        finally:
            self._moving = False

    def _answer_inside(self) -> None:
        """A menu or a dialog of the system that waits in a loop of its own would keep the hands from going on."""
        if not self._moving:
            return
        if QApplication.activePopupWidget() is not None:
            self._moves.inside()
        elif isinstance(asked := QApplication.activeModalWidget(), QFileDialog | QMessageBox | QInputDialog):
            asked.reject()

    # What is looked at

    def _look(self) -> None:
        self.looks += 1
        self._moves.leave_what_is_open()
        self._rest()
        if self._opened.desk.file.path != self._event or self._opened.desk.file.read_only:
            self._open_again()
        with self.watcher.looking_away():
            wrong = unsound(self._opened.desk)
        if wrong:
            raise Wrong(f"the event is not in order: {wrong[:10]}")
        self._answers()
        self._count()
        if self.watcher.found:
            raise Wrong("\n".join(self.watcher.found))

    def _rest(self) -> None:
        """Until nothing goes on beside the window any more."""
        self._moves.join()
        deadline = time.monotonic() + PATIENCE
        for job in self._jobs():
            job.stop()
        while self._jobs() and time.monotonic() < deadline:
            pass_time(20)
        if self._jobs():
            raise Wrong(f"jobs do not end: {[job._work for job in self._jobs()]}")

    def _jobs(self) -> list[Job]:
        return self._application.findChildren(Job)

    def _answers(self) -> None:
        """A scan checks somebody in."""
        first = self._opened.desk.read(first_moment)
        if first is not None:
            self._opened.rehearsal.move_to(first)
        pass_time(0)
        awaited = [
            one
            for one in self._people()
            if one.presence is Presence.EXPECTED and not one.cancelled and is_code(one.code)
        ]
        if not awaited:
            return
        who = self._random.choice(awaited)
        self._note(f"look: scan {who.code}")
        self._moves.keyboard.scan(who.code, "Return")
        deadline = time.monotonic() + 20
        said: dict[str, None] = {}
        while time.monotonic() < deadline:
            pass_time(10)
            page = self._opened.window.page
            said[page.notices.sentence if page is not None else ""] = None
            if any(one.id == who.id and one.presence is Presence.HERE for one in self._people()):
                return
        keys = QGuiApplication.focusWindow(), QApplication.focusWidget(), self._program._scans._watched
        front = QApplication.activePopupWidget(), QApplication.activeModalWidget(), QApplication.activeWindow()
        raise Wrong(
            f"{who.code} was scanned and is not here; {page} says {list(said)}, keys go to {keys}, in front is {front}"
        )

    def _people(self) -> tuple[DeskPerson, ...]:
        return self._opened.desk.read(desk_people)

    def _count(self) -> None:
        self._opened.window.open_page("desk")
        pass_time(20)
        now = census(self._application)
        if self.looks == 2:
            self._first = now
        elif self._first and now.total() > self._first.total() * MAY_GROW:
            raise Wrong(f"{self._first.total()} objects grew to {now.total()}: {(now - self._first).most_common(12)}")

    def _undo_all(self, begun: Beginning) -> None:
        with self.watcher.looking_away():
            try:
                for title in way_back(self._opened.desk, begun):
                    self._note(f"undo {title}")
                    self.undone += 1
                    pass_time(0)
            except AssertionError as problem:
                raise Wrong(str(problem)) from problem
        pass_time(500)
        if self.watcher.found:
            raise Wrong("\n".join(self.watcher.found))

    # Opening and closing

    def _open(self) -> None:
        with self.watcher.looking_away():
            assert self._program.open(self._event)
        self._opened.desk.file.actor = "MK"
        self._opened.window.activateWindow()
        first = self._opened.desk.read(first_moment)
        if first is not None:
            self._opened.rehearsal.move_to(first)
        pass_time(self._random.choice((0, 20, 300)))

    def _close(self) -> None:
        with self.watcher.looking_away():
            self._moves.join()
            for window in QApplication.topLevelWidgets():
                window.close()
            self._program.close()
            pass_time(0)

    def _open_again(self) -> None:
        self._note("close and open again")
        self._close()
        self._open()

    def _read_beside_another_program(self) -> None:
        """Another program writes into the event; here it can be read, and keys do no harm."""
        self._note("another program takes the event")
        self._close()
        command = [sys.executable, "-m", "tests.torture.random_actions", str(self._event), str(self.steps)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as other:
            assert other.stdout is not None
            other.stdout.readline()
            self._open()
            for _ in range(self._random.randint(5, 25)):
                self.steps += 1
                with self._at_work():
                    self._moves.make_one()
                if self._moves.window() is None:
                    break
            other.kill()
            other.stdout.read()
        self._note("the other program was killed")
        self._open_again()

    def _troubled(self, show: Callable[[Trouble], None]) -> Callable[[Trouble], None]:
        def heard(trouble: Trouble) -> None:
            self._note(f"trouble: {trouble.happened}")
            if not any(known in trouble.happened for known in KNOWN_TROUBLE):
                self.watcher.found.append(f"trouble: {trouble.happened} {trouble.safe} {trouble.advice}")
            show(trouble)

        return heard

    def _note(self, step: str) -> None:
        line = f"{self.steps}: {step}"
        self.told.append(line)
        if self._log is not None:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(line + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Random hands at the real window.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--size", choices=("normal", "large"), default="normal")
    parser.add_argument("--longest", type=float, default=LONGEST, help="seconds for which the window may be held up")
    parser.add_argument("--log", type=Path, help="also write every step into this file, for when the process dies")
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = str(Path(folder) / "home")
        application = make_application()
        application.setQuitOnLastWindowClosed(False)
        hands = Hands(application, Path(folder), given)
        try:
            hands.work(given.steps)
        except Exception as problem:
            what = str(problem) if isinstance(problem, Wrong) else traceback.format_exc()
            print(
                f"seed {given.seed}, {given.size}, step {hands.steps}: {what}\nThe last steps:", *hands.told, sep="\n"
            )
            return 1
    print(
        f"seed {given.seed}, {given.size}: {hands.steps} steps, {hands.looks} looks, {hands.undone} undone, "
        f"longest work {hands.watcher.longest:.2f} s, {time.monotonic() - begun:.0f} s."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
