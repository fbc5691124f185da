"""Where texts were put, for those who check it."""

from dataclasses import dataclass

from eccp_desktop.documents.paper import Paper


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where a text was put: the box it had to stay in, and what its widest line takes."""

    page: int
    left: float
    top: float
    room: float
    bottom: float
    widest: float
    text: str
    source: str
    cut: bool
    paper: Paper
