"""From what people say (a badge code, a meeting's number, a table's number, a slot's start) to the row that is meant."""

from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.domain.codes import normalise_code
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import FormerCode, HallTable, Meeting, Organisation, Participant, Session, Side, Slot


def participant_id(reading: Reading, said: str) -> str:
    """A participant by badge code, also one of before a merge, or row id. Raises Refusal `nobody_has_code` or `code_of_several`."""
    code = normalise_code(said)
    known = select(Participant.id, Participant.given_name, Participant.family_name)
    found = reading.execute(known.where((Participant.id == said) | (Participant.code == code))).all()
    if not found:
        former = select(FormerCode.participant_id).where(FormerCode.code == code)
        found = reading.execute(known.where(Participant.id.in_(former))).all()
    if not found:
        raise Refusal("nobody_has_code", badge=said)
    if len(found) > 1:
        people = [full_name(row.given_name, row.family_name) for row in found]
        raise Refusal("code_of_several", badge=said, people=people)
    return str(found[0].id)


def meeting_id(reading: Reading, said: str) -> str:
    """A meeting by its number or row id. Raises Refusal `not_named`."""
    number = int(said) if said.isdecimal() else -1
    query = select(Meeting.id).where((Meeting.id == said) | (Meeting.number == number))
    return _only(list(reading.execute(query).scalars()), "meeting", said)


def table_id(reading: Reading, said: str) -> str:
    """A table by its number or row id. Raises Refusal `not_named`."""
    number = int(said) if said.isdecimal() else -1
    query = select(HallTable.id).where((HallTable.id == said) | (HallTable.number == number))
    return _only(list(reading.execute(query).scalars()), "table", said)


def slot_id(reading: Reading, said: str) -> str:
    """A slot by its start (`2016-04-25 09:20`, venue time) or row id. Raises Refusal `not_named`."""
    try:
        found = list(reading.execute(select(Slot.id).where(Slot.start == datetime.fromisoformat(said))).scalars())
    except ValueError:
        found = list(reading.execute(select(Slot.id).where(Slot.id == said)).scalars())
    return _only(found, "slot", said)


def session_id(reading: Reading, said: str) -> str:
    """A session by its start (`2016-04-25 09:00`, venue time), its title or row id. Raises Refusal `not_named`."""
    query = select(Session.id)
    try:
        found = list(reading.execute(query.where(Session.start == datetime.fromisoformat(said))).scalars())
    except ValueError:
        named = (Session.id == said) | (func.lower(Session.title) == said.lower())
        found = list(reading.execute(query.where(named)).scalars())
    return _only(found, "session", said)


def side_id(reading: Reading, said: str) -> str:
    """A side by its name or row id. Raises Refusal `not_named`."""
    query = select(Side.id).where((Side.id == said) | (func.lower(Side.name) == said.lower()))
    return _only(list(reading.execute(query).scalars()), "side", said)


def organisation_id(reading: Reading, said: str) -> str:
    """An organisation by its name or row id. Raises Refusal `not_named`."""
    query = select(Organisation.id).where((Organisation.id == said) | (func.lower(Organisation.name) == said.lower()))
    return _only(list(reading.execute(query).scalars()), "organisation", said)


def _only(found: list[str], noun: str, said: str) -> str:
    if len(found) != 1:
        raise Refusal("not_named", noun=noun, said=said, several=len(found) > 1)
    return found[0]
