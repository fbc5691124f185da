"""The organisation of a walk-in, as one types it."""

from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.store.reads.desk_list import DeskOrganisation

SIDES = SideCountries(("EU", "US"), {}, {"IT": "EU", "NO": "EU"}, rest="US")


def organisation(name: str, country: str, side: str) -> DeskOrganisation:
    return DeskOrganisation(OrganisationId(name), name, country, side)


INDEX = OrganisationIndex(
    (
        organisation("Smart Grid Hub Forlì", "IT", "EU"),
        organisation("Clúster Marítimo", "ES", "EU"),
        organisation("Grid Alliance Akron", "US", "US"),
        organisation("Nordic Wind", "NO", "US"),
    ),
    SIDES,
)


def test_words_are_completed_in_any_order_and_spelling() -> None:
    assert [one.name for one in INDEX.complete("forli smart")] == ["Smart Grid Hub Forlì"]
    assert [one.name for one in INDEX.complete("maritimo")] == ["Clúster Marítimo"]
    assert INDEX.complete("  ") == ()


def test_names_that_begin_with_the_text_come_first() -> None:
    assert [one.name for one in INDEX.complete("grid")] == ["Grid Alliance Akron", "Smart Grid Hub Forlì"]


def test_a_name_is_known_again_without_accents() -> None:
    found = INDEX.exactly("smart grid hub forli")
    assert found is not None
    assert found.country == "IT"
    assert INDEX.exactly("Smart Grid") is None


def test_a_countrys_side_is_that_of_its_organisations_or_else_that_of_an_import() -> None:
    assert INDEX.side_of("NO") == "US"
    assert INDEX.side_of("IT") == "EU"
    assert INDEX.side_of("BR") == "US"
    assert INDEX.side_of("") == ""
