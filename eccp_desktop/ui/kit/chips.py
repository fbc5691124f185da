"""Chips: filters that can be on or off, and groups of them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.theme import SMALL, font


class Chip(QPushButton):
    """One filter. `key` is what it stands for; its text may carry a figure ("Late 2")."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(font(SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ChipRow(QWidget):
    """A wrapping row of chips; says which keys are on after each click.

    With `one` at most one chip is on at a time (it can still be switched off).
    """

    chosen = Signal(object)  # frozenset of keys

    def __init__(
        self, chips: Iterable[tuple[str, str]] = (), *, one: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one = one
        self._layout = FlowLayout(self)
        self._chips: list[Chip] = []
        self.show_chips(chips)

    def show_chips(self, chips: Iterable[tuple[str, str]]) -> None:
        """Show these (key, text) pairs; keys that are on and still exist stay on."""
        chips = list(chips)
        if [chip.key for chip in self._chips] == [key for key, _ in chips]:
            for chip, (_, text) in zip(self._chips, chips, strict=True):
                chip.setText(text)
            return
        on = self.keys()
        self._layout.clear()
        self._chips = []
        for key, text in chips:
            chip = Chip(key, text, self)
            chip.setChecked(key in on)
            chip.clicked.connect(self._clicked)
            self._layout.addWidget(chip)
            self._chips.append(chip)

    def keys(self) -> frozenset[str]:
        """The keys that are on."""
        return frozenset(chip.key for chip in self._chips if chip.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Switch exactly these on."""
        wanted = set(keys)
        for chip in self._chips:
            chip.setChecked(chip.key in wanted)
        self.chosen.emit(self.keys())

    def _clicked(self) -> None:
        clicked = self.sender()
        if self._one and isinstance(clicked, Chip) and clicked.isChecked():
            for chip in self._chips:
                chip.setChecked(chip is clicked)
        self.chosen.emit(self.keys())
