"""Records that may be one are found with the reason, and those that are not are left alone."""

from dataclasses import replace
from pathlib import Path
from time import thread_time

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.duplicates import Sign, organisation_pairs, people_pairs
from eccp_desktop.desk.importing import import_files
from eccp_desktop.store.reads.duplicates import Record, person_records
from tests.event_day import event_desk
from tests.exchange.files import SAMPLES, needs_samples

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


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        (Record("b", "Rossi, Anna", "Smart Grid Hub", ""), True),
        (Record("b", "Anna Rossi", "SmartGrid Hub", "IT"), True),
        (Record("b", "Anna Rossi", "", "IT"), True),
        (Record("b", "Anna Rossi", "Elsewhere", "IT", "anna@elsewhere.example"), False),
        (Record("b", "Anna Rossi", "Elsewhere", "US"), False),
        (Record("b", "Anna Rossi", "Elsewhere", "US", phone="0543 123456"), True),
        (Record("b", "A. Rossi", "Elsewhere", "", "anna.rossi@hub.example"), True),
        (Record("b", "Front desk", "Smart Grid Hub", "IT", "anna.rossi@hub.example"), False),
    ],
)
def test_a_pair_is_likely_by_what_speaks_for_it_besides_the_name(other: Record, likely: bool) -> None:
    (pair,) = people_pairs((ANNA, other))
    assert pair.likely is likely


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        (Record("a", "Bio Hub", "", "IT"), Record("b", "Bio-Hub", "", "IT"), True),
        (Record("a", "Bio Hub", "", "IT"), Record("b", "Bio Hub", "", "SI"), False),
        (Record("a", "Bio Hub", "", "IT", town="Forlì"), Record("b", "Bio Hub", "", "IT", town="Torino"), False),
        (
            Record("a", "Bio Hub", "", "IT", website="a.example"),
            Record("b", "Bio Hub", "", "IT", website="b.example"),
            False,
        ),
        (Record("a", "Bio Hubb", "", "IT", town="Forlì"), Record("b", "Bio Hub", "", "IT", town="Forli"), True),
    ],
)
def test_an_organisation_is_likely_the_same_where_town_and_website_do_not_speak_against_it(
    one: Record, other: Record, likely: bool
) -> None:
    (pair,) = organisation_pairs((one, other))
    assert pair.likely is likely


def test_what_differs_by_a_number_only_is_not_taken_for_the_same() -> None:
    assert not organisation_pairs(
        (Record("a", "Rail Hub Forlì 4", "", "IT"), Record("b", "Rail Hub Forlì 22", "", "IT"))
    )


def test_likely_ones_come_first_and_of_many_that_are_alike_each_is_asked_about_once() -> None:
    alike = [Record(str(at), "Anna Rossi", "Smart Grid Hub", "IT") for at in range(6)]
    pairs = people_pairs((Record("far", "Anna Rossi", "Elsewhere", "US"), *alike))
    assert [pair.likely for pair in pairs] == [True] * 5 + [False]
    assert len({pair.other.id for pair in pairs}) == 6
    kept = {pair.kept.id for pair in pairs if pair.likely}
    assert kept == {"0"}


def test_namesakes_are_found_however_common_their_names_are() -> None:
    crowd = [Record(f"{at}", f"Anna Family{at}", f"Hub {at}", "IT") for at in range(40)]
    crowd += [Record(f"r{at}", f"Given{at} Rossi", f"Net {at}", "IT") for at in range(40)]
    assert [pair.key for pair in people_pairs((*crowd, ANNA, replace(ANNA, id="b")))] == ["a/b"]


@needs_samples
def test_who_stands_twice_in_the_large_sample_is_likely_and_namesakes_are_not(tmp_path: Path, clock: HeldClock) -> None:
    desk = event_desk(tmp_path, clock)
    import_files(desk, [SAMPLES / "large" / "people.xlsx"])
    pairs = people_pairs(desk.read(person_records))
    desk.close()
    assert sorted(pair.kept.name for pair in pairs if pair.likely) == ["João Vaz", "Jürgen Weiß"]
    assert len(pairs) > 20


def test_two_thousand_records_are_compared_while_one_waits() -> None:
    people = [Record(str(at), f"Person{at % 700} Family{at % 450}", f"Hub {at % 300}", "IT") for at in range(2000)]
    began = thread_time()
    people_pairs(people)
    assert thread_time() - began < 5
