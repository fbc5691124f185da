"""The personal schedule: what is on it, how changes are marked, and that it is the same file every time."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from eccp_desktop.base.progress import Progress
from eccp_desktop.documents import schedules
from eccp_desktop.documents.choice import Stopped
from eccp_desktop.documents.schedule_view import CopyInHand
from eccp_desktop.documents.sheet_content import compared, content, lines_of, says_the_same
from tests.documents.examples import CHOICE, DAYS, HEAD, at, day_of, free, meeting, seminar, sheet_of, view_of
from tests.documents.reading import bookmarks_of, pages_of

LINES = day_of(DAYS[0], meetings=(0, 3)) + day_of(DAYS[1], meetings=(2,), first=30)


def test_a_sheet_says_who_meets_whom_when_and_where() -> None:
    (text,) = pages_of(schedules.render(view_of(sheet_of(4, LINES)), CHOICE))
    assert "Emily Ross Water Alliance Akron United States · EU" in text
    assert "Monday, 25 April 2016" in text
    assert "09:00 –09:20 1 Zone A Ģirts Bērziņš Automotive Cluster Rēzekne, Latvia C2C" in text
    assert "Cluster policy on both sides of the Atlantic Room 4 · Dr Ilse Brandt, Samuel Ortega" in text
    assert "v1 · printed 25 April 2016, 09:12 · all times Europe/Berlin page 1 of 1" in text


def test_free_slots_in_a_row_share_a_line_that_names_each() -> None:
    (text,) = pages_of(schedules.render(view_of(sheet_of(4, LINES)), CHOICE))
    assert "09:25–10:10 free 09:25 · 09:50" in text


def test_a_day_without_anything_says_so() -> None:
    (text,) = pages_of(schedules.render(view_of(sheet_of(4, ())), CHOICE))
    assert text.count("Nothing is planned on this day.") == len(DAYS)


def test_a_print_recorded_without_what_it_showed_says_nothing() -> None:
    sheet = content(sheet_of(4, LINES))
    assert says_the_same(sheet, sheet)
    assert not says_the_same("", sheet)
    assert not says_the_same("a sheet of paper", sheet)


def test_changes_are_marked_against_the_copy_in_hand() -> None:
    before = (meeting(1, "09:00"), meeting(2, "09:25", table="3"), seminar())
    now = (meeting(2, "10:15", table="12"), meeting(3, "14:00"), replace(seminar(), title="Cluster policy, moved room"))
    shown = lines_of(content(sheet_of(4, before)))
    person = sheet_of(4, compared(now, shown), version=4, replaces=CopyInHand(3, at("08:55")))
    (text,) = pages_of(schedules.render(view_of(person), CHOICE))
    assert "v4 replaces v3 printed 08:55 4 lines changed" in text
    assert "Heidrun Österreicher Smart Grid Network Sankt Pölten, Austria before: 09:25, table 3 moved C2C" in text
    assert "cancelled" in text
    assert "before: Cluster policy on both sides of the Atlantic changed" in text


def test_a_copy_from_another_day_is_named_with_its_day() -> None:
    person = sheet_of(4, LINES, version=2, replaces=CopyInHand(1, at("18:05", DAYS[0])))
    text = pages_of(schedules.render(view_of(person), replace(CHOICE, printed_at=at("08:00", DAYS[1]))))[0]
    assert "v2 replaces v1 printed Mon 25 Apr, 18:05" in text


def test_two_full_days_take_two_pages_that_are_numbered() -> None:
    lines = day_of(DAYS[0], meetings=range(16)) + day_of(DAYS[1], meetings=range(16), first=40)
    first, second = pages_of(schedules.render(view_of(sheet_of(4, lines)), CHOICE))
    assert "Monday" in first
    assert "Tuesday" not in first
    assert second.startswith("Emily Ross Water Alliance Akron Tuesday, 26 April 2016")
    assert "page 2 of 2" in second


def test_the_persons_language_goes_before_the_documents() -> None:
    german = sheet_of(4, LINES, language="de")
    (text,) = pages_of(schedules.render(view_of(german), CHOICE))
    assert "Montag, 25. April 2016" in text
    assert "Vereinigte Staaten" in text


def test_people_are_bookmarked_below_their_letters() -> None:
    pdf = schedules.render(view_of(sheet_of(0, LINES), sheet_of(4, LINES)), CHOICE)
    assert bookmarks_of(pdf) == ["B", ["Ģirts Bērziņš"], "R", ["Emily Ross"]]


def test_the_file_names_its_title_and_language() -> None:
    reader = PdfReader(BytesIO(schedules.render(view_of(sheet_of(0, LINES)), replace(CHOICE, language="fr"))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Agendas personnels – EU-US Cluster Matchmaking 2016"
    assert reader.root_object["/Lang"] == "fr"


def test_the_same_input_gives_the_same_bytes() -> None:
    view = view_of(*(sheet_of(index, LINES) for index in range(10)))
    assert schedules.render(view, CHOICE) == schedules.render(view, CHOICE)


def test_fonts_are_embedded_once_for_many_sheets() -> None:
    one = len(schedules.render(view_of(sheet_of(0, LINES)), CHOICE))
    many = len(schedules.render(view_of(*(sheet_of(0, LINES) for _ in range(50))), CHOICE))
    assert many < one + 50 * 8000


def test_a_print_can_be_stopped_between_sheets() -> None:
    seen: list[Progress] = []
    with pytest.raises(Stopped):
        schedules.render(view_of(*(sheet_of(0, LINES) for _ in range(5))), CHOICE, seen.append, lambda: len(seen) == 2)
    assert [step.done for step in seen] == [1, 2]


def test_content_holds_exactly_what_the_sheet_says() -> None:
    lines = (meeting(1, "09:00"), free("09:25"), seminar())
    assert lines_of(content(sheet_of(0, lines))) == lines
    assert content(sheet_of(0, lines)) == content(sheet_of(0, lines, version=9))
    assert content(sheet_of(0, lines)) != content(replace(sheet_of(0, lines), organisation="Another"))


def test_nobody_to_print_is_a_page_that_says_so() -> None:
    (page,) = pages_of(schedules.render(view_of(), CHOICE))
    assert page == f"{HEAD.title()} Personal schedules Nobody is registered yet."
