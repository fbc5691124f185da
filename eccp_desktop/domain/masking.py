"""An event without its people: every row as it is stored, with names and words that say who somebody is taken out."""

from collections.abc import Callable, Mapping

from eccp_desktop.domain.codes import new_code
from eccp_desktop.domain.outgoing import StoredValue, WholeEvent

Row = Mapping[str, StoredValue]
Mask = Callable[[int], StoredValue]
"""From the number of a row, counted from 1, to what stands in the place of its value."""


def _nothing(_: int) -> None:
    return None


MASKS: Mapping[str, Mapping[str, Mask]] = {
    "participant": {
        "given_name": lambda _: "Person",
        "family_name": str,
        **dict.fromkeys(("name_on_badge", "job_title", "email", "phone", "notes", "outside_reference"), _nothing),
    },
    "organisation": {
        "name": lambda number: f"Organisation {number}",
        **dict.fromkeys(("region", "city", "website", "profile_link"), _nothing),
        **dict.fromkeys(("founded", "description", "offers", "seeks"), _nothing),
    },
    "staff": {"initials": lambda number: f"S{number}", "name": _nothing},
    "session": {"speakers": _nothing},
    "absence": {"reason": _nothing},
    "table_closure": {"reason": _nothing},
    "request": {"message": _nothing},
    "meeting": {"reason": _nothing},
    "outcome": {"next_step": _nothing, "text": _nothing},
}
"""By table and column; badge codes, which are all different, come beside it.

What is not named here stays: who met whom and when, countries, sides, sectors, states.
"""

LEFT_OUT = frozenset({"print", "former_code"})
"""Tables of which nothing is taken over: a print keeps the lines that it showed, with the names of partners; a former badge
code is still on a badge."""


def masked(event: WholeEvent) -> WholeEvent:
    """The same event about nobody in particular. People and organisations get numbers, people new badge codes."""
    codes = _codes(len(event.get("participant", ())))
    masks = {**MASKS, "participant": {**MASKS["participant"], "code": lambda number: codes[number - 1]}}
    return {
        table: tuple(_masked_row(row, number, masks.get(table, {})) for number, row in enumerate(rows, 1))
        for table, rows in event.items()
        if table not in LEFT_OUT
    }


def _codes(count: int) -> list[str]:
    """So many badge codes, each another one."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[new_code()] = None
    return list(found)


def _masked_row(row: Row, number: int, masks: Mapping[str, Mask]) -> Row:
    # An empty value stays empty: that somebody gave no phone number says nothing about who they are.
    return {name: masks[name](number) if name in masks and value is not None else value for name, value in row.items()}
