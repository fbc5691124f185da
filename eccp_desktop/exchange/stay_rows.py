"""When the person of a row arrives and leaves, and whether they consented to what is done with their data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from eccp_desktop.domain.matching import plain
from eccp_desktop.exchange.cell_words import agrees, yes_or_no
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.moments import DayAndTime, day_and_time, instant_of
from eccp_desktop.exchange.row_reader import RowReader


@dataclass(frozen=True, slots=True)
class Stay:
    """Naive wall times at the venue."""

    arrival: datetime | None
    departure: datetime | None


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether it was given, when (aware, UTC) and to which text, as far as the row says."""

    given: bool | None
    at: datetime | None
    version: str | None


def read_stay(row: RowReader, days: Sequence[date], zone: ZoneInfo) -> Stay:
    """Arrival and departure; what cannot be read, or lies after the event or the other way round, is left out with a warning."""
    comes = _moment(row, Field.ARRIVAL, Field.ARRIVAL_TIME, days, zone)
    goes = _moment(row, Field.DEPARTURE, Field.DEPARTURE_TIME, days, zone)
    arrival = comes.arrival(days) if comes is not None else None
    departure = goes.departure(days) if goes is not None else None
    if arrival is not None and days and arrival.date() > max(days):
        row.warn(_column(row, Field.ARRIVAL), "This is after the last day of the event, and left out.")
        arrival = None
    if departure is not None and days and departure.date() < min(days):
        row.warn(_column(row, Field.DEPARTURE), "This is before the first day of the event, and left out.")
        departure = None
    if arrival is not None and departure is not None and departure <= arrival:
        row.warn(_column(row, Field.DEPARTURE), "The departure is not after the arrival, and left out.")
        departure = None
    return Stay(arrival, departure)


def read_consent(row: RowReader, zone: ZoneInfo) -> Consent:
    """Consent by a tick, a date, or both; words that say neither are a warning and no consent."""
    text, version, at = row.line(Field.CONSENT), row.line(Field.CONSENT_VERSION), row.line(Field.CONSENT_AT)
    moment = instant_of(at, zone) if at else None
    if at and moment is None:
        row.warn(Field.CONSENT_AT, "This is not a date; the time of the consent is left out.")
    if text is None:
        return Consent(True if moment is not None else None, moment, version)
    given = _tick(text)
    if given is None:
        dated = instant_of(text, zone)
        if dated is None:
            row.warn(Field.CONSENT, "This says neither yes nor no; it is taken as no consent.")
            return Consent(None, None, None)
        return Consent(True, moment or dated, version)
    return Consent(given, moment if given else None, version if given else None)


def _tick(text: str) -> bool | None:
    said = yes_or_no(text)
    return agrees(text) if said is None else said


def _moment(row: RowReader, whole: Field, part: Field, days: Sequence[date], zone: ZoneInfo) -> DayAndTime | None:
    text = " ".join(cell for field in (whole, part) if (cell := row.line(field)))
    if not text or plain(text) in _NOTHING_SAID:
        return None
    found = day_and_time(text, days, zone)
    if found is None:
        row.warn(_column(row, whole), "This is neither a day nor a time of day, and left out.")
        return None
    return found


_NOTHING_SAID = frozenset({"tbd", "tbc", "tba", "no", "none", "unknown", "yes", "open"})


def _column(row: RowReader, whole: Field) -> Field:
    part = Field.ARRIVAL_TIME if whole is Field.ARRIVAL else Field.DEPARTURE_TIME
    return whole if row.has(whole) else part
