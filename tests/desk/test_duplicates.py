"""Records that may be one are found with the reason, and those that are not are left alone."""

from dataclasses import replace
from time import perf_counter

import pytest

from eccp_desktop.desk.duplicates import Sign, organisation_pairs, people_pairs
from eccp_desktop.store.reads.duplicates import Record

ANNA = Record("a", "Anna Rossi", "Smart Grid Hub", "IT", "anna.rossi@hub.example", "+39 0543 123456")


def signs(one: Record, other: Record) -> tuple[Sign, ...]:
    found = people_pairs((one, other))
    return found[0].signs if found else ()


@pytest.mark.parametrize(
    ("other", "sign"),
    [
        (Record("b", "Rossi Anna", "", "IT"), Sign.ORDER),
        (Record("b", "anna rossi", "", ""), Sign.NAME),
        (Record("b", "Ana Rosi", "", ""), Sign.ORDER),
        (Record("b", "A. Rossi", "", "", "Anna.Rossi@hub.example"), Sign.EMAIL),
        (Record("b", "Anne Rossi", "Smart Grid Hub", "IT"), Sign.SIMILAR),
        (Record("b", "Anne Rossi", "Elsewhere", "IT", phone="0039 0543 12 34 56"), Sign.PHONE),
    ],
)
def test_what_two_records_have_in_common_is_said(other: Record, sign: Sign) -> None:
    assert sign in signs(ANNA, other)


def test_scripts_and_umlauts_make_no_difference() -> None:
    assert signs(Record("a", "Νίκος Παπαδόπουλος", "", "GR"), Record("b", "Nikos Papadopoulos", "", "GR"))
    assert signs(Record("a", "Jürgen Müller", "", "DE"), Record("b", "Mueller Juergen", "", "DE"))


def test_colleagues_and_namesakes_by_family_are_two_people() -> None:
    assert not signs(ANNA, Record("b", "Marco Rossi", "Smart Grid Hub", "IT"))
    assert not signs(ANNA, Record("b", "Anne Rossi", "Elsewhere", "US"))
    assert not signs(replace(ANNA, email="", phone=""), Record("b", "Marco Bianchi", "", "IT"))


def test_the_record_on_which_more_hangs_is_kept_and_a_pair_once_denied_stays_away() -> None:
    other = replace(ANNA, id="b", weight=(1,))
    (pair,) = people_pairs((replace(ANNA, weight=(0,)), other))
    assert pair.kept.id == "b"
    assert people_pairs((ANNA, other), {pair.key}) == ()


def test_organisations_are_known_by_name_and_website() -> None:
    one = Record("a", "Smart Grid Hub Forlì", "Forlì", "IT", website="https://www.sgh.example/en")
    assert organisation_pairs((one, Record("b", "SmartGrid Hub Forli", "", "")))[0].signs == (Sign.ORDER,)
    assert Sign.WEBSITE in organisation_pairs((one, Record("b", "SGH", "", "", website="sgh.example")))[0].signs
    assert not organisation_pairs((one, Record("b", "Smart Grid Hub Torino", "Torino", "IT")))


def test_two_thousand_records_are_compared_while_one_waits() -> None:
    people = [Record(str(at), f"Person{at % 700} Family{at % 450}", f"Hub {at % 300}", "IT") for at in range(2000)]
    began = perf_counter()
    people_pairs(people)
    assert perf_counter() - began < 5
