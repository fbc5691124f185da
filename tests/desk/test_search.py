"""Somebody at the desk types what they heard; the right person has to stand first."""

from datetime import datetime
from random import Random
from time import thread_time

import pytest

from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.documents.alphabet import alphabet_key
from eccp_desktop.domain.codes import new_code
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson


def person(
    family_name: str,
    given_name: str = "Anna",
    organisation: str = "Smart Grid Hub Forlì",
    country: str = "IT",
    presence: Presence = Presence.EXPECTED,
    code: str = "",
    name_on_badge: str = "",
) -> DeskPerson:
    return DeskPerson(
        id=ParticipantId(f"{family_name}/{given_name}"),
        code=code or new_code(),
        given_name=given_name,
        family_name=family_name,
        name_on_badge=name_on_badge,
        organisation_id=None,
        organisation=organisation,
        country=country,
        side="US" if country == "US" else "EU",
        presence=presence,
        since=datetime(2016, 4, 25, 9, 12) if presence is not Presence.EXPECTED else None,
        late_until=None,
        box="C",
        box_position=14,
        cancelled=False,
    )


HALL = (
    person("Rossi"),
    person("Rossini", "Marco", "Timber Valley Torino"),
    person("Ross", "Emily", "Battery Cluster Akron", "US"),
    person("Müller", "Jürgen", "Photonik Cluster Thüringen", "DE"),
    person("Παπαδόπουλος", "Νίκος", "Aegean Food Cluster", "GR"),
    person("de la Cruz", "María José", "Clúster Marítimo", "ES"),
    person("O'Neill", "Liam", "Water Alliance Akron", "US"),
    person("Щукин", "Юлия", "Baltic Wood", "LT"),
    person("Sørensen", "Åse", "Nordic Wind", "DK"),
    person("van der Berg", "Pieter", "Seed Valley", "NL"),
)


def first(text: str, people: tuple[DeskPerson, ...] = HALL) -> str:
    found = PeopleIndex(people).search(text)
    return found[0].family_name if found else ""


@pytest.mark.parametrize(
    ("typed", "family_name"),
    [
        ("papadopoulos", "Παπαδόπουλος"),
        ("papadopulos", "Παπαδόπουλος"),
        ("nikos", "Παπαδόπουλος"),
        ("παπαδ", "Παπαδόπουλος"),
        ("mueller", "Müller"),
        ("muller", "Müller"),
        ("MÜLLER", "Müller"),
        ("jurgen mul", "Müller"),
        ("cruz", "de la Cruz"),
        ("delacruz", "de la Cruz"),
        ("cruz maria", "de la Cruz"),
        ("oneill", "O'Neill"),
        ("o’neill", "O'Neill"),
        ("shchukin", "Щукин"),
        ("julia", "Щукин"),
        ("sorensen", "Sørensen"),
        ("soerensen", "Sørensen"),
        ("rossi anna", "Rossi"),
        ("anna rossi", "Rossi"),
        ("berg", "van der Berg"),
        ("thuringen", "Müller"),
        ("greece", "Παπαδόπουλος"),
        ("netherlands", "van der Berg"),
        ("mulelr", "Müller"),
        ("papadoulos", "Παπαδόπουλος"),
    ],
)
def test_finds_somebody_however_it_is_typed(typed: str, family_name: str) -> None:
    assert first(typed) == family_name


def test_the_exact_name_stands_before_longer_ones() -> None:
    found = [hit.family_name for hit in PeopleIndex(HALL).search("ross")]
    assert found[:3] == ["Ross", "Rossi", "Rossini"]


def test_among_equal_fits_those_who_are_not_here_yet_come_first() -> None:
    people = (person("Rossi", "Ada", presence=Presence.HERE), person("Rossi", "Zoe"))
    assert [hit.given_name for hit in PeopleIndex(people).search("rossi")] == ["Zoe", "Ada"]


def test_letters_that_are_no_name_find_nobody() -> None:
    assert PeopleIndex(HALL).search("zzz") == ()


