"""What can be said of somebody who is not where they should be."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.intent import Intent
from eccp_desktop.actions.presence import MarkExpected, MarkGone, MarkLate
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_card import CardMeeting
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.pages.desk.late_time import LateTimeSheet

MOST_TIMES = 8
"""How many of the coming slots are offered as the time of arrival."""

Doing = Callable[[Intent[object], DeskPerson], object]


def late_menu(
    person: DeskPerson,
    starts: Sequence[datetime],
    meetings: Sequence[CardMeeting],
    do: Doing,
    parent: QWidget,
    *,
    ask: Callable[[], object] | None = None,
) -> QMenu:
    """A menu for a person: late until one of the `starts` (venue time), gone, expected; `meetings` change when they go.

    `ask` is what another time leads to; without it none is offered.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(person.name)
    title = menu.addAction(person.name)
    title.setEnabled(False)

    def offer(text: str, intent: Intent[object]) -> None:
        menu.addAction(text).triggered.connect(lambda _checked=False: do(intent, person))

    if person.presence is not Presence.HERE:
        for start in starts[:MOST_TIMES]:
            offer(N_("Late until {time}").format(time=f"{start:%H:%M}"), MarkLate(person.id, start))
        if ask is not None:
            menu.addAction(N_("Late until &another time")).triggered.connect(lambda _checked=False: ask())
        offer(N_("&Late, nobody knows until when"), MarkLate(person.id))
        menu.addSeparator()
    if meetings:
        offer(_leaving(meetings), GoneForToday(person.id))
        offer(N_("Gone, &meetings stay"), MarkGone(person.id))
    elif person.presence is not Presence.GONE:
        offer(N_("&Gone"), MarkGone(person.id))
    if person.presence is not Presence.EXPECTED:
        offer(N_("&Expected, not here"), MarkExpected(person.id))
    return menu


def ask_for_time(
    person: DeskPerson, now: datetime, starts: Sequence[datetime], do: Doing, page: QWidget
) -> LateTimeSheet:
    """Ask when a late person comes, on the day of the coming slots, and mark them late until then."""
    sheet = LateTimeSheet(person, now, starts[0].date() if starts else now.date(), page)
    sheet.decided.connect(lambda until: do(MarkLate(person.id, until), person))
    sheet.open()
    return sheet


def _leaving(meetings: Sequence[CardMeeting]) -> str:
    helping = sum(meeting.helping for meeting in meetings)
    freed = len(meetings) - helping
    if not helping:
        words = N_("&Gone for today, frees 1 meeting") if freed == 1 else N_("&Gone for today, frees {count} meetings")
        return words.format(count=freed)
    if freed > 1:
        words = N_("&Gone for today, frees {count} meetings, interprets no more in {helping}")
    elif freed:
        words = N_("&Gone for today, frees 1 meeting, interprets no more in {helping}")
    elif helping > 1:
        words = N_("&Gone for today, interprets no more in {helping} meetings")
    else:
        words = N_("&Gone for today, interprets no more in 1 meeting")
    return words.format(count=freed, helping=helping)


def pop_up(menu: QMenu, at: QWidget) -> None:
    """Show the menu below a widget's upper left corner, its first entry chosen."""
    menu.popup(at.mapToGlobal(QPoint(0, 0)))
    usable = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    if usable:
        menu.setActiveAction(usable[0])
