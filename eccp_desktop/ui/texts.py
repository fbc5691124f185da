"""Sentences for refusals: what stands in the way and what to do. No Qt here, because the command line says them too.

Each line is a template over the refusal's facts. A fact that is a list is joined by commas.
"""

from collections.abc import Mapping
from datetime import date, datetime, time

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.refusals import Refusal

SENTENCES: dict[str, str] = {
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "undo_later_first": N_("“{title}” came after it: undo that first."),
    "changed_since": N_("“{title}” changed the same at {at} ({actor}): undo that first."),
    "others_depend": N_("Something that was done later needs it: undo that first."),
    "gone": N_("It is no longer there: somebody took it away meanwhile."),
    "no_event": N_("This file holds no event yet: create one first."),
    "file_not_taken": N_("{sentence}"),
    "event_exists": N_("This file already holds the event {name}."),
    "name_missing": N_("The {noun} needs a name."),
    "zone_unknown": N_("There is no time zone {zone}. Write it like Europe/Berlin."),
    "slot_length": N_(
        "A slot is 5 to 240 minutes long, and the gap between slots 0 to 120: {length} and {gap} do not fit."
    ),
    "session_times": N_("The session ends at {end}, before it starts at {start}."),
    "session_too_short": N_("No slot of {length} minutes fits between {start} and {end}."),
    "clock_change": N_("On {day} the clocks change in that hour: start earlier or later."),
    "day_unreadable": N_("{text} is no day. Write it like 2016-04-25."),
    "session_unreadable": N_("{text} is no session. Write it like 09:00-12:30."),
    "sessions_overlap": N_("The sessions that start at {first} and {second} overlap, and a person has one diary."),
}


def sentence(refusal: Refusal) -> str:
    """What to show for a refusal. A code that has no line, or facts that do not fit, still give a readable sentence."""
    template = SENTENCES.get(refusal.code)
    facts = {name: spoken(value) for name, value in refusal.facts.items()}
    if template is None:
        return _plain(refusal.code, facts)
    try:
        return template.format(**facts)
    except (KeyError, IndexError):
        return _plain(refusal.code, facts)


def spoken(value: object) -> str:
    """A fact as it is said in a sentence: times as 10:20, lists with commas."""
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(spoken(part) for part in value)
    return str(value)


def _plain(code: str, facts: Mapping[str, str]) -> str:
    words = code.replace("-", " ").replace("_", " ").capitalize()
    details = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items() if value)
    return f"{words}: {details}." if details else f"{words}."
