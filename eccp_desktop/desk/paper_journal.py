"""The view-model of the journal on paper."""

from zoneinfo import ZoneInfo

from eccp_desktop.actions.intent import name_of
from eccp_desktop.actions.record_print import RecordPrint
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.paper_asked import Asked
from eccp_desktop.desk.paper_views import event_head
from eccp_desktop.documents.journal_view import JournalDetail, JournalLine, JournalView
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.reads.papers_journal import StepDetail, people_of_meetings, step_details

FIELDS = {
    ("meeting", "slot_id"): N_("Slot"),
    ("meeting", "table_id"): N_("Table"),
    ("meeting", "state"): N_("Meeting"),
    ("participant", "presence"): N_("Presence"),
    ("participant", "state"): N_("Registration"),
    ("participant", "name_on_badge"): N_("Name on badge"),
    ("hall_table", "open"): N_("Table"),
}
STATES = (
    *(N_("unscheduled"), N_("scheduled"), N_("called"), N_("running"), N_("held"), N_("host missing")),
    *(N_("guest missing"), N_("both missing"), N_("cancelled"), N_("expected"), N_("late"), N_("here"), N_("gone")),
    *(N_("registered"), N_("pending"), N_("open"), N_("closed")),
)
"""Words that stand for values as they are stored."""

MOST_DETAILS = 4
"""A step that set more than this is told by its name alone: an import, a timetable."""


def journal_view(asked: Asked) -> JournalView:
    """The steps of the last day on which there were some, or of all days with the option `days` at `all`.

    Prints are no changes, and are left out.
    """
    zone = ZoneInfo(asked.event.frame.zone)
    history = [one for one in reversed(asked.read(event_history)) if one.title and one.action != name_of(RecordPrint)]
    at = {one.unit: one.at.astimezone(zone).replace(tzinfo=None) for one in history}
    if history and asked.ordering.options.get("days", "latest") == "latest":
        history = [one for one in history if at[one.unit].date() == at[history[-1].unit].date()]
    details = asked.read(lambda reading: step_details(reading, [one.unit for one in history]))
    people = asked.read(people_of_meetings)
    lines = tuple(
        JournalLine(
            at=at[one.unit],
            what=one.title,
            about=one.about,
            actor=one.actor,
            device=one.device,
            taken_back=one.undoes is not None,
            details=_details(details.get(one.unit, ())),
            people=people.get(_meeting_number(one.about), ()),
        )
        for one in history
    )
    return JournalView(event_head(asked.event.frame), lines)


def _meeting_number(about: str) -> int:
    """Of the meeting that a step was about; 0 for none."""
    kind, _, number = about.partition(" ")
    return int(number) if kind == "meeting" and number.isdecimal() else 0


def _details(found: tuple[StepDetail, ...]) -> tuple[JournalDetail, ...]:
    if len(found) > MOST_DETAILS:
        return ()
    return tuple(
        JournalDetail(FIELDS[one.table, one.field], one.before, one.after) for one in found if not _goes_without(one)
    )


def _goes_without(detail: StepDetail) -> bool:
    """That a new table is open is no news."""
    return detail.table == "hall_table" and detail.before is None
