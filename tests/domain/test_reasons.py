"""Reasons as a meeting keeps them."""

from datetime import datetime

from eccp_desktop.domain.reasons import MeetingReason, reason_of


def test_a_reason_comes_back_as_it_was_stored() -> None:
    reason = MeetingReason("table_closed", {"table": 7, "slot": datetime(2016, 4, 25, 10, 0)})

    found = reason_of(reason.stored())

    assert found is not None
    assert (found.code, found.facts["table"], found.moment("slot")) == ("table_closed", 7, datetime(2016, 4, 25, 10, 0))


def test_plain_words_are_a_reason_too() -> None:
    assert reason_of("Asked at the desk") == MeetingReason("words", {"words": "Asked at the desk"})
    assert reason_of('"Asked at the desk"') == MeetingReason("words", {"words": '"Asked at the desk"'})
    assert reason_of(None) is None
