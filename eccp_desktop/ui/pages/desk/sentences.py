"""What the desk says, in words. No Qt here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eccp_desktop.actions.gone_for_today import Freed, GoneForToday
from eccp_desktop.actions.interpreters import InterpreterChange
from eccp_desktop.actions.presence import MarkGone, MarkLate
from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.folding import latin_reading
from eccp_desktop.domain.codes import normalise_code
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.desk_card import CardMeeting, DeskCard
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.interpreter_texts import other_voices

if TYPE_CHECKING:
    from eccp_desktop.desk.papers import StaleSheet

WEEK = timedelta(days=7)

NAMED = 2
"""How many look-alikes are named before the rest is only counted."""


def here(card: DeskCard, now: datetime) -> str:
    """After a check-in: that they are here, and where they have to be next."""
    said = N_("{person} is here.").format(person=card.person.name)
    late = card.given_up(now)
    if late is not None:
        words = N_("Marked missing at {time}, {place}: {whom} may still wait there. On Now, 1 lets both meet.")
        waiting = ", ".join(one.name for one in late.partners if one.presence is Presence.HERE)
        return f"{said} {words.format(time=moment(late.start, now), place=place(late), whom=waiting)}"
    if card.next is None:
        return f"{said} {N_('No more meetings.') if card.meetings_in_all else N_('No meeting is planned.')}"
    return f"{said} {coming(card, now)}"


def coming(card: DeskCard, now: datetime) -> str:
    """The meeting that runs or comes next, and the one after a meeting that runs; empty where there is none."""
    if card.next is None:
        return ""
    first = N_("Now") if card.next.start <= now else N_("Next")
    return " ".join(
        f"{word}: {moment(meeting.start, now)}, {place(meeting)}, {whom(meeting)}."
        for word, meeting in ((first, card.next), (N_("Then"), card.then))
        if meeting is not None
    )


def already(card: DeskCard, now: datetime) -> str:
    """At a second scan: since when, and which laptop did it."""
    if card.person.since is None:
        return N_("{person} is already here.").format(person=card.person.name)
    words = N_("{person} is already here since {since}").format(
        person=card.person.name, since=moment(card.person.since, now)
    )
    laptop = N_("laptop {letter}").format(letter=card.laptop) if card.laptop else ""
    return f"{words}, {laptop}." if laptop else f"{words}."


def old_badge(person: DeskPerson, code: str) -> str:
    """That a scanned or typed code is on a badge of before two records became one; empty for the badge of now."""
    if normalise_code(code) == person.code:
        return ""
    words = N_("This is the old badge of {person}; the badge is now {code}.")
    return words.format(person=person.name, code=person.code)


def joined(*sentences: str) -> str:
    """What there is to say, in one line."""
    return " ".join(sentence for sentence in sentences if sentence)


def look_alikes(person: DeskPerson, others: Sequence[DeskPerson]) -> str:
    """Before the second Enter: who else it could be."""
    named = "; ".join(f"{other.list_name} ({other.organisation or origin(other)})" for other in others[:NAMED])
    more = len(others) - NAMED
    rest = f" {N_('and {count} more').format(count=more)}" if more > 0 else ""
    return N_("Enter again: {person}, {origin}. Not to be mistaken for {others}{rest}.").format(
        others=named, rest=rest, person=person.name, origin=origin(person)
    )


def several(person: DeskPerson, count: int) -> str:
    """Before the second Enter, where what was typed can mean somebody else."""
    if count == 1:
        return N_("1 person fits. Enter again checks in {person}.").format(person=person.name)
    words = N_("{count} people fit. Enter again checks in {person}; the arrow keys choose somebody else.")
    return words.format(count=count, person=person.name)


def cancelled(person: DeskPerson, *, again: bool = True) -> str:
    """Before the Enter, or the second one, of somebody who had called off."""
    words = (
        N_("The registration of {person} was cancelled. Enter again registers and checks in.")
        if again
        else N_("The registration of {person} was cancelled. Enter registers and checks in.")
    )
    return words.format(person=person.name)


def late(
    person: DeskPerson, until: datetime | None, missed: Sequence[CardMeeting] = (), *, on_now: bool = False
) -> str:
    """After somebody was marked late, and which of their meetings begin before they come: the Now page shows those."""
    if until is None:
        return N_("{person} is late.").format(person=person.name)
    said = N_("{person} is late until {until}.").format(person=person.name, until=f"{until:%H:%M}")
    if not missed:
        return said
    times = ", ".join(f"{meeting.start:%H:%M}" for meeting in missed)
    words = N_("Misses {times}.") if on_now else N_("Misses {times}: see Now.")
    return f"{said} {words.format(times=times)}"


def gone(person: DeskPerson, changes: Sequence[Freed | InterpreterChange]) -> str:
    """After somebody left for the day: whose time was freed, and who interprets in their place."""
    freed = [one for one in changes if isinstance(one, Freed)]
    voices = other_voices([one for one in changes if isinstance(one, InterpreterChange)])
    said = " ".join(part for part in (N_("{person} is gone for today.").format(person=person.name), voices) if part)
    if not freed:
        return said
    holes = ", ".join(f"{one.start:%H:%M} {one.name}" for one in freed[:NAMED])
    more = len(freed) - NAMED
    rest = f" {N_('and {count} more').format(count=more)}" if more > 0 else ""
    return f"{said} {N_('Now free')}: {holes}{rest}."


def absent(person: DeskPerson, now: datetime) -> str:
    """Of somebody who is to sit down: that they are not here; empty where they are."""
    if person.presence is Presence.HERE and not person.cancelled:
        return ""
    words = N_("{person} has left.") if person.presence is Presence.GONE else N_("{person} is not here yet: {status}.")
    return words.format(person=person.name, status=status(person, now))


def reading(person: DeskPerson) -> str:
    """The name in Latin letters, family name first, where it is written in others; otherwise empty."""
    return latin_reading(person.list_name)


def interpreter(meeting: CardMeeting) -> str:
    """Who interprets, or that the person does."""
    if meeting.helping:
        return N_("interprets")
    return N_("interpreter: {names}").format(names=", ".join(meeting.interpreters)) if meeting.interpreters else ""


def status(person: DeskPerson, now: datetime) -> str:
    """The word and the time of somebody's presence, as the list shows it."""
    if person.cancelled:
        return N_("cancelled")
    if person.presence is Presence.HERE:
        return f"{N_('here')} {short_moment(person.since, now)}" if person.since else N_("here")
    if person.presence is Presence.LATE:
        return (
            N_("late until {time}").format(time=short_moment(person.late_until, now))
            if person.late_until
            else N_("late")
        )
    if person.presence is Presence.GONE:
        return f"{N_('gone')} {short_moment(person.since, now)}" if person.since else N_("gone")
    return N_("expected")


