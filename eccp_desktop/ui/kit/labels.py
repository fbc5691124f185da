"""Text in the few sizes that the screen has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from eccp_desktop.ui.theme import ANSWER, HEADING, SMALL, TEXT, font


class Label(QLabel):
    """Plain text (never markup: names come from files). `role` is a colour of the style sheet: "", quiet, refusal."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = TEXT,
        strong: bool = False,
        role: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, strong=strong))
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = self.sizePolicy()  # which says that its height follows its width
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            self.setSizePolicy(policy)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)


class ElidedLabel(Label):
    """Secondary text that takes what room is left; what does not fit ends with dots, and is whole in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(size=SMALL, role="quiet", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self.whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self.whole if shown != self.whole else "")


def title(text: str) -> Label:
    """The title of a page or of the selected thing."""
    return Label(text, size=HEADING, strong=True)


def heading(text: str) -> Label:
    """The head of a part of a page."""
    return Label(text, strong=True)


def quiet(text: str, *, wrap: bool = False) -> Label:
    """Secondary text."""
    return Label(text, size=SMALL, role="quiet", wrap=wrap)


def answer(text: str) -> Label:
    """The answer to the question that the screen is asked: a name, a table, a countdown."""
    return Label(text, size=ANSWER, strong=True)


def paragraph(text: str) -> Label:
    """Text that wraps."""
    return Label(text, wrap=True)


def line() -> QFrame:
    """A hair line, for where white space cannot separate."""
    frame = QFrame()
    frame.setObjectName("line")
    frame.setFixedHeight(1)
    return frame
