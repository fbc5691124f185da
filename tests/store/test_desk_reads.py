"""What the desk reads of a person."""

from datetime import datetime
from pathlib import Path

from eccp_desktop.actions.presence import MarkExpected, MarkLate
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_card import desk_card
from eccp_desktop.store.reads.desk_list import desk_organisations, desk_people
from tests.actions.rows import PrintFor
from tests.fairs import FAIR, FillFair


def test_a_card_shows_the_day_and_what_comes_next(tmp_path: Path, clock: HeldClock) -> None:
    desk = new_desk(tmp_path / "fair.eccp", clock, "MK")
    desk.do(FAIR)
    assert desk.read(desk_people) == ()
    desk.do(FillFair(people=40, meetings=120, waiting=0))
    people = desk.read(desk_people)
    assert len(people) == 40
    assert {person.organisation for person in people} <= {one.name for one in desk.read(desk_organisations)}
    cards = [desk.read(desk_card, person.id, datetime(2016, 4, 25, 9, 50)) for person in people]
    busy = next(card for card in cards if card is not None and card.next is not None and len(card.meetings) > 2)
    assert busy.next is not None
    assert busy.next.end > datetime(2016, 4, 25, 9, 50)
    assert [meeting.start for meeting in busy.meetings] == sorted(meeting.start for meeting in busy.meetings)
    assert {meeting.start.date() for meeting in busy.meetings} == {busy.day}
    assert len(busy.next.partners) == 1
    assert busy.next.partners[0].side != busy.person.side
    desk.do(PrintFor(busy.person.id, "schedules", 3))
    desk.do(MarkExpected(busy.person.id))
    desk.do(MarkLate(busy.person.id, datetime(2016, 4, 25, 11, 0)))
    card = desk.read(desk_card, busy.person.id, datetime(2016, 4, 25, 9, 50))
    assert card is not None
    assert card.printed["schedules"].version == 3
    assert (card.person.presence, card.person.late_until) == (Presence.LATE, datetime(2016, 4, 25, 11, 0))
    desk.close()
