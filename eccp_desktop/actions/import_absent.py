"""Whose meetings an import leaves outside of their stay."""

from collections.abc import Sequence

from eccp_desktop.actions.falling_out import FALLING
from eccp_desktop.actions.import_ledger import Origin
from eccp_desktop.domain.hall import Diary, Hall
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.store.unit import Participant, Unit

_AWAY = frozenset({"person_not_arrived", "person_departed"})


def warn_of_absent(unit: Unit, rows: Sequence[tuple[Origin, Participant]]) -> None:
    """Say of each row whose person has meetings before the arrival or after the departure which they are; they stay."""
    staying = [(origin, person) for origin, person in rows if person.arrival or person.departure]
    if not staying:
        return
    hall = unit.hall()
    for origin, person in staying:
        meetings = sorted(_outside(hall, hall.diaries[ParticipantId(person.id)]))
        if meetings:
            numbers = ", ".join(map(str, meetings))
            reason = (
                f"Seated before the arrival or after the departure: meeting {numbers}. Move it on the Timetable page."
            )
            origin.ledger.warn(origin.row, "arrival", "", reason)


def _outside(hall: Hall, diary: Diary) -> list[int]:
    found = []
    for slot, meeting in diary.meetings.items():
        refusal = person_refusal(hall, diary, hall.slots[slot], meeting)
        if refusal is not None and refusal.code in _AWAY and hall.meetings[meeting].state in FALLING:
            found.append(hall.meetings[meeting].number)
    return found
