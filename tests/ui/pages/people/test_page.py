"""The People page finds, filters, shows and corrects."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_people import CancelParticipation
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.organisations import organisation_rows
from eccp_desktop.store.reads.people import people_rows, person_detail
from eccp_desktop.store.unit import Organisation, Participant, Print, Unit
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.chips import Chip
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.people.organisation_form import OrganisationForm
from eccp_desktop.ui.pages.people.page import PeoplePage
from eccp_desktop.ui.pages.people.person_form import PersonForm
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=40, meetings=60, waiting=3))
    yield desk
    desk.close()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory, appearance: Appearance
) -> PeoplePage:
    page = PeoplePage(desk, signals, clock, memory)
    qtbot.addWidget(page)
    page.build()
    page.show()
    return page


def shown(page: PeoplePage) -> list[str]:
    return [row.name for row in page.people.table.rows_model.rows]


def test_search_forgives_accents(qtbot: QtBot, page: PeoplePage) -> None:
    page.people.field.setText("wojcik")
    qtbot.waitUntil(lambda: shown(page)[:1] == ["Łukasz Wójcik"])


def test_where_nobody_fits_one_press_shows_everybody(page: PeoplePage) -> None:
    everybody = page.people.table.rows_model.rowCount()
    page.people.chips.choose({"presence:late"})
    page.people.field.setText("xqz")
    page.people.field.searched.emit("xqz")
    assert shown(page) == []
    page.people._everybody.click()
    assert page.people.table.rows_model.rowCount() == everybody
    assert page.people.chips.keys() == frozenset()
    assert not page.people._everybody.isVisible()


def test_chips_let_through_those_who_fit_one_of_each_group(page: PeoplePage) -> None:
    page.people.chips.choose({"side:EU", "presence:here", "presence:late"})
    rows = page.people.table.rows_model.rows
    assert rows
    assert {row.side for row in rows} == {"EU"}
    assert {row.presence.value for row in rows} <= {"here", "late"}


def test_the_palette_shows_somebody_whom_a_filter_hides(page: PeoplePage, desk: Desk) -> None:
    page.people.chips.choose({"side:EU"})
    american = next(row for row in desk.read(people_rows) if row.side == "US")
    page.show_thing(american.id)
    assert page.people.table.row is not None
    assert page.people.table.row.id == american.id


def told(page: PeoplePage) -> list[str]:
    return [label.text() for label in page.people.panel.findChildren(Label) if not label.isHidden()]


def test_the_panel_tells_of_the_selected_person(qtbot: QtBot, page: PeoplePage) -> None:
    row = page.people.table.row
    assert row is not None
    qtbot.waitUntil(lambda: row.name in told(page))
    assert row.organisation in told(page)


def test_somebody_who_will_not_come_can_be_registered_again(qtbot: QtBot, page: PeoplePage) -> None:
    row = page.people.table.row
    assert row is not None
    qtbot.waitUntil(lambda: row.name in told(page))
    page.people.panel._cancel()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith(f"{row.name} is cancelled."))
    qtbot.waitUntil(lambda: page.people.table.row is not None and page.people.table.row.cancelled)
    page.people.panel._restore()
    qtbot.waitUntil(lambda: page.notices.sentence == f"{row.name} is registered again.")


def test_an_organisation_is_shown_on_its_tab(page: PeoplePage, desk: Desk) -> None:
    organisation = desk.read(organisation_rows)[3]
    page.show_thing(organisation.id)
    assert page.tabs.key == "organisations"
    assert page.organisations.table.row == organisation


@dataclass(frozen=True, slots=True)
class AddTwin:
    """The first person of the list once more, with the names turned round and an e-mail."""

    title: ClassVar[str] = "Add twin"

    def apply(self, unit: Unit) -> None:
        person = unit.participants.all()[0]
        person.job_title = "Director"
        unit.participants.add(
            Participant(
                code="TWIN22",
                given_name=person.family_name,
                family_name=person.given_name,
                job_title="President",
                email="twin@hub.example",
                organisation_id=person.organisation_id,
            )
        )


@dataclass(frozen=True, slots=True)
class AddNamesakes:
    """Two of each of forty names, at organisations that have nothing to do with each other."""

    title: ClassVar[str] = "Add namesakes"

    def apply(self, unit: Unit) -> None:
        for number in range(40):
            for country in ("IT", "US"):
                hub = unit.organisations.add(Organisation(name=f"{country} Institute {number}", country=country))
                unit.flush()
                family = f"{chr(65 + number % 26)}anov{chr(97 + number // 26)}"
                unit.participants.add(
                    Participant(
                        code=f"{country}{number:04}", given_name="Ivo", family_name=family, organisation_id=hub.id
                    )
                )
                unit.flush()


@pytest.fixture
def pairs(qtbot: QtBot, desk: Desk, page: PeoplePage) -> PeoplePage:
    """The page on its third tab, with a pair that is surely one."""
    desk.do(AddTwin())
    page._find_duplicates()
    qtbot.waitUntil(lambda: twins(page) != [])
    page.duplicates.table.select_line(twins(page)[0])
    return page


def twins(page: PeoplePage) -> list[int]:
    """The lines of pairs that are surely one."""
    return [
        line
        for line, pair in enumerate(page.duplicates.table.rows_model.rows)
        if "same organisation" in pair.signs and "same name, other spelling or order" in pair.signs
    ]


def test_a_pair_is_merged_field_by_field_and_undone(qtbot: QtBot, pairs: PeoplePage, desk: Desk) -> None:
    pair = pairs.duplicates.table.row
    assert pair is not None
    before = len(desk.read(people_rows))
    pairs.duplicates.panel.choose("job_title", True)
    pairs.duplicates.panel.merge()
    qtbot.waitUntil(lambda: "one record now" in pairs.notices.sentence)
    assert len(desk.read(people_rows)) == before - 1
    detail = desk.read(person_detail, ParticipantId(pair.kept.id))
    assert detail is not None
    assert (detail.row.job_title, detail.email) == ("President", "twin@hub.example")
    desk.undo()
    qtbot.waitUntil(lambda: pair.key in [row.key for row in pairs.duplicates.table.rows_model.rows])


@dataclass(frozen=True, slots=True)
class PrintBadge:
    """A badge of the record with this code was printed."""

    title: ClassVar[str] = "Print badge"
    code: str

    def apply(self, unit: Unit) -> None:
        (person,) = unit.participants.where(code=self.code)
        unit.prints.add(Print(document="badges", participant_id=person.id, printed_at=unit.now))


def test_the_record_with_meetings_stays_and_a_printed_badge_is_kept(
    qtbot: QtBot, pairs: PeoplePage, desk: Desk
) -> None:
    desk.do(CheckIn("TWIN22"))
    desk.do(PrintBadge("TWIN22"))
    pairs.duplicates.reload()
    qtbot.waitUntil(
        lambda: [pair.other.badge_printed for pair in pairs.duplicates.table.rows_model.rows].count(True) == 1
    )
    pairs.duplicates.table.select_line(twins(pairs)[0])
    pair = pairs.duplicates.table.row
    assert pair is not None
    before = desk.read(person_detail, ParticipantId(pair.kept.id))
    assert before is not None
    assert before.row.meetings > 0, "who has meetings stays, although the other one is here"
    pairs.duplicates.panel.choose("name", True)
    pairs.duplicates.panel.merge()
    qtbot.waitUntil(lambda: pairs.notices.sentence == f"{pair.other.name} is one record now.")
    after = desk.read(person_detail, ParticipantId(pair.kept.id))
    assert after is not None
    assert (after.row.code, after.row.presence.value) == ("TWIN22", "here")


def test_two_who_are_selected_in_the_list_become_one(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    table = page.people.table
    command = next(one for one in page.commands() if one.id == "people.make-one")
    for line, modifier in ((2, Qt.KeyboardModifier.NoModifier), (5, Qt.KeyboardModifier.ControlModifier)):
        assert not command.when()
        place = table.visualRect(table.rows_model.index(line, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    chosen = page.people.chosen()
    assert command.when()
    qtbot.mouseClick(page.people.make_one, Qt.MouseButton.LeftButton)
    pair = page.duplicates.table.row
    assert pair is not None
    assert {pair.kept.id, pair.other.id} == set(chosen)
    page.duplicates.panel.merge()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith(f"{pair.kept.name} is one record now."))
    assert pair.other.id not in {row.id for row in desk.read(people_rows)}
    desk.undo()
    assert pair.other.id in {row.id for row in desk.read(people_rows)}


def test_many_namesakes_wait_behind_a_chip(qtbot: QtBot, pairs: PeoplePage, desk: Desk) -> None:
    table, chips = pairs.duplicates.table, pairs.duplicates.chips
    desk.do(AddNamesakes())
    qtbot.waitUntil(lambda: not chips.isHidden())
    assert all(pair.likely for pair in table.rows_model.rows)
    assert twins(pairs), "what is surely one is still there"
    shown = len(table.rows_model.rows)
    chip = chips.findChild(Chip)
    assert chip is not None
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.text() == f"Only the names are alike {len(table.rows_model.rows) - shown}"
    assert len(table.rows_model.rows) >= shown + 40
    assert [pair.likely for pair in table.rows_model.rows][: shown + 1] == [True] * shown + [False]


def test_a_pair_that_is_two_is_not_shown_again(qtbot: QtBot, pairs: PeoplePage) -> None:
    pair = pairs.duplicates.table.row
    assert pair is not None
    pairs.duplicates.panel.deny()
    qtbot.waitUntil(lambda: pair.key not in [row.key for row in pairs.duplicates.table.rows_model.rows])
    assert pairs.memory is not None
    assert pair.key in pairs.memory.get("not the same", [])


def test_a_person_is_corrected_in_the_panel_and_enter_saves(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    row = page.people.table.row
    assert row is not None
    qtbot.waitUntil(lambda: row.name in told(page))
    page.people.table.opened.emit(row)
    form = page.people.panel.form
    assert isinstance(form, PersonForm)
    assert not page.people.table.isEnabled(), "nobody else is chosen meanwhile"
    form._job.setText("Director")
    qtbot.keyClick(form._job, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notices.sentence == f"{row.name} is saved.")
    assert page.people.panel.form is None
    assert page.people.table.isEnabled()
    qtbot.waitUntil(lambda: any("Director" in words for words in told(page)))
    desk.undo()
    qtbot.waitUntil(lambda: not any("Director" in words for words in told(page)))


def test_escape_leaves_the_correction_and_a_missing_name_is_said_at_its_field(
    qtbot: QtBot, page: PeoplePage, desk: Desk
) -> None:
    row = page.people.table.row
    assert row is not None
    qtbot.waitUntil(lambda: row.name in told(page))
    page.people.panel.edit()
    form = page.people.panel.form
    assert isinstance(form, PersonForm)
    form._family.clear()
    qtbot.keyClick(form._family, Qt.Key.Key_Return)
    assert page.people.panel.form is form
    qtbot.keyClick(form._family, Qt.Key.Key_Escape)
    assert page.people.panel.form is None
    qtbot.waitUntil(lambda: row.name in told(page))
    assert row in desk.read(people_rows), "nothing was changed"


def test_a_change_made_elsewhere_does_not_take_the_form_away(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    row = page.people.table.row
    assert row is not None
    qtbot.waitUntil(lambda: row.name in told(page))
    page.people.panel.edit()
    form = page.people.panel.form
    assert isinstance(form, PersonForm)
    form._job.setText("Half typed")
    other = next(one for one in desk.read(people_rows) if one.id != row.id)
    desk.do(CancelParticipation(other.id))
    qtbot.waitUntil(lambda: any(one.cancelled for one in page.people.table.rows_model.rows))
    page.people._show_detail()
    assert page.people.panel.form is form
    assert form._job.text() == "Half typed"


def test_an_organisation_is_corrected_in_the_panel(qtbot: QtBot, page: PeoplePage, desk: Desk) -> None:
    organisation = desk.read(organisation_rows)[3]
    page.show_thing(organisation.id)
    page.organisations.panel.edit()
    form = page.organisations.panel.form
    assert isinstance(form, OrganisationForm)
    form._city.setText("Forlì")
    qtbot.keyClick(form._city, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notices.sentence == f"{organisation.name} is saved.")
    changed = next(one for one in desk.read(organisation_rows) if one.id == organisation.id)
    assert changed.city == "Forlì"
