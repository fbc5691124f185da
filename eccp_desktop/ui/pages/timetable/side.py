"""The panel at the side: the tray, and the panel that makes a timetable, one behind the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.timetabling import Timetabling
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages.timetable.generate_panel import GeneratePanel
from eccp_desktop.ui.pages.timetable.inset import inset
from eccp_desktop.ui.pages.timetable.tray import Tray
from eccp_desktop.ui.theme import SPACE_3

WIDTH = 316

_TRAY, _GENERATE = "tray", "generate"


class Side(QWidget):
    """Two tabs; it is as high as the page leaves it, whatever its parts would like."""

    turned = Signal()
    """The other tab is seen."""

    def __init__(self, timetabling: Timetabling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.tray = Tray()
        self.generate = GeneratePanel(timetabling)
        self.tabs = Tabs(((_TRAY, N_("Tray")), (_GENERATE, N_("Generate"))))
        self._parts = QStackedWidget()
        self._parts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._parts.addWidget(self.tray)
        self._parts.addWidget(self.generate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(inset(self.tabs))
        column.addWidget(self._parts, 1)
        self.tabs.chosen.connect(self._turn)

    @property
    def previewing(self) -> bool:
        """Whether a proposal is being looked at."""
        return self.generate.proposal is not None and self.tabs.key == _GENERATE

    def count(self, waiting: int) -> None:
        """Say on the tab how many meetings wait."""
        self.tabs.set_text(_TRAY, f"{N_('Tray')} {waiting}" if waiting else N_("Tray"))

    def to_tray(self) -> None:
        """Put the focus into the tray."""
        self.tabs.choose(_TRAY)
        self.tray.list.setFocus()
        if not self.tray.list.currentIndex().isValid():
            self.tray.list.select_line(0)

    def to_generate(self) -> None:
        """Put the focus on the button that begins a search, or applies what was found."""
        self.tabs.choose(_GENERATE)
        button = self.generate.form.button if self.generate.proposal is None else self.generate.view.apply
        button.setFocus()

    def _turn(self, key: str) -> None:
        self._parts.setCurrentWidget(self.tray if key == _TRAY else self.generate)
        self.turned.emit()
