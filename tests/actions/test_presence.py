"""Who is in the building."""

from datetime import datetime, timedelta

import pytest

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.actions.presence import CheckIn, MarkExpected, MarkGone, MarkLate
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.reads.desk_card import desk_card
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from tests.actions.rows import Alter, PrintFor

NINE = datetime(2016, 4, 25, 9, 0)


@pytest.fixture
def anna(desk: Desk) -> ParticipantId:
    """Anna Rossi, registered and still expected."""
    person = desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "it", "EU"))
    desk.do(MarkExpected(person))
    return person


def of(desk: Desk, person: ParticipantId) -> DeskPerson:
    return desk.read(desk_people, [person])[0]


def test_a_check_in_is_seen_in_venue_time(desk: Desk, anna: ParticipantId, clock: HeldClock) -> None:
    clock.advance(timedelta(minutes=12))
    assert desk.do(CheckIn(anna)) == anna
    assert of(desk, anna).presence is Presence.HERE
    assert of(desk, anna).since == datetime(2016, 4, 25, 9, 12)


def test_a_badge_code_names_a_person_in_either_case(desk: Desk, anna: ParticipantId) -> None:
    code = of(desk, anna).code
    assert desk.do(CheckIn(f"{code[:3]} {code[3:]}".lower())) == anna


def test_a_second_check_in_says_since_when(desk: Desk, anna: ParticipantId, clock: HeldClock) -> None:
    desk.do(CheckIn(anna))
    clock.advance(timedelta(hours=1))
    with pytest.raises(Refusal) as caught:
        desk.do(CheckIn(anna))
    assert caught.value.code == "already_here"
    assert caught.value.facts == {"person": "Anna Rossi", "since": NINE}


def test_nobody_has_a_code_that_was_not_handed_out(desk: Desk) -> None:
    with pytest.raises(Refusal, match="nobody_has_code"):
        desk.do(CheckIn("AAAAAA"))


def test_undo_takes_a_check_in_back(desk: Desk, anna: ParticipantId) -> None:
    before = of(desk, anna)
    desk.do(CheckIn(anna))
    desk.undo()
    assert of(desk, anna) == before


def test_late_until_is_kept_and_forgotten_at_the_check_in(desk: Desk, anna: ParticipantId) -> None:
    until = datetime(2016, 4, 25, 11, 0)
    desk.do(MarkLate(anna, until))
    assert (of(desk, anna).presence, of(desk, anna).late_until) == (Presence.LATE, until)
    desk.do(CheckIn(anna))
    assert of(desk, anna).late_until is None


def test_somebody_who_is_here_is_not_late(desk: Desk, anna: ParticipantId) -> None:
    desk.do(CheckIn(anna))
    with pytest.raises(Refusal, match="already_here"):
        desk.do(MarkLate(anna))


def test_somebody_who_went_can_come_back(desk: Desk, anna: ParticipantId, clock: HeldClock) -> None:
    desk.do(CheckIn(anna))
    desk.do(MarkGone(anna))
    assert of(desk, anna).presence is Presence.GONE
    clock.advance(timedelta(hours=2))
    desk.do(CheckIn(anna))
    assert of(desk, anna).since == datetime(2016, 4, 25, 11, 0)


def test_a_cancelled_registration_needs_to_be_meant(desk: Desk, anna: ParticipantId) -> None:
    desk.do(Alter("participants", anna, {"state": ParticipantState.CANCELLED}))
    with pytest.raises(Refusal, match="registration_cancelled"):
        desk.do(CheckIn(anna))
    desk.do(CheckIn(anna, reinstate=True))
    assert not of(desk, anna).cancelled


def test_the_check_in_hands_out_what_was_printed(desk: Desk, anna: ParticipantId) -> None:
    desk.do(PrintFor(anna, "schedules", 1))
    desk.do(CheckIn(anna))
    card = desk.read(desk_card, anna, NINE)
    assert card is not None
    assert card.printed["schedules"].handed_out == NINE
    assert card.laptop == "A"


def test_the_name_on_the_badge_is_set_and_taken_back(desk: Desk, anna: ParticipantId) -> None:
    desk.do(SetBadgeName(anna, "  Dr  Anna Rossi "))
    assert of(desk, anna).name_on_badge == "Dr Anna Rossi"
    desk.do(SetBadgeName(anna))
    assert of(desk, anna).name_on_badge == ""
