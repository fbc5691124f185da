"""Intents from words: what `do` on the command line understands."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Union, get_args, get_origin, get_type_hints

from eccp_desktop.actions.catalogue import INTENTS
from eccp_desktop.actions.intent import Intent
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId, SessionId, SideId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.naming import (
    meeting_id,
    organisation_id,
    participant_id,
    session_id,
    side_id,
    slot_id,
    table_id,
)

_NAMED: Mapping[object, Callable[[Reading, str], str]] = {
    ParticipantId: participant_id,
    MeetingId: meeting_id,
    TableId: table_id,
    SlotId: slot_id,
    SessionId: session_id,
    SideId: side_id,
    OrganisationId: organisation_id,
}

_PLAIN: Mapping[object, Callable[[str], object]] = {
    int: int,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    bool: lambda text: {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[text.lower()],
}


def intent_from_words(desk: Desk, action: str, words: Mapping[str, str]) -> Intent[object]:
    """An intent by its name, its fields from words: people by badge code, meetings and tables by number, slots by start.

    Sessions are named by start or title, sides and organisations by name, staff by initials.
    Several values of one field are separated by commas. Raises Refusal `unknown_action`, `unknown_field`, `field_missing`,
    `field_unreadable`, or that of a name that means nobody.
    """
    kind = INTENTS.get(action)
    if kind is None:
        raise Refusal("unknown_action", action=action)
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    for name in words:
        if name not in known:
            raise Refusal("unknown_field", action=action, field=name, fields=tuple(known))
    values = {}
    for name, field in known.items():
        if name in words:
            values[name] = _value(desk, name, hints[name], words[name])
        elif _is_needed(field):
            raise Refusal("field_missing", action=action, field=name)
    made: Intent[object] = kind(**values)
    return made


def described() -> dict[str, list[str]]:
    """Every intent with its fields; those in brackets may be left out."""
    return {
        action: [field.name if _is_needed(field) else f"[{field.name}]" for field in fields(kind)]
        for action, kind in INTENTS.items()
    }


def _is_needed(field: "Field[object]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(desk: Desk, name: str, kind: object, text: str) -> object:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is tuple:
        return tuple(_value(desk, name, get_args(kind)[0], part.strip()) for part in text.split(",") if part.strip())
    if kind in _NAMED:
        return desk.read(_NAMED[kind], text)
    try:
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return kind(text)
        return _PLAIN[kind](text) if kind in _PLAIN else text
    except (ValueError, KeyError) as error:
        options = tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()
        raise Refusal("field_unreadable", field=name, text=text, options=options) from error
