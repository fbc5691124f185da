"""Text in boxes: it never leaves them, and never disappears."""

from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.own_script import Reading
from eccp_desktop.documents.own_script import shown as shown_text
from eccp_desktop.documents.runs import width
from tests.documents.names import names

ROOM = 200.0


def test_short_text_keeps_its_size_and_its_line() -> None:
    fitted = fit("Anna Rossi", ROOM, 20)
    assert (fitted.lines, fitted.size) == (("Anna Rossi",), 20)


def test_a_long_name_shrinks_before_it_wraps() -> None:
    fitted = fit("Bartholomäus Österreicher", ROOM, 20, smallest=12)
    assert len(fitted.lines) == 1
    assert 12 <= fitted.size < 20


def test_a_name_that_is_too_long_to_shrink_wraps_at_a_word() -> None:
    fitted = fit("Maria-Fernanda de los Ángeles Etxeberria Goikoetxea", ROOM, 14, smallest=14, lines=2)
    assert fitted.whole
    assert " ".join(fitted.lines) == "Maria-Fernanda de los Ángeles Etxeberria Goikoetxea"


def test_a_line_may_end_after_a_hyphen() -> None:
    fitted = fit("Goikoetxea-Zubizarreta", 90, 14, smallest=14, lines=2)
    assert fitted.lines == ("Goikoetxea-", "Zubizarreta")


def test_a_word_without_end_is_broken_at_the_smallest_size() -> None:
    fitted = fit("W" * 60, ROOM, 12, smallest=10, lines=1, most=5)
    assert not fitted.whole
    assert "".join(fitted.lines).replace("-", "") == "W" * 60
    assert all(line.endswith("-") for line in fitted.lines[:-1])


def test_an_address_that_is_broken_gets_no_hyphen() -> None:
    address = "https://a.example/" + "path" * 30
    assert "".join(fit(address, ROOM, 12, lines=1, most=9).lines) == address


def test_no_letter_of_a_broken_word_stands_alone() -> None:
    for letters in range(20, 60):
        assert min(map(len, fit("n" * letters, 100, 10, smallest=10, most=9).lines)) >= 3


def test_what_does_not_fit_at_any_size_ends_in_an_ellipsis() -> None:
    fitted = fit("W" * 900, 40, 12, height=12)
    assert fitted.cut
    assert fitted.lines[-1].endswith("…")


def test_a_reading_stands_on_the_line_or_begins_the_next() -> None:
    assert fit("محمد الفاسي", ROOM, 12, lines=2).lines == ("محمد الفاسي (Mhmd Lfsy)",)
    assert fit("محمد الفاسي", 90, 12, smallest=12, lines=2).lines == ("محمد الفاسي", "(Mhmd Lfsy)")


def test_chinese_wraps_anywhere_but_a_name_does_not() -> None:
    organisation = "深圳市人工智能与机器人产业集群协会"
    lines = fit(organisation, 120, 12, smallest=12, lines=2, reading=Reading.NONE).lines
    assert len(lines) == 2
    assert "".join(lines) == organisation
    assert fit("欧阳明华", 40, 20, smallest=8, lines=2, reading=Reading.APART).lines == ("欧阳明华",)


def test_a_broken_word_of_a_script_without_hyphens_gets_none() -> None:
    for letters in ("ა" * 60, "ب" * 60, "한" * 60, "王" * 60):
        assert "-" not in "".join(fit(letters, 100, 10, most=99, reading=Reading.NONE).lines)


def test_running_text_that_is_read_from_the_right_begins_there() -> None:
    assert fit("شركة 1998.", ROOM, 12, reading=Reading.NONE).from_right
    assert not fit("شركة 1998.", ROOM, 12).from_right
    assert not fit("Rossi شركة", ROOM, 12, reading=Reading.NONE).from_right


def test_empty_text_takes_no_space() -> None:
    assert fit(" \n ", ROOM, 12).height == 0


@given(
    name=names(),
    room=st.floats(30, 400),
    height=st.floats(8, 80),
    lines=st.integers(1, 3),
    size=st.sampled_from((8.0, 12.5, 30.0)),
    weight=st.sampled_from(Weight),
)
def test_no_name_leaves_its_box_or_vanishes(
    name: str, room: float, height: float, lines: int, size: float, weight: Weight
) -> None:
    fitted = fit(name, room, size, weight=weight, lines=lines, most=99, height=height)
    assert fitted.lines
    assert fitted.widest <= room + 0.02
    assert fitted.height <= height + 0.02
    shown = "".join("".join(fitted.lines).split()).replace("-", "")
    whole = "".join(shown_text(name).split()).replace("-", "")
    assert shown == whole or (fitted.cut and whole.startswith(shown.rstrip("…")))


@given(name=names())
def test_a_name_of_a_row_is_never_cut(name: str) -> None:
    fitted = fit(name, 280, 12.5, weight=Weight.SEMIBOLD, smallest=9, lines=2, most=99)
    assert not fitted.cut
    assert all(width(line, Weight.SEMIBOLD, fitted.size) <= 280.02 for line in fitted.lines)


def test_no_line_begins_with_a_sign_that_french_sets_apart() -> None:
    asked = "Un accord est-il envisageable ?"
    assert all("?" not in line[:1] for room in range(66, 160, 3) for line in fit(asked, room, 11, lines=4).lines)


def test_what_follows_the_last_comma_is_not_divided_where_it_is_short() -> None:
    def lines(text: str) -> tuple[str, ...]:
        return fit(text, 110, 8, smallest=8, lines=3).lines

    assert lines("Battery Cluster Akron, Vereinigte Staaten") == ("Battery Cluster Akron,", "Vereinigte Staaten")
    assert lines("Photonics Corridor Roanoke, États-Unis") == ("Photonics Corridor Roanoke,", "États-Unis")
    assert len(lines("Bio Cluster, where companies and institutes meet")) == 2
