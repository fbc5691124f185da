"""The journal's own tables and what this copy of the file knows of itself. None of them is journaled."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from eccp_desktop.store.rows.base import STRICT, Base, Happened


class Device(Base, kw_only=True):
    """An installation that wrote into this event, one row per incarnation."""

    __tablename__ = "device"
    __table_args__ = STRICT

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    letter: Mapped[str]
    since: Mapped[Happened]


class JournalUnit(Base, kw_only=True):
    """One user-visible step. `number` is the order of arrival in this file and not part of what is signed."""

    __tablename__ = "unit"
    __table_args__ = (Index("unit_of_device", "device_id", "seq"), Index("unit_undoes", "undoes"), STRICT)

    number: Mapped[int] = mapped_column(primary_key=True, default=None)
    id: Mapped[str] = mapped_column(unique=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("device.id"))
    seq: Mapped[int]
    clock: Mapped[int]
    """Hybrid logical clock: milliseconds since 1970 times 65,536 plus a counter."""
    actor: Mapped[str]
    action: Mapped[str]
    """Name of the intent."""
    title: Mapped[str]
    subject: Mapped[str | None] = mapped_column(default=None)
    """`table:row` of what the step is about; its name is looked up when shown, so that erasing it erases it here too."""
    undoes: Mapped[str | None] = mapped_column(default=None)
    previous: Mapped[str]
    """Hash of the device's unit before; empty for its first."""
    hash: Mapped[str]


class Change(Base, kw_only=True):
    """A field of a row that a unit set. `value` and `salt` are empty where they were erased; the commitment stays."""

    __tablename__ = "change"
    __table_args__ = (Index("change_of_row", "row_id", "field"), STRICT)

    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    row_id: Mapped[str]
    field: Mapped[str]
    saw: Mapped[str | None]
    """The changes of this field that the writer knew: `unit/position`, separated by spaces."""
    value: Mapped[str | None]
    """JSON of the value."""
    salt: Mapped[str | None]
    commitment: Mapped[str]


class ThisCopy(Base, kw_only=True):
    """What this copy of the file knows of itself: one row."""

    __tablename__ = "this_copy"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str]
    device_id: Mapped[str | None] = mapped_column(default=None)
    """The incarnation that wrote last; empty in a restored backup."""


__all__ = ["Change", "Device", "JournalUnit", "ThisCopy"]
