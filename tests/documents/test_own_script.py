"""Names stand in their own script, with a reading for everybody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.latin import readable
from eccp_desktop.documents.own_script import (
    Reading,
    begins_at_the_right,
    is_spoken_otherwise,
    listed,
    reading_below,
    shown,
)
from tests.documents.names import names


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Łukasz Παπαδόπουλος Мария", "Łukasz Παπαδόπουλος Мария"),
        ("王伟", "王伟 (Wang Wei)"),
        ("王, 伟", "王, 伟 (Wang, Wei)"),
        ("Wei 王伟", "Wei 王伟 (Wang Wei)"),
        ("Shenzhen 机器人 Cluster", "Shenzhen 机器人 (Ji Qi Ren) Cluster"),
        ("김민수", "김민수 (Gimminsu)"),
        ("ソニー・ロボティクス株式会社", "ソニー・ロボティクス株式会社 (Soni Roboteikusu Zhu Shi Hui She)"),
        ("株式会社3M", "株式会社 (Zhu Shi Hui She) 3M"),
        ("گیاهان دارویی", "گیاهان دارویی (Gyhn Drwyy)"),
        ("גד, אב", "גד, אב (Gd, 'v)"),
        ("გიორგი ბერიძე", "გიორგი ბერიძე (Giorgi Beridze)"),
        ("Արամ", "Արամ (Aram)"),
    ],
)
def test_the_reading_follows_the_name(name: str, drawn: str) -> None:
    assert shown(name) == drawn


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Wang Wei (王伟)", "Wang Wei (王伟)"),
        ("Sony (ソニー)", "Sony (ソニー, Soni)"),
        ("محمد (ب)", "محمد (ب) [Mhmd (B)]"),
        ("协会（北京）", "协会（北京） (Xie Hui Bei Jing)"),
        ("محمد, 王伟", "محمد (Mhmd), 王伟 (Wang Wei)"),
        ("info@例え.example", "info@例え.example"),
    ],
)
def test_brackets_addresses_and_names_given_twice_stay_readable(name: str, drawn: str) -> None:
    assert shown(name) == drawn


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("สมชาย", "Smchay"),
        ("สมชาย 王", "Smchay 王 (Wang)"),
        ("ښځه محمد", "Shdzh محمد (Mhmd)"),
        ("王伟 😀", "王伟 (Wang Wei)"),
        ("😀", ":grinning:"),
        ("\ufee3\ufea4\ufee4\ufeaa", "محمد (Mhmd)"),
        ("ＡＢＣ", "ABC"),
        ("ｿﾆｰ", "ソニー (Soni)"),
    ],
)
def test_what_no_font_can_draw_is_transliterated(name: str, drawn: str) -> None:
    assert shown(name) == drawn


def test_a_name_all_in_another_script_has_its_reading_below() -> None:
    assert reading_below("王伟") == ("王伟", "Wang Wei")
    assert reading_below("Wei 王伟") == ("Wei 王伟 (Wang Wei)", "")
    assert reading_below("Anna Rossi") == ("Anna Rossi", "")


def test_a_list_has_a_reading_for_each() -> None:
    assert listed(("王伟", "李娜", "Anna")) == "王伟 (Wang Wei), 李娜 (Li Na), Anna"
    assert shown(listed(("王伟", "李娜"))) == listed(("王伟", "李娜"))


def test_running_text_has_no_reading() -> None:
    text = "我们把公司、研究所（大学）聚集在一起，共同发展。"
    assert shown(text, Reading.NONE) == text


def test_running_text_begins_where_its_first_letter_does() -> None:
    assert begins_at_the_right("1998: شركة Rossi")
    assert not begins_at_the_right("Rossi شركة")
    assert not begins_at_the_right("1998")


def test_reading_software_is_told_of_a_script_that_is_not_drawn() -> None:
    assert is_spoken_otherwise("สมชาย")
    assert not is_spoken_otherwise("王伟 Παπαδόπουλος محمد")


@given(names())
def test_a_name_and_its_reading_are_never_lost(name: str) -> None:
    drawn = shown(name)
    assert drawn
    assert shown(drawn) == drawn
    assert shown(name, Reading.INSTEAD) == readable(name)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_shown(text: str) -> None:
    assert bool(shown(text)) == bool(readable(text))
