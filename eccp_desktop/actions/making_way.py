"""Changes that make room for meetings that wait, and the meetings that get a seat by them, in one step."""

from dataclasses import dataclass, replace
from typing import ClassVar

from eccp_desktop.actions.apply_timetable import ApplyTimetable, PlannedMeeting
from eccp_desktop.actions.edit_event import SetLimits
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.lock_meeting import UnlockMeeting
from eccp_desktop.actions.who import name_of
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.ways_out import NEW_TABLE
from eccp_desktop.store.unit import Absence, Unit


@dataclass(frozen=True, slots=True)
class OpenTableInSlot:
    """Use a table in a slot in which it was closed; answers its number."""

    title: ClassVar[str] = N_("Open table in slot")
    table: TableId
    slot: SlotId

    def apply(self, unit: Unit) -> int:
        table = unit.tables.get(self.table)
        for closure in unit.closures.where(table_id=table.id, slot_id=self.slot):
            unit.closures.delete(closure)
        unit.about(table)
        return table.number


@dataclass(frozen=True, slots=True)
class FreeInSlot:
    """Somebody is there after all in a slot; what is before and after it of their absence stays. Refuses `not_absent`."""

    title: ClassVar[str] = N_("Shorten absence")
    person: ParticipantId
    slot: SlotId

    def apply(self, unit: Unit) -> None:
        person, slot = unit.participants.get(self.person), unit.slots.get(self.slot)
        found = [
            absence
            for absence in unit.absences.where(participant_id=person.id)
            if absence.start < slot.end and slot.start < absence.end
        ]
        if not found:
            raise Refusal("not_absent", person=name_of(person), slot=slot.start)
        for absence in found:
            for start, end in ((absence.start, slot.start), (slot.end, absence.end)):
                if start < end:
                    unit.absences.add(Absence(participant_id=person.id, start=start, end=end, reason=absence.reason))
            unit.absences.delete(absence)
        unit.about(person)


Help = SetTables | OpenTableInSlot | FreeInSlot | UnlockMeeting | SetLimits


@dataclass(frozen=True, slots=True)
class MakeWay:
    """Do what helps, and seat the meetings for which it was tried; answers how many got a seat.

    A planned table `NEW_TABLE` is the one with the highest number afterwards. Refuses as the parts do.
    """

    title: ClassVar[str] = N_("Make room for waiting meetings")
    help: Help
    planned: tuple[PlannedMeeting, ...]

    def apply(self, unit: Unit) -> int:
        self.help.apply(unit)
        unit.flush()
        newest = max(unit.tables.all(), key=lambda table: table.number, default=None)
        planned = tuple(
            replace(plan, table=TableId(newest.id)) if plan.table == NEW_TABLE and newest is not None else plan
            for plan in self.planned
        )
        return ApplyTimetable(planned).apply(unit).made if planned else 0
