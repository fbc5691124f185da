"""Why a meeting found no place: computed from the finished plan, slot by slot.

Facts: NEVER_FREE_TOGETHER and PERSON_GONE name `people`; TABLE_TAKEN the `table`; NO_INTERPRETER the `language`; ORDER the
`meetings` that come first; all others have `slots` (the common ones). PEOPLE_BUSY and MIXED name the `meetings` that fill
them, `musts` counts the must meetings among these, and MIXED has `obstacles`: how many slots each obstacle closes.
"""

from collections import Counter

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.slot_plan import SlotPlan
from eccp_desktop.timetable.timetable import Reason, Why


def reason(plan: SlotPlan, m: int) -> Reason:
    """The reason for an unplaced meeting of the plan."""
    instance = plan.instance
    problem = instance.problem
    wanted = problem.wanted[m]
    keys = [slot.key for slot in problem.slots]
    gone = [p for p in instance.people_of[m] if problem.people[p].presence is Presence.GONE]
    if gone:
        return Reason(Why.PERSON_GONE, {"people": [problem.people[p].key for p in gone]})
    common = _common(plan, m)
    if not common:
        return Reason(Why.NEVER_FREE_TOGETHER, {"people": list(wanted.people)})
    upcoming = [t for t in common if keys[t] not in problem.past]
    if not upcoming:
        return Reason(Why.SLOTS_OVER, {"slots": [keys[t] for t in common]})
    in_the_way = {t: plan.blockers(m, t) for t in upcoming}
    counts = Counter(Why.PEOPLE_BUSY if in_the_way[t] else _obstacle_to_idle(plan, m, t) for t in upcoming)
    facts: dict[str, object] = {"slots": [keys[t] for t in upcoming]}
    meetings = list(dict.fromkeys(n for blockers in in_the_way.values() for n in blockers))
    if meetings:
        facts["meetings"] = [problem.wanted[n].key for n in meetings]
        facts["musts"] = sum(instance.must[n] for n in meetings)
    if len(counts) > 1:
        facts["obstacles"] = {why.value: number for why, number in sorted(counts.items())}
        return Reason(Why.MIXED, facts)
    (only,) = counts
    if only is Why.NO_INTERPRETER:
        facts["language"] = wanted.language
    elif only is Why.TABLE_TAKEN:
        facts["table"] = wanted.table or next(
            (problem.people[p].table for p in instance.people_of[m] if problem.people[p].table), ""
        )
    elif only is Why.ORDER:
        facts["meetings"] = [problem.wanted[n].key for n in (*instance.earlier[m], *instance.later[m])]
    return Reason(only, facts)


def _common(plan: SlotPlan, m: int) -> list[int]:
    """Slots in which all people of the meeting are there and in which it is allowed, whatever else happens then."""
    instance = plan.instance
    wanted = instance.problem.wanted[m]
    slots = instance.problem.slots
    together = frozenset(range(len(slots))).intersection(*(instance.free[p] for p in instance.people_of[m]))
    return [
        t
        for t in sorted(together)
        if (wanted.allowed is None or slots[t].key in wanted.allowed) and wanted.slot in ("", slots[t].key)
    ]


def obstacle(plan: SlotPlan, m: int, t: int) -> Why:
    """What keeps the unplaced meeting out of one of its common slots."""
    return Why.PEOPLE_BUSY if plan.blockers(m, t) else _obstacle_to_idle(plan, m, t)


def _obstacle_to_idle(plan: SlotPlan, m: int, t: int) -> Why:
    """What does where none of its people meets anybody else then."""
    instance = plan.instance
    for p in instance.people_of[m]:
        if plan.per_day[p][instance.day_of[t]] >= instance.most_per_day[p]:
            return Why.DAILY_MAXIMUM
        if instance.most_in_a_row[p] < len(instance.day_of) and plan.row(p, t) > instance.most_in_a_row[p]:
            return Why.PAUSE_NEEDED
    if not plan.in_order(m, t):
        return Why.ORDER
    roomy = [way for way in instance.ways[m] if plan.has_room(way, t)]
    if any(plan.within_reach(m, t, way.zone) for way in roomy):
        return Why.PEOPLE_BUSY
    return Why.NO_TIME_TO_WALK if roomy else _missing_resource(plan, m, t)


def _missing_resource(plan: SlotPlan, m: int, t: int) -> Why:
    instance = plan.instance
    wanted = instance.problem.wanted[m]
    tied = wanted.table or any(instance.problem.people[p].table for p in instance.people_of[m])
    if wanted.language:
        voiceless = {way.resources[:-1] for way in instance.ways[m]}
        speakers = any(wanted.language in interpreter.languages for interpreter in instance.problem.interpreters)
        if not speakers or any(all(plan.load[r][t] < instance.capacity[r][t] for r in way) for way in voiceless):
            return Why.NO_INTERPRETER
    return Why.TABLE_TAKEN if tied else Why.TABLES_FULL
