"""Pictures of every part of the kit, light, dark and at 200 %: `python -m tests.ui.gallery OUT`."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from eccp_desktop.base.progress import Progress
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.kit import buttons, labels
from eccp_desktop.ui.kit.card import Card, SidePanel
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.notice_bar import NoticeBar
from eccp_desktop.ui.kit.progress_strip import ProgressStrip
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.theme import ROW_LARGE, SPACE_3, SPACE_4, SPACE_6, STATES, State


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    organisation: str
    country: str
    state: State
    place: str
    meetings: int


GUESTS = (
    Guest("Rossi, Anna", "Smart Grid Hub Forlì", "Italy", State.EXPECTED, "box C 14", 7),
    Guest("Rossini, Marco", "Timber Valley Torino", "Italy", State.HERE, "box C 15", 5),
    Guest("Ross, Emily", "Battery Cluster Akron", "United States", State.EXPECTED, "box C 16", 6),
    Guest("Müller-Lüdenscheidt, Hans-Christian", "Photonik Cluster Thüringen", "Germany", State.LATE, "box B 3", 4),
    Guest("Παπαδόπουλος, Νίκος", "Aegean Food Cluster", "Greece", State.GONE, "box D 1", 0),
)

COLUMNS = (
    Column[Guest]("name", "Name", lambda g: g.name, strong=True, stretch=True),
    Column[Guest]("organisation", "Organisation", lambda g: g.organisation, second=lambda g: g.country, width=230),
    Column[Guest]("state", "State", lambda g: "", state=lambda g: g.state, width=120),
    Column[Guest]("place", "Badge", lambda g: g.place, quiet=True, width=90),
    Column[Guest]("meetings", "Meetings", lambda g: str(g.meetings), sort=lambda g: g.meetings, right=True, width=90),
)


def table_page() -> QWidget:
    page = QWidget(objectName="page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
    column.setSpacing(SPACE_4)
    top = QHBoxLayout()
    top.addWidget(labels.title("Desk"))
    top.addStretch(1)
    for state, count in ((State.HERE, 87), (State.EXPECTED, 14), (State.LATE, 2)):
        top.addWidget(StateMark(state, f"{count} {STATES[state].word}"))
        top.addSpacing(SPACE_4)
    column.addLayout(top)
    progress = ProgressStrip()
    progress.start("Placing meetings")
    progress.report(Progress(212, 350, "212 of 350 meetings placed"))
    column.addWidget(progress)
    column.addWidget(SearchField("Scan or type a name, organisation, country", large=True))
    chips = ChipRow(
        (("eu", "EU 51"), ("us", "US 49"), ("here", "Here 87"), ("late", "Late 2"), ("none", "No meetings 4"))
    )
    chips.choose({"us"})
    column.addWidget(chips)
    row = QHBoxLayout()
    row.setSpacing(SPACE_6)
    table = TableView("Guests", COLUMNS, lambda g: g.name, row_height=ROW_LARGE, large=True)
    table.show_rows(GUESTS)
    table.select_line(1)
    table.hovered = 3
    row.addLayout(table.on_edge(), 1)
    panel = SidePanel("Person", width=280)
    panel.body.addWidget(labels.title("Rossini, Marco"))
    panel.body.addWidget(labels.Label("Timber Valley Torino"))
    panel.body.addWidget(labels.quiet("Italy · EU"))
    panel.body.addSpacing(SPACE_4)
    panel.body.addWidget(labels.answer("10:20  Table 7"))
    panel.body.addWidget(labels.Label("Water Alliance Akron"))
    panel.body.addWidget(labels.quiet("United States"))
    panel.body.addSpacing(SPACE_4)
    panel.body.addWidget(labels.paragraph("Sheet v3 in hand, v4 is current"))
    panel.body.addWidget(buttons.primary_button("Print sheet", icon="printer"))
    row.addWidget(panel)
    column.addLayout(row, 1)
    notice = NoticeBar(page)
    page.notice = notice
    notice.say("Anna Rossi is here. Next: 10:20, table 7, Water Alliance Akron.", lambda: None)
    return page


def parts_page() -> QWidget:
    page = QWidget(objectName="page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
    column.setSpacing(SPACE_4)
    column.addWidget(labels.title("Parts"))
    row = QHBoxLayout()
    row.setSpacing(SPACE_3)
    focused = buttons.quiet_button("Focused", icon="keyboard")
    disabled = buttons.quiet_button("Disabled", icon="trash")
    disabled.setEnabled(False)
    off = buttons.primary_button("Primary off")
    off.setEnabled(False)
    for button in (
        buttons.primary_button("Check in", icon="check"),
        off,
        buttons.quiet_button("Print badge", icon="identification-card"),
        disabled,
        focused,
        buttons.plain_button("Show all", icon="list"),
        buttons.icon_button("More", "dots-three"),
    ):
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    marks = QHBoxLayout()
    marks.setSpacing(SPACE_4)
    for state in State:
        marks.addWidget(StateMark(state))
    marks.addStretch(1)
    column.addLayout(marks)
    tabs = Tabs((("people", "People 110"), ("organisations", "Organisations 100"), ("duplicates", "Duplicates 2")))
    column.addWidget(tabs)
    columns = QHBoxLayout()
    columns.setSpacing(SPACE_6)
    form = Form()
    form.text("name", "Name", "Emily Ross")
    form.text("organisation", "Organisation", placeholder="Begin to type")
    form.choice("country", "Country", (("IT", "Italy"), ("US", "United States")), "US")
    form.number("tables", "Tables", 15, 1, 400, hint="Numbers 1 to 15")
    form.note("note", "Note", "Needs a quiet place.")
    form.refuse("organisation", "An organisation is needed: type its name.")
    columns.addWidget(form, 1)
    middle = QVBoxLayout()
    card = Card()
    card.body.addWidget(labels.heading("Day 1, Monday 25 April"))
    card.body.addWidget(labels.paragraph("09:00 to 12:30, slots of 20 minutes, 5 between."))
    box = QCheckBox("Only changed sheets")
    box.setChecked(True)
    card.body.addWidget(box)
    card.body.addWidget(QCheckBox("Two copies"))
    radio = QRadioButton("Box order")
    radio.setChecked(True)
    card.body.addWidget(radio)
    card.body.addWidget(QRadioButton("Alphabet"))
    middle.addWidget(card)
    middle.addStretch(1)
    columns.addLayout(middle, 1)
    empty = EmptyState(
        "Nobody is in this event yet. Import the list of the online tool.", "Import people", icon="users"
    )
    columns.addWidget(empty, 1)
    column.addLayout(columns, 1)
    page.focus_here = focused
    return page


def render(widget: QWidget, path: Path, width: int = 1180, height: int = 760) -> None:
    widget.resize(width, height)
    widget.show()
    focus = getattr(widget, "focus_here", None)
    if focus is not None:
        widget.activateWindow()
        focus.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(5):
        QApplication.processEvents()
    widget.grab().save(str(path))
    widget.close()


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    if os.environ.get("QT_SCALE_FACTOR") is None:
        environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
        subprocess.run([sys.executable, "-m", "tests.ui.gallery", str(out)], env=environment, check=True)
        themes, suffix = (Choice.LIGHT, Choice.DARK), ""
    else:
        themes, suffix = (Choice.LIGHT,), "-200"
    application = QApplication([])
    appearance = Appearance(application)
    for choice in themes:
        appearance.choose(choice)
        for name, make in (("table", table_page), ("parts", parts_page)):
            render(make(), out / f"kit-{name}-{choice.value}{suffix}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
