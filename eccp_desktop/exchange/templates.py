"""Reads an event's frame from a TOML file, whose keys are named like the fields of `EventTemplate`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.template import EventTemplate, TemplateSession, TemplateTables
from eccp_desktop.domain.vocabulary import SessionKind

Parsed = Mapping[str, Any]  # Any: what TOML may hold


def read_template(path: Path) -> EventTemplate:
    """The frame in a file. Raises Refusal `template_unreadable` with what is wrong with it."""
    try:
        parsed = tomllib.loads(path.read_text(encoding="utf-8"))
        several: dict[str, Any] = {  # Any: each key has a type of its own
            "languages": tuple(parsed.pop("languages", ())),
            "sides": tuple(parsed.pop("sides", ())),
            "sessions": tuple(_session(one) for one in parsed.pop("sessions", ())),
            "tables": tuple(_tables(one) for one in parsed.pop("tables", ())),
            "staff": tuple((one["initials"], one["name"]) for one in parsed.pop("staff", ())),
        }
        return EventTemplate(**parsed, **several)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Refusal("template_unreadable", file=path.name, reason=str(error)) from error


def _session(parsed: Parsed) -> TemplateSession:
    return TemplateSession(**{**parsed, "kind": SessionKind(parsed["kind"]), "people": tuple(parsed.get("people", ()))})


def _tables(parsed: Parsed) -> TemplateTables:
    first, last = parsed["numbers"]
    return TemplateTables(first, last, parsed.get("zone"), parsed.get("seats", 4))
