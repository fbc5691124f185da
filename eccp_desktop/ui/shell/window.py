"""The window of an open event: rail, banner, page, strip, and the keys that work everywhere."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.clock import Clock, unmoved
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.history import said_of
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.commands import Command, always, bind, menu
from eccp_desktop.ui.kit.trouble_dialog import TroubleDialog
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.catalogue import PagePlace
from eccp_desktop.ui.shell.banner import Banner
from eccp_desktop.ui.shell.page_stack import PageStack
from eccp_desktop.ui.shell.palette import Offered, Palette, Provider
from eccp_desktop.ui.shell.rail import Rail, RailEntry
from eccp_desktop.ui.shell.scan_in_front import in_front_takes
from eccp_desktop.ui.shell.shortcut_sheet import ShortcutSheet
from eccp_desktop.ui.shell.strip import Strip, StripFacts
from eccp_desktop.ui.signals import DeskSignals

FRAME = QSize(8, 40)
"""What the system puts around a window on its screen: borders and the title bar."""


class EventWindow(QWidget):
    """Everything around the pages. It owns no data: `facts` reads what the strip shows, `provider` finds for the palette.
    The program's own commands (open, new, quit ...) come in by `add_commands`. The window is deleted when it is closed.
    """

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        places: Sequence[PagePlace],
        facts: Callable[[], StripFacts],
        provider: Provider,
        clock: Clock,
        memory: Memory,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._signals = signals
        self._places = {place.name: place for place in places}
        self._facts = facts
        self._provider = provider
        self._clock = clock
        self._memory = memory
        self._appearance = appearance
        self._commands = [*self._page_commands(), *self._own_commands()]
        self._create()
        self._arrange()
        self._connect()
        self._reload()

    def _create(self) -> None:
        entries = [RailEntry(place.name, place.title, place.icon, place.digit) for place in self._places.values()]
        self.rail = Rail(entries)
        self.banner = Banner()
        self.pages = PageStack(list(self._places.values()), self._make)
        self.strip = Strip(self._facts())
        self._second = QTimer(self, interval=1000)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.strip)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() - FRAME))
        self.setMinimumSize(760, 480)  # a screen of 800 x 600, or of 960 x 540 as at twice the size, with its bars
        geometry = self._memory.get("window", "")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def _connect(self) -> None:
        bind(self._commands, self, everywhere=True)
        self.rail.chosen.connect(self.open_page)
        self.rail.menu_wanted.connect(self._show_menu)
        self.strip.wanted.connect(self.open_page)
        self._second.timeout.connect(self._tick)
        self._signals.changed.connect(self._changed)
        self._signals.troubled.connect(self.show_trouble)

    def _reload(self) -> None:
        facts = self._facts()
        self.setWindowTitle(f"{facts.event} - ECCP Desk")
        self.strip.show_facts(facts)
        self._tick()
        self._second.start()

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self.pages.page

    @property
    def tables(self) -> frozenset[str]:
        """The tables that the pages opened so far show."""
        return self.pages.tables

    def open_page(self, name: str, thing: object = None) -> Page | None:
        """Open a page, and show a thing on it; a name without a page does nothing."""
        page = self.pages.show_page(name)
        if page is None:
            return None
        self.rail.show_page(name)
        if thing is not None:
            page.show_thing(thing)
        page.focus_first()
        return page

    def prepare_page(self, name: str) -> bool:
        """Go a step towards a page that can be opened at once; False when nothing is left to do ahead."""
        return self.pages.prepare(name)

    def add_commands(self, commands: Sequence[Command]) -> None:
        """Take in commands of the program and of the open event."""
        self._commands.extend(commands)
        bind(commands, self, everywhere=True)

    def refresh(self) -> None:
        """Show the facts of the strip again, the open page, and the others when they are opened: the clock or the actor
        changed."""
        self.show_facts()
        self.pages.outdate()
        if self.page is not None:
            self.page.refresh()

    def show_facts(self) -> None:
        """Show the facts of the strip again."""
        self.strip.show_facts(self._facts())
        self._tick()

    def scanned(self, code: str) -> None:
        """Take a badge to the Desk, whatever is open; a sheet that asks something is answered first."""
        if in_front_takes(code):
            return
        page = self.open_page("desk")
        if page is not None:
            page.scanned(code)

    def undo(self, unit: str | None = None) -> None:
        """Take the latest step back; with a unit, only if that is still the latest."""
        self._take_back(self._desk.submit_undo(unit), N_("Undone: {title}."), N_("Redo"), self.redo)

    def redo(self) -> None:
        """Make the step again that was undone last."""
        self._take_back(self._desk.submit_redo(), N_("Done again: {title}."), N_("Undo"), self.undo)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong outside the rules."""
        TroubleDialog(trouble, parent=self).open()

    def _take_back(
        self,
        future: Future[Any],  # Any: the desk's own value, of which only the title is shown
        words: str,
        verb: str,
        back: Callable[[], object],
    ) -> None:
        page = self.page
        if page is None:
            return

        def done(unit: Any) -> None:  # Any: as above
            title = str(unit.title)
            about = self._desk.read(said_of, unit.subject)
            what = ", ".join(part for part in (title[:1].lower() + title[1:], about) if part)
            page.notices.say(words.format(title=what), back, verb=verb)

        self._signals.deliver(future, done, page.refuse, owner=page)

    def _make(self, place: PagePlace) -> Page:
        page = place.load()(self._desk, self._signals, self._clock, self._memory, self)
        page.hide()
        page.undo = self.undo
        page.wanted.connect(self.open_page)
        return page

    def _changed(self, change: ChangeSet) -> None:
        self.show_facts()

    def _tick(self) -> None:
        self.strip.tick(self._clock.now(), unmoved(self._clock).now())

    def _show_menu(self) -> None:
        page = self.page.commands() if self.page else ()
        made = menu(page, self, self._own_commands(), self._given())
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.rail.menu_button
        made.popup(button.mapToGlobal(button.rect().topRight()) - made.rect().bottomLeft())

    def _given(self) -> list[Command]:
        own = {command.id for command in (*self._own_commands(), *self._page_commands())}
        return [command for command in self._commands if command.id not in own]

    def _page_commands(self) -> list[Command]:
        return [
            Command(
                f"page.{place.name}",
                N_("Go to {page}").format(page=place.title),
                partial(self.open_page, place.name),
                f"Ctrl+{place.digit}",
                place.icon,
            )
            for place in self._places.values()
        ]

    def _own_commands(self) -> list[Command]:
        return [
            Command("edit.undo", N_("Undo"), self.undo, "Ctrl+Z", "arrow-u-up-left"),
            Command("edit.redo", N_("Redo"), self.redo, "Ctrl+Shift+Z;Ctrl+Y", "arrow-u-up-right"),
            Command(
                "notice.answer",
                N_("Do what the notice offers"),
                self._answer_notice,
                "Alt+Return;Alt+Enter",
                "check",
                self._is_offered,
            ),
            Command("find.anything", N_("Find anything"), self._open_palette, "Ctrl+K", "magnifying-glass"),
            Command("help.keys", N_("Keys of this page"), self._show_keys, "F1", "keyboard"),
            self._theme_command(Choice.LIGHT, N_("Light theme"), "sun"),
            self._theme_command(Choice.DARK, N_("Dark theme"), "moon"),
            self._theme_command(Choice.SYSTEM, N_("Theme of the system"), "desktop"),
            Command("view.full-screen", N_("Full screen"), self._toggle_full_screen, "F11", "corners-out"),
        ]

    def _theme_command(self, choice: Choice, title: str, icon: str) -> Command:
        """A check stands in the menu beside the theme that was chosen."""
        chosen = self._appearance.choice is choice
        return Command(f"view.{choice}", title, partial(self._choose_theme, choice), icon="check" if chosen else icon)

    def _answer_notice(self) -> None:
        if self.page is not None:
            self.page.notices.press()

    def _is_offered(self) -> bool:
        return self.page is not None and self.page.notices.offers

    def _open_palette(self) -> None:
        page = list(self.page.commands()) if self.page else []
        here = [Offered(command) for command in (*page, *self._commands)]
        palette = Palette(here, self._elsewhere, self._provider, self)
        palette.open_over(self)
        self.pages.prepare_all(palette)

    def _elsewhere(self) -> list[Offered]:
        """The commands of the pages that are not open; each opens its page first."""
        return [
            Offered(replace(command, run=partial(self._run_on, place.name, command.id), when=always), place.title)
            for place, command in self.pages.commands_elsewhere()
        ]

    def _run_on(self, name: str, id: str) -> None:
        page = self.open_page(name)
        if page is None:
            return
        command = self.pages.command(name, id)
        if command.when():
            command.run()
        else:
            page.notices.say(N_("{command}: choose first whom or what it is about.").format(command=command.title))

    def _show_keys(self) -> None:
        page = self.page
        title, commands = (page.title, page.commands()) if page else ("", ())
        ShortcutSheet(title, commands, self._commands, self).open()

    def _choose_theme(self, choice: Choice) -> None:
        self._appearance.choose(choice)
        self._memory.put("theme", choice.value)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.put("window", bytes(self.saveGeometry().toBase64().data()).decode())
        super().closeEvent(event)
