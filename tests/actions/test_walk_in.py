"""Somebody who is on no list."""

import pytest

from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.codes import is_code
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.names import split_name
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_organisations, desk_people


def of(desk: Desk, person: ParticipantId) -> DeskPerson:
    return desk.read(desk_people, [person])[0]


def test_a_walk_in_is_here_with_a_code_and_a_place_in_a_box(desk: Desk) -> None:
    first = of(desk, desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU")))
    second = of(desk, desk.do(RegisterWalkIn("Ross, Emily", "Battery Cluster Akron", "US", "US")))
    assert first.presence is Presence.HERE
    assert is_code(first.code)
    assert (first.organisation, first.country, first.side) == ("Smart Grid Hub Forlì", "IT", "EU")
    assert (first.box, first.box_position, second.box_position) == ("W", 1, 2)
    assert second.list_name == "Ross, Emily"


def test_a_known_organisation_is_known_again_by_name_or_id(desk: Desk) -> None:
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"))
    known = desk.read(desk_organisations)[0]
    desk.do(RegisterWalkIn("Paolo Conti", "smart grid hub forli"))
    desk.do(RegisterWalkIn("Ada Conti", known.id))
    assert desk.read(desk_organisations) == (known,)


def test_without_a_side_the_compatriots_tell_it(desk: Desk) -> None:
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"))
    assert of(desk, desk.do(RegisterWalkIn("Ada Conti", "Timber Valley", "it"))).side == "EU"
    assert of(desk, desk.do(RegisterWalkIn("Emily Ross", "Battery Cluster", "US"))).side == ""


def test_the_same_person_twice_is_refused_unless_it_is_a_namesake(desk: Desk) -> None:
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"))
    with pytest.raises(Refusal, match="registered_already"):
        desk.do(RegisterWalkIn("rossi, anna", "Smart Grid Hub Forlì"))
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", namesake=True))
    assert len(desk.read(desk_people)) == 2


def test_undo_takes_the_walk_in_and_the_new_organisation_back(desk: Desk) -> None:
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"))
    desk.undo()
    assert desk.read(desk_people) == ()
    assert desk.read(desk_organisations) == ()


def test_a_name_is_needed(desk: Desk) -> None:
    with pytest.raises(Refusal, match="name_missing"):
        desk.do(RegisterWalkIn("  "))


def test_a_side_that_the_event_does_not_have_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="side_unknown"):
        desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "Asia"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Rossi", ("Anna", "Rossi")),
        ("Rossi, Anna", ("Anna", "Rossi")),
        ("María José de la Cruz", ("María José", "de la Cruz")),
        ("Pieter van der Berg", ("Pieter", "van der Berg")),
        ("Hans-Christian  Krämer-Lüdenscheidt", ("Hans-Christian", "Krämer-Lüdenscheidt")),
        ("Madonna", ("", "Madonna")),
        (" , ", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_name_has_two_parts(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts
