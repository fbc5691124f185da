"""Whom an intent means: scripts and scanners name people by badge code, the window by row id."""

from eccp_desktop.actions.badge_codes import owners_of
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Participant, Unit


def participant(unit: Unit, who: str) -> Participant:
    """The participant with this id or badge code (case and spaces do not matter), be it one of before a merge.

    Raises Refusal `nobody_has_code`, or `code_of_several` where two laptops handed out the same code.
    """
    found = unit.participants.find(who)
    if found is not None:
        return found
    owners = owners_of(unit, who)
    if not owners:
        raise Refusal("nobody_has_code", badge=who)
    if len(owners) > 1:
        raise Refusal("code_of_several", badge=who, people=[name_of(owner) for owner in owners])
    return owners[0]


def name_of(person: Participant) -> str:
    """The full name, as sentences say it."""
    return full_name(person.given_name, person.family_name)
