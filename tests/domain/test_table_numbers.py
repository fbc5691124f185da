"""Numbers of tables as people write them."""

import pytest

from eccp_desktop.domain.table_numbers import MOST_NUMBERS, numbers_in


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("3", (3,)), ("3, 7-9; 3", (3, 7, 8, 9)), ("7–8", (7, 8)), ("all", ()), ("3-x", ()), ("", ()), ("9-7", ())],
)
def test_numbers_are_read_as_they_are_written(written: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(written) == numbers


def test_a_slip_of_the_finger_asks_for_no_more_tables_than_there_may_be() -> None:
    assert len(numbers_in("1-99999999")) == MOST_NUMBERS + 1
