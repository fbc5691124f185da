"""Every text box of every document, fed with names of any length and script."""

from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.base.i18n import LANGUAGES
from eccp_desktop.documents import attendance, badges, schedules, table_sheets
from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.badge_presets import PRESETS
from eccp_desktop.documents.badge_view import BadgesView
from eccp_desktop.documents.catalogue import CATALOGUE, Document
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import CopyInHand, Mark, Partner
from tests.documents.every_document import every_view
from tests.documents.examples import (
    CHOICE,
    DAYS,
    HEAD,
    at,
    attendee,
    badge,
    day_of,
    meeting,
    partner,
    seminar,
    sheet_of,
    table_view,
    view_of,
)
from tests.documents.names import names
from tests.documents.reading import faults, measured

papers = st.sampled_from(("A4", "A5"))


@settings(max_examples=40)
@given(
    name=names(), organisation=names(), other=names(), paper=papers, language=st.sampled_from(("en", "de", "fr", "es"))
)
def test_schedules_hold_any_name(name: str, organisation: str, other: str, paper: str, language: str) -> None:
    line = meeting(1, "09:00", people=(1,))
    strange = replace(line, key="x", partners=(Partner(other, organisation, "GB"),) * 2, zone=other[:30], note=other)
    lines = (
        replace(strange, mark=Mark.MOVED, before=line),
        replace(strange, mark=Mark.CANCELLED, start=at("09:25"), end=at("09:45")),
        replace(seminar(), title=other, note=organisation, zone=name, mark=Mark.NEW),
    )
    person = sheet_of(0, lines, version=12, replaces=CopyInHand(11, at("08:55")))
    person = replace(person, name=name, organisation=organisation, side=other[:12])
    sheet = measured()
    schedules.draw(sheet, view_of(person), replace(CHOICE, paper=paper, language=language))
    assert faults(sheet) == []


@settings(max_examples=40)
@given(name=names(), organisation=names(), paper=papers)
def test_table_sheets_hold_any_name(name: str, organisation: str, paper: str) -> None:
    view = table_view("249", taken=range(16), people=3)
    crowded = replace(view.sheets[0].seatings[0], people=(Partner(name, organisation, "MK"), partner(1), partner(2)))
    table = replace(
        view.sheets[0], seatings=(crowded, *view.sheets[0].seatings[1:]), zone=name[:40], owner=organisation
    )
    sheet = measured()
    table_sheets.draw(sheet, replace(view, sheets=(table,)), replace(CHOICE, paper=paper))
    assert faults(sheet) == []


@settings(max_examples=40)
@given(name=names(), organisation=names(), paper=papers)
def test_attendance_lists_hold_any_name(name: str, organisation: str, paper: str) -> None:
    people = (attendee(0, sorted_as=name, organisation=organisation), attendee(1), attendee(2, here=True))
    sheet = measured()
    attendance.draw(sheet, AttendanceView(HEAD, people), replace(CHOICE, paper=paper))
    assert faults(sheet) == []


@pytest.mark.parametrize("preset", sorted(PRESETS))
@settings(max_examples=25)
@given(first=names(), second=names() | st.just(""), organisation=names())
def test_badges_hold_any_name(preset: str, first: str, second: str, organisation: str) -> None:
    sheet = measured()
    worn = badge(0, first=first, second=second, organisation=organisation)
    badges.draw(sheet, BadgesView(HEAD, (worn, badge(1))), replace(CHOICE, options={"preset": preset}))
    assert faults(sheet) == []


def test_eighteen_meetings_a_day_stay_on_their_pages() -> None:
    full = (*day_of(DAYS[0], meetings=range(16)), meeting(90, "17:20"), meeting(91, "17:45"))
    sheet = measured()
    schedules.draw(sheet, view_of(sheet_of(7, full)), CHOICE)
    assert faults(sheet) == []


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.id)
@settings(max_examples=5)
@given(
    event=st.builds(
        EventHead, names(), st.just("Europe/Berlin"), names(), names(), names(), names(), accent=st.just("#AA2200")
    ),
    language=st.sampled_from(LANGUAGES),
)
def test_every_document_holds_an_event_of_any_name(entry: Document, event: EventHead, language: str) -> None:
    draw = import_module(f"eccp_desktop.documents.{entry.module}").draw
    for paper in entry.papers:
        sheet = measured()
        draw(sheet, every_view(event)[entry.id], replace(CHOICE, paper=paper, language=language))
        assert faults(sheet) == []
        assert sheet.boxes
