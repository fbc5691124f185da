"""Who works at the desk; the initials stand beside every step of theirs."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Staff, Unit

MOST_INITIALS = 8


@dataclass(frozen=True, slots=True)
class AddStaff:
    """Add somebody who works at the desk. Raises Refusal `initials_missing`, `initials_too_long` or `initials_taken`."""

    title: ClassVar[str] = N_("Add desk staff")
    initials: str
    name: str = ""

    def apply(self, unit: Unit) -> str:
        initials = _free_initials(unit, self.initials)
        row = unit.staff.add(Staff(initials=initials, name=_line(self.name)))
        unit.flush()
        unit.about(row)
        return row.id


@dataclass(frozen=True, slots=True)
class ChangeStaff:
    """Change initials and name of somebody at the desk; without new initials they stay.

    Steps that were made keep the initials that they were made under.
    """

    title: ClassVar[str] = N_("Change desk staff")
    initials: str
    new_initials: str = ""
    name: str = ""

    def apply(self, unit: Unit) -> None:
        row = _known(unit, self.initials)[0]
        row.initials = _free_initials(unit, self.new_initials or row.initials, besides=row.id)
        row.name = _line(self.name)
        unit.about(row)


@dataclass(frozen=True, slots=True)
class RemoveStaff:
    """Take somebody off the desk. Raises Refusal `nobody_with_initials`."""

    title: ClassVar[str] = N_("Remove desk staff")
    initials: str

    def apply(self, unit: Unit) -> None:
        for row in _known(unit, self.initials):
            unit.staff.delete(row)


def _known(unit: Unit, initials: str) -> list[Staff]:
    found = [row for row in unit.staff.all() if row.initials.upper() == initials.strip().upper()]
    if not found:
        raise Refusal("nobody_with_initials", initials=initials)
    return found


def _free_initials(unit: Unit, wanted: str, besides: str = "") -> str:
    initials = "".join(wanted.split()).upper()
    if not initials:
        raise Refusal("initials_missing")
    if len(initials) > MOST_INITIALS:
        raise Refusal("initials_too_long", initials=initials, most=MOST_INITIALS)
    holder = next((row for row in unit.staff.all() if row.initials.upper() == initials and row.id != besides), None)
    if holder is not None:
        raise Refusal("initials_taken", initials=initials, name=holder.name or "")
    return initials


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None
