"""The pages. `Page` is what they all are: built in four steps, told of every commit, with their own commands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.clock import Clock
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.ui.commands import Command, bind
from eccp_desktop.ui.kit import labels
from eccp_desktop.ui.kit.notice_bar import NoticeBar
from eccp_desktop.ui.kit.progress_strip import ProgressStrip
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.signals import DeskSignals
from eccp_desktop.ui.texts import sentence
from eccp_desktop.ui.theme import CONTROL, SPACE_2, SPACE_4, SPACE_6, State

Said = Callable[[Any], str]  # Any: the result of the page's own intent


class Page(QWidget):
    """One page of the window: title, progress, content, notices.

    A page sets the four class attributes, and fills `top` (beside the title), and `body` (below it) in these steps,
    called once in this order by `build`, which the window calls when the page is first opened (the first three maybe
    earlier, by `prepare`):

    - `_create`: make the widgets;
    - `_arrange`: put them into `top` and `body`;
    - `_connect`: connect signals to bound methods;
    - `_reload`: read the store and show it (called again whenever a commit touches what `touched_by` says).

    `wanted` asks the window for another page: its name and what to show there, handed to that page's `show_thing`.
    """

    name = ""
    title = ""
    icon = "squares-four"
    touched_by: tuple[str, ...] = ()
    """Tables whose changes make this page reload; none means every table."""

    wanted = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        clock: Clock,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self.desk = desk
        self.signals = signals
        self.clock = clock
        self.memory = memory
        self.undo: Callable[[str], object] | None = None
        """Takes back one unit; set by the window, used by the notices."""
        self._stale = False
        self._steps = [self._lay_out, self._join]
        self._frame()

    def _frame(self) -> None:
        self.heading = labels.title(self.title)
        self.heading.setMinimumHeight(CONTROL)  # as high as with buttons beside it: titles stay where they are
        self.top = QHBoxLayout()
        self.top.setSpacing(SPACE_2)
        self.progress = ProgressStrip()
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_4)
        head = QHBoxLayout()
        head.setSpacing(SPACE_4)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addLayout(self.top)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addLayout(self.body, 1)
        self.notices = NoticeBar(self)

    def build(self) -> None:
        """Go through the four steps, once."""
        self.prepare()
        self.catch_up()

    def prepare(self) -> None:
        """Go through the first three steps, once; the page reads when it is opened."""
        while self.prepare_step():
            pass

    def prepare_step(self) -> bool:
        """Go through a part of the first three steps; False when none is left. The window does other work in between."""
        if self._steps:
            self._steps.pop(0)()
        return bool(self._steps)

    def read_ahead(self) -> None:
        """Read before anybody opens the page; for pages that can do so beside the window."""

    @property
    def _built(self) -> bool:
        return not self._steps

    def _lay_out(self) -> None:
        # In one go: until they are arranged, widgets belong to nobody, and would outlive a window that is closed.
        self._create()
        self._arrange()

    def _join(self) -> None:
        self._stale = True
        self._connect()
        bind(self.commands(), self)
        self.signals.changed.connect(self.on_change)

    def catch_up(self) -> None:
        """Reload where something changed that was not shown yet."""
        if self._built and self._stale:
            self._stale = False
            self._reload()

    def _create(self) -> None: ...

    def _arrange(self) -> None: ...

    def _connect(self) -> None: ...

    def _reload(self) -> None: ...

    def commands(self) -> Sequence[Command]:
        """What can be done on this page; asked for once, after `_connect`."""
        return ()

    def focus_first(self) -> None:
        """Put the focus where work on this page begins; called whenever the page is opened."""

    def show_thing(self, thing: object) -> None:
        """Show a person, a meeting, a table: an id of `domain.ids`, as another page or the palette asked for it."""

    def scanned(self, code: str) -> None:
        """A badge was scanned; the window sends this to the Desk."""

    def on_change(self, change: ChangeSet) -> None:
        """Reload when the commit touches this page; a hidden page waits until it is shown."""
        if self.touched_by and not change.touches(*self.touched_by):
            return
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def refresh(self) -> None:
        """Read and show everything again, because the clock was moved or somebody else sits here now."""
        if self._built:
            self._stale = False
            self._reload()

    def outdate(self) -> None:
        """Read again when the page is shown next."""
        self._stale = True

    def do(
        self,
        intent: Intent[Any],
        said: Said | str = "",
        done: Callable[[Any], object] | None = None,
        over: Callable[[], object] | None = None,
    ) -> None:
        """Queue an intent. When it is saved: say `said` (a sentence, or made from the result) with Undo, call `done`.

        A refusal is said in a notice, Trouble in a dialog; `over` is called before, whatever came of it.
        """

        def arrived(result: Any) -> None:  # Any: the result of the page's own intent
            words = said(result) if callable(said) else said
            unit, undo = self.signals.unit, self.undo
            if words:
                self.notices.say(words, partial(undo, unit) if undo is not None and unit is not None else None)
            if done is not None:
                done(result)

        self.signals.submit(intent, arrived, self.refuse, owner=self, over=over)

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self.notices.say(sentence(refusal), state=State.MISSING, word=N_("not done"))
