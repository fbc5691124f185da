"""The border between the desk's threads and the window's: what the desk says arrives here in the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.people_search import PeopleSearch
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.ui.sheet_watch import SheetWatch

Done = Callable[[Any], object]  # Any: what the intent returned; the caller knows its own intent
Refused = Callable[[Refusal], object]
Over = Callable[[], object]


class DeskSignals(QObject):
    """Carries commits and results over to the GUI thread; lives as long as the window."""

    changed = Signal(object)
    """A ChangeSet, once per commit."""

    troubled = Signal(object)
    """A Trouble that an intent ran into; the shell shows its dialog."""

    _settled = Signal(object)

    unit: str | None
    """While `done` is called: the unit that its step became, or None where it changed nothing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.unit = None
        self._fresh: str | None = None
        self._people: PeopleSearch | None = None
        self.changed.connect(self._note)
        self._settled.connect(self._deliver)
        desk.listen(self._tell)
        self.sheets = SheetWatch(desk, self)
        self.changed.connect(self.sheets.look)

    @property
    def people(self) -> PeopleSearch:
        """Everybody in the file, to be searched; taken in with each commit before any view hears of it."""
        if self._people is None:
            self._people = PeopleSearch(self._desk)
        return self._people

    def submit(
        self,
        intent: Intent[Any],
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QObject | None = None,
        over: Over | None = None,
    ) -> None:
        """Queue an intent; `done` gets its result, `refused` its refusal, both in the GUI thread; `over` is called before them,
        whatever came of it.

        Nothing is called once `owner` (a widget, say) was deleted.
        """
        self.deliver(self._desk.submit(intent), done, refused, owner, over)

    def deliver(
        self,
        future: "Future[Any]",  # Any: the result of any intent
        done: Done | None = None,
        refused: Refused | None = None,
        owner: QObject | None = None,
        over: Over | None = None,
    ) -> None:
        """The same for a future that somebody else queued (undo, redo)."""
        parcel = _Parcel(done, refused, owner, over)
        future.add_done_callback(lambda settled: self._post(parcel, settled))

    def _post(self, parcel: "_Parcel", future: "Future[Any]") -> None:  # Any: as above
        parcel.future = future
        if shiboken6.isValid(self):
            self._settled.emit(parcel)

    def _tell(self, change: ChangeSet) -> None:
        if shiboken6.isValid(self):
            self.changed.emit(change)

    def _note(self, change: ChangeSet) -> None:
        # The writer tells of a commit before it settles the future, so the next result is this unit's.
        self._fresh = change.unit
        if self._people is not None:
            self._people.follow(change)

    def _deliver(self, parcel: "_Parcel") -> None:
        self.unit, self._fresh = self._fresh, None
        done, refused, owner, over = parcel.open()
        if owner is not None and not shiboken6.isValid(owner):
            return
        if over is not None:
            over()
        assert parcel.future is not None
        problem = parcel.future.exception()
        if problem is None:
            if done is not None:
                done(parcel.future.result())
        elif isinstance(problem, Refusal) and refused is not None:
            refused(problem)
        elif isinstance(problem, Trouble):
            self.troubled.emit(problem)
        else:
            raise problem


class _Parcel:
    """Who waits for a result."""

    def __init__(self, done: Done | None, refused: Refused | None, owner: QObject | None, over: Over | None) -> None:
        self._content = done, refused, owner, over
        self.future: Future[Any] | None = None  # Any: as above

    def open(self) -> tuple[Done | None, Refused | None, QObject | None, Over | None]:
        """Take out who waits, once: the writer may let go of the parcel last, and must not be the one who destroys a widget."""
        content, self._content = self._content, (None, None, None, None)
        return content
