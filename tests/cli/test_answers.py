"""What a verb answers arrives whole, whatever letters its output has."""

import io
import json
import sys

import pytest

from eccp_desktop.cli.answers import say

FACTS = {"name": "Ελένη Δούκα", "city": "Łódź"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_loses_no_letter(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, errors="replace"))
    say("", FACTS, as_json=True)
    sys.stdout.flush()
    assert json.loads(written.getvalue().decode(encoding)) == FACTS


def test_on_utf_8_json_is_read_by_people_too(capsys: pytest.CaptureFixture[str]) -> None:
    say("", FACTS, as_json=True)
    assert "Ελένη" in capsys.readouterr().out
