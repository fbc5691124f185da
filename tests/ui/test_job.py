"""What a job tells arrives, however many there are at once and however fast they end."""

from threading import Event

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.job import Job

ROUNDS = 100


class Waiting(QObject):
    """Counts what jobs told it."""

    def __init__(self) -> None:
        super().__init__()
        self.results = 0
        self.ended = 0

    def begin(self) -> None:
        job = Job(lambda _report, _stopping: sum(range(5000)), self)
        job.done.connect(self._done)
        job.finished.connect(self._finished)
        job.start()

    def _done(self, _result: object) -> None:
        self.results += 1

    def _finished(self) -> None:
        self.ended += 1


def test_nothing_that_a_job_tells_is_lost(qtbot: QtBot) -> None:
    one, other = Waiting(), Waiting()
    for number in range(1, ROUNDS + 1):
        one.begin()
        other.begin()
        qtbot.waitUntil(
            lambda number=number: one.ended == other.ended == number,  # type: ignore[misc]  # a default binds it
        )
    assert one.results == other.results == ROUNDS


def test_a_job_whose_owner_is_gone_tells_nobody_and_goes(qtbot: QtBot) -> None:
    owner, told, go_on = Waiting(), list[object](), Event()
    job = Job(lambda _report, _stopping: go_on.wait(20), owner)
    job.done.connect(told.append)
    job.start()

    shiboken6.delete(owner)
    go_on.set()

    qtbot.waitUntil(lambda: not shiboken6.isValid(job))
    assert not told


def test_what_was_told_just_before_the_owner_went_reaches_nobody(qtbot: QtBot) -> None:
    owner, told = Waiting(), list[object]()
    job = Job(lambda _report, _stopping: "done", owner)
    job.done.connect(lambda result: told.append(result))
    job.start()
    job.wait()

    shiboken6.delete(owner)

    qtbot.waitUntil(lambda: not shiboken6.isValid(job))
    assert not told
