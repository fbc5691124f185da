"""The panel at the side: the tray, the panel that makes a timetable, the one that compares two, one behind the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.timetabling import Timetabling
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages.timetable.compare_panel import ComparePanel
from eccp_desktop.ui.pages.timetable.generate_panel import GeneratePanel
from eccp_desktop.ui.pages.timetable.inset import inset
from eccp_desktop.ui.pages.timetable.tray import Tray
from eccp_desktop.ui.theme import SPACE_3

WIDTH = 316

_TRAY, _GENERATE, _COMPARE = "tray", "generate", "compare"


class Side(QWidget):
    """Three tabs; it is as high as the page leaves it, whatever its parts would like."""

    turned = Signal()
    """The other tab is seen."""

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.tray = Tray()
        self.generate = GeneratePanel(Timetabling(desk))
        self.compare = ComparePanel(desk, clock)
        self.tabs = Tabs(((_TRAY, N_("Tray")), (_GENERATE, N_("Generate")), (_COMPARE, N_("Compare"))))
        self._parts = QStackedWidget()
        self._parts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._shown: dict[str, QWidget] = {_TRAY: self.tray, _GENERATE: self.generate, _COMPARE: self.compare}
        for part in self._shown.values():
            self._parts.addWidget(part)
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

    @property
    def comparing(self) -> bool:
        """Whether two versions are being looked at."""
        return self.compare.found is not None and self.tabs.key == _COMPARE

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

    def to_compare(self) -> None:
        """Put the focus on the earlier of the two moments."""
        self.tabs.choose(_COMPARE)
        self.compare.then.setFocus()

    def look_again(self) -> None:
        """Compare again, where two versions are looked at: something changed."""
        if self.tabs.key == _COMPARE:
            self.compare.look()

    def _turn(self, key: str) -> None:
        self._parts.setCurrentWidget(self._shown[key])
        self.look_again()
        self.turned.emit()
