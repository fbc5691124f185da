"""A badge that is scanned while a sheet is open: the sheet may want it; otherwise nothing happens, and that is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.notice_bar import NoticeBar
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.shell.palette import Palette


def in_front_takes(code: str) -> bool:
    """Whether something stands before the Desk that takes the scan, or has to be closed first. The palette just goes."""
    front = QApplication.activeModalWidget()
    if isinstance(front, Palette):
        front.reject()
        return False
    if front is None:
        return False
    if not (isinstance(front, Sheet) and front.scanned(code)):
        _say(front, N_("Badge {code} was scanned, and nothing was done. Close this first, then scan again."), code)
    return True


def _say(front: QWidget, words: str, code: str) -> None:
    QApplication.beep()
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    bar = front.findChild(NoticeBar, options=directly) or NoticeBar(front)
    bar.say(words.format(code=code))
