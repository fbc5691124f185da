"""Every pair of colours that is read together can be read, in both themes; every state has its three."""

import pytest

from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.ui.theme import (
    DARK,
    LIGHT,
    STATES,
    Shape,
    State,
    Tokens,
    Tone,
    contrast,
    state_of_meeting,
    state_of_presence,
)

GROUNDS = ("canvas", "page", "raised", "hover", "pressed", "selection", "legal")
INKS = ("text", "quiet", *(tone.value for tone in Tone))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_can_be_read_on_every_ground(tokens: Tokens, ground: str, ink: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("page", "text"),
        ("page", "amber"),
    ],
)
def test_text_can_be_read_on_filled_grounds(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_fields_and_the_focus_ring_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.page) >= 3
    assert contrast(tokens.accent, tokens.page) >= 3


@pytest.mark.parametrize(("surface", "marks"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["light", "dark"])
def test_marks_can_be_read_on_a_notice(surface: Tokens, marks: Tokens) -> None:
    for state in (State.LATE, State.MISSING, State.CANCELLED, State.HERE):
        assert contrast(getattr(marks, STATES[state].tone), surface.text) >= 4.5


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_state_has_colour_shape_and_word_and_shapes_differ() -> None:
    assert set(STATES) == set(State)
    assert all(look.word for look in STATES.values())
    assert len({look.shape for look in STATES.values()}) == len(STATES) == len(Shape)


def test_everything_the_programme_knows_has_a_mark() -> None:
    assert {state_of_presence(presence) for presence in Presence} <= set(STATES)
    assert {state_of_meeting(state) for state in MeetingState} <= set(STATES)
    assert state_of_meeting(MeetingState.GUEST_MISSING) is State.MISSING
