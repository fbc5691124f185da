"""Who asks whom for a meeting, and what became of it."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId, RequestId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import (
    MeetingState,
    ParticipantState,
    Priority,
    RequestOrigin,
    RequestState,
)
from eccp_desktop.store.unit import Meeting, Request, Unit

_STANDING = {RequestState.OPEN, RequestState.ACCEPTED}


@dataclass(frozen=True, slots=True)
class MakeRequest:
    """Note that one person wants to meet another; answers the request's id.

    Refuses where the two may not meet, one of them is cancelled, the same was asked before, or the other said no.
    """

    title: ClassVar[str] = N_("Make request")
    sender: ParticipantId
    receiver: ParticipantId
    priority: Priority = Priority.WISH
    message: str = ""
    origin: RequestOrigin = RequestOrigin.DESK

    def apply(self, unit: Unit) -> RequestId:
        for person in (self.sender, self.receiver):
            unit.participants.get(person)
        hall = unit.hall()
        sender, receiver = hall.diaries[self.sender], hall.diaries[self.receiver]
        refusal = pairing_refusal(hall.pairing, sender, receiver)
        if refusal is not None:
            raise refusal
        for diary in (sender, receiver):
            if diary.state is ParticipantState.CANCELLED:
                raise Refusal("person_cancelled", person=diary.name)
        for earlier in unit.requests.where(sender_id=self.sender, receiver_id=self.receiver):
            if earlier.state in _STANDING:
                raise Refusal("asked_already", person=sender.name, other=receiver.name)
            if earlier.state == RequestState.DECLINED:
                raise Refusal("said_no", person=receiver.name, other=sender.name)
        request = unit.requests.add(
            Request(
                sender_id=self.sender,
                receiver_id=self.receiver,
                priority=self.priority,
                message=self.message.strip() or None,
                origin=self.origin,
            )
        )
        unit.about(request)
        return RequestId(request.id)


@dataclass(frozen=True, slots=True)
class AcceptRequest:
    """Accept a request on behalf of the person who was asked. Refuses one that was withdrawn."""

    title: ClassVar[str] = N_("Accept request")
    request: RequestId

    def apply(self, unit: Unit) -> None:
        request = unit.requests.get(self.request)
        if request.state == RequestState.WITHDRAWN:
            raise Refusal("request_withdrawn")
        request.state = RequestState.ACCEPTED
        unit.about(request)


@dataclass(frozen=True, slots=True)
class DeclineRequest:
    """No thanks: these two do not meet. Answers the numbers of their meetings that were cancelled with it.

    Locked meetings, and those that began, stay.
    """

    title: ClassVar[str] = N_("Decline request")
    request: RequestId

    def apply(self, unit: Unit) -> tuple[int, ...]:
        request = unit.requests.get(self.request)
        if request.state == RequestState.WITHDRAWN:
            raise Refusal("request_withdrawn")
        request.state = RequestState.DECLINED
        unit.about(request)
        return tuple(_cancel(meeting) for meeting in _cancellable(unit, {request.sender_id, request.receiver_id}))


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take back what was asked. Refuses one that was declined: the answer stays."""

    title: ClassVar[str] = N_("Withdraw request")
    request: RequestId

    def apply(self, unit: Unit) -> None:
        request = unit.requests.get(self.request)
        if request.state == RequestState.DECLINED:
            raise Refusal("request_declined")
        request.state = RequestState.WITHDRAWN
        unit.about(request)


@dataclass(frozen=True, slots=True)
class ReopenRequest:
    """Make a request open again, whatever became of it."""

    title: ClassVar[str] = N_("Reopen request")
    request: RequestId

    def apply(self, unit: Unit) -> None:
        request = unit.requests.get(self.request)
        request.state = RequestState.OPEN
        unit.about(request)


@dataclass(frozen=True, slots=True)
class RankRequest:
    """Say how much a meeting is wanted."""

    title: ClassVar[str] = N_("Change priority of request")
    request: RequestId
    priority: Priority

    def apply(self, unit: Unit) -> None:
        request = unit.requests.get(self.request)
        request.priority = self.priority
        unit.about(request)


def _cancellable(unit: Unit, people: set[str]) -> list[Meeting]:
    hall = unit.hall()
    states = {MeetingState.UNSCHEDULED, MeetingState.SCHEDULED, MeetingState.CALLED}
    found = [
        meeting.id
        for meeting in hall.meetings.values()
        if meeting.state in states and not meeting.locked and set(meeting.people) == people
    ]
    over = {slot.id for slot in hall.slots.values() if slot.span.end <= unit.venue_now}
    return [meeting for meeting in map(unit.meetings.get, found) if meeting.slot_id not in over]


def _cancel(meeting: Meeting) -> int:
    meeting.state = MeetingState.CANCELLED
    meeting.reason = MeetingReason("declined_to_meet").stored()
    return meeting.number
