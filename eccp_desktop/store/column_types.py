"""How values lie in STRICT columns: flags as 0 and 1, planned times as local wall time, happened times as UTC."""

from datetime import UTC, date, datetime
from functools import lru_cache

from sqlalchemy import Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from eccp_desktop.domain.refusals import Refusal

_MINUTES = "%Y-%m-%d %H:%M"
_moment = lru_cache(maxsize=4096)(
    datetime.fromisoformat
)  # an event has few planned times, and every view reads them all


class Words(TypeDecorator[str]):
    """Text. NUL is refused: SQLite's row images would cut the text there and the journal would lie."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is not None and "\0" in value:
            raise Refusal("nul_in_text", text=value.replace("\0", "␀"))
        return None if value is None else str(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class LocalTime(TypeDecorator[datetime]):
    """A planned time: naive wall time at the venue, to the minute, as `2016-04-25 09:20`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.strftime(_MINUTES)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _moment(value)


class Day(TypeDecorator[date]):
    """A day at the venue, as `2016-04-25`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Instant(TypeDecorator[datetime]):
    """Something that happened: an aware instant, kept in UTC with the offset as seen, as `2016-04-25T09:12:03.120+02:00`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
        return aware.isoformat(timespec="milliseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
