"""Whether a text leaves no doubt about who is meant."""

from dataclasses import replace

import pytest

from eccp_desktop.desk.search import PeopleIndex
from tests.desk.test_search import HALL, person

PLUS = (
    person("Bauer", "Thomas", "Photonik Cluster Thüringen", "DE"),
    person("Thomas", "Peter", "Nordic Wind", "DK"),
    person("Montefusco", "Chiara", "Parma Food Valley"),
    person("Parma", "Luca", "Seed Valley", "NL"),
    person("Akron", "Joe", "Timber Valley Torino", "US"),
)


def meant(text: str) -> str | None:
    return PeopleIndex((*HALL, *PLUS)).certain(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("muell", "Müller/Jürgen"),
        ("monte", "Montefusco/Chiara"),
        ("cruz", "de la Cruz/María José"),
        ("papado", "Παπαδόπουλος/Νίκος"),
        ("parma", "Parma/Luca"),  # and not whose organisation is called so
        ("rossini", "Rossini/Marco"),
        ("rossi", "Rossi/Anna"),  # the whole name of one alone, though others go on after it
        ("anna rossi", "Rossi/Anna"),
        ("rossi anna", "Rossi/Anna"),
        ("emily akron", "Ross/Emily"),
    ],
)
def test_one_who_alone_is_called_so_is_certain(text: str, who: str) -> None:
    assert meant(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "m",  # one letter
        "q",
        "ro",  # three of them
        "thomas",  # the one's given name is the other's family name
        "water alliance",  # an organisation
        "italy",
        "rosssimi",  # a slip of the pen
        "nobody at all",
        "",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert meant(text) is None


def test_who_cancelled_stands_in_nobodys_way() -> None:
    people = [replace(one, cancelled=one.given_name == "Peter") for one in PLUS]
    assert PeopleIndex(people).certain("thomas") == "Bauer/Thomas"


def test_a_badge_code_is_certain() -> None:
    assert PeopleIndex(HALL).certain(HALL[3].code.lower()) == HALL[3].id
