"""How a timetable is to be made: how much of it may change, and how long to search."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.timetabling import Mode
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.pages.timetable.inset import inset_column
from eccp_desktop.ui.theme import SPACE_1, SPACE_3, SPACE_6

USUAL_SECONDS = 30

_MODES = (
    (Mode.FREE, N_("Fill the gaps"), N_("Seats what waits. Nothing that has a seat moves.")),
    (Mode.REPAIR, N_("Repair the day"), N_("Slots that are over stay. Moves as little as it can.")),
    (Mode.ALL, N_("Place everything again"), N_("Locked meetings stay. All others may move.")),
)


class GenerateForm(QWidget):
    """Says when to begin, with the mode and the seconds."""

    started = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = False
        self._group = QButtonGroup(self)
        self._buttons: dict[Mode, QRadioButton] = {}
        column = inset_column(self, SPACE_3)
        for mode, words, meaning in _MODES:
            button = QRadioButton(words)
            button.setAccessibleDescription(meaning)
            self._buttons[mode] = button
            self._group.addButton(button)
            pair = QVBoxLayout()
            pair.setSpacing(0)
            hint = quiet(meaning, wrap=True)
            hint.setContentsMargins(SPACE_6, 0, 0, 0)
            pair.addWidget(button)
            pair.addWidget(hint)
            column.addLayout(pair)
        form = Form()
        self.seconds: QSpinBox = form.number("seconds", N_("Seconds to search"), USUAL_SECONDS, 1, 3600)
        self.seconds.setFixedWidth(120)
        self.button = primary_button(N_("Generate"), self._start, icon="play")
        column.addSpacing(SPACE_1)
        column.addWidget(form)
        column.addWidget(self.button)
        column.addStretch(1)
        self._buttons[Mode.ALL].setChecked(True)
        self._group.buttonClicked.connect(self._choose)

    @property
    def mode(self) -> Mode:
        """How much may change."""
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    def propose(self, mode: Mode) -> None:
        """Choose what fits the event as it stands, unless a hand has chosen already."""
        if not self._chosen:
            self._buttons[mode].setChecked(True)

    def _choose(self) -> None:
        self._chosen = True

    def _start(self) -> None:
        self.started.emit(self.mode, self.seconds.value())
