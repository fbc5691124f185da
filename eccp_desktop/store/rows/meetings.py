"""Requests, the meetings that came of them, their outcomes, and the sheets that were printed."""

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from eccp_desktop.store.rows.base import STRICT, Happened, Journaled, Membership, owned_by, refers_to

SEATED = "state NOT IN ('unscheduled', 'cancelled')"


class Request(Journaled, kw_only=True):
    """Who asks whom for a meeting."""

    __tablename__ = "request"
    __table_args__ = (Index("request_receiver", "receiver_id"), STRICT)

    sender_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)
    receiver_id: Mapped[str] = mapped_column(owned_by("participant.id"))
    priority: Mapped[str] = mapped_column(default="wish")
    state: Mapped[str] = mapped_column(default="open")
    origin: Mapped[str] = mapped_column(default="desk")
    message: Mapped[str | None] = mapped_column(default=None)


class Meeting(Journaled, kw_only=True):
    """A meeting of two or more participants. Slot and table are kept when it is cancelled, and no longer taken."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("no_table_twice", "slot_id", "table_id", unique=True, sqlite_where=text(SEATED)),
        CheckConstraint(f"NOT ({SEATED}) OR (slot_id IS NOT NULL AND table_id IS NOT NULL)", name="seated_has_a_seat"),
        STRICT,
    )

    number: Mapped[int] = mapped_column(index=True)
    """The number that people see; on paper as QR."""
    state: Mapped[str] = mapped_column(default="unscheduled")
    """`vocabulary.MeetingState`."""
    slot_id: Mapped[str | None] = mapped_column(refers_to("slot.id"), default=None)
    table_id: Mapped[str | None] = mapped_column(refers_to("hall_table.id"), default=None)
    type: Mapped[str | None] = mapped_column(default=None)
    """`vocabulary.MeetingType` when set by hand; otherwise it follows from the kinds of organisation."""
    locked: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="hand")
    """`vocabulary.MeetingSource`."""
    reason: Mapped[str | None] = mapped_column(default=None)
    """Why it is unscheduled or cancelled: JSON of a reason's code and facts, or plain words."""
    started_at: Mapped[Happened | None] = mapped_column(default=None)
    ended_at: Mapped[Happened | None] = mapped_column(default=None)


class MeetingPerson(Membership, kw_only=True):
    """A participant's part in a meeting.

    `occupied_slot_id` follows from the meeting by triggers of the schema; the journal does not carry it. It is what makes
    "nobody twice in a slot" an index of the database.
    """

    __tablename__ = "meeting_person"
    __table_args__ = (
        Index(
            "nobody_twice_in_a_slot",
            "participant_id",
            "occupied_slot_id",
            unique=True,
            sqlite_where=text("occupied_slot_id IS NOT NULL"),
        ),
        STRICT,
    )
    named_by = ("meeting_id", "participant_id")

    meeting_id: Mapped[str] = mapped_column(owned_by("meeting.id"), index=True)
    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)
    role: Mapped[str]
    """`vocabulary.MeetingRole`."""
    occupied_slot_id: Mapped[str | None] = mapped_column(default=None)


class Outcome(Membership, kw_only=True):
    """What one side said of a meeting; stage 1 on the day, stage 2 after six months."""

    __tablename__ = "outcome"
    __table_args__ = STRICT
    named_by = ("meeting_id", "participant_id", "stage")

    meeting_id: Mapped[str] = mapped_column(owned_by("meeting.id"), index=True)
    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"))
    stage: Mapped[int] = mapped_column(default=1)
    quality: Mapped[int | None] = mapped_column(default=None)
    """1 (poor) to 5 (excellent)."""
    result: Mapped[str | None] = mapped_column(default=None)
    """`vocabulary.ContactResult`."""
    potential_agreement: Mapped[bool | None] = mapped_column(default=None)
    document: Mapped[str | None] = mapped_column(default=None)
    """`vocabulary.AgreementDocument`."""
    next_step: Mapped[str | None] = mapped_column(default=None)
    text: Mapped[str | None] = mapped_column(default=None)


class Print(Journaled, kw_only=True):
    """A sheet that was printed. `shown` keeps what it said, so that any laptop can tell what changed since."""

    __tablename__ = "print"
    __table_args__ = (Index("print_subject", "document", "participant_id"), STRICT)

    document: Mapped[str]
    """Id of the document in the catalogue."""
    participant_id: Mapped[str | None] = mapped_column(owned_by("participant.id"), default=None, index=True)
    version: Mapped[int] = mapped_column(default=1)
    printed_at: Mapped[Happened]
    copies: Mapped[int] = mapped_column(default=1)
    shown: Mapped[str] = mapped_column(default="")
    """JSON of the lines on the sheet."""
    handed_out_at: Mapped[Happened | None] = mapped_column(default=None)
    table_id: Mapped[str | None] = mapped_column(refers_to("hall_table.id"), default=None)


__all__ = ["Meeting", "MeetingPerson", "Outcome", "Print", "Request"]
