"""Bytes become text in the right encoding, or somebody is asked."""

import pytest

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.exchange.encodings import decode

NAMES = "First name;Last name;Country\r\nJürgen;Groß;Deutschland\r\nFrançois;Lefèvre;Frankreich\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(NAMES.encode(encoding), "people.csv").text == NAMES


def test_western_names_without_a_mark_are_recognised_and_it_is_said() -> None:
    decoded = decode(NAMES.encode("cp1252"), "people.csv")
    assert decoded.text == NAMES
    assert decoded.note is not None
    assert "Western European (cp1252)" in decoded.note


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Name,Country\nBjørn Møller,Denmark\nJosé Peña,Spain\nPäivi Hämäläinen,FI\n"),
        ("cp1250", "Name,Country\nMałgorzata Łęcka,Poland\nJiří Dvořák,CZ\n"),
        ("cp1251", "Name,Country\nГеорги Петков,Bulgaria\nМария Димитрова,BG\n"),
        ("cp1253", "Name,Country\nΝίκος Βλάχος,Greece\nΕλένη Παπαδοπούλου,GR\n"),
    ],
)
def test_code_pages_are_recognised_by_their_words(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "people.csv").text == text


def test_where_two_readings_are_possible_and_nothing_tells_it_asks() -> None:
    with pytest.raises(Refusal) as refusal:
        decode("Name\nLefèvre\n".encode("cp1252"), "people.csv")
    assert "choose the encoding (--encoding)" in str(refusal.value.facts["sentence"])


def test_an_encoding_that_is_given_is_used() -> None:
    assert decode("Name\nLefèvre\n".encode("cp1252"), "people.csv", "cp1252").text == "Name\nLefèvre\n"


@pytest.mark.parametrize("encoding", ["klingon", "utf-8"])
def test_an_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    with pytest.raises(Refusal):
        decode("Name\nLefèvre\n".encode("cp1252"), "people.csv", encoding)


def test_binary_content_is_refused_as_such() -> None:
    with pytest.raises(Refusal) as refusal:
        decode(bytes(range(256)) * 40, "people.csv")
    assert "holds binary data" in str(refusal.value.facts["sentence"])
