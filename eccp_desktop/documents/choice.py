"""What somebody chose before a document is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """How to draw: `paper` by name, `language` as ISO 639-1 (for all that has no language of its own), `options` by
    the ids of the catalogue. `printed_at` is wall time at the venue."""

    printed_at: datetime
    paper: str = "A4"
    language: str = "en"
    options: Mapping[str, str] = field(default_factory=dict)
    most_pages: int | None = None
    """Of a list: draw only the first pages, numbered as in the whole of it."""
    hurried: bool = False
    """Of a list: lay out and draw the first page only, without telling how many there are."""


class Stopped(Exception):
    """The one who asked for a document stopped it; nothing was made."""
