"""Badge codes are read by scanners and typed by hand."""

from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.codes import ALPHABET, CODE_LENGTH, is_code, new_code, normalise_code

codes = st.builds(new_code)
positions = st.integers(0, CODE_LENGTH - 1)


@given(codes)
def test_a_new_code_is_one_and_has_no_look_alikes(code: str) -> None:
    assert is_code(code)
    assert len(code) == 6
    assert not set(code) & set("OILU01")


@given(codes, positions, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(code: str, position: int, character: str) -> None:
    wrong = code[:position] + character + code[position + 1 :]
    assert is_code(wrong) == (wrong == code)


@given(codes, positions, positions)
def test_two_swapped_characters_are_always_noticed(code: str, first: int, second: int) -> None:
    letters = list(code)
    letters[first], letters[second] = letters[second], letters[first]
    wrong = "".join(letters)
    assert is_code(wrong) == (wrong == code)


@given(codes)
def test_case_and_spaces_do_not_matter(code: str) -> None:
    typed = f" {code[:3].lower()} {code[3:].lower()}\t"
    assert is_code(typed)
    assert normalise_code(typed) == code


def test_other_texts_are_no_codes() -> None:
    for text in ("", "Rossi", "ABCDE", "ABCDEFG", "O00000", "ÄÖÜßéè", "123456"):
        assert not is_code(text)


def test_a_thousand_codes_are_a_thousand_different_ones() -> None:
    assert len({new_code() for _ in range(1000)}) >= 999
