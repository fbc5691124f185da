"""Personal data goes for good: from the rows and from the journal. What counts in figures stays."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from eccp_desktop.actions.badge_codes import free_code
from eccp_desktop.actions.who import participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import (
    Absence,
    FormerCode,
    Journaled,
    Meeting,
    Outcome,
    Participant,
    Print,
    Request,
    Session,
    Staff,
    Unit,
)

ERASED = "(erased)"
"""Stands in the place of a name."""

_PERSONAL = (
    *("given_name", "family_name", "code", "name_on_badge", "job_title", "email", "phone", "notes"),
    *("interpreter_needed", "outside_reference", "consent_version", "consent_at"),
)
_WORDS: Mapping[type[Journaled], tuple[str, ...]] = {
    Participant: _PERSONAL,
    FormerCode: ("code",),
    Session: ("speakers",),
    Print: ("shown",),
    Meeting: ("reason",),
    Staff: ("initials", "name"),
    Absence: ("reason",),
    Request: ("message",),
    Outcome: ("next_step", "text"),
}
"""Columns that say who somebody is, or in which somebody wrote about people."""

_SHORTEST = 3
"""Letters of a family name from which on it is looked for alone; shorter ones stand inside of other words."""


@dataclass(frozen=True, slots=True)
class ErasePeople:
    """Erase who people are, by id or badge code; answers how many.

    Organisation, presence, meetings and their results stay, without words, so that no figure changes. It cannot be undone:
    the values are taken out of the journal too. Copies of the file and papers are not reached.
    """

    title: ClassVar[str] = N_("Erase personal data")
    people: tuple[str, ...]

    def apply(self, unit: Unit) -> int:
        if not self.people:
            raise Refusal("nobody_to_erase")
        people = list({one.id: one for one in (participant(unit, who) for who in self.people)}.values())
        _blot_out(unit, people)
        for person in people:
            _forget_duplicates(unit, person)
            _erase(unit, person)
        if len(people) == 1:
            unit.about(people[0])
        return len(people)


@dataclass(frozen=True, slots=True)
class EraseAllPersonal:
    """Erase who everybody of the event is and was, and names of desk staff; answers how many people were erased.

    Initials stay beside the steps of the history: the chain of steps is bound to them.
    """

    title: ClassVar[str] = N_("Erase all personal data")

    def apply(self, unit: Unit) -> int:
        people = unit.participants.all()
        if not people:
            raise Refusal("nobody_to_erase")
        for kind, fields in _WORDS.items():
            unit.forget_all(kind, fields)
        for session in unit.sessions.all():
            session.speakers = None
        for sheet in unit.prints.all():
            sheet.shown = ""
        for meeting in unit.meetings.all():
            meeting.reason = None
        for member in unit.staff.all():
            unit.staff.delete(member)
        for person in people:
            _erase(unit, person)
        unit.about(unit.event)
        return len(people)


def _erase(unit: Unit, person: Participant) -> None:
    unit.forget(person, _PERSONAL)
    nameless = {"given_name": "", "family_name": ERASED, "code": free_code(unit)}
    for field in _PERSONAL:
        setattr(person, field, nameless.get(field))
    for former in unit.former_codes.where(participant_id=person.id):
        unit.forget(former, ["code"])
        unit.former_codes.delete(former)
    for spoken in unit.languages.where(participant_id=person.id):
        unit.forget(spoken, ["language"])
        unit.languages.delete(spoken)
    for absence in unit.absences.where(participant_id=person.id):
        unit.forget(absence, ["reason"])
        absence.reason = None
    for request in (*unit.requests.where(sender_id=person.id), *unit.requests.where(receiver_id=person.id)):
        unit.forget(request, ["message"])
        request.message = None
    for outcome in unit.outcomes.where(participant_id=person.id):
        unit.forget(outcome, ["next_step", "text"])
        outcome.next_step = outcome.text = None


def _forget_duplicates(unit: Unit, person: Participant) -> None:
    """Records that were merged into this one, records of the same name that were taken off the list, and the codes of both."""
    ever = unit.texts_ever(person)
    for code in _codes(unit, person):
        unit.forget_gone(Participant, {"code": code}, _PERSONAL)
        unit.forget_gone(FormerCode, {"code": code}, ["code"])
    for given, family in product(ever.get("given_name", ()), ever.get("family_name", ())):
        unit.forget_gone(Participant, {"given_name": given, "family_name": family}, _PERSONAL)


def _blot_out(unit: Unit, people: Sequence[Participant]) -> None:
    """Take their names out of what else says them: sheets that were printed, reasons of meetings, speakers of sessions."""
    words = list(dict.fromkeys(word for person in people for word in _said(unit, person)))
    own = {person.id for person in people}
    for sheet in unit.prints.all():
        shown = "" if sheet.participant_id in own else _blotted(sheet.shown, words)
        if shown != sheet.shown:
            unit.forget(sheet, ["shown"])
            sheet.shown = shown
    for row, field in _texts(unit):
        text = getattr(row, field)
        if text and _blotted(text, words) != text:
            unit.forget(row, [field])
            setattr(row, field, _blotted(text, words))


def _texts(unit: Unit) -> Iterator[tuple[Meeting | Session | Print, str]]:
    yield from ((meeting, "reason") for meeting in unit.meetings.all())
    yield from ((session, "speakers") for session in unit.sessions.all())


def _said(unit: Unit, person: Participant) -> list[str]:
    """How somebody is and was named in words, the longest first: a sheet may be older than a correction of the name."""
    ever = unit.texts_ever(person)
    families = ever.get("family_name", ())
    pairs = list(product(ever.get("given_name", ()), families))
    words = [
        *(full_name(given, family) for given, family in pairs),
        *(f"{family}, {given}" for given, family in pairs),
        *(text for field in ("name_on_badge", "email", "phone") for text in ever.get(field, ())),
        *families,
    ]
    long = {word for word in words if len(word) >= _SHORTEST}
    return sorted(long | _codes(unit, person), key=lambda word: (-len(word), word))


def _codes(unit: Unit, person: Participant) -> set[str]:
    """Every badge code that the person has and had, also in records that were merged into this one."""
    former = {row.code for row in unit.former_codes.where(participant_id=person.id)}
    return former | set(unit.texts_ever(person).get("code", ()))


def _blotted(text: str, words: Iterable[str]) -> str:
    for word in words:
        for written in (word, json.dumps(word)[1:-1]):
            text = text.replace(written, ERASED)
    return text
