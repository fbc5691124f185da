"""Texts under each other in one column."""

from collections.abc import Iterable
from dataclasses import dataclass

from eccp_desktop.documents.fitting import Fitted
from eccp_desktop.documents.look import Tone
from eccp_desktop.documents.sheet import Sheet

BASELINE = 0.95
"""Of a text's size: from the top of its line to its baseline."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Fitted texts with their tones, from top to bottom; empty ones take no space."""

    texts: tuple[tuple[Fitted, Tone], ...]

    @classmethod
    def of(cls, texts: Iterable[tuple[Fitted, Tone]]) -> "Stack":
        """A stack of those texts that have lines."""
        return cls(tuple((text, tone) for text, tone in texts if text.lines))

    @property
    def height(self) -> float:
        return sum(text.height for text, _ in self.texts)

    def draw(self, sheet: Sheet, left: float, top: float, *, struck: bool = False) -> None:
        """Draw from `top` down; struck texts are quiet."""
        for text, tone in self.texts:
            baseline = top + text.size * BASELINE
            sheet.write(text, left, baseline, tone=Tone.QUIET if struck else tone, struck=struck)
            top += text.height
