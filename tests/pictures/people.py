"""People: the list, filters, the form, organisations, duplicates."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QScrollArea

from eccp_desktop.ui.pages.people.filters import PRESENCE
from eccp_desktop.ui.pages.people.page import PeoplePage
from tests.pictures.stage import Stage, press


def play(stage: Stage) -> None:
    """Take the pictures of the People page."""
    page = stage.open("people")
    assert isinstance(page, PeoplePage)
    stage.take("people")
    if stage.busy:
        _people(stage, page)
    for tab in ("organisations", "duplicates"):
        page.tabs.choose(tab)
        stage.take(f"people-{tab}")
        if stage.busy and tab == "organisations":
            page.organisations.panel.edit()
            stage.take("people-organisation-form")
            stage.press("Escape")
        if stage.busy and tab == "duplicates":
            page.duplicates.table.select_line(0)
            stage.take("people-pair")
            page.duplicates.panel.merge()
            stage.take("people-merged")
            stage.undo()
    page.tabs.choose("people")


def _people(stage: Stage, page: PeoplePage) -> None:
    page.people.chips.choose([f"{PRESENCE}:late"])
    stage.type("a")
    stage.take("people-filtered")
    stage.type("xqz")
    stage.take("people-nobody-found")
    stage.press("Ctrl+A", "Backspace")
    page.people.chips.choose([])
    page.people.table.select_line(3)
    page.commands()[1].run()
    stage.take("people-form")
    form = page.people.panel.form
    assert form is not None
    stage.press("Ctrl+A", "Backspace", "Return")
    stage.take("people-form-refused")
    stage.press("Escape")
    _registration(stage, page)


def _registration(stage: Stage, page: PeoplePage) -> None:
    panel = page.people.panel
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.take("people-history")
    press(panel, "Cancel registration")
    stage.take("people-cancelled")
    stage.undo()
    table = page.people.table
    table.select_line(1)
    below = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.rows_model.index(2, 0), below)
    page.people._offer_to_make_one()
    stage.take("people-two-chosen")
    table.select_line(0)
