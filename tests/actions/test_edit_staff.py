"""Languages, desk staff and the colour of an event."""

import pytest

from eccp_desktop.actions.edit_event import SetLanguages
from eccp_desktop.actions.edit_staff import AddStaff, ChangeStaff, RemoveStaff
from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.event_setting import event_setting
from eccp_desktop.ui.texts import sentence


def staff(desk: Desk) -> list[tuple[str, str]]:
    found = desk.read(event_setting)
    assert found is not None
    return [(one.initials, one.name) for one in found.staff]


def test_staff_come_change_and_go_by_their_initials(desk: Desk) -> None:
    desk.do(AddStaff("mk", "Maja Kos"))
    desk.do(AddStaff("TB"))
    assert staff(desk) == [("MK", "Maja Kos"), ("TB", "")]
    desk.do(ChangeStaff("tb", name="Tom Byrne"))
    desk.do(ChangeStaff("MK", "MKO", "Maja Kos"))
    assert staff(desk) == [("MKO", "Maja Kos"), ("TB", "Tom Byrne")]
    desk.do(RemoveStaff("MKO"))
    desk.undo()
    assert staff(desk) == [("MKO", "Maja Kos"), ("TB", "Tom Byrne")]


def test_initials_belong_to_one_person(desk: Desk) -> None:
    desk.do(AddStaff("MK", "Maja Kos"))
    for intent, code in (
        (AddStaff("mk"), "initials_taken"),
        (AddStaff(" "), "initials_missing"),
        (AddStaff("ABCDEFGHI"), "initials_too_long"),
        (RemoveStaff("XY"), "nobody_with_initials"),
    ):
        with pytest.raises(Refusal, match=code):
            desk.do(intent)


def test_the_first_language_is_that_of_papers(desk: Desk) -> None:
    desk.do(SetLanguages(("fr", "en")))
    found = desk.read(event_setting)
    assert found is not None
    assert found.languages == ("fr", "en")
    for languages, code in (((), "no_language_left"), (("French",), "language_unknown")):
        with pytest.raises(Refusal, match=code):
            desk.do(SetLanguages(languages))


def test_a_pale_colour_is_refused_with_one_that_is_dark_enough(desk: Desk) -> None:
    with pytest.raises(Refusal, match="colour_too_pale") as refused:
        desk.do(SetColour("#FFE000"))
    assert "is too pale for lines on white paper" in sentence(refused.value)
    darker = str(refused.value.facts["darker"])
    desk.do(SetColour(darker))
    found = desk.read(event_setting)
    assert found is not None
    assert found.colour == darker
    desk.do(SetColour("b00"))
    assert desk.read(event_setting).colour == "#BB0000"
    desk.do(SetColour())
    assert desk.read(event_setting).colour == ""
    with pytest.raises(Refusal, match="colour_unknown"):
        desk.do(SetColour("reddish"))
