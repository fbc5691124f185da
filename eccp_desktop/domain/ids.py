"""What kind of row an id belongs to, so that a table's id is never taken for a slot's."""

from typing import NewType

SideId = NewType("SideId", str)
SessionId = NewType("SessionId", str)
SlotId = NewType("SlotId", str)
TableId = NewType("TableId", str)
OrganisationId = NewType("OrganisationId", str)
ParticipantId = NewType("ParticipantId", str)
RequestId = NewType("RequestId", str)
MeetingId = NewType("MeetingId", str)
