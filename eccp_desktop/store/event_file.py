"""An open event file: one way to write, one way to read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import local
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session as OrmSession

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.ids import new_id
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.store import recorder
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.connection import SqliteError, copying_engine, reading_engine, writing_engine
from eccp_desktop.store.images import Key, write_images
from eccp_desktop.store.incarnations import Incarnation, Incarnations, incarnation_for, last_seq
from eccp_desktop.store.journal.replay import journal_images, stored_keys
from eccp_desktop.store.journal.undo_stack import UndoableUnit
from eccp_desktop.store.journal.undoing import refuse_if_others_went, write_back
from eccp_desktop.store.journal.writing import Step, write_unit
from eccp_desktop.store.lock import FileLock, Holder
from eccp_desktop.store.recorder import Image
from eccp_desktop.store.rows import ThisCopy
from eccp_desktop.store.schema import SCHEMA_VERSION, create_schema, migrate_in_place, schema_version
from eccp_desktop.store.sqlite_trouble import from_sqlite
from eccp_desktop.store.standby import Standby
from eccp_desktop.store.unit import Unit

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


@dataclass(frozen=True, slots=True)
class Written(Generic[Result]):
    """What a step answered, and what it changed; `changes` is None where it changed nothing and left no unit."""

    value: Result
    changes: ChangeSet | None


class EventFile:
    """An event file, open. Writing is for one thread at a time; reading for any."""

    def __init__(
        self, path: Path, clock: Clock, incarnations: Incarnations, actor: str = "", *, read_only: bool = False
    ) -> None:
        """Open a file for writing, or read-only where another program writes it (`holder` says who) or it is asked for.

        Raises Trouble where the file is missing, damaged, no event file, or newer than this program.
        """
        self.path = path
        self.clock = clock
        self.actor = actor
        self.holder: Holder | None = None
        self._incarnations = incarnations
        self._incarnation: Incarnation | None = None
        self._lock = FileLock(path)
        version = schema_version(path)
        if not read_only:
            since = clock.now().astimezone().strftime("%H:%M")
            self.holder = self._lock.take(Holder(incarnations.device_name, actor, since))
        self.read_only = read_only or self.holder is not None
        if version < SCHEMA_VERSION:
            if self.read_only:
                raise Trouble(
                    f"{path.name} was written by an older ECCP Desk.",
                    "Nothing in it was changed.",
                    "Open it once for writing; a backup is made before it is brought to this program's format.",
                )
            migrate_in_place(path)
        self._reading = reading_engine(path)
        self._copying = copying_engine(path)
        self._apart = local()
        self._standby = Standby(path)
        self._writing = None if self.read_only else writing_engine(path)
        if self._writing is not None:
            with self._writing.connect() as connection:
                recorder.attach(connection.connection.driver_connection)

    def write(self, step: Step, apply: Callable[[Unit], Result]) -> Written[Result]:
        """Apply an intent and its journal in one transaction; on return it is on the disk.

        Raises Refusal (nothing changed), or Trouble where the disk or the file fails (nothing changed).
        """
        with self._session() as session:
            unit = Unit(session, self.clock.now(), step.actor)
            value = apply(unit)
            session.flush()
            changed = recorder.drain(session.connection())
            changes = self._commit(session, replace(step, subject=unit.subject), changed) if changed else None
        return Written(value, changes)

    def rehearse(self, step: Step, apply: Callable[[Unit], Result]) -> Result:
        """Apply an intent, take its answer, and roll everything back: a preview that cannot differ from the deed."""
        with self._session() as session:
            value = apply(Unit(session, self.clock.now(), step.actor))
            session.flush()
        return value

    def take_back(self, unit: UndoableUnit, step: Step) -> ChangeSet:
        """Write back what was before a unit. Raises Refusal where later steps stand in the way."""
        with self._session() as session:
            expected = write_back(session.connection(), unit.id)
            changed = recorder.drain(session.connection())
            refuse_if_others_went(changed, expected)
            return self._commit(session, replace(step, subject=unit.subject, undoes=unit.id), changed)

    def read(
        self,
        query: Callable[Concatenate[Connection, Arguments], Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Run a read (`store.reads`) over one consistent state of the file: the latest that was told. Raises Trouble where the
        file fails."""
        apart: Connection | None = getattr(self._apart, "connection", None)
        if apart is not None:
            return query(apart, *args, **kwargs)
        try:
            with self._standby.connect() or self._reading.connect() as connection, connection.begin():
                return query(connection, *args, **kwargs)
        except StatementError as error:
            raise from_sqlite(error, self.path) from error

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Inside, this thread reads a copy in memory of the file as it is now. Raises Trouble where the file fails.

        While somebody reads the file itself no step can go to the disk: whoever reads for long reads apart.
        """
        if getattr(self._apart, "connection", None) is not None:
            yield
            return
        try:
            with self._copying.connect() as connection:
                self._apart.connection = connection
                yield
        except (StatementError, SqliteError) as error:
            raise from_sqlite(error, self.path) from error
        finally:
            self._apart.connection = None

    def mend(self) -> None:
        """Make the tables again from the journal, without a step of its own: the journal is the truth."""
        with self._session() as session:
            connection = session.connection()
            images = dict(journal_images(connection))
            existing = stored_keys(connection)
            gone: dict[Key, Image | None] = dict.fromkeys(existing - images.keys())
            write_images(connection, {**gone, **images}, existing)
            recorder.drain(connection)
            session.commit()

    @property
    def incarnation(self) -> Incarnation | None:
        """Under which letter this laptop writes here; None before its first step."""
        return self._incarnation

    def close(self) -> None:
        """Close the file and give its lock back."""
        self._reading.dispose()
        if self._writing is not None:
            self._writing.dispose()
        self._lock.release()

    @contextmanager
    def _session(self) -> Iterator[OrmSession]:
        """A transaction that is rolled back at the end unless it was committed."""
        if self._writing is None:
            raise self._nobody_writes_here()
        try:
            with OrmSession(self._writing, expire_on_commit=False) as session:
                session.connection()
                yield session
        except StatementError as error:
            raise from_sqlite(error, self.path) from error

    def _commit(self, session: OrmSession, step: Step, changed: list[recorder.RowChange]) -> ChangeSet:
        connection = session.connection()
        device = self._incarnation or incarnation_for(connection, self.path, self._incarnations, self.clock)
        changes = write_unit(connection, device.id, step, changed, self.clock)
        seq = last_seq(connection, device.id)
        with self._standby.during_commit():
            session.commit()
        self._incarnation = device
        self._incarnations.remember(device.id, self.path, seq)
        return changes

    def _nobody_writes_here(self) -> Trouble:
        who = f"{self.holder.device} ({self.holder.actor or 'nobody named'})" if self.holder else "this window"
        since = f" since {self.holder.since}" if self.holder and self.holder.since else ""
        return Trouble(
            f"{self.path.name} is open for writing on {who}{since}.",
            "Nothing was changed; here it can be read.",
            "Close it there first, or work with that window.",
        )


def create_event_file(path: Path) -> None:
    """Make an empty event file; the first step to write into it is the one that creates the event.

    Raises Trouble where a file of that name exists or the folder cannot be written.
    """
    if path.exists():
        raise Trouble(f"{path.name} exists already.", "It was not touched.", "Choose another name.")
    try:
        create_schema(path)
        with writing_engine(path).begin() as connection:
            connection.execute(insert(ThisCopy).values(id=1, event_id=new_id()))
    except (StatementError, SqliteError, OSError) as error:
        path.unlink(missing_ok=True)
        raise from_sqlite(error, path) from error


def event_id(connection: Connection) -> str:
    """The identity of the event, the same in every copy of its file."""
    return connection.execute(select(ThisCopy.event_id)).scalar_one()
