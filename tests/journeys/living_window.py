"""A window that somebody works in until the laptop dies: `python -m tests.journeys.living_window EVENT [TIME] [CODE]...`.

The badges with these codes are scanned in, one after the other; unless told, those of everybody who is expected, at 9:15. What
the window was told is saved goes out as a line with its unit.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from eccp_desktop.app import Program, make_application
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.desk_list import desk_people


def main(path: Path, moment: datetime, codes: list[str]) -> int:
    """Scan badge after badge; only a kill ends it."""
    application = make_application()
    program = Program(application)
    assert program.open(path)
    event = program.event
    assert event is not None
    event.rehearsal.move_to(moment)
    codes = codes or [person.code for person in event.desk.read(desk_people) if person.presence is Presence.EXPECTED]

    def scan() -> None:
        window = QGuiApplication.focusWindow()
        if window is None or not codes:
            return
        for letter in codes.pop():
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, window, Qt.Key(ord(letter)), letter, Qt.KeyboardModifier.NoModifier
            )
        QTest.keyClick(window, Qt.Key.Key_Return)

    def saved(change: ChangeSet) -> None:
        print(change.unit, flush=True)

    event.signals.changed.connect(saved)
    hand = QTimer(interval=20)
    hand.timeout.connect(scan)
    hand.start()
    return application.exec()


if __name__ == "__main__":
    told = sys.argv[2] if len(sys.argv) > 2 else "2016-04-25T09:15"
    sys.exit(main(Path(sys.argv[1]), datetime.fromisoformat(told), sys.argv[3:]))
