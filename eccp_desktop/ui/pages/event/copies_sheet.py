"""Which copies still hold what was erased, and whether they are deleted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW

MOST_LINES = 6


class CopiesSheet(Sheet):
    """Lists the copies. What has no undo is done by its button."""

    agreed = Signal(object)  # the paths

    def __init__(self, copies: Sequence[Path], parent: QWidget | None = None) -> None:
        count = len(copies)
        title = N_("1 copy still holds erased data") if count == 1 else N_("{n} copies still hold erased data")
        super().__init__(title.format(n=count), parent, width=560)
        self._copies = tuple(copies)
        words = (
            N_(
                "It was made before somebody was erased: who goes back to it has the names again. A new backup without them "
                "is made first. Deleting has no undo."
            )
            if count == 1
            else N_(
                "They were made before somebody was erased: who goes back to one has the names again. A new backup without "
                "them is made first. Deleting has no undo."
            )
        )
        self.body.addWidget(paragraph(words))
        columns = (Column[Path]("file", N_("File"), lambda one: one.name, stretch=True),)
        table = TableView[Path](N_("Copies"), columns, lambda one: one, header=False)
        table.show_rows(self._copies)
        table.setFixedHeight(ROW * min(count, MOST_LINES) + 2)
        self.body.addLayout(table.on_edge())
        beyond = N_("Copies on sticks, on other laptops and on paper are not known here: look for those yourself.")
        self.body.addWidget(quiet(beyond, wrap=True))
        verb = N_("Delete it for good") if count == 1 else N_("Delete {n} copies for good")
        keep = quiet_button(N_("Keep for now"), self.reject)
        self.end_with(keep, primary_button(verb.format(n=count), self._agree))
        keep.setFocus()

    def _agree(self) -> None:
        if self.isVisible():
            self.accept()
            self.agreed.emit(self._copies)
