"""Who has to interpret, and who can."""

from dataclasses import replace

from eccp_desktop.domain.hall import Diary
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.interpreting import Need, need_of


def speaker(*languages: str, needs: str = "") -> Diary:
    return replace(Diary(ParticipantId("one"), "One"), languages=frozenset(languages), interpreter_needed=needs)


def need(*sides: set[str]) -> Need:
    return Need(frozenset(map(frozenset, sides)))


def test_who_shares_a_language_needs_nobody() -> None:
    assert not need_of([speaker("de", "en"), speaker("en", "fr")])


def test_who_shares_none_needs_somebody_who_speaks_one_of_each() -> None:
    found = need_of([speaker("el"), speaker("en", "fr")])
    assert found == need({"el"}, {"en", "fr"})
    assert found.met_by(frozenset({"el", "fr"}))
    assert not found.met_by(frozenset({"en", "fr"}))
    assert found.tongues == (("el",), ("en", "fr"))


def test_a_language_that_was_asked_for_counts_and_not_what_one_speaks_besides() -> None:
    assert need_of([speaker("it", "en", needs="it"), speaker("en")]) == need({"it"}, {"en"})
    assert not need_of([speaker("it", needs="it"), speaker("it", "en")])


def test_of_somebody_unknown_only_who_asked_needs_anybody() -> None:
    assert not need_of([speaker("el"), speaker()])
    assert need_of([speaker(needs="el"), speaker()]) == need({"el"})


def test_between_three_each_two_have_to_understand_each_other() -> None:
    assert need_of([speaker("el", "en"), speaker("en"), speaker("el")]) == need({"en"}, {"el"})
