"""People and organisations are known again, and namesakes are kept apart."""

from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.matching import Addressees, KnownPeople, PersonKeys, name_key, organisation_key


def known(*people: tuple[str, str | None, str | None]) -> KnownPeople[int]:
    found: KnownPeople[int] = KnownPeople()
    for number, person in enumerate(people):
        found.add(PersonKeys.of(*person), number)
    return found


def test_names_are_compared_without_case_accents_order_and_signs() -> None:
    assert name_key("MÜLLER,  Jürgen") == name_key("Jurgen Muller")
    assert name_key("Anne-Marie O'Neil") == name_key("Anne Marie O’Neil")
    assert name_key("Ελένη") != name_key("Νίκος")


def test_a_name_of_signs_is_still_a_name() -> None:
    assert name_key("=+-") == "=+-"


def test_an_organisation_is_one_whatever_its_spaces_and_case() -> None:
    assert organisation_key(" Water  Alliance AKRON ") == organisation_key("Water Alliance Akron")
    assert organisation_key("Water Alliance Akron 1") != organisation_key("Water Alliance Akron 2")


def test_people_who_share_an_address_are_two() -> None:
    people = known(("Anna Rossi", "office@x.example", "Hub"), ("Marco Bianchi", "office@x.example", "Hub"))
    assert people.find(PersonKeys.of("Marco Bianchi", "OFFICE@x.example", "Hub")) == 1
    assert people.find(PersonKeys.of("Luca Verdi", "office@x.example", "Hub")) is None


def test_namesakes_with_other_addresses_are_two() -> None:
    people = known(("Anna Rossi", "anna@x.example", "Hub"))
    assert people.find(PersonKeys.of("Anna Rossi", "a.rossi@y.example", "Hub")) is None


def test_without_an_address_name_and_organisation_tell() -> None:
    people = known(("Anna Rossi", None, "Hub"), ("Anna Rossi", None, "Valley"))
    assert people.find(PersonKeys.of("Anna Rossi", None, "VALLEY")) == 1
    assert people.find(PersonKeys.of("Anna Rossi", None, "Network")) is None


def test_an_address_that_came_later_or_is_missing_now_makes_nobody_new() -> None:
    assert known(("Anna Rossi", None, "Hub")).find(PersonKeys.of("Anna Rossi", "anna@x.example", "Hub")) == 0
    assert known(("Anna Rossi", "anna@x.example", "Hub")).find(PersonKeys.of("Anna Rossi", None, "Hub")) == 0


def test_where_it_could_be_two_it_is_neither() -> None:
    people = known(("Anna Rossi", "anna@x.example", "Hub"), ("Anna Rossi", "rossi@x.example", "Hub"))
    assert people.find(PersonKeys.of("Anna Rossi", None, "Hub")) is None


def test_cells_name_people_by_address_code_or_name() -> None:
    people: Addressees[str] = Addressees()
    people.add("anna", emails=["office@x.example"], codes=["K7Q2M4"], names=["Anna Rossi"])
    people.add("marco", emails=["office@x.example"], codes=["B2C3D4"], names=["Marco Bianchi"])
    assert people.find("k7q2m4") == ["anna"]
    assert people.find("Rossi, Anna") == ["anna"]
    assert people.find("office@x.example") == ["anna", "marco"]
    assert people.find("Marco Bianchi <office@x.example>") == ["marco"]
    assert people.find("nobody@x.example") == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_name_is_its_own_match_in_either_order(given_name: str, family_name: str) -> None:
    assert name_key(f"{given_name} {family_name}") == name_key(f"{family_name} {given_name}")
