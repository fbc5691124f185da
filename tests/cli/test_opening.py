"""`open` on a machine without a display says so."""

import pytest

from eccp_desktop.cli import run


def test_a_machine_without_a_display_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run(["open"]) == 3
    assert "no display" in capsys.readouterr().err
