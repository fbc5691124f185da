"""Which letter or digit stands on a key's place of a US keyboard, whatever layout the laptop is set to.

A scanner sends the keys of a US keyboard; a laptop set to French or German reads other characters from the same keys. The
system's own numbers of the keys tell the place: Linux (X11 and Wayland) counts as the kernel does, plus eight
(linux/input-event-codes.h), Windows numbers the same keys by scan codes of set 1, macOS by the virtual key codes of Carbon's
HIToolbox/Events.h.
"""

import sys

from PySide6.QtGui import QKeyEvent

_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_BY_SCAN_CODE = {first + at: letter for first, row in _ROWS.items() for at, letter in enumerate(row)}
_MAC = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM"
_BY_MAC_KEY = {at: letter for at, letter in enumerate(_MAC) if letter != " "}
_KERNEL_TO_X11 = 8


def character_on(event: QKeyEvent, platform: str = sys.platform) -> str:
    """The character A-Z or 0-9 that a US keyboard has on this key; empty for other keys and where the system tells none."""
    if platform == "darwin":
        # A key without a text has no number either; its 0 would be an A.
        return _BY_MAC_KEY.get(event.nativeVirtualKey(), "") if event.text() else ""
    offset = 0 if platform == "win32" else _KERNEL_TO_X11
    return _BY_SCAN_CODE.get(event.nativeScanCode() - offset, "")