def test_every_word_has_to_fit() -> None:
    assert PeopleIndex(HALL).search("muller akron") == ()


def test_a_country_and_a_name_narrow_together() -> None:
    assert [hit.family_name for hit in PeopleIndex(HALL).search("us ross")] == ["Ross"]


def test_a_code_finds_its_owner_alone_in_either_case() -> None:
    code = new_code()
    people = (*HALL, person("Kim", code=code))
    found = PeopleIndex(people).search(f" {code[:3].lower()} {code[3:].lower()}")
    assert [hit.family_name for hit in found] == ["Kim"]


def test_the_start_of_a_code_finds_its_owner() -> None:
    assert "Kim" in [hit.family_name for hit in PeopleIndex((*HALL, person("Kim", code="K7Q2M4"))).search("k7q2")]


def test_the_name_on_the_badge_is_found_too() -> None:
    assert first("Beppe", (*HALL, person("Bianchi", "Giuseppe", name_on_badge="Beppe Bianchi"))) == "Bianchi"


def test_nothing_typed_shows_everybody_by_name() -> None:
    names = [hit.family_name for hit in PeopleIndex(HALL[:3]).search("  ")]
    assert names == ["Ross", "Rossi", "Rossini"]


def test_the_list_stands_in_the_order_of_the_boxes() -> None:
    hard = ("Dąbrowicz", "D'Agostini", "D’Amico", "Dahl", "Ökten", "Oktay", "Rossi Bianchi", "Rossi-Conti", "7 Seas")
    people = (*HALL, *(person(name) for name in hard), person("Rossi", organisation="Alpha"), person("Rossi", "Zoe"))

    listed = PeopleIndex(people).people

    assert list(listed) == sorted(listed, key=lambda one: (alphabet_key(one.list_name), one.organisation))
    assert [one.family_name for one in listed if one.family_name.startswith("D")] == [
        "Dąbrowicz",
        "D'Agostini",
        "Dahl",
        "D’Amico",
    ]


def test_look_alikes_share_a_family_name_or_nearly_a_whole_one() -> None:
    anna, marco, hanna, other = (
        person("Rossi"),
        person("Rossi", "Marco"),
        person("Rosi", "Hanna"),
        person("Ross", "Jim"),
    )
    found = PeopleIndex((anna, marco, hanna, other)).look_alikes(anna)
    assert set(found) == {marco, hanna}


def test_a_change_of_presence_is_taken_in() -> None:
    index = PeopleIndex(HALL)
    index.refresh([person("Rossi", presence=Presence.HERE, code=HALL[0].code)])
    assert index.search("rossi anna")[0].presence is Presence.HERE


def test_a_new_person_is_found_and_one_who_is_gone_is_not() -> None:
    index = PeopleIndex(HALL)
    index.refresh([person("Zielinski", "Jan")], gone=[HALL[0].id])
    assert index.search("zielinski")[0].given_name == "Jan"
    assert all(hit.family_name != "Rossi" for hit in index.search("rossi"))


@pytest.mark.parametrize(("people", "milliseconds"), [(450, 50), (2_000, 100)])
def test_a_key_is_answered_in_time(people: int, milliseconds: int) -> None:
    random = Random(1)
    syllables = ["ma", "ri", "no", "ber", "ka", "lo", "sen", "va", "schmi", "gre", "pa", "dou", "los", "ny", "ki"]

    def word(length: int) -> str:
        return "".join(random.choice(syllables) for _ in range(length)).capitalize()

    index = PeopleIndex(
        person(f"{word(3)}{at}", word(2), f"{word(3)} {word(2)} Cluster {word(2)}", random.choice(("DE", "US", "GR")))
        for at in range(people)
    )
    typed = ["s", "sc", "sch", "schm", "schmi", "schmi ka", "cluster", "papadopoulos", "united states"]
    index.search("warm")
    taken = []
    for text in typed:
        began = thread_time()
        index.search(text)
        taken.append((thread_time() - began) * 1000)
    assert sorted(taken)[len(taken) // 2] <= milliseconds
