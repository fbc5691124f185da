"""Problems and timetables as JSON, for files and for other programs. Sets are written as sorted lists."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.problem import Interpreter, Person, Placement, Problem, Slot, Table, Wanted


def to_json(value: object) -> str:
    """A problem or a timetable as one JSON object; fields have the names of the dataclasses."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=1)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def problem_from_json(text: str) -> Problem:
    """The problem that `to_json` wrote. Absent fields have their defaults. Raises Refusal("not_a_problem")."""
    try:
        return _problem(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refusal("not_a_problem", detail=str(error)) from error


def _problem(data: Mapping[str, Any]) -> Problem:  # Any: JSON that was not looked at yet
    return Problem(
        slots=tuple(Slot(**row) for row in data["slots"]),
        tables=tuple(Table(**_sets(row, "closed")) for row in data["tables"]),
        people=tuple(_person(row) for row in data["people"]),
        wanted=tuple(_wanted(row) for row in data["wanted"]),
        locked=tuple(Placement(**row) for row in data.get("locked", ())),
        current=tuple(Placement(**row) for row in data.get("current", ())),
        past=frozenset(data.get("past", ())),
        interpreters=tuple(Interpreter(**_sets(row, "languages", "free")) for row in data.get("interpreters", ())),
        at_printed_tables=bool(data.get("at_printed_tables", False)),
    )


def _person(row: Mapping[str, Any]) -> Person:  # Any: JSON that was not looked at yet
    values = _sets(row, "free")
    if "presence" in values:
        values["presence"] = Presence(values["presence"])
    return Person(**values)


def _wanted(row: Mapping[str, Any]) -> Wanted:  # Any: JSON that was not looked at yet
    values = _sets(row, "allowed", "after")
    values["people"] = tuple(values["people"])
    return Wanted(**values)


def _sets(row: Mapping[str, Any], *names: str) -> dict[str, Any]:  # Any: JSON that was not looked at yet
    return {key: frozenset(item) if key in names and item is not None else item for key, item in row.items()}