def box(person: DeskPerson) -> str:
    """Where the badge lies: box C 14."""
    if not person.box:
        return ""
    return f"{N_('box')} {person.box} {person.box_position or ''}".rstrip()


def moment(time: datetime | None, now: datetime) -> str:
    """A time; with its day unless that is today."""
    if time is None:
        return ""
    return f"{time:%H:%M}" if time.date() == now.date() else f"{time:%a} {time.day} {time:%b} {time:%H:%M}"


def short_moment(time: datetime | None, now: datetime) -> str:
    """A time where there is little room: with its weekday unless that is today, and the date alone where it is a week off."""
    if time is None or time.date() == now.date():
        return moment(time, now)
    return f"{time:%a} {time:%H:%M}" if abs(time.date() - now.date()) < WEEK else f"{time.day} {time:%b}"


def place(meeting: CardMeeting) -> str:
    """The table of a meeting, with its zone where it has one."""
    table = N_("table {number}").format(number=meeting.table)
    return f"{table}, {meeting.zone}" if meeting.zone else table


def whom(meeting: CardMeeting) -> str:
    """The organisations that one meets there, or for whom one interprets; the names of people without one."""
    return ", ".join(partner.organisation or partner.name for partner in meeting.partners) or N_("nobody")


def origin(person: DeskPerson) -> str:
    """Organisation and country: what tells namesakes apart."""
    return ", ".join(part for part in (person.organisation, country_name(person.country)) if part) or N_(
        "no organisation"
    )


