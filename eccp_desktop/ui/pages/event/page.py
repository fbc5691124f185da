"""The Event page: its tabs, and the way in which the frame is changed."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QStackedWidget, QWidget

from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.event_setting import EventSetting, event_setting
from eccp_desktop.store.reads.frame import Frame, frame
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages.event.copies import CopiesTab
from eccp_desktop.ui.pages.event.country_pages import CountryPagesTab
from eccp_desktop.ui.pages.event.details import DetailsTab
from eccp_desktop.ui.pages.event.fall_out_sheet import FallOutSheet
from eccp_desktop.ui.pages.event.papers import PapersTab
from eccp_desktop.ui.pages.event.programme import ProgrammeTab
from eccp_desktop.ui.pages.event.sides import SidesTab
from eccp_desktop.ui.pages.event.staff import StaffTab
from eccp_desktop.ui.pages.event.tables import TablesTab
from eccp_desktop.ui.pages.reading import ReadingPage

Found: TypeAlias = tuple[Frame | None, EventSetting | None]


class EventPage(ReadingPage[Found]):
    """Name, days, sessions, slots, tables, sides, who may meet whom; papers, desk staff, country pages, copies."""

    name = "event"
    title = N_("Event")
    icon = "gear"
    touched_by = (
        "event",
        "event_language",
        "side",
        "session",
        "slot",
        "hall_table",
        "table_closure",
        "organisation",
        "meeting",
        "staff",
        "brief",
        "logo",
    )

    def _create(self) -> None:
        self.tabs = Tabs(
            (
                ("event", N_("Event")),
                ("programme", N_("Sessions")),
                ("tables", N_("Tables")),
                ("sides", N_("Sides")),
                ("papers", N_("Papers")),
                ("staff", N_("Staff")),
                ("pages", N_("Country pages")),
                ("copies", N_("Copies")),
            )
        )
        self.details = DetailsTab(self)
        self.programme = ProgrammeTab(self)
        self._frame_parts: dict[str, DetailsTab | ProgrammeTab | TablesTab | SidesTab] = {
            "event": self.details,
            "programme": self.programme,
        }
        self._setting_parts: dict[str, PapersTab | StaffTab | CountryPagesTab | CopiesTab] = {}
        self._stack = QStackedWidget()
        undone = N_("This file holds no event: the step that made it was undone. Ctrl+Shift+Z makes it again.")
        self._nothing = EmptyState(undone, icon="calendar-blank")
        self._job: Job | None = None

        # Making all tabs at once would hold the window up for longer than somebody at the Desk may notice.
        self._steps[:0] = [self._add_places, self._add_papers, self._add_pages]

    def _add_places(self) -> None:
        self.tables = TablesTab(self)
        self.sides = SidesTab(self)
        self._frame_parts |= {"tables": self.tables, "sides": self.sides}
        self._stack.addWidget(self.tables)
        self._stack.addWidget(self.sides)

    def _add_papers(self) -> None:
        self.papers = PapersTab(self)
        self.staff = StaffTab(self)
        self._setting_parts |= {"papers": self.papers, "staff": self.staff}
        self._stack.addWidget(self.papers)
        self._stack.addWidget(self.staff)

    def _add_pages(self) -> None:
        self.country_pages = CountryPagesTab(self)
        self.copies = CopiesTab(self)
        self._setting_parts |= {"pages": self.country_pages, "copies": self.copies}
        self._stack.addWidget(self.country_pages)
        self._stack.addWidget(self.copies)

    def _arrange(self) -> None:
        self.body.addWidget(self.tabs)
        for part in self._frame_parts.values():
            self._stack.addWidget(part)
        self._stack.addWidget(self._nothing)
        self.body.addLayout(EdgeLayout(self._stack), 1)

    def _part(self, key: str) -> QWidget:
        return self._frame_parts[key] if key in self._frame_parts else self._setting_parts[key]

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose)

    @staticmethod
    def read(desk: Desk) -> Found:
        """The frame, and what belongs to its papers; None twice in a file without an event. Any thread may ask."""
        return desk.read(frame), desk.read(event_setting)

    def _show(self, found: Found) -> None:
        self._show_frame(*found)

    def _show_frame(self, found: Frame | None, setting: EventSetting | None) -> None:
        self.tabs.setVisible(found is not None)
        self._stack.setCurrentWidget(self._nothing if found is None else self._part(self.tabs.key))
        if found is None or setting is None:
            return
        for part in self._frame_parts.values():
            part.show_frame(found)
        for other in self._setting_parts.values():
            other.show_setting(setting)
        self.tabs.set_text("programme", N_("Sessions {n}").format(n=len(found.sessions)))
        self.tabs.set_text("tables", N_("Tables {n}").format(n=len(found.tables)))
        self.tabs.set_text("sides", N_("Sides {n}").format(n=len(found.sides)))
        self.tabs.set_text("staff", N_("Staff {n}").format(n=len(setting.staff)))
        self.tabs.set_text("pages", N_("Country pages {n}").format(n=len(setting.pages)))

    def commands(self) -> Sequence[Command]:
        return (*self.programme.commands(), *self.tables.commands(), *self.copies.commands())

    def focus_first(self) -> None:
        self.tabs.setFocus()

    def open_tab(self, key: str) -> None:
        """Show one of the tabs: event, programme, tables, sides, papers, staff, pages, copies."""
        self.tabs.choose(key)

    def change_frame(self, intent: Intent[tuple[FallenOut, ...]], said: str) -> None:
        """Say what falls out of the timetable, and do it when that is wanted; what takes nothing away is done at once."""
        self._job = job = Job(lambda _report, _stopping: self.desk.rehearse(intent), self)
        job.done.connect(lambda fallen: self._rehearsed(intent, said, fallen))
        job.refused.connect(self.refuse)
        job.troubled.connect(self.signals.troubled)
        job.start()

    def _rehearsed(self, intent: Intent[tuple[FallenOut, ...]], said: str, fallen: tuple[FallenOut, ...]) -> None:
        if not fallen:
            self.do(intent, said)
            return
        sheet = FallOutSheet(fallen, self)
        sheet.accepted.connect(lambda: self.do(intent, f"{said} {waiting(len(fallen))}"))
        sheet.open()

    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self._part(key))


def waiting(meetings: int) -> str:
    """Where the meetings went that lost their seats."""
    if meetings == 1:
        return N_("1 meeting waits in the tray.")
    return N_("{n} meetings wait in the tray.").format(n=meetings)
