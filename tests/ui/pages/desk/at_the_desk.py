"""What somebody at the Desk types, and what the page and the store say to it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.ui.pages.desk import DeskPage


def person_of(desk: Desk, person: ParticipantId) -> DeskPerson:
    return desk.read(desk_people, [person])[0]


def until_known(qtbot: QtBot, page: DeskPage, desk: Desk, person: ParticipantId) -> None:
    """Wait until the page has heard of what was done to somebody."""
    qtbot.waitUntil(lambda: page._index.get(person) == person_of(desk, person))


def search(qtbot: QtBot, page: DeskPage, text: str) -> None:
    page.finder.field.clear()
    qtbot.keyClicks(page.finder.field, text)
    page.finder.settle()


def shown(page: DeskPage) -> list[str]:
    return [row.list_name for row in page.finder.list.rows_model.rows]


def enter(qtbot: QtBot, page: DeskPage) -> None:
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)


def says(qtbot: QtBot, page: DeskPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.notices.sentence)
