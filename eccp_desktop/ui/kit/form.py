"""Fields with their label above and what is wrong below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.text_field import TextField
from eccp_desktop.ui.theme import CONTROL, SMALL, SPACE_1, SPACE_3

NUMBER_INSET = 11
"""The style sheet's padding does not reach a number's text; this puts it in line with the other fields."""

LEAST_CHOICE = 8
"""Letters of a list's choice that have room at least."""


class LabelledField(QWidget):
    """A label, an input, and a line for what is wrong with it or for a hint."""

    def __init__(self, label: str, control: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        control.setAccessibleName(label)
        if isinstance(control, QLineEdit | QComboBox):
            control.setFixedHeight(CONTROL)  # or a panel that is too short would cut its fields
        self._label = quiet(label)
        self._label.setBuddy(control)
        self._below = Label(hint, size=SMALL, role="quiet", wrap=True, parent=self)
        self._below.setVisible(bool(hint))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._below)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self._below.setProperty("role", "refusal" if sentence else "quiet")
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(sentence)
        for widget in (self._below, self.control):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class NumberBox(QSpinBox):
    """Qt's own counts when a panel is scrolled under the mouse."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Form(QWidget):
    """A column of labelled fields, 12 apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, LabelledField] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE_3)
        outer.addLayout(self.column)
        outer.addStretch(1)

    def text(self, name: str, label: str, value: str = "", *, hint: str = "", placeholder: str = "") -> QLineEdit:
        """Add a one-line text."""
        control = TextField(value, placeholderText=placeholder)
        control.setCursorPosition(0)
        self.add(name, label, control, hint=hint)
        return control

    def note(self, name: str, label: str, value: str, *, lines: int) -> QPlainTextEdit:
        """Add a text of several lines."""
        control = QPlainTextEdit(value, tabChangesFocus=True)
        control.setFixedHeight(lines * control.fontMetrics().lineSpacing() + 26)
        self.add(name, label, control)
        return control

    def number(self, name: str, label: str, value: int, low: int, high: int, *, hint: str = "") -> QSpinBox:
        """Add a whole number between two limits."""
        control = NumberBox(minimum=low, maximum=high, value=value)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.setFixedHeight(CONTROL)
        control.lineEdit().setTextMargins(NUMBER_INSET, 0, 0, 0)
        control.lineEdit().setAccessibleName(label)
        self.add(name, label, control, hint=hint)
        return control

    def choice(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], value: str = "", *, hint: str = ""
    ) -> QComboBox:
        """Add a list of (key, text) to choose one from; the key is the item's data."""
        control = ChoiceBox()
        # The longest choice must not say how wide a panel is.
        control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        control.setMinimumContentsLength(LEAST_CHOICE)
        for key, text in choices:
            control.addItem(text, key)
        control.setCurrentIndex(max(0, control.findData(value)))
        self.add(name, label, control, hint=hint)
        return control

    def add(self, name: str, label: str, control: QWidget, *, hint: str = "") -> LabelledField:
        """Add any input under a name."""
        field = LabelledField(label, control, hint=hint)
        self._fields[name] = field
        self.column.addWidget(field)
        return field

    def beside(self, place: int, *names: str) -> None:
        """Put fields that were added next to each other, at this place of the column."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        for name in names:
            row.addWidget(self.field(name), 1, Qt.AlignmentFlag.AlignTop)  # what is wrong with one moves no other
        self.column.insertLayout(place, row)

    def field(self, name: str) -> LabelledField:
        """The field of this name."""
        return self._fields[name]

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong with one field, take it back from all others, and put the cursor there."""
        for key, field in self._fields.items():
            field.refuse(sentence if key == name else "")
        if name in self._fields:
            self._fields[name].control.setFocus()

    def accept(self) -> None:
        """Take back every sentence about what is wrong."""
        for field in self._fields.values():
            field.refuse("")
