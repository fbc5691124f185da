"""Checks twenty people in by their codes and prints the seconds from Enter to the painted list. A child of `figures`."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from eccp_desktop.app import Program, make_application
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import desk_people

PEOPLE = 20


class Painted(QObject):
    """Notes when a widget was painted last."""

    at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def main() -> None:
    application = make_application()
    program = Program(application)
    assert program.open(Path(sys.argv[1]))
    assert program.event is not None
    window, desk = program.event.window, program.event.desk
    window.resize(1280, 800)
    application.processEvents()
    field = next(one for one in window.findChildren(QLineEdit) if one.property("kind") == "scan")
    painted = Painted()
    window.installEventFilter(painted)
    for widget in window.findChildren(QObject):
        widget.installEventFilter(painted)
    expected = [one for one in desk.read(desk_people) if one.presence is Presence.EXPECTED and not one.cancelled]
    for person in expected[:PEOPLE]:
        field.setFocus()
        field.setText(person.code)
        QTest.qWait(300)
        begun = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        while not _is_here(desk, person.id) or painted.at < begun:
            application.processEvents()
        committed = time.perf_counter()
        while painted.at < committed and time.perf_counter() - committed < 0.5:
            application.processEvents()
        print(painted.at - begun, flush=True)
    program.close()


def _is_here(desk: object, person: object) -> bool:
    found = desk.read(desk_people, [person])  # type: ignore[attr-defined]  # the desk of an open event
    return found[0].presence is Presence.HERE  # type: ignore[no-any-return]  # as above


if __name__ == "__main__":
    main()
