"""What a schedule says, as compact JSON: kept with each print, and compared with what it would say now."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from eccp_desktop.documents.schedule_view import LineKind, Mark, Partner, PersonSheet, ScheduleLine

Compact = list[object]

_KEY, _WITH_KEY = 3, 10
"""Where the key stands in the array of a meeting or a session, and how long that is at least."""

_HELPING = "interprets"
"""Stands behind the interpreters of a meeting in which the person of the sheet is one."""


def content(sheet: PersonSheet) -> str:
    """All that a reader of the sheet is told, and nothing about the print itself; `says_the_same` compares two.

    One JSON array a line: the head, then the lines.
    """
    head: Compact = [
        sheet.name,
        sheet.organisation,
        sheet.country,
        sheet.side,
        sheet.code,
        sheet.language,
        sheet.around,
    ]
    return "\n".join((_encoded(head), *map(_encoded_line, sheet.lines)))


def says_the_same(one: str, other: str) -> bool:
    """Whether two contents tell a reader the same: also where a meeting was cancelled and seated anew, same people, same place.

    A text that is no content, as of a print that was recorded without one, tells nothing.
    """
    return one == other or [_told(row) for row in one.split("\n")] == [_told(row) for row in other.split("\n")]


def lines_of(shown: str) -> tuple[ScheduleLine, ...]:
    """The lines of a content, as they were shown. Raises ValueError for text that is none."""
    return tuple(_line(json.loads(row)) for row in shown.split("\n")[1:])


def compared(lines: Iterable[ScheduleLine], shown: Iterable[ScheduleLine]) -> tuple[ScheduleLine, ...]:
    """The lines with marks against those shown before, and the cancelled ones among them in their old places.

    Free and away stretches are never marked: they follow from the rest. Nor is a meeting that was cancelled and seated anew
    with the same people in the same place: it reads the same.
    """
    now = list(lines)
    before = {line.key: line for line in shown if line.key}
    known = {line.key for line in now}
    anew = {replace(line, key=""): key for key, line in before.items() if key not in known}
    then = {
        line.key: before[key]
        for line in now
        if (key := line.key if line.key in before else anew.pop(replace(line, key=""), "")) in before
    }
    marked = [_marked(line, then.get(line.key)) if line.key else line for line in now]
    kept = {line.key for line in then.values()}
    gone = [replace(line, mark=Mark.CANCELLED) for key, line in before.items() if key not in kept]
    return tuple(sorted((*marked, *gone), key=lambda line: (line.start, line.mark is not Mark.CANCELLED)))


def changes(lines: Iterable[ScheduleLine]) -> int:
    """How many of compared lines carry a mark."""
    return sum(line.mark is not None for line in lines)


def _told(row: str) -> Compact:
    """A line of a content without the key of its meeting or session, which nobody reads."""
    try:
        found: Compact = json.loads(row)
    except ValueError:
        return [row]
    return found[:_KEY] + found[_KEY + 1 :] if len(found) >= _WITH_KEY else found


def _marked(line: ScheduleLine, before: ScheduleLine | None) -> ScheduleLine:
    if before is None:
        return replace(line, mark=Mark.NEW)
    if (line.start, line.end, line.table, line.zone) != (before.start, before.end, before.table, before.zone):
        return replace(line, mark=Mark.MOVED, before=before)
    if line != replace(before, key=line.key):
        return replace(line, mark=Mark.CHANGED, before=before)
    return line


def _encoded(row: Compact) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=65536)
def _encoded_line(line: ScheduleLine) -> str:
    return _encoded(_compact(line))


def _compact(line: ScheduleLine) -> Compact:
    times = [line.kind.value, line.start.isoformat(timespec="minutes"), line.end.isoformat(timespec="minutes")]
    if line.kind in (LineKind.FREE, LineKind.AWAY):
        return [*times, line.note] if line.note else [*times]
    people = [[one.name, one.organisation, one.country] for one in line.partners]
    voices = [list(line.interpreters), *([_HELPING] if line.helping else [])]
    more = voices if line.interpreters or line.helping else []
    return [*times, line.key, line.table, line.zone, line.type, line.title, line.note, people, *more]


def _line(row: list[str | list[list[str]]]) -> ScheduleLine:
    texts = [part for part in row if isinstance(part, str)]
    kind, start, end = LineKind(texts[0]), datetime.fromisoformat(texts[1]), datetime.fromisoformat(texts[2])
    if kind in (LineKind.FREE, LineKind.AWAY):
        return ScheduleLine(kind, start, end, note=texts[3] if len(texts) > 3 else "")
    key, table, zone, type_, title, note = texts[3:9]
    people = row[9] if len(row) > 9 and isinstance(row[9], list) else []
    voices = row[10] if len(row) > 10 and isinstance(row[10], list) else []
    partners, interpreters = tuple(Partner(*one) for one in people), tuple(map(str, voices))
    return ScheduleLine(
        kind, start, end, key, partners, table, zone, type_, title, note, interpreters, helping=_HELPING in row[11:]
    )
