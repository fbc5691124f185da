"""What the Now page says. No Qt here."""

from collections.abc import Sequence
from datetime import date, datetime

from eccp_desktop.actions.close_table import TableClosed
from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.actions.gone_for_today import Freed
from eccp_desktop.actions.interpreters import InterpreterChange
from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.names import list_name as looked_up
from eccp_desktop.domain.now import Bell, Countdown
from eccp_desktop.domain.repair import Why
from eccp_desktop.domain.vocabulary import MeetingState, Presence, Priority
from eccp_desktop.store.reads.now_board import Awaited, BoardMeeting, BoardPerson, BoardTable
from eccp_desktop.store.reads.repair_list import LaterMeeting, RepairOption
from eccp_desktop.store.reads.stranded import Stranded
from eccp_desktop.ui.interpreter_texts import other_voices, tongues

_PRIORITY_WORDS = {Priority.MUST: N_("must"), Priority.WISH: N_("wish"), Priority.MAYBE: N_("maybe")}


def span(of: Span) -> str:
    """`10:00 – 10:20`."""
    return f"{of.start:%H:%M} – {of.end:%H:%M}"


def day(of: date | datetime) -> str:
    """`Monday 25 April 2016`."""
    return f"{of:%A} {of.day} {of:%B %Y}"


def slot_line(of: Span) -> str:
    """A slot in the list to choose from."""
    return f"{of.start:%a} {of.start.day} {of.start:%b}, {of.start:%H:%M}"


def countdown(to: Countdown) -> str:
    """`ends in 04:31`, `starts in 02:10`, `starts in 3 days`, `over`."""
    if to.bell is Bell.OVER:
        return N_("over")
    if to.bell is Bell.STARTS and to.left.days:
        words = N_("starts in 1 day") if to.left.days == 1 else N_("starts in {days} days")
        return words.format(days=to.left.days)
    return (N_("starts in {clock}") if to.bell is Bell.STARTS else N_("ends in {clock}")).format(clock=to.clock)


def origin(person: BoardPerson | RepairOption) -> str:
    """Organisation and country."""
    return " · ".join(part for part in (person.organisation, country_name(person.country)) if part)


def presence(person: BoardPerson) -> str:
    """`here since 09:12`, `late until 10:30`, `expected`."""
    if person.presence is Presence.HERE and person.since is not None:
        return N_("here since {time}").format(time=f"{person.since:%H:%M}")
    if person.presence is Presence.LATE and person.late_until is not None:
        return N_("late until {time}").format(time=f"{person.late_until:%H:%M}")
    return str(person.presence)


def missing(person: BoardPerson) -> str:
    """What is known of somebody who did not come to their table."""
    known = {
        Presence.HERE: N_("missing, but here"),
        Presence.EXPECTED: N_("missing, not arrived"),
        Presence.GONE: N_("missing, gone"),
    }
    return known.get(person.presence, N_("missing, {presence}").format(presence=presence(person)))


def is_missing(names: Sequence[str]) -> str:
    """Whom a key of the roll-call says not to be there."""
    return (N_("{names} is missing") if len(names) == 1 else N_("{names} are missing")).format(names=joined(names))


def table(of: BoardTable) -> str:
    """A card in words, for the screen reader and the tooltip."""
    head = N_("Table {number}").format(number=of.number)
    if of.meeting is None:
        return f"{head}, {N_('free') if of.open else N_('closed')}"
    people = ", ".join(f"{person.name} ({presence(person)})" for person in of.meeting.people)
    voice = interpreter(of.meeting)
    return f"{head}, {of.meeting.state}: {people}{f'. {voice}' if voice else ''}"


def interpreter(meeting: BoardMeeting) -> str:
    """Who interprets and whether they are here; that nobody does where somebody has to; empty where nobody is needed."""
    if meeting.interpreters:
        who = ", ".join(f"{person.name} ({presence(person)})" for person in meeting.interpreters)
        return N_("Interpreter: {names}").format(names=who)
    return N_("Nobody interprets: {languages}").format(languages=tongues(meeting.unmet)) if meeting.unmet else ""


