"""Tables keep the selection on the same thing, sort by their header and remember their columns."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.theme import State


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    meetings: int
    state: State = State.EXPECTED


COLUMNS = (
    Column[Guest]("name", "Name", lambda guest: guest.name, stretch=True),
    Column[Guest]("meetings", "Meetings", lambda g: str(g.meetings), sort=lambda g: g.meetings, right=True),
    Column[Guest]("state", "State", lambda g: "", state=lambda g: g.state),
)
ROSSI, ROSS, LEE = Guest("Rossi", 7), Guest("Ross", 10), Guest("Lee", 9, State.HERE)


def guests(qtbot: QtBot, memory: Memory | None = None) -> TableView[Guest]:
    table = TableView("Guests", COLUMNS, lambda guest: guest.name, memory=memory)
    qtbot.addWidget(table)
    table.show_rows((ROSSI, ROSS, LEE))
    return table


def names(table: TableView[Guest]) -> list[str]:
    return [guest.name for guest in table.rows_model.rows]


def test_the_selection_stays_on_the_person_when_rows_move(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.select_key("Ross")
    table.show_rows((LEE, Guest("Ross", 11), ROSSI))
    assert table.row == Guest("Ross", 11)


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.select_key("Ross")
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.row == LEE
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.row == ROSSI


def test_nothing_is_selected_when_the_person_is_gone(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.select_key("Ross")
    with qtbot.waitSignal(table.selected) as selected:
        table.show_rows((ROSSI,))
    assert selected.args == [None]


def test_figures_sort_as_figures_and_a_third_click_restores_the_order(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.select_key("Lee")
    header = table.horizontalHeader()
    header.sectionClicked.emit(1)
    assert names(table) == ["Rossi", "Lee", "Ross"]
    assert table.row == LEE
    header.sectionClicked.emit(1)
    assert names(table) == ["Ross", "Lee", "Rossi"]
    header.sectionClicked.emit(1)
    assert names(table) == ["Rossi", "Ross", "Lee"]


def test_order_is_remembered(qtbot: QtBot, memory: Memory) -> None:
    guests(qtbot, memory).horizontalHeader().sectionClicked.emit(1)
    assert names(guests(qtbot, memory)) == ["Rossi", "Lee", "Ross"]


def test_a_screen_reader_hears_the_state(qtbot: QtBot) -> None:
    model = guests(qtbot).rows_model
    assert model.data(model.index(2, 2), Qt.ItemDataRole.AccessibleTextRole) == "here"


def test_enter_opens_the_selected_row(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.select_key("Lee")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [LEE]


def test_arrows_of_a_search_field_stay_inside_the_table(qtbot: QtBot) -> None:
    table = guests(qtbot)
    table.step(1)
    assert table.row == ROSSI
    table.step(10)
    assert table.row == LEE
