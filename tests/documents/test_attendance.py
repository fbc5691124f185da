"""The list at the entrance."""

from eccp_desktop.documents import attendance
from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.catalogue import Order
from tests.documents.examples import CHOICE, HEAD, attendee
from tests.documents.reading import bookmarks_of, pages_of


def _people(count: int, letters: str = "ABCDEFGH") -> tuple[object, ...]:
    found = [
        attendee(index, sorted_as=f"{letters[index % len(letters)]}mann, Person {index}") for index in range(count)
    ]
    return tuple(sorted(found, key=lambda one: one.sorted_as))


def test_people_stand_below_their_letters() -> None:
    (text,) = pages_of(attendance.render(AttendanceView(HEAD, (attendee(0), attendee(4))), CHOICE))
    assert "Attendance list 2 people" in text
    assert "B Bērziņš, Ģirts Automotive Cluster Rēzekne Latvia A 1" in text
    assert "R Ross, Emily Water Alliance Akron United States A 5" in text


def test_a_long_list_repeats_its_header_and_the_letter_that_goes_on() -> None:
    pages = pages_of(attendance.render(AttendanceView(HEAD, _people(60, "A")), CHOICE))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        letter = "A" if number == 1 else "A – continued"
        assert f"Name Organisation, country Box Signature {letter} Amann" in page
        assert f"page {number} of {len(pages)}" in page


def test_everybody_is_listed_once() -> None:
    people = _people(90)
    text = " ".join(pages_of(attendance.render(AttendanceView(HEAD, people), CHOICE)))
    assert all(text.count(f"{one.sorted_as} ") == 1 for one in people)


def test_letters_are_bookmarks() -> None:
    pdf = attendance.render(AttendanceView(HEAD, _people(16)), CHOICE)
    assert bookmarks_of(pdf) == list("ABCDEFGH")


def test_who_is_here_is_ticked() -> None:
    (text,) = pages_of(attendance.render(AttendanceView(HEAD, (attendee(0, here=True), attendee(4))), CHOICE))
    assert text.count("✓") == 1


def test_countries_divide_a_list_in_their_order() -> None:
    people = tuple(attendee(index, country=code) for index, code in enumerate(("DE", "DE", "IT", "")))
    pdf = attendance.render(AttendanceView(HEAD, people, order=Order.COUNTRY), CHOICE)
    assert bookmarks_of(pdf) == ["Germany", "Italy", "Country not known"]


def test_organisations_are_divided_by_their_letters_and_boxes_by_their_names() -> None:
    people = tuple(attendee(index, organisation=name) for index, name in enumerate(("Aero", "Agri", "", "Water")))
    pdf = attendance.render(AttendanceView(HEAD, people, order=Order.ORGANISATION), CHOICE)
    assert bookmarks_of(pdf) == ["A", "–", "W"]
    people = tuple(attendee(index, box=box) for index, box in enumerate(("A 9", "A 10", "B 1", "")))
    assert bookmarks_of(attendance.render(AttendanceView(HEAD, people, order=Order.BOX), CHOICE)) == [
        "Box A",
        "Box B",
        "–",
    ]
