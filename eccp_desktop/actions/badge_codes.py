"""Badge codes: whose one is, and which nobody has had."""

from collections.abc import Iterable

from eccp_desktop.domain.codes import new_code, normalise_code
from eccp_desktop.store.unit import FormerCode, Participant, Unit


def owners_of(unit: Unit, code: str) -> list[Participant]:
    """Whoever has this badge code (case and spaces do not matter); where nobody has it, who had it in a record of before a merge.

    Several where two laptops handed out the same code.
    """
    wanted = normalise_code(code)
    owners = unit.participants.where(code=wanted)
    if owners:
        return owners
    former = {row.participant_id for row in unit.former_codes.where(code=wanted)}
    return unit.participants.where(id=former) if former else []


def free_code(unit: Unit) -> str:
    """A new badge code, which is on no badge of this event."""
    while owners_of(unit, code := new_code()):
        pass
    return code


def keep_codes(unit: Unit, kept: Participant, other: Participant, given_up: Iterable[str]) -> None:
    """Let the one who stays be found by the badges of both records; `given_up` is the code of the two that is not theirs now."""
    for former in unit.former_codes.where(participant_id=other.id):
        unit.former_codes.add(FormerCode(participant_id=kept.id, merged_id=former.merged_id, code=former.code))
        unit.former_codes.delete(former)
    for code in given_up:
        unit.former_codes.add(FormerCode(participant_id=kept.id, merged_id=other.id, code=code))
