"""Who takes part in the event themselves, and does not only interpret for others."""

from sqlalchemy import ColumnElement, exists, or_

from eccp_desktop.domain.vocabulary import MeetingRole
from eccp_desktop.store.rows import MeetingPerson, Participant, Request


def takes_part() -> ColumnElement[bool]:
    """A condition on `Participant`: true but for those who interpret, asked nobody, were asked by nobody, and meet nobody."""
    asked = exists().where(or_(Request.sender_id == Participant.id, Request.receiver_id == Participant.id))
    meets = exists().where(
        MeetingPerson.participant_id == Participant.id, MeetingPerson.role != MeetingRole.INTERPRETER
    )
    return or_(Participant.interprets.is_not(True), asked, meets)
