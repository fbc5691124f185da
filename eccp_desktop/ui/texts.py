"""Sentences for refusals: what stands in the way and what to do. No Qt here, because the command line says them too.

Each line is a template over the refusal's facts. A fact that is a list is joined by commas. A part in square brackets is left
out where a fact in it is empty.
"""

import re
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
    "no_such_moment": N_("There is no moment {number}: the list goes from 0 to {last}."),
    "no_event": N_("This file holds no event yet: create one first."),
    "event_not_empty": N_("{name} has people already: import a complete export into an event without any."),
    "export_damaged": N_("The export is damaged or of a newer program: it holds {what}."),
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
    "side_in_use": N_("{organisations} organisations are on the side {side}: put them on another side first."),
    "side_exists": N_("There is a side {side} already."),
    "too_many_tables": N_("{tables} tables are not possible: 0 to {most} are."),
    "table_number": N_("A table has a number from 1 to {most}."),
    "table_number_taken": N_("Another table has the number {number}: choose one that is free."),
    "too_few_seats": N_("A meeting needs two seats, and {seats} is fewer."),
    "template_unreadable": N_("{file} is no frame of an event: {reason}."),
    "day_unreadable": N_("{text} is no day. Write it like 2016-04-25."),
    "session_unreadable": N_("{text} is no session. Write it like 09:00-12:30."),
    "sessions_overlap": N_("The sessions that start at {first} and {second} overlap, and a person has one diary."),
    "person_cancelled": N_("{person} has cancelled."),
    "person_gone": N_("{person} has left for today."),
    "person_late": N_("{person} comes at {until}, after {slot}."),
    "person_not_arrived": N_("{person} arrives at {arrival}, after {slot}."),
    "person_departed": N_("{person} leaves at {departure}, before the meeting of {slot} ends."),
    "person_busy": N_("{person} is not free at {slot}[: {reason}]. Free again at {until}."),
    "person_taken": N_("{person} has another meeting at {slot}[: {names}]."),
    "same_person": N_("{person} cannot meet {person}."),
    "same_organisation": N_("{one} and {other} are both from {organisation}."),
    "same_side": N_("{one} and {other} are on the same side, and this event seats different sides."),
    "table_closed": N_("Table {table} is closed at {slot}.[ Free then: {free}.]"),
    "table_taken": N_("Table {table} is taken at {slot}[ by {names}].[ Free then: {free}.]"),
    "table_too_small": N_("Table {table} has {seats} seats, and {people} people come."),
    "table_is_a_booth": N_("Table {table} is a booth of somebody else.[ Free at {slot}: {free}.]"),
    "person_has_fixed_table": N_("{person} stays at table {table}: use that one."),
    "no_time_to_walk": N_(
        "{person} has no time to walk from table {first}[ ({first_zone})] at {start} to table {second}[ ({second_zone})]"
        " at {end}. Take another slot[, or a table near enough: {free}]."
    ),
    "not_absent": N_("{person} is not away at {slot}."),
    "no_table_free": N_("No table is free at {slot}. Move a meeting from there, or open a table."),
    "not_printed": N_("Nothing was printed yet for {person}: print the sheet first."),
    "not_registered": N_("{person} is not registered, so there is nothing to print."),
    "unknown_document": N_("There is no document {document}. There are: {documents}."),
    "unknown_paper": N_("{document} cannot be printed on {paper}. Papers: {papers}."),
    "unknown_option": N_("{value} is no value of {option}. Values: {values}."),
    "meeting_locked": N_("Meeting {meeting} is locked. Unlock it first (L)."),
    "meeting_has_begun": N_("Meeting {meeting} is {state}: it stays where it took place."),
    "slot_over": N_("{slot} is over."),
    "roll_call_over": N_("The slot of {slot} ended at {since}, and another one after it."),
    "meeting_called": N_("Meeting {meeting} was called to table {table} for {slot}: its people may sit there."),
    "moved_after_call": N_("Moved at {at}, after it was called."),
    "seated_in_the_past": N_("Seated at {at}, when the slot was over."),
    "settled_in_the_past": N_("Answered at {at}, long after the slot."),
    "not_seated": N_("Meeting {meeting} has no seat: seat it from the tray."),
    "seated_already": N_("Meeting {meeting} has a seat already: move it instead."),
    "same_meeting": N_("That is meeting {meeting} itself."),
    "not_theirs": N_("{person} is not in meeting {meeting}. Stay in the row of {names}."),
    "does_not_interpret": N_("{person} does not interpret: say so on the People page first."),
    "interpreter_takes_part": N_("{person} sits in meeting {meeting}: somebody else has to interpret."),
    "interpreter_lacks_language": N_("{person} does not speak what meeting {meeting} needs: {tongues}."),
    "interpreter_not_free": N_(
        "{person}, who interprets in meeting {meeting}, is not free at {slot}, and nobody else who could is. Take the interpreter "
        "from the meeting first."
    ),
    "no_interpreter_there": N_("Nobody interprets in meeting {meeting}."),
    "no_languages": N_("{person} needs two languages to interpret between: enter them first."),
    "meet_already": N_("{one} and {other} meet at {slot}, table {table} (meeting {meeting})."),
    "said_no": N_("{person} declined to meet {other}."),
    "too_few_people": N_("A meeting needs two people."),
    "state_cannot_follow": N_("Meeting {meeting} is {state}: it cannot become {following}."),
    "nothing_to_call": N_("Every meeting of {slot} is called already."),
    "nothing_is_running": N_("No meeting of {slot} is running."),
    "not_a_settled_state": N_("{state} is not how a meeting ends: held, host missing, guest missing or both missing."),
    "partner_missing": N_("{missing} did not come; the table was given to others."),
    "slot_removed": N_("Its slot was taken out of the programme."),
    "slot_moved": N_("Its slot has another time now, and one of them is not free for all of it."),
    "table_shut": N_("Table {table} was closed for its slot[: {words}]."),
    "table_removed": N_("Its table was taken out of the hall."),
    "table_not_used": N_("Table {table} is not used any more."),
    "taken_off_by_hand": N_("Taken off the timetable by hand."),
    "day_ended_early": N_("What was left of the day was called off."),
    "nothing_left": N_("Nothing is left of the day: every meeting of it has begun."),
    "all_answered": N_("Every meeting of past slots has its answer."),
    "cancelled_by_hand": N_("Cancelled by hand."),
    "declined_to_meet": N_("One of them declined to meet."),
    "asked_already": N_("{person} has asked {other} already."),
    "request_withdrawn": N_("The request was withdrawn: reopen it first."),
    "request_declined": N_("The request was declined: the answer stays."),
    "unknown_action": N_("There is no action {action}: `do --list` prints all of them."),
    "unknown_field": N_("{action} has no field {field}. It has {fields}."),
    "field_missing": N_("{action} needs {field}: write {field}=..."),
    "field_unreadable": N_("{text} does not fit {field}.[ It can be {options}.]"),
    "action_missing": N_("Name the event and the action: `do fair.eccp check-in who=K7Q2M4`, or `do --list`."),
    "word_without_value": N_("{word} has no value: write {word}=..."),
    "not_named": N_("There is no single {noun} {said}: check the name or number."),
    "database_rule": N_("The event file refuses this: {text}."),
    "table_double": N_("That table is taken in that slot: choose another."),
    "person_double": N_("One of them has another meeting in that slot: choose another slot."),
    "nobody_has_code": N_("Nobody here has the badge code {badge}. Search by name instead."),
    "country_unknown": N_("{country} is no country code: write two letters, such as SI."),
    "colour_unknown": N_("{colour} is no colour: write # and six digits, such as #0B5FFF."),
    "logo_unreadable": N_("This is no picture that can be printed: take a PNG, JPEG or SVG file."),
    "logo_too_large": N_("The picture is too large for papers: make it smaller than {most}."),
    "logo_holds_more": N_("This SVG holds {what}, which papers do not draw: save it as plain paths, or as PNG."),
    "no_logo": N_("There is no logo to take away."),
    "colour_too_pale": N_(
        "{colour} is too pale for lines on white paper (contrast {contrast}, {least} is needed). {darker} is dark enough."
    ),
    "language_unknown": N_("{language} is no language code: write two small letters, such as fr."),
    "no_language_left": N_("An event is held in one language at least: add another one first."),
    "initials_missing": N_("Somebody at the desk needs initials: they stand beside every step."),
    "initials_too_long": N_("{initials} is too long: {most} letters stand beside a step."),
    "initials_taken": N_("{initials} are the initials of somebody else[: {name}]. Choose others."),
    "nobody_with_initials": N_("Nobody at the desk has the initials {initials}."),
    "no_session_on_day": N_("There is no session on {day}."),
    "nobody_to_erase": N_("There is nobody to erase."),
    "who_is_erased": N_("Say who is erased: --who with a badge code, or --all-personal."),
    "no_brief": N_("There is no page of {country}."),
    "code_of_several": N_("The badge code {badge} belongs to {people}: choose by name."),
    "already_here": N_("{person} is already here[ since {since}]."),
    "registration_cancelled": N_("The registration of {person} was cancelled: it has to be reinstated first."),
    "registered_already": N_("{person}[ of {organisation}] is registered already: check them in instead."),
    "timetable_outdated": N_("The event has changed since this timetable was made: generate it again.[ {because}]"),
    "no_slots": N_("There are no slots yet: add a matchmaking session first."),
    "no_tables": N_("There are no tables yet: add some first."),
    "ended_early": N_("The search ended before it had a first timetable. Everything is as it was."),
    "same_record": N_("That is {name} twice: choose two records."),
    "unknown_part": N_("There is no part {part} to take over. There are: {parts}."),
    "met_at_once": N_("Both sat in a meeting at {slot} (meetings {meetings}), so they are two people."),
    "met_each_other": N_("They sat at one table in meeting {meeting}, so they are two people."),
    "on_the_list_twice": N_("{person} was on the list twice, and has meeting {meeting} at {slot}."),
    "made_twice": N_("{person} was on the list twice; the other meeting of the same people stays."),
    "not_an_instance": N_("This is no instance of the published problem: {key} is missing or wrong."),
    "not_a_problem": N_("This is no timetable problem in JSON: {detail}."),
    "problem_unreadable": N_("{file} cannot be read."),
    "kept_meetings_clash": N_("Two locked meetings claim the same person or table in one slot: unlock one of them."),
    "side_unknown": N_("This event has no side {side}.[ It has {sides}.]"),
}

