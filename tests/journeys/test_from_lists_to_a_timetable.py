"""The evening before: an event is made from nothing, its lists come in, a timetable is generated, and the Desk knows everybody."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.app import Program
from eccp_desktop.ui.pages.exchange import ExchangePage
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.exchange.files import csv_file, xlsx_file
from tests.journeys.volunteer import Volunteer

EVENING = CreateEvent(
    "Fair", "Europe/Berlin", (date(2016, 4, 25),), ((time(9), time(12, 30)),), tables=4, sides=("EU", "US")
)
PEOPLE = [
    ("First name", "Last name", "E-mail", "Company", "Country"),
    ("Anna", "Rossi", "anna@x.example", "Smart Grid Hub", "Italy"),
    ("Jan", "de Vries", "jan@low.example", "Low Countries Hydrogen", "Netherlands"),
    ("Emily", "Ross", "emily@y.example", "Water Alliance", "USA"),
    ("Liam", "Byrne", "liam@z.example", "Battery Cluster", "USA"),
]
REQUESTS = [("From", "To"), *((eu, us) for eu in ("anna@x.example", "jan@low.example") for us in ("emily@y.example",))]


def test_an_event_begins_with_lists_and_ends_with_everybody_known(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.create(tmp_path / "fair.eccp", EVENING)
    assert program.event is not None
    with qtbot.waitActive(program.event.window):
        program.event.window.activateWindow()
    volunteer = Volunteer(program, qtbot)

    volunteer.press_button("Import participants")
    page = volunteer.page(ExchangePage)
    files = [xlsx_file(tmp_path / "people.xlsx", PEOPLE), csv_file(tmp_path / "requests.csv", REQUESTS)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in files], ""))
    volunteer.press("Return")
    volunteer.until(lambda: page.import_button.isVisible())
    assert page.import_button.text() == "Import 6 rows"
    volunteer.press("Ctrl+Return")
    volunteer.hears("Imported: 6 new.")

    volunteer.press("Ctrl+5", "G", "Return")
    timetable = volunteer.page(TimetablePage)
    volunteer.until(lambda: timetable.side.generate.proposal is not None)
    volunteer.press("Return")
    volunteer.hears("The timetable is applied: ", "2 new")

    volunteer.at(datetime(2016, 4, 25, 8, 45))
    volunteer.press("Ctrl+1")
    volunteer.type("vries jan")
    volunteer.press("Return")
    volunteer.hears("Jan de Vries is here.", "09:00, table ")
