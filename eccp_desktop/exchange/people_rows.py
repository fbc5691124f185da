"""Rows of a list of participants."""

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.incoming import IncomingOrganisation, IncomingPerson
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.names import split_name
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState
from eccp_desktop.exchange.cell_words import language_code, organisation_kind, participant_state, yes_or_no
from eccp_desktop.exchange.cells import address_of, values_of
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.country_names import country_code
from eccp_desktop.exchange.row_reader import RowReader
from eccp_desktop.exchange.vocabularies import sector_names


def read_person(row: RowReader, sides: SideCountries) -> IncomingPerson:
    """The participant of a row. Raises RowRefused where it names nobody; whatever else is wrong is a warning."""
    given, family = _name(row)
    email = _email(row)
    languages = _languages(row)
    return IncomingPerson(
        row=row.row.number,
        given_name=given,
        family_name=family,
        email=email,
        phone=row.line(Field.PHONE),
        job_title=row.line(Field.JOB_TITLE),
        code=row.line(Field.BADGE_CODE),
        name_on_badge=row.line(Field.BADGE_NAME),
        organisation=_organisation(row, sides),
        state=_state(row),
        languages=languages,
        interpreter_needed=_interpreter(row, languages),
        notes=row.text(Field.NOTES),
        outside_reference=row.line(Field.REFERENCE),
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


def _organisation(row: RowReader, sides: SideCountries) -> IncomingOrganisation | None:
    name = row.line(Field.ORGANISATION)
    if name is None:
        if row.line(Field.COUNTRY):
            row.warn(Field.ORGANISATION, "The row names no organisation, so that country and side have no place.")
        return None
    country = _country(row)
    return IncomingOrganisation(
        name=name,
        kind=_kind(row),
        side=_side(row, sides, country),
        country=country,
        region=row.line(Field.REGION),
        city=row.line(Field.CITY),
        website=row.line(Field.WEBSITE),
        profile_link=row.line(Field.PROFILE_LINK),
        description=row.text(Field.DESCRIPTION),
        offers=row.text(Field.OFFERS),
        seeks=row.text(Field.SEEKS),
        founded=_whole(row, Field.FOUNDED),
        members_sme=_whole(row, Field.MEMBERS_SME),
        members_large=_whole(row, Field.MEMBERS_LARGE),
        members_research=_whole(row, Field.MEMBERS_RESEARCH),
        sectors=tuple(sector_names().get(plain(sector), sector) for sector in values_of(row.raw(Field.SECTORS))),
        target_countries=_target_countries(row),
        programmes=values_of(row.raw(Field.PROGRAMMES)),
    )


def _country(row: RowReader) -> str | None:
    text = row.line(Field.COUNTRY)
    if text is None:
        return None
    code = country_code(text)
    if code is None:
        row.warn(Field.COUNTRY, "This country is not known; the organisation comes in without one.")
    return code


def _side(row: RowReader, sides: SideCountries, country: str | None) -> str | None:
    side = sides.named_in(row.line(Field.SIDE) or "") or sides.of_country(country)
    if side is None and sides.names:
        column = Field.SIDE if row.line(Field.SIDE) else Field.COUNTRY
        said = (
            f"This belongs to neither {' nor '.join(sides.names)}" if row.line(column) else "The row names no country"
        )
        row.warn(column, f"{said}: set the side by hand.")
    return side


def _kind(row: RowReader) -> OrganisationKind | None:
    text = row.line(Field.ORGANISATION_KIND)
    if text is None:
        return None
    kind = organisation_kind(text)
    if kind is None:
        row.warn(Field.ORGANISATION_KIND, "This kind of organisation is not known and left out.")
    return kind


def _target_countries(row: RowReader) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for name in values_of(row.raw(Field.TARGET_COUNTRIES)):
        whole = country_code(name)
        parts = [name] if whole else [part.strip() for part in name.split(",") if part.strip()]
        for part in parts:
            code = country_code(part)
            if code is None:
                row.warn(Field.TARGET_COUNTRIES, f"{part} is not known as a country and left out.")
            else:
                codes[code] = None
    return tuple(codes)


def _whole(row: RowReader, column: Field) -> int | None:
    text = row.line(column)
    if text is None:
        return None
    digits = "".join(character for character in text if character.isdigit())
    if not digits or len(digits) > 9 or any(character.isalpha() for character in text):
        row.warn(column, "This is not a number and left out.")
        return None
    return int(digits)
