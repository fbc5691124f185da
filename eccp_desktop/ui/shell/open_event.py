"""An event that is open in a window, with all that lives as long as it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer

from eccp_desktop.base.clock import ShiftedClock
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.backup_schedule import BackupSchedule
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PagePlace
from eccp_desktop.ui.shell.actor_sheet import ActorSheet
from eccp_desktop.ui.shell.event_facts import EventFacts, holder_of
from eccp_desktop.ui.shell.rehearsal import Rehearsal
from eccp_desktop.ui.shell.window import EventWindow
from eccp_desktop.ui.signals import DeskSignals

LOOK_FOR_BACKUPS = 60_000
"""Milliseconds between two looks at whether a backup is due."""


class OpenEvent:
    """Desk, window, backups and rehearsal of one event. `close` gives the file back."""

    def __init__(
        self,
        desk: Desk,
        places: Sequence[PagePlace],
        clock: ShiftedClock,
        memory: Memory,
        appearance: Appearance,
    ) -> None:
        self.desk = desk
        self._memory = memory
        self.backups = BackupSchedule(desk)
        self.signals = DeskSignals(desk)
        self.facts = EventFacts(desk, desk.file.path.stem, lambda: self.backups.last)
        self.window = EventWindow(
            desk, self.signals, places, self.facts.strip, self.facts.find, clock, memory, appearance
        )
        self.facts.open_page = self.window.open_page
        self.signals.changed.connect(self.facts.follow)
        banner = self.window.banner
        self.rehearsal = Rehearsal(clock, banner, self._zone, partial(desk.read, first_moment), self.window.refresh)
        actor = Command("desk.actor", N_("Who is at this laptop"), self._ask_actor, icon="user")
        self.window.add_commands([actor, *self.rehearsal.commands()])
        self._due = QTimer(interval=LOOK_FOR_BACKUPS)
        self._due.timeout.connect(self._back_up)
        if desk.file.read_only:
            words = N_("{holder} is writing into this event. Here it can be read.")
            banner.say(words.format(holder=holder_of(desk) or N_("Another program")))
        else:
            self._due.start()

    def close(self) -> None:
        """Finish what is queued, make the last backup, close the file. Raises Trouble where the backup fails."""
        self._due.stop()
        try:
            if not self.desk.file.read_only:
                self.backups.make_if_changed()
        finally:
            self.desk.close()

    def _zone(self) -> str:
        return self.facts.strip().zone

    def _back_up(self) -> None:
        try:
            if self.backups.make_if_due():
                self.window.refresh()
        except Trouble as trouble:
            self.window.show_trouble(trouble)

    def _ask_actor(self) -> None:
        sheet = ActorSheet(self.desk.file.actor, self.window)
        sheet.chosen.connect(self._set_actor)
        sheet.open()

    def _set_actor(self, initials: str) -> None:
        self.desk.file.actor = initials
        self._memory.put("actor", initials)
        self.window.refresh()
