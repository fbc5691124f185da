"""Who could sit down with somebody whose partner did not come."""

from datetime import datetime, timedelta
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import Diary, Hall, HallMeeting, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId, SideId, SlotId, TableId
from eccp_desktop.domain.repair import Asking, Why, partners
from eccp_desktop.domain.seating import pairing_refusal, person_refusal
from eccp_desktop.domain.stranded import waiting_meeting
from eccp_desktop.domain.vocabulary import MeetingState, Pairing, Presence, Priority, RequestState

SLOT = SlotId("09:00")


def _hall(
    meetings: tuple[tuple[str, str, str, str | None, int | None], ...] = (), away: frozenset[str] = frozenset()
) -> Hall:
    """Slots at 09:00, 09:25 and 09:50, tables 1 to 4; EU people e1 to e4, US people u1 to u4, all here but those away.

    A meeting is (host, guest, state, slot, table).
    """
    starts = [datetime(2016, 4, 25, 9) + timedelta(minutes=25 * index) for index in range(3)]
    slots = {
        SlotId(f"{start:%H:%M}"): HallSlot(SlotId(f"{start:%H:%M}"), "s", Span(start, start + timedelta(minutes=20)))
        for start in starts
    }
    tables = {TableId(str(number)): HallPlace(TableId(str(number)), number) for number in range(1, 5)}
    made = {}
    for index, (host, guest, state, slot, table) in enumerate(meetings):
        meeting = HallMeeting(
            MeetingId(f"m{index}"),
            index,
            MeetingState(state),
            (ParticipantId(host), ParticipantId(guest)),
            SlotId(slot) if slot else None,
            TableId(str(table)) if table else None,
        )
        made[meeting.id] = meeting
    diaries = {}
    for side in ("e", "u"):
        for number in range(1, 5):
            person = ParticipantId(f"{side}{number}")
            taken = {m.slot: m.id for m in made.values() if m.seated and m.slot and person in m.people}
            diaries[person] = Diary(
                person,
                person,
                organisation=OrganisationId(f"o-{person}"),
                side=SideId(side),
                presence=Presence.EXPECTED if person in away else Presence.HERE,
                meetings=MappingProxyType(taken),
            )
    at_table = {(m.slot, m.table): m.id for m in made.values() if m.seated and m.slot and m.table}
    return Hall(Pairing.DIFFERENT_SIDES, slots, tables, diaries, made, at_table)


def _asks(sender: str, receiver: str, priority: Priority = Priority.WISH, state: str = "accepted") -> Asking:
    return Asking(ParticipantId(sender), ParticipantId(receiver), priority, RequestState(state))


ANNA = ParticipantId("e1")
STRANDED = ("e1", "u1", "guest missing", "09:00", 2)


def test_the_best_reason_comes_first() -> None:
    hall = _hall((STRANDED, ("e1", "u4", "unscheduled", None, None)))
    askings = (
        _asks("e1", "u3", Priority.MUST),
        _asks("u3", "e1", Priority.MUST),
        _asks("u2", "e1", Priority.MAYBE),
    )

    found = partners(hall, askings, ANNA, SLOT, TableId("2"))

    assert [(partner.person, partner.why) for partner in found] == [
        ("u3", Why.BOTH_MUST),
        ("u2", Why.ASKED),
        ("u4", Why.IN_TRAY),
    ]
    assert found[1].asker == "u2"
    assert found[2].meeting == "m1"
    assert {partner.table for partner in found} == {"2"}


def test_one_who_is_free_is_named_with_the_time_until_which() -> None:
    hall = _hall((STRANDED, ("e2", "u2", "scheduled", "09:50", 1)))

    found = {partner.person: partner for partner in partners(hall, (), ANNA, SLOT)}

    assert found[ParticipantId("u2")].free_until == datetime(2016, 4, 25, 9, 50)
    assert found[ParticipantId("u3")].free_until is None
    assert next(iter(found)) != "u2", "who has fewer meetings that day comes first"


def test_who_is_not_in_the_building_said_no_or_meets_them_anyway_is_left_out() -> None:
    hall = _hall((STRANDED, ("e1", "u2", "held", "09:25", 1)), away=frozenset({"u3"}))

    found = partners(hall, (_asks("u4", "e1", state="declined"),), ANNA, SLOT, limit=9)

    # u1 is the one who is missing, but was seen in the building.
    assert {partner.person for partner in found} <= {"u1"}


def test_who_waits_in_vain_elsewhere_is_a_partner() -> None:
    busy = (("e3", "u3", "scheduled", "09:00", 3), ("e4", "u4", "running", "09:00", 4))
    hall = _hall((STRANDED, ("e2", "u2", "host missing", "09:00", 1), *busy), away=frozenset({"u1", "e2"}))

    (found,) = partners(hall, (), ANNA, SLOT, TableId("2"))

    assert (found.person, found.why, found.table, found.waits_at) == ("u2", Why.WAITING_TOO, "2", "1")


def test_nobody_is_offered_where_there_is_no_table() -> None:
    hall = _hall(())
    full = Hall(
        hall.pairing,
        hall.slots,
        hall.tables,
        hall.diaries,
        hall.meetings,
        {(SLOT, table): MeetingId("x") for table in hall.tables},
    )

    assert partners(full, (), ANNA, SLOT) == []


_PEOPLE = [f"{side}{number}" for side in "eu" for number in range(1, 5)]


@given(
    pairs=st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 4)), unique_by=(lambda p: p[0], lambda p: p[1]), max_size=4
    ),
    states=st.lists(st.sampled_from(["scheduled", "running", "guest missing", "host missing"]), min_size=4, max_size=4),
    askings=st.lists(
        st.builds(
            _asks,
            st.sampled_from(_PEOPLE),
            st.sampled_from(_PEOPLE),
            st.sampled_from(Priority),
            st.sampled_from([*RequestState]),
        ),
        max_size=12,
    ),
    away=st.frozensets(st.sampled_from(_PEOPLE)),
    stranded=st.sampled_from(_PEOPLE),
)
def test_whoever_is_offered_may_sit_there(
    pairs: list[tuple[int, int]], states: list[str], askings: list[Asking], away: frozenset[str], stranded: str
) -> None:
    meetings = [
        (f"e{one}", f"u{other}", state, "09:00", table)
        for table, ((one, other), state) in enumerate(zip(pairs, states, strict=False), 1)
    ]
    hall = _hall(tuple(meetings), away)
    person = ParticipantId(stranded)

    for partner in partners(hall, askings, person, SLOT):
        diary = hall.diaries[partner.person]
        assert diary.presence is Presence.HERE
        assert pairing_refusal(hall.pairing, hall.diaries[person], diary) is None
        waiting = waiting_meeting(hall, partner.person, SLOT)
        assert person_refusal(hall, diary, hall.slots[SLOT], waiting) is None
        holder = hall.at_table.get((SLOT, partner.table))
        assert holder is None or holder in {waiting, waiting_meeting(hall, person, SLOT)}
