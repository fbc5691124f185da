"""What differs between two versions, in words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.versions import Comparison, SeatedMeeting, Seating, by_person, differences
from eccp_desktop.store.reads.versions import Kind, Moment, NamedMoment
from eccp_desktop.ui.version_texts import comparison_words, difference_words, moment_words, person_words

ANNA, EMILY, INES, OLGA = (ParticipantId(name) for name in ("anna", "emily", "ines", "olga"))
NAMES = {ANNA: ("Anna", "Rossi"), EMILY: ("Emily", "Ross"), INES: ("Ines", "Costa"), OLGA: ("Olga", "Petrou")}
NINE = datetime(2016, 4, 25, 9)
SEAT = Seating(SlotId("s1"), NINE, NINE + timedelta(minutes=20), 7)
LATER = Seating(SlotId("s2"), NINE + timedelta(minutes=25), NINE + timedelta(minutes=45), 7)
MEETING = SeatedMeeting(MeetingId("m1"), 1, (ANNA, EMILY), SEAT)
WITH_OLGA = replace(MEETING, interpreters=(OLGA,))


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (None, MEETING, "New: Mon 09:00, table 7"),
        (None, WITH_OLGA, "New: Mon 09:00, table 7. Interpreter: Olga Petrou"),
        (WITH_OLGA, None, "Cancelled: was Mon 09:00, table 7"),
        (MEETING, replace(MEETING, seating=LATER), "Moved: Mon 09:00, table 7 → Mon 09:25, table 7"),
        (MEETING, replace(MEETING, seating=replace(SEAT, table=3)), "Moved: Mon 09:00, table 7 → table 3"),
        (
            MEETING,
            replace(MEETING, seating=replace(SEAT, end=NINE + timedelta(minutes=15))),
            "Mon 09:00, table 7: ends 09:15 instead of 09:20",
        ),
        (
            WITH_OLGA,
            replace(MEETING, interpreters=(INES,)),
            "Mon 09:00, table 7. Interpreter: Ines Costa instead of Olga Petrou",
        ),
        (MEETING, WITH_OLGA, "Mon 09:00, table 7. Interpreter: Olga Petrou"),
        (WITH_OLGA, MEETING, "Mon 09:00, table 7. Interpreter: nobody instead of Olga Petrou"),
        (MEETING, replace(MEETING, locked=True), "Locked: Mon 09:00, table 7"),
        (replace(MEETING, locked=True), MEETING, "No longer locked: Mon 09:00, table 7"),
        (
            MEETING,
            replace(WITH_OLGA, seating=LATER, locked=True),
            "Moved: Mon 09:00, table 7 → Mon 09:25, table 7. Interpreter: Olga Petrou. Locked now",
        ),
    ],
)
def test_all_that_differs_is_said_in_one_line(
    then: SeatedMeeting | None, now: SeatedMeeting | None, words: str
) -> None:
    ((difference,), _) = differences([then] if then else [], [now] if now else [])
    assert difference_words(difference, NAMES) == words


def test_the_counts_stand_in_one_sentence_and_for_each_person() -> None:
    second = replace(MEETING, id=MeetingId("m2"), number=2, seating=LATER)
    compared = Comparison(*differences([MEETING, second], [WITH_OLGA, replace(second, locked=True)]), NAMES)
    assert comparison_words(compared) == "1 with another interpreter, 1 locked or unlocked; 0 as they were."
    assert {line.name: person_words(line) for line in by_person(compared)} == {
        "Petrou, Olga": "1 new",
        "Ross, Emily": "1 with another interpreter",
        "Rossi, Anna": "1 with another interpreter",
    }


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (NamedMoment(Moment(1), Kind.AFTER, NINE, "Apply timetable"), "Mon 09:00, after: Apply timetable"),
        (NamedMoment(Moment(1), Kind.BEFORE, NINE, "Apply timetable"), "Mon 09:00, before: Apply timetable"),
        (
            NamedMoment(Moment(1), Kind.AFTER, NINE, "Apply timetable", 12, "undo"),
            "Mon 09:00, after: undo of apply timetable",
        ),
        (NamedMoment(Moment(1), Kind.PRINT, NINE, "tables", 15), "Mon 09:00, printed: 15 table sheets"),
        (NamedMoment(Moment(1), Kind.DAY, NINE), "Mon 09:00, the day begins"),
    ],
)
def test_a_moment_is_called_after_what_happened(named: NamedMoment, words: str) -> None:
    assert moment_words(named, NINE) == words
