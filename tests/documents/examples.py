"""Made-up people and sheets for the tests of paper."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from eccp_desktop.documents.attendance_view import Attendee
from eccp_desktop.documents.badge_view import Badge
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import (
    HallTable,
    LineKind,
    Partner,
    PersonSheet,
    ScheduleLine,
    SchedulesView,
)
from eccp_desktop.documents.table_view import Seating, TableSheet, TablesView

DAYS = (date(2016, 4, 25), date(2016, 4, 26))
CHOICE = Choice(printed_at=datetime(2016, 4, 25, 9, 12))
HEAD = EventHead(
    name="EU-US Cluster Matchmaking",
    edition="2016",
    venue="Hall 2, Trade Fair",
    city="Hannover",
    zone="Europe/Berlin",
    organiser="Cluster Office",
)
TABLES = tuple(HallTable(str(number), "A" if number < 13 else "B") for number in range(1, 25))
PEOPLE = (
    ("Ģirts", "Bērziņš", "Automotive Cluster Rēzekne", "LV"),
    ("Jyrki", "Virtanen", "Photonics Valley Jyväskylä", "FI"),
    ("Heidrun", "Österreicher", "Smart Grid Network Sankt Pölten", "AT"),
    ("Pádraig", "O'Sullivan", "Textile Alliance Dún Laoghaire", "IE"),
    ("Emily", "Ross", "Water Alliance Akron", "US"),
    ("Κωνσταντίνος", "Παπαδόπουλος", "Δίκτυο Ενέργειας Θεσσαλονίκη", "GR"),
    ("Мария", "Стоянова", "Клъстер Автомобили Пловдив", "BG"),
    ("Maria-Fernanda de los Ángeles", "Etxeberria Goikoetxea-Zubizarreta", "Basque Advanced Manufacturing", "ES"),
    ("Wei", "王伟", "Shenzhen 机器人 Cluster", "CN"),
    ("محمد", "الفاسي", "Casablanca Industries", "MA"),
)


def at(clock: str, day: date = DAYS[0]) -> datetime:
    """Wall time of a day, from "09:20"."""
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())


def full_name(index: int) -> str:
    given, family, _, _ = PEOPLE[index % len(PEOPLE)]
    return f"{given} {family}"


def partner(index: int) -> Partner:
    _, _, organisation, country = PEOPLE[index % len(PEOPLE)]
    return Partner(full_name(index), organisation, country)


def meeting(key: int, clock: str, *, day: date = DAYS[0], table: str = "7", people: Iterable[int] = ()) -> ScheduleLine:
    start = at(clock, day)
    partners = tuple(partner(index) for index in people) or (partner(key),)
    end = start + timedelta(minutes=20)
    return ScheduleLine(LineKind.MEETING, start, end, f"m{key}", partners, table, "A", "C2C")


def free(clock: str, *, day: date = DAYS[0]) -> ScheduleLine:
    start = at(clock, day)
    return ScheduleLine(LineKind.FREE, start, start + timedelta(minutes=20))


def seminar(day: date = DAYS[0]) -> ScheduleLine:
    return ScheduleLine(
        LineKind.PROGRAMME,
        at("13:00", day),
        at("13:45", day),
        f"s{day}",
        zone="Room 4",
        title="Cluster policy on both sides of the Atlantic",
        note="Dr Ilse Brandt, Samuel Ortega",
    )


def day_of(day: date, *, meetings: Iterable[int], first: int = 0) -> tuple[ScheduleLine, ...]:
    """A day of sixteen slots around a seminar; `meetings` are the indexes of the slots that are taken."""
    clocks = [f"{hour:02}:{minute:02}" for hour, minute in _slots()]
    taken = set(meetings)
    lines = [
        meeting(first + index, clock, day=day, table=str(1 + (first + 7 * index) % 24))
        if index in taken
        else free(clock, day=day)
        for index, clock in enumerate(clocks)
    ]
    return (*lines[:8], seminar(day), *lines[8:])


def _slots() -> list[tuple[int, int]]:
    starts = [9 * 60 + 25 * index for index in range(8)] + [14 * 60 + 25 * index for index in range(8)]
    return [divmod(start, 60) for start in starts]


def sheet_of(index: int, lines: tuple[ScheduleLine, ...], **more: object) -> PersonSheet:
    given, family, organisation, country = PEOPLE[index % len(PEOPLE)]
    known = {"side": "EU", "code": f"K7Q2{index:02}"[:6], "version": 1, **more}
    return PersonSheet(
        name=f"{given} {family}",
        sorted_as=f"{family}, {given}",
        organisation=organisation,
        country=country,
        lines=lines,
        **known,  # type: ignore[arg-type]  # the tests hand over fields by name
    )


def view_of(*sheets: PersonSheet, order: Order = Order.ALPHABET) -> SchedulesView:
    return SchedulesView(HEAD, DAYS, TABLES, sheets, order)


def table_view(number: str = "7", *, taken: Iterable[int] = (0, 1, 3, 4, 8, 9, 12), people: int = 2) -> TablesView:
    """One table on the first day; `people` sit at it in each of the taken slots."""
    seated = set(taken)
    seatings = tuple(
        Seating(
            at(f"{hour:02}:{minute:02}"),
            at(f"{hour:02}:{minute:02}") + timedelta(minutes=20),
            tuple(partner(index + one) for one in range(people)) if index in seated else (),
            "C2C" if index in seated else "",
            closed=index == 15,
        )
        for index, (hour, minute) in enumerate(_slots())
    )
    return TablesView(HEAD, (TableSheet(number, DAYS[0], seatings, "A", ""),))


def attendee(index: int, **more: object) -> Attendee:
    given, family, organisation, country = PEOPLE[index % len(PEOPLE)]
    return replace(Attendee(f"{family}, {given}", organisation, country, f"A {index + 1}"), **more)


def badge(index: int, **more: object) -> Badge:
    given, family, organisation, country = PEOPLE[index % len(PEOPLE)]
    known = Badge("K7Q2M4", given, family, organisation, country, "EU", f"A {index + 1}", f"{family}, {given}")
    return replace(known, **more)
