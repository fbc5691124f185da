"""Two displays, of which one is unplugged: `python -m tests.ui.pages.now.second_display FOLDER`, as the platform is set up."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.ui.pages.now.hall_screen import HallScreen
from eccp_desktop.ui.signals import DeskSignals
from tests.event_day import event_desk


def main(folder: Path) -> None:
    """Say on which display the hall screen is and how, before and after its display is gone."""
    application = QApplication([])
    desk = event_desk(folder, SystemClock())
    window = QWidget()
    window.show()
    hall = HallScreen(desk, DeskSignals(desk), SystemClock(), window)
    hall.show_there()
    tell(application, hall)
    display = next(screen for screen in QGuiApplication.screens() if screen.name() == "hall")
    application.screenRemoved.emit(display)
    tell(application, hall)
    hall.close()
    window.close()
    desk.close()


def tell(application: QApplication, hall: HallScreen) -> None:
    for _ in range(5):
        application.processEvents()
    centre = hall.geometry().center()
    name = next(screen.name() for screen in QGuiApplication.screens() if screen.geometry().contains(centre))
    print(name, "full" if hall.isFullScreen() else "window", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
