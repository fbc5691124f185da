"""The smaller parts of the kit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.base.progress import Progress
from eccp_desktop.ui.kit.card import Scroll, clear
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.notice_bar import NoticeBar
from eccp_desktop.ui.kit.progress_strip import ProgressStrip
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.theme import State


def test_a_notice_offers_undo_and_goes_when_it_is_taken(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    bar = NoticeBar(page)
    undone: list[str] = []
    bar.say("Anna Rossi is here.", lambda: undone.append("undo"))
    assert bar.sentence == "Anna Rossi is here."
    assert bar.accessibleName() == "Anna Rossi is here."
    bar._pressed()
    assert undone == ["undo"]
    assert bar.sentence == ""


def test_a_field_says_what_is_wrong_below_itself(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    name = form.text("name", "Name")
    form.refuse("name", "A name is needed.")
    assert name.accessibleDescription() == "A name is needed."
    form.accept()
    assert name.accessibleDescription() == ""
    assert name.accessibleName() == "Name"


def test_one_chip_of_a_group_is_on(qtbot: QtBot) -> None:
    row = ChipRow((("eu", "EU"), ("us", "US")), one=True)
    qtbot.addWidget(row)
    for chip in row._chips:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert row.keys() == {"us"}


def test_chips_keep_what_is_on_when_their_figures_change(qtbot: QtBot) -> None:
    row = ChipRow((("eu", "EU 51"), ("us", "US 49")))
    qtbot.addWidget(row)
    row.choose({"us"})
    row.show_chips((("eu", "EU 50"), ("us", "US 49"), ("late", "Late 1")))
    assert row.keys() == {"us"}


def test_stop_can_be_pressed_once(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.start("Placing")
    strip.report(Progress(3, 10, "3 of 10"))
    with qtbot.waitSignal(strip.stopped):
        strip._stop.click()
    assert not strip._stop.isEnabled()


def test_search_waits_for_a_fast_typist(qtbot: QtBot) -> None:
    field = SearchField("Find")
    qtbot.addWidget(field)
    found: list[str] = []
    field.searched.connect(found.append)
    qtbot.keyClicks(field, "rossi")
    qtbot.waitUntil(lambda: bool(found))
    assert found == ["rossi"]


def test_arrows_leave_the_search_field(qtbot: QtBot) -> None:
    field = SearchField("Find")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.moved) as moved:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert moved.args == [1]


def test_a_mark_is_heard_as_its_word(qtbot: QtBot) -> None:
    mark = StateMark(State.HERE, "here 09:12")
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "here 09:12"


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_a_picture_at_every_scale() -> None:
    assert not icon("printer").pixmap(18, 18).isNull()
    assert QApplication.instance() is not None
    with pytest.raises(Exception, match="no-such-icon"):
        icon("no-such-icon")


def test_a_word_wider_than_its_panel_cuts_nothing_below_it(qtbot: QtBot) -> None:
    scroll = Scroll()
    scroll.body.addWidget(quiet("W" * 80))
    wrapped = quiet("Some words that need several lines in a column as narrow as this one is.", wrap=True)
    scroll.body.addWidget(wrapped)
    form = Form()
    field = form.text("name", "Name")
    scroll.body.addWidget(form)
    scroll.setFixedSize(240, 600)
    qtbot.addWidget(scroll)
    scroll.show()

    assert wrapped.height() == wrapped.heightForWidth(240)
    assert form.height() >= form.sizeHint().height()
    assert field.geometry().bottom() < form.field("name").height()


def test_a_choice_that_is_too_long_ends_with_dots(qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.addItem("22 November 16:57, printed: 110 badges")
    qtbot.addWidget(box)

    box.setFixedWidth(120)
    assert box._shown().endswith("…")

    box.setFixedWidth(600)
    assert box._shown() == box.currentText()


def test_the_wheel_scrolls_past_a_choice_and_a_number_without_changing_them(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    whom = form.choice("whom", "For whom", [("all", "Everybody"), ("one", "One person")])
    tables = form.number("tables", "Tables", 20, 1, 99)
    form.show()
    down = QPoint(0, -120)
    for control in (whom, tables):
        nowhere = QPointF()
        wheel = QWheelEvent(
            nowhere,
            nowhere,
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, wheel)
        assert not wheel.isAccepted(), "what is around it scrolls"
    assert (whom.currentText(), tables.value()) == ("Everybody", 20)


def test_the_focus_goes_along_with_the_chosen_tab(qtbot: QtBot) -> None:
    tabs = Tabs((("one", "One"), ("two", "Two")))
    qtbot.addWidget(tabs)
    with qtbot.waitActive(tabs):
        tabs.show()
        tabs.activateWindow()
    tabs.setFocus()

    tabs.choose("two")

    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Two"


def test_a_panel_that_is_filled_anew_scrolls_and_squeezes_nothing(qtbot: QtBot) -> None:
    scroll = Scroll()
    scroll.setFixedSize(240, 160)
    qtbot.addWidget(scroll)
    scroll.show()
    for _ in range(3):
        clear(scroll.body)
        for _ in range(12):
            scroll.body.addWidget(
                quiet("Some words that need several lines in a column as narrow as this one is.", wrap=True)
            )
        layout = scroll.column.layout()
        assert layout is not None
        qtbot.waitUntil(
            lambda layout=layout: scroll.column.height() >= layout.totalHeightForWidth(scroll.column.width()) > 160
        )
