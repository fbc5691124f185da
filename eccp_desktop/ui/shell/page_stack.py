"""The pages of a window, one shown at a time: each is made when it is first opened, or step by step before that."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from eccp_desktop.ui.commands import Command, find
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.catalogue import PagePlace

Make = Callable[[PagePlace], Page]
"""Makes a page that has not gone through its steps yet."""


class PageStack(QStackedWidget):
    """Knows every page by its name."""

    def __init__(self, places: Sequence[PagePlace], make: Make) -> None:
        super().__init__()
        self._places = {place.name: place for place in places}
        self._make = make
        self._opened: dict[str, Page] = {}
        self._prepared: dict[str, Page] = {}

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        current = self.currentWidget()
        return current if isinstance(current, Page) else None

    @property
    def tables(self) -> frozenset[str]:
        """The tables that the pages opened so far show."""
        return frozenset(table for page in self._opened.values() for table in page.touched_by)

    def show_page(self, name: str) -> Page | None:
        """Show a page; None where there is no page of this name."""
        if name not in self._places:
            return None
        if name not in self._opened:
            page = self.made(name)
            self._prepared.pop(name)
            page.catch_up()
            self._opened[name] = page
            self.addWidget(page)  # which resizes it, and a page may answer only when it has read
        self.setCurrentWidget(self._opened[name])
        return self._opened[name]

    def outdate(self) -> None:
        """Let the pages that are not shown read again when they are."""
        for page in (*self._opened.values(), *self._prepared.values()):
            if page is not self.page:
                page.outdate()

    def made(self, name: str) -> Page:
        """The page, whether it was opened yet or not."""
        if name in self._opened:
            return self._opened[name]
        if name not in self._prepared:
            self._prepared[name] = self._make(self._places[name])
        page = self._prepared[name]
        page.prepare()
        return page

    def prepare(self, name: str) -> bool:
        """Go a step towards a page that can be opened at once; False when nothing is left to do ahead."""
        if name in self._opened:
            return False
        if name not in self._prepared:
            self._prepared[name] = self._make(self._places[name])
            return True
        page = self._prepared[name]
        if not page.prepare_step():
            page.read_ahead()
            return False
        return True

    def prepare_all(self, while_open: QObject) -> None:
        """Make the pages that are not made yet, step by step between the keys that come, while somebody may ask for them."""
        left = [name for name in self._places if name not in self._opened]
        steps = QTimer(while_open, interval=0)

        def step() -> None:
            if left and not self.prepare(left[0]):
                left.pop(0)
            if not left:
                steps.stop()

        steps.timeout.connect(step)
        steps.start()

    def commands_elsewhere(self) -> list[tuple[PagePlace, Command]]:
        """The commands of the pages that are not shown."""
        return [
            (place, command)
            for place in self._places.values()
            if self.page is None or place.name != self.page.name
            for command in self.made(place.name).commands()
        ]

    def command(self, name: str, id: str) -> Command:
        """A command of a page. Raises KeyError."""
        return find(self.made(name).commands(), id)
