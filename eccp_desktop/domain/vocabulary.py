"""The closed word lists of the programme; each word is stored and exported as it stands here."""

from enum import StrEnum


class LogoOwner(StrEnum):
    EVENT = "event"
    ORGANISER = "organiser"


class SessionKind(StrEnum):
    MATCHMAKING = "matchmaking"
    PLENARY = "plenary"
    SEMINAR = "seminar"
    VISIT = "visit"
    BREAK = "break"


class OrganisationKind(StrEnum):
    CLUSTER = "cluster organisation"
    SME = "SME"
    LARGE_COMPANY = "large company"
    RESEARCH = "research"
    SUPPORT = "support organisation"
    INVESTOR = "investor"
    AUTHORITY = "public authority"


class ParticipantState(StrEnum):
    REGISTERED = "registered"
    PENDING = "pending"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    EXPECTED = "expected"
    LATE = "late"
    HERE = "here"
    GONE = "gone"


class Priority(StrEnum):
    MUST = "must"
    WISH = "wish"
    MAYBE = "maybe"


class RequestState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class RequestOrigin(StrEnum):
    IMPORT = "import"
    DESK = "desk"
    SUGGESTION = "suggestion"


class MeetingType(StrEnum):
    C2C = "C2C"
    C2B = "C2B"
    B2B = "B2B"


class MeetingState(StrEnum):
    UNSCHEDULED = "unscheduled"
    SCHEDULED = "scheduled"
    CALLED = "called"
    RUNNING = "running"
    HELD = "held"
    HOST_MISSING = "host missing"
    GUEST_MISSING = "guest missing"
    BOTH_MISSING = "both missing"
    CANCELLED = "cancelled"


SEATED_STATES = frozenset(MeetingState) - {MeetingState.UNSCHEDULED, MeetingState.CANCELLED}
"""States in which a meeting takes up its slot, its table and its people."""

OPEN_STATES = frozenset({MeetingState.SCHEDULED, MeetingState.CALLED, MeetingState.RUNNING})
"""Seated states that are not yet settled."""

MISSING_STATES = frozenset({MeetingState.HOST_MISSING, MeetingState.GUEST_MISSING, MeetingState.BOTH_MISSING})


class MeetingRole(StrEnum):
    HOST = "host"
    GUEST = "guest"
    OTHER = "other"
    INTERPRETER = "interpreter"


class MeetingSource(StrEnum):
    TIMETABLE = "timetable"
    HAND = "hand"
    DESK = "desk"
    IMPORT = "import"


class ContactResult(StrEnum):
    NO_CONTACT = "no further contact"
    KNOWLEDGE = "no further contact but knowledge gain"
    VALUABLE = "valuable contact for future projects"
    NEGOTIATION = "negotiation started"
    AGREEMENT = "cooperation agreement reached"


class AgreementDocument(StrEnum):
    LETTER_OF_INTENT = "letter of intent"
    MEMORANDUM = "memorandum of understanding"
    OTHER = "other"


class Pairing(StrEnum):
    """Who may meet whom."""

    ANYONE = "anyone"
    DIFFERENT_SIDES = "different sides"
