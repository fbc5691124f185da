"""What stands on printed pages, read back from the PDF alone: meetings by day, time and table, people by their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

from eccp_desktop.documents.own_script import shown
from eccp_desktop.documents.scripts import FURTHER

WORD = re.compile(r"Qu[a-z]{2}x")
DAY = re.compile(r"(?:Monday|Tuesday|Wednesday), (\d+ April 2016)")
SHORT_DAY = re.compile(r"(?:Mon|Tue|Wed)(\d+)Apr:((?:\d\d:\d\d→\d+,?)+)")


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A meeting as a page tells it; the words of its people in the order of the alphabet, those named twice twice."""

    start: datetime
    end: datetime
    table: int
    words: tuple[str, ...]


def texts(pdf: bytes) -> list[str]:
    """The text of each page, its white space evened out."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def words_in(text: str) -> tuple[str, ...]:
    """The words of people, also where one was broken at the end of a line."""
    return tuple(sorted(WORD.findall(squeezed(text))))


def squeezed(text: str) -> str:
    """Without white space and hyphens."""
    return re.sub(r"[\s\-]", "", text)


def letters_of(name: str) -> list[str]:
    """The words of a name in the script of the sheet, and of its reading, in the order in which they are drawn."""
    return [squeezed(word) for word in re.findall(rf"[^\s()\[\],{FURTHER}]+", shown(name))]


def days_of(text: str) -> Iterator[tuple[date, str]]:
    """What stands below the heading of each day."""
    parts = DAY.split(text)
    for day, below in zip(parts[1::2], parts[2::2], strict=True):
        yield datetime.strptime(day, "%d %B %Y").date(), below  # a day of paper has no zone


def schedule_rows(text: str) -> Iterator[Told]:
    """The meetings on a page of a personal schedule."""
    for day, below in days_of(text):
        for start, end, table, rest in re.findall(
            r"(\d\d:\d\d) –(\d\d:\d\d) (\d+) (.*?)(?=\d\d:\d\d|printed|$)", below
        ):
            yield Told(_at(day, start), _at(day, end), int(table), words_in(rest))


def table_rows(text: str) -> Iterator[Told]:
    """The meetings on a table sheet."""
    found = re.search(r" Table (\d+) ", text)
    assert found is not None
    for day, below in days_of(text):
        for start, end, rest in re.findall(r"(\d\d:\d\d) –(\d\d:\d\d) (.*?)(?=\d\d:\d\d|printed|$)", below):
            yield Told(_at(day, start), _at(day, end), int(found[1]), words_in(rest))


def slot_rows(text: str) -> Iterator[Told]:
    """The meetings on a page of a slot of the hall plan."""
    found = re.search(r"(\d\d:\d\d)–(\d\d:\d\d)(?: ·)? Hall plan · (.*) printed", text)
    if found is None:
        return
    for day, below in days_of(found[3]):
        parts = re.split(r"\b(\d+) ", below)
        for table, people in zip(parts[1::2], parts[2::2], strict=True):
            if words_in(people):
                yield Told(_at(day, found[1]), _at(day, found[2]), int(table), words_in(people))


def places(pages: list[str]) -> Iterator[tuple[str, datetime, int]]:
    """Who sits when at which table, of the part of the hall plan that goes by people."""
    text = squeezed(" ".join(page for page in pages if "Tables by person" in page))
    for word, rest in re.findall(rf"({WORD.pattern})(.*?)(?={WORD.pattern}|$)", text):
        for day, entries in SHORT_DAY.findall(rest):
            for start, table in re.findall(r"(\d\d:\d\d)→(\d+)", entries):
                yield word, _at(date(2016, 4, int(day)), start), int(table)


def interpreted_rows(text: str) -> Iterator[tuple[datetime, int, frozenset[str]]]:
    """When and at which table somebody needs an interpreter, and everybody who is named there."""
    for day, below in days_of(text):
        slots = re.split(r"(\d\d:\d\d)–\d\d:\d\d ", below.partition(" printed ")[0])
        for start, rows in zip(slots[1::2], slots[2::2], strict=True):
            tables = re.split(r"\b(\d+) ", rows)
            for table, people in zip(tables[1::2], tables[2::2], strict=True):
                if words_in(people):
                    yield _at(day, start), int(table), frozenset(words_in(people))


def forms(text: str) -> Iterator[tuple[int, Told]]:
    """The feedback forms of a page, by the number of the meeting."""
    pattern = r"(\d\d:\d\d)–(\d\d:\d\d) \w+ (\d+) Apr · table (\d+) (.*?) meeting (\d+)"
    for start, end, day, table, people, number in re.findall(pattern, text):
        on = date(2016, 4, int(day))
        yield int(number), Told(_at(on, start), _at(on, end), int(table), words_in(people))


def grid_cells(pdf: bytes) -> Iterator[tuple[str, datetime, int, tuple[str, ...]]]:
    """Whose cell, when, at which table, with whom: read by where the text stands on the page."""
    for page in PdfReader(BytesIO(pdf)).pages:
        pieces = _pieces(page)
        (day,) = (day for _, text in pieces for day, _ in days_of(text))
        times = [(round(left), _at(day, text)) for left, text in pieces if re.fullmatch(r"\d\d:\d\d", text)]
        columns, first = dict(times), [text for _, text in pieces].index(f"{times[-1][1]:%H:%M}") + 1
        margin, beyond = min(left for left, _ in pieces), min(columns) - 1
        named, cells = "", list[tuple[datetime, int, list[str]]]()
        for left, text in [*pieces[first:], (margin, "")]:
            if left < beyond:
                for start, table, people in cells:
                    yield WORD.findall(squeezed(named))[-1], start, table, words_in(" ".join(people))
                named, cells = ("" if cells else named) + text, []
            elif text.isdecimal():
                cells.append((columns[round(left)], int(text), []))
            elif cells:
                cells[-1][2].append(text)


def _pieces(page: PageObject) -> list[tuple[float, str]]:
    """Each text with its left edge, in the order in which it is drawn."""
    found: list[tuple[float, str]] = []

    def visit(text: str, _matrix: Any, place: Any, _font: Any, _size: Any) -> None:  # Any: matrices and fonts of pypdf
        if text.strip():
            found.append((float(place[4]), " ".join(text.split())))

    page.extract_text(visitor_text=visit)
    return found


def _at(day: date, clock: str) -> datetime:
    hours, minutes = clock.split(":")
    return datetime(day.year, day.month, day.day, int(hours), int(minutes))
