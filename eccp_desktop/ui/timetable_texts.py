"""Sentences for what the timetable engine found out: why a meeting waits, and what would help. No Qt here, because the command
line says them too."""

from collections.abc import Mapping

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.ui.texts import filled, sentence

WHY: dict[str, str] = {
    "never_free_together": N_("{people} are never free at the same time."),
    "common_slots_over": N_("The slots in which both could meet are over."),
    "people_gone": N_("Not in the building any more: {people}."),
    "common_slots_taken": N_("Their common slots are taken[: {meetings}][ and {more_meetings} more]."),
    "tables_full": N_("Every table is taken in their common slots[: {slots}]."),
    "daily_maximum": N_("Somebody has the most meetings of a day already."),
    "pause_needed": N_("Somebody needs a pause in every common slot."),
    "no_interpreter": N_("No interpreter[ for {language}] is free in their common slots."),
    "own_table_taken": N_("Table {table} is taken or closed in their common slots."),
    "no_time_to_walk": N_("A table is free in their common slots only in another zone, without time to walk there."),
    "order_of_meetings": N_("No slot is left before or after {meetings}."),
    "several_obstacles": N_("No common slot is left: {obstacles}."),
}

OBSTACLES: dict[str, str] = {
    "common_slots_taken": N_("people taken in {number}"),
    "tables_full": N_("tables full in {number}"),
    "daily_maximum": N_("most meetings of the day reached in {number}"),
    "pause_needed": N_("a pause needed in {number}"),
    "no_interpreter": N_("no interpreter in {number}"),
    "own_table_taken": N_("their own table taken in {number}"),
    "no_time_to_walk": N_("no time to walk in {number}"),
    "order_of_meetings": N_("order not kept in {number}"),
}

HELP: dict[str, str] = {
    "one_more_table": N_("One more table at {slot} would place it."),
    "release_lock": N_("Unlocking the meeting {meeting} would make room."),
    "shorten_absence": N_("It could be placed at {slot} if {person} were free then."),
    "raise_daily_maximum": N_("One more meeting for {person} on {day} would place it."),
    "one_more_interpreter": N_("One more interpreter[ for {language}] at {slot} would place it."),
}


def why_waiting(reason: MeetingReason) -> str:
    """Why a meeting has no seat, without what would help."""
    template = WHY.get(reason.code)
    if template is None:
        return sentence(Refusal(reason.code, **reason.facts))
    facts = dict(reason.facts)
    obstacles = facts.get("obstacles")
    if isinstance(obstacles, Mapping):
        facts["obstacles"] = [
            OBSTACLES.get(str(code), str(code)).format(number=number) for code, number in obstacles.items()
        ]
    return filled(template, facts)


def help_words(reason: MeetingReason) -> str:
    """What would help; empty where nothing is known to."""
    code = reason.facts.get("help")
    template = HELP.get(str(code)) if code else None
    if template is None:
        return ""
    return filled(template, {name.removeprefix("help_"): value for name, value in reason.facts.items()})
