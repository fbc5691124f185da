"""Printing an event: who gets which sheet in which version, and whose copy is out of date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.actions.brief import WriteBrief
from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.progress import Progress
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.papers import Order, Papers, PrintJob, Stopped
from eccp_desktop.documents.catalogue import CATALOGUE
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.papers import paper_event
from eccp_desktop.store.unit import Absence, MeetingPerson, Participant, ParticipantLanguage, Session
from tests.desk.paper_scene import GUESTS, SCHEDULES, Add, Change, Event, seminar, text_of
from tests.event_day import Guests, Seat, event_desk


@pytest.fixture
def event(tmp_path: Path, clock: HeldClock) -> Iterator[Event]:
    desk = event_desk(tmp_path, clock)
    people = desk.do(Guests(GUESTS))
    desk.do(Seat(people["Anna Rossi"], people["Emily Ross"], slot=0, table=1))
    desk.do(Seat(people["Anna Rossi"], people["Liam Byrne"], slot=2, table=2))
    yield Event(desk, Papers(desk), people)
    desk.close()


def names_of(event: Event, document: str = "schedules") -> list[str]:
    return [sheet.name for sheet in event.papers.stale_sheets(document)]


def meeting_of(event: Event, number: int) -> str:
    paper = event.desk.read(paper_event)
    assert paper is not None
    return next(meeting.id for meeting in paper.meetings if meeting.number == number)


def test_every_registered_person_has_one_sheet(event: Event, tmp_path: Path) -> None:
    event.desk.do(Change("participants", event.people["Zofia Żak"], (("state", "cancelled"),)))
    saved = event.papers.save(SCHEDULES, tmp_path / "out" / "schedules.pdf")
    assert saved is not None
    assert (saved.sheets, saved.pages) == (5, 5)
    pages = [page.extract_text() for page in PdfReader(saved.path).pages]
    for name in set(GUESTS) - {"Zofia Żak"}:
        assert sum(re.match(rf"Fair 2016\s+{name}\s", page) is not None for page in pages) == 1


def test_a_sheet_shows_what_the_event_holds(event: Event) -> None:
    text = text_of(event.papers.preview(replace(SCHEDULES, who=(event.people["Anna Rossi"],))).pdf)
    assert "Anna Rossi Rossi Cluster Italy · EU" in text
    assert "09:00 –09:20 1 Emily Ross Ross Cluster, United States C2C" in text
    assert "09:25–09:45 free" in text
    assert "printed 25 April 2016, 09:00 · all times Europe/Berlin" in text


def test_somebody_who_is_away_is_not_shown_as_free(event: Event) -> None:
    anna = event.people["Anna Rossi"]
    morning = datetime(2016, 4, 26, 9)
    event.desk.do(Add("absences", Absence(participant_id=anna, start=morning, end=morning + timedelta(minutes=40))))
    text = text_of(event.papers.preview(replace(SCHEDULES, who=(anna,))).pdf)
    assert "09:00–09:45 away 09:00 · 09:25" in text
    assert "09:50–10:10 free" in text


def test_a_session_for_everybody_stands_in_its_place(event: Event) -> None:
    start = datetime(2016, 4, 25, 11)
    lunch = Session(kind="break", day=start.date(), start=start, end=start + timedelta(hours=1), room="Foyer")
    event.desk.do(Add("sessions", lunch))
    text = text_of(event.papers.preview(replace(SCHEDULES, who=(event.people["Anna Rossi"],))).pdf)
    assert text.index("09:50 –10:10") < text.index("11:00–12:00 Break Foyer") < text.index("14:00–14:45 free")


def test_a_badge_code_names_one_person(event: Event) -> None:
    code = (
        event.papers.prepare(SCHEDULES).sheets and event.desk.read(paper_event).people[event.people["Liam Byrne"]].code
    )
    printed = event.papers.draw(replace(SCHEDULES, who=(code.lower(),)))
    assert [sheet.person for sheet in printed.sheets] == [event.people["Liam Byrne"]]


def test_sheets_follow_each_other_as_asked(event: Event) -> None:
    def names(order: Order) -> list[str]:
        read = event.desk.read(paper_event)
        assert read is not None
        prepared = event.papers.prepare(PrintJob("attendance", order=order))
        return [one.sorted_as.split(",")[0] for one in prepared.view.people]

    assert names(Order.ALPHABET) == ["Byrne", "O'Neill", "Παπαδόπουλος", "Ross", "Rossi", "Żak"]
    assert names(Order.COUNTRY) == ["Παπαδόπουλος", "Rossi", "Żak", "Byrne", "O'Neill", "Ross"]


def test_printing_again_what_is_the_same_keeps_the_version(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    prepared = event.papers.prepare(SCHEDULES)
    assert {sheet.version for sheet in prepared.sheets} == {1}


def test_a_moved_meeting_makes_the_sheets_of_its_people_stale_and_no_other(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    slots = list(event.desk.read(paper_event).slots)
    event.desk.do(Change("meetings", meeting_of(event, 2), (("slot_id", slots[3]),)))
    assert names_of(event) == ["Liam Byrne", "Anna Rossi"]


def test_the_new_sheet_marks_what_moved_and_names_the_copy_it_replaces(
    event: Event, tmp_path: Path, clock: HeldClock
) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    slots = list(event.desk.read(paper_event).slots)
    event.desk.do(Change("meetings", meeting_of(event, 2), (("slot_id", slots[3]),)))
    clock.advance(timedelta(minutes=70))
    saved = event.papers.save(replace(SCHEDULES, changed=True), tmp_path / "b.pdf")
    assert saved is not None
    assert saved.sheets == 2
    text = text_of(saved.path.read_bytes())
    assert text.count("v2 replaces v1 printed 09:00 1 line changed") == 2
    assert text.count("before: 09:50 moved") == 2
    assert names_of(event) == []


def test_a_cancelled_meeting_is_struck_and_a_sheet_that_went_back_is_not_stale(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    event.desk.do(Change("meetings", meeting_of(event, 1), (("state", "cancelled"),)))
    assert names_of(event) == ["Emily Ross", "Anna Rossi"]
    assert "cancelled" in text_of(event.papers.preview(replace(SCHEDULES, changed=True)).pdf)
    event.desk.undo()
    assert names_of(event) == []


def test_a_corrected_name_concerns_the_person_and_whom_they_meet(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    event.papers.save(PrintJob("badges"), tmp_path / "b.pdf")
    event.desk.do(Change("participants", event.people["Emily Ross"], (("family_name", "Rosso"),)))
    assert names_of(event) == ["Anna Rossi", "Emily Rosso"]
    assert names_of(event, "badges") == ["Emily Rosso"]


def test_check_in_and_roll_call_make_no_sheet_stale(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    event.desk.do(Change("participants", event.people["Emily Ross"], (("presence", "here"),)))
    event.desk.do(Change("meetings", meeting_of(event, 1), (("state", "held"),)))
    assert names_of(event) == []


def test_who_was_never_printed_holds_no_copy(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    event.desk.do(RegisterWalkIn("Marco Conti", "Timber Valley", "IT", "EU"))
    assert names_of(event) == []


def test_nothing_changed_leaves_no_file(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    assert event.papers.save(replace(SCHEDULES, changed=True), tmp_path / "b.pdf") is None
    assert not (tmp_path / "b.pdf").exists()


def test_table_sheets_of_changed_tables_only(event: Event, tmp_path: Path) -> None:
    event.papers.save(PrintJob("tables"), tmp_path / "a.pdf")
    event.desk.do(Change("meetings", meeting_of(event, 1), (("state", "cancelled"),)))
    event.desk.do(Seat(event.people["Zofia Żak"], event.people["Grace O'Neill"], slot=1, table=2))
    saved = event.papers.save(PrintJob("tables", changed=True), tmp_path / "b.pdf")
    assert saved is not None
    assert saved.sheets == 1
    assert "Table 2" in text_of(saved.path.read_bytes())


def test_badges_get_places_in_boxes_by_the_alphabet(event: Event, tmp_path: Path) -> None:
    event.papers.save(PrintJob("badges"), tmp_path / "a.pdf")
    read = event.desk.read(paper_event)
    boxes = {person.family_name: (person.box, person.box_position) for person in read.people.values()}
    assert boxes["Byrne"] == ("A", 1)
    assert boxes["Żak"] == ("A", 6)


def test_newcomers_lie_behind_badges_that_were_printed(event: Event, tmp_path: Path) -> None:
    event.papers.save(PrintJob("badges"), tmp_path / "a.pdf")
    late = Participant(code="AAAAAA", given_name="Ada", family_name="Aalto")
    event.desk.do(Add("participants", late))
    event.papers.draw(PrintJob("badges"))
    assert event.desk.read(paper_event).people[late.id].box_position == 7


def test_a_preview_leaves_no_trace(event: Event) -> None:
    before = event.desk.read(paper_event)
    event.papers.preview(PrintJob("badges"))
    assert event.desk.read(paper_event) == before
    assert event.papers.prepare(SCHEDULES).sheets[0].version == 1


def test_a_stopped_print_leaves_no_file_and_no_record(event: Event, tmp_path: Path) -> None:
    seen: list[Progress] = []
    with pytest.raises(Stopped):
        event.papers.save(SCHEDULES, tmp_path / "a.pdf", seen.append, lambda: len(seen) == 2)
    assert not list(tmp_path.glob("a.pdf*"))
    assert event.papers.stale_sheets() == ()


def test_a_file_that_cannot_be_written_is_trouble_and_counts_as_unprinted(event: Event, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(Trouble, match="could not be written"):
        event.papers.save(SCHEDULES, tmp_path / "folder" / "a.pdf")
    event.desk.do(Change("meetings", meeting_of(event, 1), (("state", "cancelled"),)))
    assert names_of(event) == []


@pytest.mark.parametrize(
    ("job", "code"),
    [
        (PrintJob("poster"), "unknown_document"),
        (PrintJob("schedules", who=("ZZZZZZ",)), "nobody_has_code"),
        (PrintJob("schedules", paper="A7"), "unknown_paper"),
        (PrintJob("badges", options={"preset": "9x9"}), "unknown_option"),
    ],
)
def test_what_cannot_be_printed_is_refused(event: Event, job: PrintJob, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        event.papers.check(job)
    assert refusal.value.code == code


def test_a_sheet_is_handed_out(event: Event, tmp_path: Path) -> None:
    anna = event.people["Anna Rossi"]
    with pytest.raises(Refusal):
        event.papers.hand_out(anna)
    event.papers.save(SCHEDULES, tmp_path / "a.pdf")
    event.papers.hand_out(anna)
    event.desk.do(Change("meetings", meeting_of(event, 1), (("state", "cancelled"),)))
    assert {sheet.name: sheet.handed_out for sheet in event.papers.stale_sheets()} == {
        "Anna Rossi": True,
        "Emily Ross": False,
    }


@pytest.mark.parametrize("id", [entry.id for entry in CATALOGUE])
def test_every_document_of_the_catalogue_is_drawn_and_recorded(event: Event, tmp_path: Path, id: str) -> None:
    event.desk.do(Change("participants", event.people["Emily Ross"], (("interpreter_needed", "it"),)))
    event.desk.do(WriteBrief("IT", "Clusters in Italy", "# Landscape\nMany."))
    event.desk.do(Add("sessions", seminar()))
    options = {"whom": "all"} if id == "certificates" else {}
    saved = event.papers.save(PrintJob(id, options=options), tmp_path / f"{id}.pdf")
    assert saved is not None
    assert saved.pages >= 1
    assert saved.sheets >= 1
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(saved.path).pages).split())
    assert "Fair 2016" in text


def test_everybody_s_meetings_stand_in_the_hall_plan_and_the_timetable(event: Event) -> None:
    plan, grid = (text_of(event.papers.preview(PrintJob(id)).pdf) for id in ("hall-plan", "grid"))
    assert "Byrne, Liam Byrne Cluster Mon 25 Apr: 09:50→2" in plan
    assert "Rossi, Anna Rossi Cluster Mon 25 Apr: 09:00→1, 09:50→2" in plan
    assert "Rossi, Anna" in grid
    assert "2 Liam Byrne" in grid


def test_interpreters_are_who_sits_there_for_it_or_who_speaks_it(event: Event) -> None:
    event.desk.do(Change("participants", event.people["Emily Ross"], (("interpreter_needed", "it"),)))
    event.desk.do(Add("languages", ParticipantLanguage(participant_id=event.people["Anna Rossi"], language="it")))
    assert "Anna Rossi speaks Italian" in text_of(event.papers.preview(PrintJob("interpreters")).pdf)
    meeting, zofia = meeting_of(event, 1), event.people["Zofia Żak"]
    event.desk.do(Add("meeting_people", MeetingPerson(meeting_id=meeting, participant_id=zofia, role="other")))
    text = text_of(event.papers.preview(PrintJob("interpreters")).pdf)
    assert "Zofia Żak" in text
    assert "speaks" not in text


def test_the_report_says_what_each_figure_counts(event: Event) -> None:
    text = text_of(event.papers.preview(PrintJob("impact")).pdf)
    assert "2 meetings with a slot and a table, also those over or cancelled" in text
    assert "6 people registered" in text


def test_certificates_are_for_those_who_were_here(event: Event) -> None:
    event.desk.do(Change("participants", event.people["Anna Rossi"], (("presence", "gone"),)))
    assert [sheet.person for sheet in event.papers.prepare(PrintJob("certificates")).sheets] == [
        event.people["Anna Rossi"]
    ]
    everybody = PrintJob("certificates", options={"whom": "all"})
    assert len(event.papers.prepare(everybody).sheets) == 6


def test_a_feedback_sheet_asks_about_each_meeting_of_a_person(event: Event) -> None:
    text = text_of(event.papers.preview(PrintJob("feedback", (event.people["Anna Rossi"],))).pdf)
    assert ("meeting 1" in text, "meeting 2" in text, "Emily Ross" in text, "Liam Byrne" in text) == (True,) * 4
    assert len(event.papers.prepare(PrintJob("feedback")).sheets) == 3


def test_the_colour_of_the_event_makes_no_sheet_out_of_date(event: Event, tmp_path: Path) -> None:
    event.papers.save(SCHEDULES, tmp_path / "schedules.pdf")
    before = event.papers.preview(SCHEDULES).pdf
    event.desk.do(SetColour("#aa2200"))
    assert names_of(event) == []
    assert event.papers.preview(SCHEDULES).pdf != before
    with pytest.raises(Refusal, match="colour_unknown"):
        event.desk.do(SetColour("red"))


def test_the_journal_on_paper_tells_what_became_of_what(event: Event) -> None:
    paper = event.desk.read(paper_event)
    assert paper is not None
    slots, (first, *_) = list(paper.slots), paper.meetings
    event.desk.do(MoveMeeting(first.id, slots[1], first.table))
    text = text_of(event.papers.preview(PrintJob("journal")).pdf)
    assert "Move meeting meeting 1 Anna Rossi – Emily Ross Slot: Mon 25 Apr 09:00 → Mon 25 Apr 09:25" in text
    event.desk.undo()
    assert "taken back: Move meeting" in text_of(event.papers.preview(PrintJob("journal")).pdf)
    german = text_of(event.papers.preview(PrintJob("journal", language="de")).pdf)
    assert "rückgängig gemacht: Gespräch verlegen Gespräch 1 Anna Rossi – Emily Ross" in german
    assert "Zeitfenster: Mo. 25. Apr. 09:25 → Mo. 25. Apr. 09:00" in german
