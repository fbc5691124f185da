"""Corrections by hand, and people who will not come."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.edit_people import (
    CancelParticipation,
    EditOrganisation,
    EditParticipant,
    RestoreParticipation,
)
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.now_board import now_board
from eccp_desktop.store.reads.organisations import organisation_detail
from eccp_desktop.store.reads.people import PersonDetail, people_rows, person_detail
from eccp_desktop.store.reads.stranded import stranded_in
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=20, meetings=40, waiting=2))
    yield desk
    desk.close()


def busiest(desk: Desk) -> PersonDetail:
    row = max(desk.read(people_rows), key=lambda row: row.meetings)
    found = desk.read(person_detail, row.id)
    assert found is not None
    return found


def again(desk: Desk, detail: PersonDetail) -> PersonDetail:
    found = desk.read(person_detail, detail.row.id)
    assert found is not None
    return found


def test_a_name_is_corrected_as_it_is_typed(desk: Desk) -> None:
    person = busiest(desk)
    desk.do(EditParticipant(person.row.id, "Ann", "McDonald", email="ann@forli.example"))
    changed = again(desk, person)
    assert (changed.row.name, changed.email) == ("Ann McDonald", "ann@forli.example")
    assert changed.row.organisation_id == person.row.organisation_id, "what is not said stays"
    desk.do(EditParticipant(person.row.id, "Ann", "McDonald", organisation=OrganisationId(""), email=""))
    changed = again(desk, person)
    assert (changed.row.organisation_id, changed.email) == (None, "")


def test_a_person_keeps_a_family_name(desk: Desk) -> None:
    with pytest.raises(Refusal, match="name_missing"):
        desk.do(EditParticipant(busiest(desk).row.id, "Ann", " "))


def test_the_partners_of_somebody_who_has_cancelled_are_on_the_repair_list_of_their_slot(desk: Desk) -> None:
    person = busiest(desk)
    met = next(
        meeting for meeting in desk.read(hall).meetings.values() if meeting.seated and person.row.id in meeting.people
    )
    partner = next(other for other in met.people if other != person.row.id)
    desk.do(CheckIn(partner))
    desk.do(CancelParticipation(person.row.id))
    assert met.slot is not None
    board = desk.read(now_board, met.slot)
    assert board is not None
    left = [(one.person.id, one.without) for one in desk.read(stranded_in, board)]
    assert (partner, (person.row.name,)) in left


def test_meetings_of_somebody_who_will_not_come_wait(desk: Desk) -> None:
    person = busiest(desk)
    fallen = desk.do(CancelParticipation(person.row.id))
    assert len(fallen) == person.row.meetings
    cancelled = again(desk, person)
    assert cancelled.row.cancelled
    assert (cancelled.row.meetings, cancelled.row.unscheduled) == (0, person.row.unscheduled + len(fallen))
    desk.do(RestoreParticipation(person.row.id))
    assert not again(desk, person).row.cancelled


def test_who_was_here_is_gone_after_cancelling_and_may_come_back(desk: Desk) -> None:
    person = desk.read(desk_people)[0]
    if person.presence is not Presence.HERE:
        desk.do(CheckIn(person.id))
    desk.do(CancelParticipation(person.id))
    (person,) = desk.read(desk_people, [person.id])
    assert (person.cancelled, person.presence) == (True, Presence.GONE)
    desk.do(CheckIn(person.id, reinstate=True))
    (person,) = desk.read(desk_people, [person.id])
    assert (person.cancelled, person.presence) == (False, Presence.HERE)


def test_one_undo_brings_all_of_it_back(desk: Desk) -> None:
    person = busiest(desk)
    desk.do(CancelParticipation(person.row.id))
    desk.undo()
    assert again(desk, person) == person


def test_the_diary_is_in_the_order_of_time(desk: Desk) -> None:
    starts = [line.start for line in busiest(desk).diary if line.start is not None]
    assert starts == sorted(starts)
    assert len(busiest(desk).requests) == busiest(desk).row.requests


def test_an_organisation_is_corrected(desk: Desk) -> None:
    organisation = busiest(desk).row.organisation_id
    assert organisation is not None
    desk.do(EditOrganisation(organisation, "Smart Grid Hub Forlì", country="IT", city="Forlì"))
    detail = desk.read(organisation_detail, organisation)
    assert detail is not None
    assert (detail.row.name, detail.row.country, detail.row.side) == ("Smart Grid Hub Forlì", "IT", "")
    assert detail.people
