"""The running program without a screen: one writer thread, undo, and the news of every change."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Concatenate, ParamSpec, TypeVar

from eccp_desktop.actions.intent import Intent, name_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.event_file import EventFile
from eccp_desktop.store.journal.undo_stack import UndoableUnit, next_redo, next_undo
from eccp_desktop.store.journal.writing import Step
from eccp_desktop.store.reads import Reading

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")
Listener = Callable[[ChangeSet], None]


class Desk:
    """Does what users ask, one thing after the other, and tells every listener what changed.

    Listeners are called on the writer thread, once per committed step.
    """

    def __init__(self, file: EventFile) -> None:
        self.file = file
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._listeners: list[Listener] = []

    def do(self, intent: Intent[Result]) -> Result:
        """Apply an intent and wait until it is on the disk; answers what the intent answered.

        Raises Refusal or Trouble; then nothing was changed.
        """
        return self.submit(intent).result()

    def submit(self, intent: Intent[Result]) -> "Future[Result]":
        """Queue an intent; the future holds its answer, its Refusal or its Trouble."""
        return self._writer.submit(self._write, intent)

    def rehearse(self, intent: Intent[Result]) -> Result:
        """What an intent would answer: it is applied and rolled back. Raises as `do` does."""
        return self._writer.submit(self.file.rehearse, self._step(intent), intent.apply).result()

    def undo(self) -> UndoableUnit:
        """Take the latest step back. Raises Refusal `nothing_to_undo`, `changed_since` or `others_depend`."""
        return self.submit_undo().result()

    def redo(self) -> UndoableUnit:
        """Make the step again that was undone last. Raises Refusal `nothing_to_redo` and as `undo`."""
        return self.submit_redo().result()

    def submit_undo(self, unit: str | None = None) -> "Future[UndoableUnit]":
        """Queue an undo of the latest step; a unit's id undoes it only if it is still the latest."""
        return self._writer.submit(self._take_back, next_undo, "undo", unit)

    def submit_redo(self) -> "Future[UndoableUnit]":
        """Queue a redo."""
        return self._writer.submit(self._take_back, next_redo, "redo", None)

    def read(
        self,
        query: Callable[Concatenate[Reading, Arguments], Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Run a read of `store.reads` over one consistent state of the file, on the thread that asks."""
        return self.file.read(query, *args, **kwargs)

    def apart(self) -> AbstractContextManager[None]:
        """Inside, this thread reads a copy of the file as it is now, so that a long read keeps nobody waiting."""
        return self.file.apart()

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of every committed step from now on."""
        self._listeners.append(listener)

    def ignore(self, listener: Listener) -> None:
        """Tell `listener` no more."""
        self._listeners.remove(listener)

    def close(self) -> None:
        """Finish what is queued and close the file."""
        self._writer.shutdown(wait=True)
        self.file.close()

    def _write(self, intent: Intent[Result]) -> Result:
        written = self.file.write(self._step(intent), intent.apply)
        self._tell(written.changes)
        return written.value

    def _take_back(
        self, choose: Callable[[Reading], UndoableUnit | None], action: str, only: str | None
    ) -> UndoableUnit:
        unit = self.file.read(choose)
        if unit is None:
            raise Refusal(f"nothing_to_{action}")
        if only is not None and unit.id != only:
            raise Refusal("undo_later_first", title=unit.title, subject=unit.subject)
        self._tell(self.file.take_back(unit, Step(self.file.actor, action, unit.title)))
        return unit

    def _tell(self, changes: ChangeSet | None) -> None:
        if changes is not None:
            for listener in tuple(self._listeners):
                listener(changes)

    def _step(self, intent: Intent[object]) -> Step:
        return Step(self.file.actor, name_of(type(intent)), intent.title)
