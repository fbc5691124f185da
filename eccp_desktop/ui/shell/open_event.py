"""An event that is open in a window, with all that lives as long as it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from eccp_desktop.base.clock import ShiftedClock
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.backup_schedule import BackupSchedule
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.event_setting import desk_staff
from eccp_desktop.store.reads.laptop_clock import clock_facts
from eccp_desktop.store.reads.now_frame import now_frame
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PagePlace
from eccp_desktop.ui.shell.actor_sheet import ActorSheet
from eccp_desktop.ui.shell.clock_check import clock_words
from eccp_desktop.ui.shell.event_facts import EventFacts, holder_of
from eccp_desktop.ui.shell.file_watch import FileWatch
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
        signals, backups = self.signals, self.backups
        self.facts = EventFacts(
            desk, desk.file.path.stem, lambda: signals.people, lambda: signals.sheets.count, lambda: backups.last
        )
        self.window = EventWindow(
            desk, self.signals, places, self.facts.strip, self.facts.find, clock, memory, appearance
        )
        self.facts.open_page = self.window.open_page
        self.signals.sheets.known.connect(self.window.show_facts)
        self.signals.sheets.look()
        banner = self.window.banner
        self.rehearsal = Rehearsal(
            clock,
            banner,
            self._zone,
            partial(desk.read, first_moment),
            self.window.refresh,
            lambda: [figures.slot.span.start for figures in desk.read(now_frame).slots],
            memory,
            str(desk.file.path),
        )
        actor = Command("desk.actor", N_("Who is at this laptop"), self._ask_actor, icon="user")
        self.window.add_commands([actor, *self.rehearsal.commands()])
        self._backup: Job | None = None
        self._warned = False
        """Whether it was said that no backup could be made; none was made since."""
        self._due = QTimer(interval=LOOK_FOR_BACKUPS)
        self._due.timeout.connect(self._back_up)
        known = desk.read(clock_facts)
        doubts = "" if self.rehearsal.on else clock_words(clock.now(), known)
        if desk.file.read_only:
            words = N_("{holder} is writing into this event. Here it can be read.")
            banner.say(f"{words.format(holder=holder_of(desk) or N_('Another program'))} {doubts}".rstrip())
            self._follow = FileWatch(desk.file.path, self._seen, self._due)
        else:
            if doubts:
                right = (N_("The clock is right"), lambda: banner.say(""))
                on_a_day = clock.now().astimezone(known.zone).date() in known.days
                rehearse = [] if on_a_day else [(self.rehearsal.begin_words, self.rehearsal.begin)]
                banner.say(doubts, *rehearse, right)
            self._due.start()
            self._back_up_now()

    def close(self) -> None:
        """Finish what is queued, make the last backup, close the file. Raises Trouble where the backup fails."""
        self._due.stop()
        self.rehearsal.keep()
        self.signals.sheets.wait()
        if self._backup is not None:
            self._backup.wait()
        try:
            if not self.desk.file.read_only:
                self.backups.make_if_changed()
        finally:
            self.desk.close()

    def _seen(self) -> None:
        # Another program wrote; its journal is not ours to read step by step, so every view reads again.
        everything = dict.fromkeys(self.window.tables, frozenset[str]())
        self.signals.changed.emit(ChangeSet("", "", everything))

    def _zone(self) -> str:
        return self.facts.strip().zone

    def _back_up_now(self) -> None:
        """The backup at the start, beside the window's work."""
        self._copy(self.backups.make)

    def _back_up(self) -> None:
        self._copy(self.backups.make_if_due)

    def _copy(self, make: Callable[[], object]) -> None:
        if self._backup is not None and self._backup.running:
            return
        self._backup = job = Job(lambda _report, _stopping: make())
        job.done.connect(self._copied)
        job.troubled.connect(self._not_copied)
        job.start()

    def _copied(self, made: object) -> None:
        if made and isValid(self.window):
            self._warned = False
            self.window.show_facts()

    def _not_copied(self, trouble: Trouble) -> None:
        """Say it once and not at every look: what opens in front of the Desk stops the check-in. The strip shows the age."""
        if not self._warned and isValid(self.window):
            self._warned = True
            self.window.show_trouble(trouble)

    def _ask_actor(self) -> None:
        sheet = ActorSheet(self.desk.file.actor, self.desk.read(desk_staff), self.window)
        sheet.chosen.connect(self._set_actor)
        sheet.open()

    def _set_actor(self, initials: str) -> None:
        self.desk.file.actor = initials
        self._memory.put("actor", initials)
        self.window.refresh()
