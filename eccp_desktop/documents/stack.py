"""Texts under each other in one column."""

from collections.abc import Iterable
from dataclasses import dataclass

from eccp_desktop.documents.fitting import Fitted
from eccp_desktop.documents.lettering import Side
from eccp_desktop.documents.look import Tone
from eccp_desktop.documents.sheet import Sheet

BASELINE = 0.95
"""Of a text's size: from the top of its line to its baseline."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Fitted texts with their tones, from top to bottom; empty ones take no space."""

    texts: tuple[tuple[Fitted, Tone], ...]
    side: Side = "left"
    apart: float = 0.0
    """Space before each of the texts whose places are in `begins`: another person, another matter."""
    begins: frozenset[int] = frozenset()

    @classmethod
    def joined(cls, stacks: Iterable["Stack"], apart: float) -> "Stack":
        """Stacks under each other, so far apart."""
        texts: list[tuple[Fitted, Tone]] = []
        begins = set()
        for stack in stacks:
            if texts and stack.texts:
                begins.add(len(texts))
            texts += stack.texts
        return cls(tuple(texts), apart=apart, begins=frozenset(begins))

    @classmethod
    def of(cls, texts: Iterable[tuple[Fitted, Tone]], side: Side = "left") -> "Stack":
        """A stack of those texts that have lines."""
        return cls(tuple((text, tone) for text, tone in texts if text.lines), side)

    @property
    def first(self) -> float:
        """From the top to the first baseline."""
        return self.texts[0][0].size * BASELINE if self.texts else 0.0

    @property
    def height(self) -> float:
        return sum(text.height for text, _ in self.texts) + self.apart * len(self.begins)

    def draw(self, sheet: Sheet, left: float, top: float, *, struck: bool = False) -> None:
        """Draw from `top` down; struck texts are quiet."""
        for place, (text, tone) in enumerate(self.texts):
            top += self.apart if place in self.begins else 0.0
            baseline = top + text.size * BASELINE
            sheet.write(text, left, baseline, tone=Tone.QUIET if struck else tone, side=self.side, struck=struck)
            top += text.height
