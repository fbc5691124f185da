"""The dialog for what goes wrong outside the rules: what happened, what is safe, what to do."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.sheet import Sheet


class TroubleDialog(Sheet):
    """Shows a Trouble."""

    def __init__(self, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(trouble.happened, parent)
        for words in (trouble.safe, trouble.advice):
            if words:
                self.body.addWidget(paragraph(words))
        row = QHBoxLayout()
        row.addStretch(1)
        close = primary_button(N_("Close"), self.reject)
        row.addWidget(close)
        self.body.addLayout(row)
        close.setFocus()
