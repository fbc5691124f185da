"""The logo on paper: a picture beside the event file, `NAME logo.png` or `NAME logo.jpg`."""

from pathlib import Path

_ENDINGS = (".png", ".jpg", ".jpeg")
_LARGEST = 5_000_000
"""Bytes; a larger picture is none for paper, and would make every document slow."""


def logo_beside(event: Path) -> bytes:
    """The picture that lies beside an event file, empty where there is none that can be read."""
    for ending in _ENDINGS:
        path = event.with_name(f"{event.stem} logo{ending}")
        try:
            if path.stat().st_size <= _LARGEST:
                return path.read_bytes()
        except OSError:
            continue
    return b""
