"""The copy in hand is the last one handed out, or the last one printed where nobody kept what was handed out."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.domain.copies import in_hand, owed, replaced

NINE = datetime(2016, 4, 25, 9)


@dataclass(frozen=True, slots=True)
class Paper:
    version: int
    handed_out: datetime | None = None


def test_without_any_print_nobody_has_a_copy() -> None:
    assert in_hand(()) is None
    assert replaced((), 1) is None


def test_where_handing_out_is_not_kept_what_was_printed_is_in_hand() -> None:
    assert in_hand((Paper(1), Paper(2))) == Paper(2)


def test_what_lies_ready_does_not_replace_what_was_handed_out() -> None:
    assert in_hand((Paper(1, NINE), Paper(2))) == Paper(1, NINE)
    assert in_hand((Paper(1, NINE), Paper(2, NINE), Paper(3))) == Paper(2, NINE)


def test_a_version_printed_again_replaces_the_same_copy() -> None:
    assert replaced((Paper(1),), 1) is None
    assert replaced((Paper(1),), 2) == replaced((Paper(1), Paper(2)), 2) == Paper(1)
    assert replaced((Paper(1, NINE), Paper(2, NINE)), 2) == Paper(1, NINE)
    assert replaced((Paper(1, NINE), Paper(2)), 3) == Paper(1, NINE)


def test_once_most_hold_a_sheet_a_walk_in_who_meets_somebody_is_owed_one() -> None:
    assert owed({"Anna", "Emily", "Liam"}, {"Anna", "Emily", "Zofia"}) == {"Liam"}


def test_before_the_sheets_are_printed_nobody_is_owed_one() -> None:
    assert owed({"Anna", "Emily", "Liam", "Zofia"}, set()) == frozenset()
    assert owed({"Anna", "Emily", "Liam", "Zofia"}, {"Anna", "Emily"}) == frozenset()
