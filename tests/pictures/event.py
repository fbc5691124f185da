"""The Event page: its tabs, its sheets, and what falls out."""

from collections.abc import Callable

from eccp_desktop.ui.pages.event.page import EventPage
from tests.pictures.stage import Stage, settle


def play(stage: Stage) -> None:
    """Take the pictures of the Event page."""
    page = stage.open("event")
    assert isinstance(page, EventPage)
    for tab in page.tabs.keys:
        page.open_tab(tab)
        stage.take("event" if tab == "event" else f"event-{tab}")
    _sheets(stage, page)
    if stage.busy:
        page.open_tab("programme")
        page.programme._table.select_line(3)
        page.programme.remove()
        settle()
        stage.take("event-falls-out")
        stage.clear()
    page.open_tab("event")


def _sheets(stage: Stage, page: EventPage) -> None:
    sheets: tuple[tuple[str, str, Callable[[], object]], ...] = (
        ("programme", "session", page.programme.change),
        ("programme", "new-session", page.programme.add),
        ("programme", "move-day", page.programme.move_day),
        ("tables", "number", page.tables.ask_for_number),
        ("tables", "closures", page.tables.ask_for_closures),
        ("staff", "new-staff", page.staff.add),
        ("pages", "new-page", page.country_pages.add),
        ("copies", "erase", page.copies.ask_who_is_erased),
    )
    page.programme._table.select_line(0)
    for tab, name, ask in sheets:
        page.open_tab(tab)
        ask()
        settle()
        stage.take(f"event-{name}")
        stage.clear()