def names(meeting: BoardMeeting) -> str:
    """`Anna Rossi and Kim Lee`."""
    return joined([person.name for person in meeting.people])


def joined(of: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(of) < 2:
        return "".join(of)
    return N_("{first} and {last}").format(first=", ".join(of[:-1]), last=of[-1])


def settled(of: BoardTable, state: MeetingState) -> str:
    """After a roll-call key."""
    meeting = of.meeting
    assert meeting is not None
    if state in (MeetingState.HELD, MeetingState.RUNNING):
        words = (
            N_("Table {table}: {names} meet.") if state is MeetingState.RUNNING else N_("Table {table}: {names} met.")
        )
        return words.format(table=of.number, names=names(meeting))
    if state is MeetingState.BOTH_MISSING:
        return N_("Table {table}: nobody came.").format(table=of.number)
    host_missing = state is MeetingState.HOST_MISSING
    missing = [person.name for person in meeting.people if person.host is host_missing]
    waiting = [person.name for person in meeting.people if person.host is not host_missing]
    return N_("Table {table}: {missing} did not come. {waiting} waits.").format(
        table=of.number, missing=joined(missing), waiting=joined(waiting)
    )


def called(count: int, slot: Span) -> str:
    """After a slot was called."""
    words = N_("1 meeting of {time} is called.") if count == 1 else N_("{count} meetings of {time} are called.")
    return words.format(count=count, time=f"{slot.start:%H:%M}")


def ended(count: int, called: int, slot: Span, early: str) -> str:
    """After the bell. `called` meetings have no answer yet; `early` is the time that was left ("04:31"), or empty."""
    words = N_("1 meeting of {time} was held") if count == 1 else N_("{count} meetings of {time} were held")
    said = words.format(count=count, time=f"{slot.start:%H:%M}")
    if early:
        said = N_("{said}, {clock} before the end").format(said=said, clock=early)
    if not called:
        return f"{said}."
    left = N_("1 is still called: U to answer.") if called == 1 else N_("{count} are still called: U to answer.")
    return f"{said}; {left.format(count=called)}"


def gone(person: str, changes: Sequence[Freed | InterpreterChange]) -> str:
    """After somebody went home: who has a hole in the diary now, and who interprets in their place."""
    freed = [one for one in changes if isinstance(one, Freed)]
    voices = other_voices([one for one in changes if isinstance(one, InterpreterChange)])
    if not changes:
        return N_("{person} is gone for today. No later meeting was planned.").format(person=person)
    if not freed:
        return f"{N_('{person} is gone for today.').format(person=person)} {voices}"
    holes = ", ".join(f"{one.name} {one.start:%H:%M}" for one in freed[:4])
    more = N_(" and {count} more").format(count=len(freed) - 4) if len(freed) > 4 else ""
    words = N_("{person} is gone for today. Now free: {holes}{more}.").format(person=person, holes=holes, more=more)
    return f"{words} {voices}".rstrip()


def leaving(what: TableClosed) -> str:
    """Before a table is closed: how many meetings find another table, and how many do not."""
    moving, falling = len(what.moved), len(what.fallen)
    said = []
    if moving:
        words = N_("1 meeting moves to another table.") if moving == 1 else N_("{count} meetings move to other tables.")
        said.append(words.format(count=moving))
    if falling:
        words = (
            N_("1 meeting finds none free in its slot and goes to the tray.")
            if falling == 1
            else N_("{count} meetings find none free in their slots and go to the tray.")
        )
        said.append(words.format(count=falling))
    return " ".join(said)


def closed(done: TableClosed) -> str:
    """After a table was closed."""
    said = [N_("Table {table} is closed for the rest of the day.").format(table=done.table)]
    if done.moved:
        tables = ", ".join(str(number) for number in sorted({to for _, to in done.moved}))
        words = N_("1 meeting moved to table {to}.") if len(done.moved) == 1 else N_("{count} meetings moved to {to}.")
        said.append(words.format(count=len(done.moved), to=tables))
    if done.fallen:
        words = N_("1 meeting is in the tray.") if len(done.fallen) == 1 else N_("{count} meetings are in the tray.")
        said.append(words.format(count=len(done.fallen)))
    return " ".join(said)


def left_over(lines: Sequence[FallenOut], to_tray: bool) -> str:
    """After what was left of the day was cancelled."""
    if to_tray:
        words = N_("1 meeting is in the tray.") if len(lines) == 1 else N_("{count} meetings are in the tray.")
    else:
        words = N_("1 meeting is cancelled.") if len(lines) == 1 else N_("{count} meetings are cancelled.")
    return words.format(count=len(lines))


def unanswered(count: int) -> str:
    """That nobody said of past meetings who came."""
    words = N_("1 past meeting has no answer") if count == 1 else N_("{count} past meetings have no answer")
    return words.format(count=count)


def stranded(one: Stranded) -> str:
    """Why somebody is stranded."""
    without = joined(one.without)
    if one.table_number is None:
        return N_("without {names}").format(names=without)
    if one.missing and all(person.presence is Presence.HERE for person in one.missing):
        words = N_("table {table}, without {names} (checked in)")
    else:
        words = N_("table {table}, without {names}")
    return words.format(table=one.table_number, names=without)


def why(option: RepairOption) -> str:
    """Why somebody is a good partner, and until when they are free."""
    partner = option.partner
    reasons = {
        Why.BOTH_MUST: N_("both said must"),
        Why.BOTH_ASKED: N_("both asked for it"),
        Why.ASKED: N_("{asker} asked: {priority}").format(
            asker=option.asker, priority=_PRIORITY_WORDS[partner.priority] if partner.priority else ""
        ),
        Why.IN_TRAY: N_("their meeting is in the tray"),
        Why.WAITING_TOO: N_("waits too, at table {table}").format(table=option.waits_at),
        Why.FREE: N_("neither asked"),
    }
    until = (
        N_("free until {time}").format(time=f"{partner.free_until:%H:%M}")
        if partner.free_until is not None
        else N_("free for the rest of the day")
    )
    return ", ".join(part for part in (reasons[partner.why], until) if part)


def seating(person: str, option: RepairOption, later: datetime | None) -> tuple[str, str]:
    """What Enter does for somebody who is stranded: who sits down with them, and where (and when, if it is not now)."""
    who = N_("Seat {partner} with {person}").format(partner=option.name, person=person)
    where = N_("at {time}, table {table}: Enter") if later else N_("at table {table}: Enter")
    return who, where.format(table=option.table, time=f"{later:%H:%M}" if later else "")


def seated(person: str, option: RepairOption, later: datetime | None) -> str:
    """After a replacement was seated; `later` is the start of its slot where that is not the one on the page."""
    words = (
        N_("{person} meets {partner} at {time}, table {table}.")
        if later
        else N_("{person} meets {partner} at table {table}.")
    )
    time = f"{later:%H:%M}" if later else ""
    return words.format(person=person, partner=option.name, table=option.table, time=time)


def later(meetings: Sequence[LaterMeeting]) -> str:
    """What somebody still has today: `10:25 table 4, 11:15 table 2`."""
    return ", ".join(N_("{time} table {table}").format(time=f"{one.start:%H:%M}", table=one.table) for one in meetings)


def awaited(one: Awaited) -> str:
    """The second line of somebody who is not there: until when they are late, else how to reach them, else who waits."""
    person = one.person
    if person.presence is Presence.LATE or (person.presence is Presence.HERE and not person.phone):
        return presence(person)
    return person.phone or (N_("for {names}").format(names=joined(one.partners)) if one.partners else "")


def list_name(person: BoardPerson) -> str:
    """As one looks it up: Rossi, Anna."""
    return looked_up(person.name.removesuffix(person.family_name).strip(), person.family_name)
