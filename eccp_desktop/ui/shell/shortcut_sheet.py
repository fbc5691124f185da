"""F1: the keys of the page and of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.labels import Label, heading
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.theme import SPACE_2, SPACE_6, SPACE_8

AROUND, LEAST_HEIGHT, MOST_HEIGHT = 180, 160, 640
"""Pixels of the sheet around its columns, and the height that they may have; what is beyond scrolls."""


class ShortcutSheet(Sheet):
    """Two columns: what the page can do by key, what the window can."""

    def __init__(
        self, page_title: str, page: Sequence[Command], window: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("Keys"), parent, width=736)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_8)
        if any(command.shortcut for command in page):
            columns.addLayout(_column(page_title, page), 1)
        columns.addLayout(_column(N_("Everywhere"), window), 1)
        scroll = Scroll()
        scroll.body.addLayout(columns)
        room = parent.window().height() - AROUND if parent is not None else MOST_HEIGHT
        layout = scroll.column.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(self.minimumWidth() - 2 * SPACE_6)
        scroll.setFixedHeight(max(LEAST_HEIGHT, min(wanted, room)))
        self.body.addWidget(scroll)
        self.end_with(quiet_button(N_("Close"), self.accept))


def _column(title: str, commands: Sequence[Command]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_2)
    column.addWidget(heading(title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_6)
    grid.setVerticalSpacing(SPACE_2)
    with_keys = [command for command in commands if command.shortcut]
    for line, command in enumerate(with_keys):
        keys = N_(" or ").join(command.key_names)
        grid.addWidget(Label(keys, strong=True), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(command.title, wrap=True), line, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
