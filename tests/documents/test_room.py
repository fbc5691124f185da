"""Where room is short: what goes smaller, what stays together, what is shared out evenly."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from eccp_desktop.documents import badges, feedback, grid, hall_plan, interpreters, programme, schedules, table_sheets
from eccp_desktop.documents.badge_view import BadgesView
from eccp_desktop.documents.grid_view import GridCell, GridDay, GridRow, GridView
from eccp_desktop.documents.hall_plan_view import HallPlanView, PersonPlaces, SeatedTable, SlotPlan
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from eccp_desktop.documents.programme_view import AgendaItem, ProgrammeView
from eccp_desktop.documents.table_view import TablesView
from tests.documents.examples import (
    CHOICE,
    DAYS,
    HEAD,
    at,
    badge,
    day_of,
    full_name,
    partner,
    sheet_of,
    table_view,
    view_of,
)
from tests.documents.further_examples import views
from tests.documents.reading import measured, pages_of


@pytest.mark.parametrize("size", ["label:62x29", "label:89x28", "label:57x32"])
@pytest.mark.parametrize("person", [3, 4, 5, 8])
def test_a_low_label_has_the_whole_name_as_its_largest_text(size: str, person: int) -> None:
    sheet = measured()
    badges.draw(sheet, BadgesView(HEAD, (badge(person),)), replace(CHOICE, options={"preset": size}))
    largest = max(sheet.boxes, key=lambda box: box.bottom - box.top)
    assert largest.bottom - largest.top > 12
    texts = " ".join(box.text for box in sheet.boxes)
    assert "…" not in texts
    assert f"A {person + 1} · K7Q2M4" in texts


@pytest.mark.parametrize(("paper", "taken"), [("A4", 7), ("A4", 4), ("Letter", 5), ("Letter", 3), ("A5", 3)])
def test_the_plan_of_the_hall_shrinks_before_it_is_left_off(paper: str, taken: int) -> None:
    lines = (*day_of(DAYS[0], meetings=range(taken)), *day_of(DAYS[1], meetings=range(taken), first=30))
    (page,) = pages_of(schedules.render(view_of(sheet_of(4, lines)), replace(CHOICE, paper=paper)))
    assert "The tables in the hall, yours are filled" in page


def test_the_plan_of_the_hall_stands_where_there_is_room_for_it() -> None:
    lines = (*day_of(DAYS[0], meetings=range(12)), *day_of(DAYS[1], meetings=range(16), first=30))
    pages = pages_of(schedules.render(view_of(sheet_of(4, lines)), replace(CHOICE, paper="A5")))
    assert sum("The tables in the hall" in page for page in pages) == 1


def test_a_day_without_meetings_says_so_above_its_free_slots() -> None:
    (page,) = pages_of(schedules.render(view_of(sheet_of(4, day_of(DAYS[0], meetings=()))), CHOICE))
    assert "Monday, 25 April 2016 no meetings" in page


def test_a_table_sheet_of_two_pages_has_about_as_much_on_both() -> None:
    busy = table_view(taken=range(16), people=6)
    pages = pages_of(table_sheets.render(busy, replace(CHOICE, paper="A5")))
    rows = [page.count("Ģirts") + page.count("Emily") for page in pages]
    assert len(pages) > 1
    assert min(rows) >= max(rows) - 6


def test_the_last_columns_of_a_list_are_as_long_as_each_other() -> None:
    places = ((at("09:20"), "7"), (at("10:00"), "12"))
    people = tuple(PersonPlaces(f"Aa{index:02}, Anna", "Cluster", places) for index in range(8))
    slot = SlotPlan(at("09:20"), at("09:40"), (SeatedTable("7", people=(partner(1), partner(2))),))
    sheet = measured()
    hall_plan.draw(sheet, HallPlanView(HEAD, (slot,), people), CHOICE)
    names = [box for box in sheet.boxes if box.text.startswith("Aa")]
    assert len({box.left for box in names}) == 2


def test_columns_of_the_hall_hold_as_much_as_each_other_not_as_many() -> None:
    crowded = tuple(SeatedTable(str(number), people=tuple(map(partner, range(6)))) for number in range(1, 7))
    free = tuple(SeatedTable(str(number)) for number in range(7, 31))
    sheet = measured()
    hall_plan.draw(sheet, HallPlanView(HEAD, (SlotPlan(at("09:20"), at("09:40"), (*crowded, *free)),), ()), CHOICE)
    numbers = [box for box in sheet.boxes if box.text.isdecimal() and box.page == 1]
    first = min(box.left for box in numbers)
    assert 4 <= sum(box.left == first for box in numbers) <= 12


def test_a_day_of_the_programme_stays_on_one_page() -> None:
    items = tuple(
        AgendaItem(
            at("09:00", day) + timedelta(hours=index), at("09:30", day), "Seminar", f"Talk {index}", "Room 4", ""
        )
        for day in (DAYS[0], DAYS[1])
        for index in range(9)
    )
    first, second = pages_of(programme.render(ProgrammeView(HEAD, items, ()), CHOICE))
    assert first.count("Talk") == second.count("Talk") == 9


def test_a_day_of_many_slots_is_divided_at_its_break() -> None:
    starts = tuple(at(f"{hour:02}:{minute:02}") for hour in (9, 10, 11, 14, 15, 16, 17) for minute in (0, 20, 40))
    day = GridDay(DAYS[0], starts, (GridRow(full_name(1), "Cluster", "FI", (GridCell("7", "Emily Ross"),) * 21),))
    first, second = pages_of(grid.render(GridView(HEAD, (day,)), replace(CHOICE, paper="A3")))
    assert "11:40" in first
    assert "14:00" not in first
    assert "14:00" in second


def test_several_tables_without_an_interpreter_are_tables() -> None:
    def waiting(*tables: str) -> str:
        meetings = tuple(
            InterpretedMeeting(at("09:20"), at("09:40"), table, 1, ("bg",), (partner(6),), (partner(4),))
            for table in tables
        )
        return pages_of(interpreters.render(InterpretersView(HEAD, meetings), CHOICE))[0]

    assert "nobody interprets at table 7 " in waiting("7")
    assert "nobody interprets at tables 7, 9 " in waiting("7", "9")


def test_french_sets_its_signs_apart_and_never_at_the_beginning_of_a_line() -> None:
    view = views("Anna Rossi", "Smart Grid Hub")["feedback"]
    (sheet,) = view.sheets  # type: ignore[attr-defined]  # one dictionary for all views
    french = replace(view, sheets=(replace(sheet, language="fr"),))  # type: ignore[type-var]  # as above
    page = PdfReader(BytesIO(feedback.render(french, CHOICE))).pages[0].extract_text()
    assert "envisageable\u202f?" in page


def test_nobody_at_a_table_leaves_no_sheet() -> None:
    (page,) = pages_of(table_sheets.render(TablesView(HEAD, ()), replace(CHOICE, language="de")))
    assert page.endswith("An diesen Tischen sitzt noch niemand.")
