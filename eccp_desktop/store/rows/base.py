"""What all rows share: text ids made by the program, STRICT tables, and one spelling of types."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from eccp_desktop.base.ids import new_id
from eccp_desktop.store.column_types import Day, Flag, Instant, LocalTime, Words

Planned = Annotated[datetime, mapped_column(LocalTime)]
"""Naive wall time at the venue, to the minute."""

Happened = Annotated[datetime, mapped_column(Instant)]
"""Aware instant."""

STRICT: dict[str, Any] = {"sqlite_strict": True}  # Any: SQLAlchemy's own type of table options


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """A row of the event file. Rows never leave the store and the intents: views get frozen values."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Words,
        bool: Flag,
        date: Day,
    }  # Any: as SQLAlchemy declares it


class Journaled(Base, kw_only=True):
    """A row whose every change is recorded in the journal."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True, default_factory=new_id)


class Membership(Journaled, kw_only=True):
    """A row that says that something belongs to something: made twice, on two laptops, it is one and the same row.

    Its id is spelt from the columns in `named_by`.
    """

    __abstract__ = True

    named_by: ClassVar[tuple[str, ...]]

    id: Mapped[str] = mapped_column(primary_key=True, init=False, default="")

    def __post_init__(self) -> None:
        self.id = "/".join(str(getattr(self, name)) for name in self.named_by)


def owned_by(column: str) -> Any:  # Any: what mapped_column takes as its positional arguments
    """A foreign key whose row goes when its owner goes."""
    return ForeignKey(column, ondelete="CASCADE")


def refers_to(column: str) -> Any:  # Any: as above
    """A foreign key that is emptied when the row it names goes."""
    return ForeignKey(column, ondelete="SET NULL")
