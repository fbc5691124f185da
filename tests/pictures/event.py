"""The Event page: its tabs, its sheets, and what falls out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QPixmap

from eccp_desktop.actions.brief import WriteBrief
from eccp_desktop.actions.edit_staff import AddStaff
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.ui.pages.event.copies_sheet import CopiesSheet
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
    _refused(stage, page)
    _filled(stage, page)
    if stage.busy:
        _erased(stage, page)
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
        ("sides", "new-side", page.sides._ask_new),
        ("papers", "new-language", page.papers.languages._ask),
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


def _refused(stage: Stage, page: EventPage) -> None:
    """What a field cannot take: an event without a name, staff without initials, a colour that is too pale."""
    page.open_tab("event")
    page.details._name.clear()
    page.details._save.click()
    stage.take("event-without-a-name")
    page.details._name.setText("Hannover 2016")
    page.open_tab("staff")
    page.staff.add()
    stage.press("Return")
    stage.take("event-staff-refused")
    stage.clear()
    page.open_tab("papers")
    page.papers._hex.setText("#FFE680")
    page.papers._typing("#FFE680")
    stage.take("event-too-pale")
    page.papers._hex.clear()
    page.papers._typing("")


def _filled(stage: Stage, page: EventPage) -> None:
    """Staff, country pages and a logo, as they stand in an event that is prepared."""
    for initials, name in (("MK", "Marta Kowalska"), ("JS", "Jonas Steiner"), ("AB", "")):
        stage.desk.do(AddStaff(initials, name))
    text = "# Clusters\nThe country has 41 of them.\n- Energy\n- Health\n\n# Help with trade\nAsk the chamber."
    stage.desk.do(WriteBrief("IT", "Italy", text, checked=True))
    stage.desk.do(WriteBrief("US", "United States", ""))
    for owner, colour in zip(LogoOwner, ("#1B3A6B", "#FDFDFD"), strict=True):
        path = _logo(stage.out, colour)
        page.papers.logos.rows[owner].take(path)
        settle()
        path.unlink()
    stage.clear()
    page.open_tab("staff")
    page.staff._table.select_line(1)
    stage.take("event-staff-named")
    page.staff.change()
    stage.take("event-change-staff")
    stage.clear()
    page.open_tab("pages")
    stage.take("event-pages-written")
    page.open_tab("papers")
    stage.take("event-logos")
    stage.event._ask_actor()
    stage.take("actor-of-the-staff")
    stage.clear()


def _logo(folder: Path, colour: str) -> Path:
    drawn = QPixmap(240, 64)
    drawn.fill(QColor(colour))
    path = folder / "logo.png"
    drawn.save(str(path))
    return path


def _erased(stage: Stage, page: EventPage) -> None:
    """Somebody is chosen, erased, and the copies that still hold the name are listed."""
    page.open_tab("copies")
    page.copies.ask_who_is_erased()
    stage.type("cole")
    stage.press("Return", "Home")
    stage.take("event-erase-chosen")
    stage.clear()
    CopiesSheet([path for _, path in page.copies._table.rows_model.rows], stage.event.window).open()
    stage.take("event-copies-with-erased")
    stage.clear()
    page.progress.start("Saving a copy without names", stoppable=False)
    stage.take("event-copying")
    page.progress.finish()