MOST_LISTED = 8
"""A list in a sentence is cut there, so that it can be read at a glance."""

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")


def sentence(refusal: Refusal) -> str:
    """What to show for a refusal. A code that has no line, or facts that do not fit, still give a readable sentence."""
    template = SENTENCES.get(refusal.code)
    if template is not None:
        try:
            return filled(template, refusal.facts)
        except (KeyError, IndexError):
            pass
    return _plain(refusal.code, {name: spoken(value) for name, value in refusal.facts.items()})


def filled(template: str, facts: Mapping[str, object]) -> str:
    """A template with its facts. Raises KeyError where one is missing that does not stand in square brackets."""
    words = {name: _languages(value) if name == "tongues" else spoken(value) for name, value in facts.items()}
    return _OPTIONAL.sub(lambda part: _filled(part[1], words), template).format(**words)


def spoken(value: object) -> str:
    """A fact as it is said in a sentence: times as 10:20, lists with commas."""
    if isinstance(value, Refusal):
        return sentence(value)
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, (list, tuple, set, frozenset)):
        parts = [spoken(part) for part in value]
        more = len(parts) - MOST_LISTED
        return ", ".join(parts) if more <= 1 else f"{', '.join(parts[:MOST_LISTED])} and {more} more"
    return str(value)


def _languages(sides: object) -> str:
    """`Greek and English or French`."""
    from eccp_desktop.ui.interpreter_texts import tongues  # Babel is loaded by the sentence that names a language

    return tongues(sides) if isinstance(sides, tuple) else spoken(sides)


def day_words(day: date) -> str:
    """A day as people say it: Monday 25 April."""
    return f"{day:%A} {day.day} {day:%B}"


def _filled(part: str, facts: Mapping[str, str]) -> str:
    return part if all(facts.get(name) for name in _FACT.findall(part)) else ""


def _plain(code: str, facts: Mapping[str, str]) -> str:
    words = code.replace("-", " ").replace("_", " ").capitalize()
    details = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items() if value)
    return f"{words}: {details}." if details else f"{words}."
