"""A timetable without table numbers while it is being made: which meeting lies in which slot."""

from collections.abc import Iterable

from eccp_desktop.timetable.instance import Instance
from eccp_desktop.timetable.resources import Way

Places = list[tuple[int, Way] | None]
"""Slot and way of each meeting, None for those without a place."""


def places_from(slot_of: Iterable[int], way_of: Iterable[Way]) -> Places:
    """Slots (-1: none) and ways side by side as places."""
    return [(t, way) if t >= 0 else None for t, way in zip(slot_of, way_of, strict=True)]


class SlotPlan:
    """Slots of meetings with the diaries and loads that follow from them; -1 means none.

    `put` and `take` keep everything in step and check nothing; ask `fits` before.
    """

    def __init__(self, instance: Instance) -> None:
        slots = len(instance.problem.slots)
        self.instance = instance
        self.slot_of = [-1] * len(instance.people_of)
        self.way_of = [Way()] * len(instance.people_of)
        self.diary = [[-1] * slots for _ in instance.meetings_of]
        self.held = [0] * slots
        self.load = [[0] * slots for _ in instance.capacity]
        self.per_day = [[0] * len(instance.days) for _ in instance.meetings_of]
        for m, t in enumerate(instance.kept):
            if t >= 0:
                self.put(m, t, self.way(m, t) or instance.ways[m][0])

    def way(self, m: int, t: int) -> Way | None:
        """Resources that could take the meeting in the slot as things stand, or None."""
        ways = self.instance.ways[m]
        if len(ways) > 1 and self.instance.walkers[m]:
            ways = self._where_people_are(m, t)
        for way in ways:
            if self.has_room(way, t) and self.within_reach(m, t, way.zone):
                return way
        return None

    def _where_people_are(self, m: int, t: int) -> tuple[Way, ...]:
        """The ways of the meeting, those first whose zone its people meet in during the session anyway."""
        instance = self.instance
        met: dict[int, int] = {}
        for p in instance.walkers[m]:
            for u in instance.sessions[instance.session_of[t]]:
                if self.diary[p][u] >= 0:
                    zone = self.way_of[self.diary[p][u]].zone
                    met[zone] = met.get(zone, 0) + 1
        return tuple(sorted(instance.ways[m], key=lambda way: -met.get(way.zone, 0)))

    def has_room(self, way: Way, t: int) -> bool:
        """Whether tables and interpreters suffice for one more meeting."""
        load, capacity = self.load, self.instance.capacity
        for r in way.resources:  # noqa: SIM110  asked millions of times, and twice as fast as all()
            if load[r][t] >= capacity[r][t]:
                return False
        return True

    def within_reach(self, m: int, t: int, zone: int) -> bool:
        """Whether nobody who needs time to walk comes from, or goes on to, another zone at once."""
        for p in self.instance.walkers[m]:
            for u in self.instance.beside[t]:
                other = self.diary[p][u]
                if other >= 0 and self.way_of[other].zone not in (-1, zone):
                    return False
        return True

    def blockers(self, m: int, t: int) -> list[int]:
        """Other meetings that the meeting's people have in the slot."""
        return list(dict.fromkeys(other for p in self.instance.people_of[m] if (other := self.diary[p][t]) >= 0))

    def within_limits(self, m: int, t: int, beyond: int = -1) -> bool:
        """Whether daily maxima (but that of the person `beyond`), pauses and order allow the unplaced meeting in the
        slot."""
        instance = self.instance
        day = instance.day_of[t]
        for p in instance.people_of[m]:
            if p != beyond and self.per_day[p][day] >= instance.most_per_day[p]:
                return False
            if instance.most_in_a_row[p] < len(instance.day_of) and self.row(p, t) > instance.most_in_a_row[p]:
                return False
        return self.in_order(m, t)

    def in_order(self, m: int, t: int) -> bool:
        """Whether the slot lies after the meetings that have to come first, and before those that have to come later."""
        if any(self.slot_of[other] >= t for other in self.instance.earlier[m]):
            return False
        return not any(-1 < self.slot_of[other] <= t for other in self.instance.later[m])

    def row(self, p: int, t: int) -> int:
        """How many meetings in a row the person would have with one in this slot."""
        slots = self.instance.sessions[self.instance.session_of[t]]
        at = slots.index(t)
        before = at
        while before > 0 and self.diary[p][slots[before - 1]] >= 0:
            before -= 1
        after = at
        while after + 1 < len(slots) and self.diary[p][slots[after + 1]] >= 0:
            after += 1
        return after - before + 1

    def fits(self, m: int, t: int) -> bool:
        """Whether the unplaced meeting can go into the slot (one of its options) without anything else moving."""
        diary = self.diary
        for p in self.instance.people_of[m]:
            if diary[p][t] >= 0:
                return False
        return self.within_limits(m, t) and self.way(m, t) is not None

    def put(self, m: int, t: int, way: Way | None = None) -> None:
        chosen = way if way is not None else self.way(m, t)
        assert chosen is not None, "put() without room"
        self.slot_of[m] = t
        self.way_of[m] = chosen
        self.held[t] += 1
        for r in chosen.resources:
            self.load[r][t] += 1
        day = self.instance.day_of[t]
        for p in self.instance.people_of[m]:
            self.diary[p][t] = m
            self.per_day[p][day] += 1

    def take(self, m: int) -> int:
        """Take the meeting out and answer the slot it had."""
        t = self.slot_of[m]
        self.slot_of[m] = -1
        self.held[t] -= 1
        for r in self.way_of[m].resources:
            self.load[r][t] -= 1
        day = self.instance.day_of[t]
        for p in self.instance.people_of[m]:
            self.diary[p][t] = -1
            self.per_day[p][day] -= 1
        return t

    def move(self, moves: Iterable[tuple[int, int]]) -> bool:
        """Give several meetings new slots (-1: none) at once; where that breaks a rule, nothing changes and False is
        answered."""
        wanted = list(moves)
        before = [(m, self.slot_of[m], self.way_of[m]) for m, _ in wanted]
        for m, t, _ in before:
            if t >= 0:
                self.take(m)
        done: list[int] = []
        for m, t in wanted:
            if t >= 0:
                if not self.fits(m, t):
                    break
                self.put(m, t)
            done.append(m)
        else:
            return True
        for m in done:
            if self.slot_of[m] >= 0:
                self.take(m)
        for m, t, way in before:
            if t >= 0:
                self.put(m, t, way)
        return False

    def place_of(self, m: int) -> tuple[int, Way] | None:
        return (self.slot_of[m], self.way_of[m]) if self.slot_of[m] >= 0 else None

    def places(self) -> Places:
        """The whole plan, to be restored or taken over by a plan of an instance with the same ways."""
        return places_from(self.slot_of, self.way_of)

    def restore(self, places: Places) -> None:
        """Take over a whole plan that is known to keep the rules."""
        for m, place in enumerate(places):
            if self.slot_of[m] >= 0 and self.place_of(m) != place:
                self.take(m)
        for m, place in enumerate(places):
            if place is not None and self.slot_of[m] < 0:
                self.put(m, *place)
