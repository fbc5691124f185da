"""The second tab: the sessions of each day."""

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from eccp_desktop.actions.edit_sessions import AddSession, ChangeSession, RemoveSession
from eccp_desktop.actions.move_day import MoveDay
from eccp_desktop.actions.session_plan import SessionPlan
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.reads.frame import Frame, FrameSession
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.move_day_sheet import MoveDaySheet
from eccp_desktop.ui.pages.event.session_sheet import SessionSheet
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import ROW_LARGE, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

KINDS = {
    SessionKind.MATCHMAKING: N_("Matchmaking"),
    SessionKind.PLENARY: N_("Plenary"),
    SessionKind.SEMINAR: N_("Seminar"),
    SessionKind.VISIT: N_("Visit"),
    SessionKind.BREAK: N_("Break"),
}

_TIMES = time(9), time(12, 30)

COLUMNS = (
    Column[FrameSession]("day", N_("Day"), lambda s: day_words(s.day), sort=lambda s: s.start, width=160),
    Column[FrameSession]("time", N_("Time"), lambda s: f"{s.start:%H:%M} – {s.end:%H:%M}", strong=True, width=130),
    Column[FrameSession](
        "what",
        N_("Session"),
        lambda s: s.title or KINDS[s.kind],
        second=lambda s: ", ".join(part for part in (KINDS[s.kind] if s.title else "", s.room, s.speakers) if part),
        stretch=True,
    ),
    Column[FrameSession]("slots", N_("Slots"), lambda s: _slots(s), sort=lambda s: s.slots, quiet=True, width=170),
    Column[FrameSession](
        "meetings", N_("Meetings"), lambda s: str(s.meetings or ""), sort=lambda s: s.meetings, right=True, width=90
    ),
    Column[FrameSession](
        "people", N_("Tied people"), lambda s: str(s.people or ""), sort=lambda s: s.people, right=True, width=100
    ),
)


class ProgrammeTab(FullOrEmpty):
    """The list of sessions; each can be added, changed, removed."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._table = TableView[FrameSession](
            N_("Sessions"),
            COLUMNS,
            lambda session: session.id,
            row_height=ROW_LARGE,
            gives_way=("people", "slots"),
            memory=page.memory,
        )
        self._change = quiet_button(N_("Change"), self.change, icon="pencil-simple")
        self._remove = quiet_button(N_("Remove"), self.remove, icon="trash")
        self._move_day = quiet_button(N_("Move day"), self.move_day, icon="calendar")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addWidget(primary_button(N_("Add session"), self.add, icon="plus"))
        buttons.addWidget(self._change)
        buttons.addWidget(self._remove)
        buttons.addWidget(self._move_day)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addLayout(buttons)
        column.addLayout(self._table.on_edge(), 1)
        empty = N_("There is no day yet. Add the first session, for example matchmaking from 09:00 to 12:30.")
        self._fill(column, EmptyState(empty, N_("Add session"), self.add, icon="calendar"))
        self._table.selected.connect(self._selected)
        self._table.opened.connect(self.change)
        self._selected(None)

    def show_frame(self, frame: Frame) -> None:
        """Show the sessions as the store has them."""
        self._table.show_rows(frame.sessions)
        self._show_full(bool(frame.sessions))

    def commands(self) -> Sequence[Command]:
        """What can be done with sessions."""
        return (
            Command("event.add-session", N_("Add session"), self.add, icon="plus"),
            Command(
                "event.remove-session",
                N_("Remove session"),
                self.remove,
                "Del",
                "trash",
                lambda: self._table.hasFocus(),
            ),
            Command("event.move-day", N_("Move a day of the programme"), self.move_day, icon="calendar"),
        )

    def add(self) -> None:
        """Ask for a new session, on the day of the selected one."""
        rows = self._table.rows_model.rows
        day = self._table.row.day if self._table.row else rows[-1].day if rows else self._page.clock.now().date()
        sheet = SessionSheet(N_("Add session"), SessionPlan(SessionKind.MATCHMAKING, day, *_TIMES), self)
        sheet.planned.connect(self._add)
        sheet.open()

    def change(self) -> None:
        """Ask what the selected session shall be."""
        session = self._table.row
        if session is None:
            return
        sheet = SessionSheet(N_("Change session"), _plan(session), self)
        sheet.planned.connect(
            lambda plan: self._page.change_frame(ChangeSession.to(session.id, plan), N_("The session is changed."))
        )
        sheet.open()

    def remove(self) -> None:
        """Take the selected session away."""
        session = self._table.row
        if session is not None:
            what = session.title or KINDS[session.kind]
            said = N_("{what} of {time} is removed.").format(what=what, time=f"{session.start:%H:%M}")
            self._page.change_frame(RemoveSession(session.id), said)

    def move_day(self) -> None:
        """Ask to which date a day of the programme moves; the selected session's day is proposed."""
        days = sorted({session.day for session in self._table.rows_model.rows})
        if not days:
            return
        sheet = MoveDaySheet(days, self._table.row.day if self._table.row else days[0], self)
        sheet.chosen.connect(self._move)
        sheet.open()

    def _move(self, day: date, to: date) -> None:
        said = N_("{day} is {to} now.").format(day=day_words(day), to=day_words(to))
        self._page.change_frame(MoveDay(day, to), said)

    def _add(self, plan: SessionPlan) -> None:
        self._page.do(AddSession.of(plan), N_("The session of {start} is added.").format(start=f"{plan.start:%H:%M}"))

    def _selected(self, session: FrameSession | None) -> None:
        self._change.setEnabled(session is not None)
        self._remove.setEnabled(session is not None)
        self._move_day.setEnabled(self._table.rows_model.rowCount() > 0)


def _slots(session: FrameSession) -> str:
    if session.kind is not SessionKind.MATCHMAKING:
        return ""
    return N_("{n} of {length} min, gap {gap}").format(
        n=session.slots, length=session.slot_minutes, gap=session.gap_minutes
    )


def _plan(session: FrameSession) -> SessionPlan:
    return SessionPlan(
        kind=session.kind,
        day=session.day,
        start=session.start.time(),
        end=session.end.time(),
        name=session.title,
        room=session.room,
        speakers=session.speakers,
        slot_minutes=session.slot_minutes or 20,
        gap_minutes=session.gap_minutes if session.slot_minutes else 5,
    )
