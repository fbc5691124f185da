"""People: the list, filters, the form, organisations, duplicates."""

from eccp_desktop.ui.pages.people.filters import PRESENCE
from eccp_desktop.ui.pages.people.page import PeoplePage
from tests.pictures.stage import Stage


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
    stage.press("Escape")