def sheet(card: DeskCard, stale: "StaleSheet | None") -> str:
    """Which version of the personal schedule is in hand or lies ready, and whether it still says the truth."""
    printed = card.printed.get("schedules")
    if printed is None:
        return N_("No sheet is printed yet")
    held = N_("Sheet v{version} in hand") if printed.handed_out else N_("Sheet v{version} lies ready")
    words = held.format(version=printed.version)
    if stale is None:
        return words
    then = N_("{words}, v{version} lies ready") if stale.lies_ready else N_("{words}, v{version} is current")
    return then.format(words=words, version=stale.version)


def printed_sheet(document: str, name: str, version: int, file: str) -> str:
    """After a sheet or a badge came out; `file` where it went into one."""
    what = N_("Badge of {person}") if document == "badges" else N_("Sheet v{version} of {person}")
    words = what.format(person=name, version=version)
    if file:
        return N_("No printer is set up: {what} was saved in {file}.").format(what=words, file=file)
    return N_("{what} went to the printer.").format(what=words)


MEETING_WORDS: dict[MeetingState, str] = {
    MeetingState.HOST_MISSING: N_("host missing"),
    MeetingState.GUEST_MISSING: N_("guest missing"),
    MeetingState.BOTH_MISSING: N_("both missing"),
}
"""Words of a meeting's state that say more than its mark does."""


def marked(
    intent: object,
    person: DeskPerson,
    result: object,
    missed: Sequence[CardMeeting] = (),
    *,
    on_now: bool = False,
) -> str:
    """After a choice of the late menu, on the Desk or `on_now`; `missed` begin before a late person comes."""
    match intent:
        case MarkLate():
            return late(person, intent.until, missed, on_now=on_now)
        case GoneForToday():
            return gone(person, result if isinstance(result, tuple) else ())
        case MarkGone():
            return N_("{person} is gone; the meetings stay.").format(person=person.name)
    return N_("{person} is expected.").format(person=person.name)


def registered(person: DeskPerson) -> str:
    """After a walk-in was registered."""
    return N_("{person} is registered and here. Badge {code}, {box}. Ctrl+M: sit down with somebody.").format(
        person=person.name, code=person.code, box=box(person)
    )


def may_be_name(text: str) -> bool:
    """Whether what was typed in vain may be the name of somebody new; what holds a digit is a badge that was read badly."""
    return not any(character.isdigit() for character in text)


def found(text: str, count: int, chosen: DeskPerson | None, *, sure: bool) -> str:
    """How many fit what was typed, and what Enter means for the one that is chosen, who may not be the one who is meant."""
    if not count and not may_be_name(text):
        return N_("Nobody found. Scan again, or type a part of the name.")
    if not count:
        return N_("Nobody found. Try another spelling; Enter registers a walk-in.")
    people = N_("1 person") if count == 1 else N_("{count} people").format(count=count)
    if chosen is None:
        return f"{people}."
    if chosen.cancelled:
        words = N_("{people}. The registration of {person} was cancelled.")
    elif chosen.presence is Presence.HERE:
        words = N_("{people}. {person} is here already.")
    elif chosen.presence is Presence.GONE:
        words = N_("{people}. {person} has left. Enter checks in again.")
    elif sure:
        words = N_("{people}. Enter checks in {person}.")
    else:
        words = N_("{people}. Enter asks about {person}; the arrow keys choose.")
    return words.format(people=people, person=chosen.name)


def everybody(count: int) -> str:
    """What the list shows while nothing is typed."""
    return N_("{count} people on the list").format(count=count) if count else ""
