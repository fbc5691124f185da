"""The frame of an earlier event, moved to the days of a new one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from eccp_desktop.base.clock import Clock
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.template import EventTemplate
from eccp_desktop.store.reads.template import template_of


def frame_of(path: Path, clock: Clock) -> EventTemplate:
    """What an event file has but its people. Raises Refusal `template_unreadable` without an event, Trouble as opening does."""
    desk = open_desk(path, clock, read_only=True)
    try:
        found = desk.read(template_of)
    finally:
        desk.close()
    if found is None:
        raise Refusal("template_unreadable", file=path.name, reason="it holds no event")
    return found


def moved_to(template: EventTemplate, name: str, first_day: date) -> EventTemplate:
    """The same frame under another name, from another first day on; days between its days stay between them."""
    if not template.sessions:
        return replace(template, name=name)
    by = first_day - min(session.day for session in template.sessions)
    sessions = tuple(replace(session, day=session.day + by) for session in template.sessions)
    return replace(template, name=name, sessions=sessions)
