"""Who is at this laptop: the initials that stand beside every step in the history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet

MOST_LETTERS = 8


class ActorSheet(Sheet):
    """Asks for initials."""

    chosen = Signal(str)

    def __init__(self, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Who is at this laptop?"), parent, width=360)
        form = Form()
        self._initials = form.text("initials", N_("Initials"), initials, hint=N_("They stand beside every step."))
        self._initials.setMaxLength(MOST_LETTERS)
        self._initials.returnPressed.connect(self._choose)
        self.body.addWidget(form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(primary_button(N_("Take over"), self._choose))
        self.body.addLayout(row)
        self._initials.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self._initials.text().strip().upper())
        self.accept()
