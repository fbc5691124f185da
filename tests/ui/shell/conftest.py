"""A scan filter over a place to scan in, and the codes that it heard."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eccp_desktop.domain.codes import is_code
from eccp_desktop.ui.shell.scan_filter import ScanFilter
from tests.ui.shell.scanning import Place, Stopwatch


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def scan_filter(qapp: QApplication, stopwatch: Stopwatch) -> Iterator[ScanFilter]:
    scan_filter = ScanFilter(qapp, is_code, stopwatch)
    yield scan_filter
    scan_filter.stop()
    scan_filter.deleteLater()


@pytest.fixture
def scans(scan_filter: ScanFilter) -> list[str]:
    found: list[str] = []
    scan_filter.scanned.connect(found.append)
    return found


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)
