"""Now: before the day, a slot that is called, runs and is over, between two slots, the evening; and the hall screen."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize

from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting, StartMeeting
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.now.hall_screen import HallScreen
from eccp_desktop.ui.pages.now.page import NowPage
from tests.pictures.stage import Stage, picture, settle

FATES = (
    MeetingState.RUNNING,
    MeetingState.RUNNING,
    MeetingState.GUEST_MISSING,
    MeetingState.HELD,
    MeetingState.CALLED,
    MeetingState.HOST_MISSING,
    MeetingState.BOTH_MISSING,
)
LONG_NOTICE = (
    "Jürgen Müller-Lüdenscheidt is gone for today. Anna Rossi interprets 10:40 at table 7. "
    "Now free: 10:40 Emily Ross, 11:05 Grace Kim and 3 more."
)
SCREENS = (QSize(1920, 1080), QSize(1280, 720))


def play(stage: Stage) -> None:
    """Take the pictures of the Now page through a day."""
    page = stage.open("now")
    assert isinstance(page, NowPage)
    slots = list(stage.desk.read(hall).slots.values())
    if not slots or not stage.busy:
        stage.take("now")
        return
    running = slots[3]
    stage.at(slots[0].span.start - timedelta(minutes=20))
    stage.take("now-before-the-day")
    stage.at(running.span.start + timedelta(seconds=20))
    stage.take("now-not-called")
    _roll_call(stage, running)
    stage.at(running.span.start + timedelta(minutes=7))
    stage.take("now")
    _hands(stage, page)
    stage.at(running.span.end + timedelta(minutes=2))
    stage.take("now-between-slots")
    page.choose_slot(slots[0].id)
    stage.take("now-slot-gone-by")
    stage.press("1")
    stage.take("now-past-guard")
    stage.clear()
    page.back_to_now()
    _hall_screen(stage, page, running.span.start)
    stage.at(slots[-1].span.end + timedelta(hours=2))
    stage.take("now-evening")


def _roll_call(stage: Stage, slot: HallSlot) -> None:
    stage.desk.do(CallSlot(slot.id))
    there = [one.id for one in stage.desk.read(hall).meetings.values() if one.slot == slot.id]
    for number, meeting in enumerate(there):
        fate = FATES[number % len(FATES)]
        if fate in (MeetingState.RUNNING, MeetingState.HELD):
            stage.desk.do(StartMeeting(meeting))
        if fate not in (MeetingState.RUNNING, MeetingState.CALLED):
            stage.desk.do(SettleMeeting(meeting, fate))


def _hands(stage: Stage, page: NowPage) -> None:
    missing = next(
        table for table in page.board.tables if table.meeting and table.meeting.state is MeetingState.GUEST_MISSING
    )
    page.map.select_table(missing.id)
    stage.take("now-guest-missing")
    stage.press("L")
    stage.take("now-late")
    stage.clear()
    page.map.setFocus()
    free = next(table for table in page.board.tables if table.meeting is None)
    page.map.select_table(free.id)
    stage.take("now-free-table")
    page.map.select_table(missing.id)
    stage.press("G")
    stage.take("now-gone-for-today")
    stage.undo()
    page.map.setFocus()
    page.day_end.cancel_rest(None)
    settle()
    stage.take("now-cancel-the-rest")
    stage.clear()
    page.day_end.settle_past()
    settle()
    stage.take("now-past-unanswered")
    stage.clear()
    page.map.select_table(missing.id)
    page.deeds.close_table()
    stage.take("now-table-closes")
    stage.clear()
    page.map.select_table(free.id)
    page.deeds.close_table()
    stage.take("now-table-closed")
    stage.clear()
    page.map.setFocus()
    page.notices.say(LONG_NOTICE, page.back_to_now)
    page.map.select_row(len(page.map.tables) - 1)
    stage.take("now-long-notice")
    stage.clear()


def _hall_screen(stage: Stage, page: NowPage, start: datetime) -> None:
    page.show_hall_screen()
    screen = page.hall_screen
    assert isinstance(screen, HallScreen)
    moments = {
        "": start + timedelta(minutes=7),
        "-next": start + timedelta(minutes=18),
        "-waiting": start - timedelta(minutes=2),
    }
    for size in SCREENS:
        screen.resize(size)
        for name, moment in moments.items():
            stage.at(moment)
            screen.tick()
            picture(screen, stage.out / f"hall{name}-{size.width()}{stage.suffix}.png")
    screen.close()
