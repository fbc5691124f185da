"""Rows of a list of participants."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.incoming import IncomingPerson
from eccp_desktop.domain.names import split_name
from eccp_desktop.domain.vocabulary import ParticipantState
from eccp_desktop.exchange.cell_words import language_code, participant_state, yes_or_no
from eccp_desktop.exchange.cells import address_of, values_of
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.organisation_rows import read_organisation
from eccp_desktop.exchange.row_reader import RowReader
from eccp_desktop.exchange.stay_rows import read_consent, read_stay


def read_person(row: RowReader, sides: SideCountries, days: Sequence[date], zone: ZoneInfo) -> IncomingPerson:
    """The participant of a row. Raises RowRefused where it names nobody; whatever else is wrong is a warning."""
    given, family = _name(row)
    email = _email(row)
    languages = _languages(row)
    stay = read_stay(row, days, zone)
    consent = read_consent(row, zone)
    return IncomingPerson(
        row=row.row.number,
        given_name=given,
        family_name=family,
        email=email,
        phone=row.line(Field.PHONE),
        job_title=row.line(Field.JOB_TITLE),
        code=row.line(Field.BADGE_CODE),
        name_on_badge=row.line(Field.BADGE_NAME),
        organisation=read_organisation(row, sides),
        state=_state(row),
        languages=languages,
        interpreter_needed=_interpreter(row, languages),
        interprets=_interprets(row, languages),
        notes=row.text(Field.NOTES),
        outside_reference=row.line(Field.REFERENCE),
        arrival=stay.arrival,
        departure=stay.departure,
        consented=consent.given,
        consent_at=consent.at,
        consent_version=consent.version,
    )


def _name(row: RowReader) -> tuple[str, str]:
    given = _joined(row, Field.GIVEN_NAME, Field.MIDDLE_NAME)
    family = _joined(row, Field.FAMILY_PREFIX, Field.FAMILY_NAME)
    full = row.line(Field.FULL_NAME)
    if given and family:
        return given, family
    if full is not None:
        return _completed(full, given, family)
    if given or family:
        return given, family
    column = next((one for one in (Field.FAMILY_NAME, Field.FULL_NAME) if row.has(one)), Field.GIVEN_NAME)
    raise row.refused(column, "The row has no name.")


def _joined(row: RowReader, *columns: Field) -> str:
    return " ".join(text for column in columns if (text := row.line(column)))


def _completed(full: str, given: str, family: str) -> tuple[str, str]:
    """The parts of a full name of which one part may be known."""
    if given and full.startswith(f"{given} "):
        return given, full.removeprefix(given).strip()
    if family and full.endswith(f" {family}"):
        return full.removesuffix(family).strip(), family
    return split_name(full)


def _email(row: RowReader) -> str | None:
    text = row.line(Field.EMAIL)
    if text is None:
        return None
    addresses = [address for part in values_of(text.replace(",", ";")) if (address := address_of(part)) is not None]
    if not addresses:
        row.warn(Field.EMAIL, "This is not an e-mail address; the person comes in without one.")
        return None
    if len(addresses) > 1:
        row.warn(Field.EMAIL, f"There are several addresses; the first, {addresses[0]}, is taken.")
    return addresses[0]


def _state(row: RowReader) -> ParticipantState | None:
    text = row.line(Field.STATUS)
    if text is None:
        return None
    state = participant_state(text)
    if state is None:
        row.warn(Field.STATUS, "This status is not known; the person is taken as registered.")
    return state


def _languages(row: RowReader) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for name in values_of(row.raw(Field.LANGUAGES).replace(",", ";").replace("/", ";")):
        code = language_code(name)
        if code is None:
            row.warn(Field.LANGUAGES, f"{name} is not known as a language and left out.")
        else:
            codes[code] = None
    return tuple(codes)


def _interpreter(row: RowReader, languages: tuple[str, ...]) -> str | None:
    text = row.line(Field.INTERPRETER)
    if text is None or yes_or_no(text) is False:
        return None
    if yes_or_no(text):
        language = next((code for code in languages if code != "en"), None)
        if language is None:
            row.warn(Field.INTERPRETER, "An interpreter is needed, and the row does not say for which language.")
        return language
    code = language_code(text)
    if code is None:
        row.warn(Field.INTERPRETER, "This is not known as a language and left out.")
    return code


def _interprets(row: RowReader, languages: tuple[str, ...]) -> bool | None:
    text = row.line(Field.INTERPRETS)
    said = None if text is None else yes_or_no(text)
    if text is not None and said is None:
        row.warn(Field.INTERPRETS, "This is neither yes nor no and left out.")
    if said and len(languages) < 2:
        row.warn(Field.INTERPRETS, "Two languages are needed to interpret between, and the row does not name them.")
        return None
    return said
