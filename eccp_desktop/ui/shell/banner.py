"""The band over the page that says that this is no ordinary day: a rehearsal, or a file that another laptop writes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SPACE_2, SPACE_6

Answer = tuple[str, Callable[[], object]]
"""A button's verb, and what it does."""

MOST_ANSWERS = 3


class Banner(QWidget):
    """A sentence over the whole width with up to three buttons; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label(strong=True, wrap=True)
        self._buttons = [quiet_button("", partial(self._pressed, at)) for at in range(MOST_ANSWERS)]
        self._answers: tuple[Answer, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_6, SPACE_2, SPACE_6, SPACE_2)
        row.setSpacing(SPACE_2)
        row.addWidget(self._words, 1)
        for button in self._buttons:
            row.addWidget(button)
        self.hide()

    def say(self, sentence: str, *answers: Answer) -> None:
        """Show a sentence until another one comes; an empty one hides the band."""
        self._words.setText(sentence)
        self._answers = answers
        for at, button in enumerate(self._buttons):
            button.setText(answers[at][0] if at < len(answers) else "")
            button.setVisible(at < len(answers))
        self.setVisible(bool(sentence))

    def _pressed(self, at: int) -> None:
        self._answers[at][1]()
