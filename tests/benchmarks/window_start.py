"""Opens the window over an event and tells the wall time at which it could be used. A child of `figures`."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from eccp_desktop.app import Program, make_application


def main() -> None:
    application = make_application()
    program = Program(application)
    assert program.open(Path(sys.argv[1]))

    def usable() -> None:
        # The first turn of the event loop after the window was shown and painted.
        print(time.time(), flush=True)
        program.close()
        application.quit()

    application.processEvents()
    QTimer.singleShot(0, usable)
    application.exec()


if __name__ == "__main__":
    main()
