"""What a row of a list of participants says of the organisation."""

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.incoming import IncomingOrganisation
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.exchange.cell_words import organisation_kind
from eccp_desktop.exchange.cells import values_of
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.country_names import country_code
from eccp_desktop.exchange.row_reader import RowReader
from eccp_desktop.exchange.vocabularies import sector_names


def read_organisation(row: RowReader, sides: SideCountries) -> IncomingOrganisation | None:
    """The organisation of a row, on the side that a column names or else its country belongs to; None where none is named."""
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
