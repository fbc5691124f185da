"""Ctrl+K: every command, page, person, organisation and table by a few letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.shell.other_words import OTHER_WORDS
from eccp_desktop.ui.theme import ROW_LARGE, SPACE_2, SPACE_4

MOST = 12
"""Lines shown at once; one more letter does more than a longer list."""


BEGUN = 3
"""Letters from which a command that begins with them comes before people and organisations."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the palette: what it is called, what it is, and what happens when it is chosen."""

    title: str
    detail: str
    run: Callable[[], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A command, and the page to which it leads where that is not the open one."""

    command: Command
    page: str = ""


Provider = Callable[[str], Sequence[Found]]
"""Finds things of the event for the letters typed so far, best first."""


def matching(offered: Iterable[Offered], letters: str) -> list[Found]:
    """The usable commands for what is typed: first those in whose title every typed word begins a word, then those of which
    it holds with the words that people use for them besides."""
    words = letters.casefold().split()
    titled: list[Found] = []
    besides: list[Found] = []
    for one in offered:
        command = one.command
        title = command.title.casefold().split()
        other = OTHER_WORDS.get(command.id, "").casefold().split()
        if command.keys_only or not _all_begin(words, title + other) or not command.when():
            continue
        found = Found(command.title, one.page or N_("command"), command.run, command.shown_keys)
        (titled if _all_begin(words, title) else besides).append(found)
    return titled + besides


def _all_begin(typed: Iterable[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in typed)


BELOW_TOP, AROUND = 64, 104
"""Pixels of the window above the palette, and around its lines."""

MOST_LINES = 8


class Palette(QDialog):
    """A field over a short list, at the top of its window; Enter does, Escape leaves.

    `elsewhere` answers what other pages offer, and is asked with the first letters: to open must not wait for it.
    """

    def __init__(
        self,
        commands: Sequence[Offered],
        elsewhere: Callable[[], Sequence[Offered]],
        provider: Provider,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle(N_("Find"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._elsewhere: Callable[[], Sequence[Offered]] | None = elsewhere
        self._provider = provider
        self._field = SearchField(N_("Find a person, an organisation, a table, a command"), large=True)
        columns = (
            Column[Found]("title", N_("Name"), lambda line: line.title, stretch=True, strong=True),
            Column[Found]("detail", N_("What"), lambda line: line.detail, quiet=True, width=240),
            Column[Found]("keys", N_("Key"), lambda line: line.keys, quiet=True, right=True, width=100),
        )
        self._list = TableView[Found](
            N_("Found"),
            columns,
            lambda line: (line.title, line.detail),
            row_height=ROW_LARGE,
            header=False,
            nothing=N_("Nothing is called that. Fewer letters find more."),
        )
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.installEventFilter(self)
        self._field.searched.connect(self._search)
        self._field.moved.connect(self._list.step)
        self._field.entered.connect(self._choose)
        self._list.clicked.connect(self._choose)
        self.setFixedWidth(720)
        self._search("")

    def open_over(self, window: QWidget) -> None:
        """Show it at the top of a window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self._list.setFixedHeight(ROW_LARGE * min(MOST_LINES, (window.height() - BELOW_TOP - AROUND) // ROW_LARGE))
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + BELOW_TOP)
        self.open()
        self._field.setFocus()

    def _search(self, letters: str) -> None:
        if letters and self._elsewhere is not None:
            self._commands, self._elsewhere = (*self._commands, *self._elsewhere()), None
        things = list(self._provider(letters))[:MOST] if letters else []
        commands = matching(self._commands, letters)
        begun = letters.casefold() if len(letters) >= BEGUN else None
        named = [line for line in commands if begun is not None and line.title.casefold().startswith(begun)]
        others = [line for line in commands if line not in named]
        self._list.show_rows((named + things + others)[: 4 * MOST])
        self._list.select_line(0)

    def _choose(self) -> None:
        line = self._list.row
        if line is not None:
            self.finished.connect(partial(_run, line.run))
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The field would empty itself first; whoever presses Escape wants to be back where they were.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.reject()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)


def _run(run: Callable[[], object], _result: int) -> None:
    run()
