"""Keys are known by their place on every system."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from eccp_desktop.ui.shell.key_places import character_on


@pytest.mark.parametrize(
    ("platform", "scan_code", "virtual_key", "character"),
    [
        ("linux", 10, 0, "1"),
        ("linux", 29, 0, "Y"),
        ("linux", 52, 0, "Z"),
        ("linux", 58, 0, "M"),
        ("linux", 0, 0, ""),
        ("linux", 36, 0, ""),
        ("win32", 2, 0, "1"),
        ("win32", 50, 0, "M"),
        ("darwin", 1, 0, "A"),
        ("darwin", 1, 6, "Z"),
        ("darwin", 1, 16, "Y"),
        ("darwin", 1, 22, "6"),
        ("darwin", 1, 46, "M"),
        ("darwin", 1, 36, ""),
    ],
)
def test_a_key_is_known_by_its_place(platform: str, scan_code: int, virtual_key: int, character: str) -> None:
    none = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, scan_code, virtual_key, 0, "x")
    assert character_on(key, platform) == character
