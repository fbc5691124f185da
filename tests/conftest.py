"""What every test stands on: a home of its own, a clock that stands still, and no unexpected word from log or Qt."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.paths import HOME_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 30_000
"""Milliseconds that a test of the window waits at most: what a machine takes that is busy with other things, too."""

settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("search", settings.get_profile("suite"), derandomize=False)
settings.load_profile("suite")  # the same examples with every run; `--hypothesis-profile=search` looks for others


class PatientBot(QtBot):
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and incarnations of a laptop that exists for one test."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def clock() -> HeldClock:
    """Nine in the morning at the venue, on the first day of the event."""
    return HeldClock(datetime(2016, 4, 25, 7, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """As the program begins it, also on a laptop that speaks another language."""
    from eccp_desktop.app import write_plainly

    write_plainly()
    return qapp


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def log_records() -> Iterator[list[logging.LogRecord]]:
    """Warnings and errors logged so far; a test that expects some clears the list, what is left fails it."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield collector.records
    logging.getLogger().removeHandler(collector)
    left = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in collector.records]
    assert not left, "unexpected log records:\n" + "\n".join(left)


@pytest.fixture(scope="session", autouse=True)
def garbage_is_collected_here() -> Iterator[None]:
    """Never by the writer or a job of some test: what is left of a window would be destroyed in their thread, and Qt falls."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def now_and_then() -> Iterator[None]:
    """Collect what is young, as the interpreter would."""
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def no_leaked_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window that a test opens, it closes and lets go of; it is freed here, and never by a thread that collects garbage."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    before = _top_level_widgets()
    yield
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [widget for widget in _top_level_widgets() if widget not in before]
    assert not leaked, f"top-level widgets left behind: {leaked}"
    gc.freeze()  # what is left stays; to walk through all modules after each test would take longer than many a test


def _top_level_widgets() -> list[object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
