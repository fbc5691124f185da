"""A view of every document of the catalogue."""

from dataclasses import replace
from typing import Any

from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.badge_view import BadgesView
from eccp_desktop.documents.event_head import EventHead
from tests.documents.examples import DAYS, HEAD, attendee, badge, day_of, seminar, sheet_of, table_view, view_of
from tests.documents.further_examples import views


def every_view(event: EventHead = HEAD) -> dict[str, Any]:  # Any: each document has a view of its own
    """By the ids of the catalogue, with names in three scripts, more than one page where a document is a list."""
    lines = (*day_of(DAYS[0], meetings=range(12)), seminar(), *day_of(DAYS[1], meetings=range(9), first=3))
    found: dict[str, Any] = {  # Any: as above
        **views("Κωνσταντίνος Παπαδόπουλος", "محمد الفاسي"),
        "schedules": view_of(*(sheet_of(index, lines) for index in range(3))),
        "tables": table_view(),
        "attendance": AttendanceView(HEAD, tuple(attendee(index) for index in range(60))),
        "badges": BadgesView(HEAD, tuple(badge(index) for index in range(10))),
    }
    return {id: replace(view, event=event) for id, view in found.items()}
