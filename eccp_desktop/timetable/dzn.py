"""Reads published instances of the business-to-business problem: MiniZinc data with English or Catalan keys."""

import re
from collections.abc import Mapping, Sequence

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.brokerage import Brokerage

_KEYS = {
    "people": ("nBusiness", "nEmpreses"),
    "meetings": ("nMeetings", "nReunions"),
    "slots": ("nTotalSlots", "nFrangesTotal"),
    "tables": ("nTables", "nTaules"),
    "morning": ("nMorningSlots", "nFrangesMati"),
    "requested": ("requested", "demanades"),
    "forbidden": ("forbidden", "prohibides"),
    "fixed": ("fixed", "fixat"),
    "before": ("precedences", "precedencies"),
}
_MORNING, _AFTERNOON = 1, 2


def brokerage_from_dzn(text: str, fairness: int | None = 2) -> Brokerage:
    """The problem in a `.dzn` text. Raises Refusal("not_an_instance") with the key that is missing or wrong."""
    values = _values(text)
    people, meetings, slots, tables = (_number(values, name) for name in ("people", "meetings", "slots", "tables"))
    morning = _number(values, "morning") if _has(values, "morning") else slots
    requested = _numbers(values, "requested", 3 * meetings)
    pairs = tuple((requested[3 * m] - 1, requested[3 * m + 1] - 1) for m in range(meetings))
    if any(not 0 <= p < people for pair in pairs for p in pair) or any(one == other for one, other in pairs):
        raise Refusal("not_an_instance", key="requested")
    forbidden = _sets(values, "forbidden", people)
    fixed = _numbers(values, "fixed", meetings) if _has(values, "fixed") else [0] * meetings
    before = _sets(values, "before", meetings)
    options = []
    for m, pair in enumerate(pairs):
        part = requested[3 * m + 2]
        first, last = (morning, slots) if part == _AFTERNOON else (0, morning if part == _MORNING else slots)
        allowed = set(range(first, last)) - {t - 1 for p in pair for t in forbidden[p]}
        options.append(tuple(sorted(allowed & {fixed[m] - 1} if fixed[m] else allowed)))
    earlier = tuple(tuple(sorted(n - 1 for n in numbers)) for numbers in before)
    if any(not 0 <= n < meetings for row in earlier for n in row):
        raise Refusal("not_an_instance", key="precedences")
    return Brokerage(people, slots, tables, pairs, tuple(options), earlier, fairness)


def _values(text: str) -> dict[str, str]:
    plain = "\n".join(line.split("%")[0] for line in text.splitlines())
    found: dict[str, str] = {}
    for statement in plain.split(";"):
        key, equals, value = statement.partition("=")
        if equals:
            found.setdefault(key.strip(), value.strip())
    return found


def _text(values: Mapping[str, str], name: str) -> str:
    for key in _KEYS[name]:
        if key in values:
            return values[key]
    raise Refusal("not_an_instance", key=_KEYS[name][0])


def _has(values: Mapping[str, str], name: str) -> bool:
    return any(key in values for key in _KEYS[name])


def _number(values: Mapping[str, str], name: str) -> int:
    return _numbers(values, name, 1)[0]


def _numbers(values: Mapping[str, str], name: str, count: int) -> list[int]:
    found = [int(number) for number in re.findall(r"-?\d+", _text(values, name))]
    if len(found) < count:
        raise Refusal("not_an_instance", key=_KEYS[name][0])
    return found


def _sets(values: Mapping[str, str], name: str, count: int) -> Sequence[set[int]]:
    """Sets such as {1,4} or {1..3}, also as ranges without braces; none where the key is absent. 0 stands for nothing."""
    if not _has(values, name):
        return [set() for _ in range(count)]
    found = [
        _members(inside or bare) for inside, bare in re.findall(r"\{([^}]*)\}|(\d+\s*\.\.\s*\d+)", _text(values, name))
    ]
    if len(found) < count:
        raise Refusal("not_an_instance", key=_KEYS[name][0])
    return found


def _members(text: str) -> set[int]:
    members: set[int] = set()
    for part in text.split(","):
        first, dots, last = part.partition("..")
        if dots:
            members |= set(range(int(first), int(last) + 1))
        elif part.strip():
            members.add(int(part))
    return members - {0}
