"""Above the grid: the day, whether its lines are people or tables, the filter, the zoom. It remembers all but the filter."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import icon_button, plain_button
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.words import day_words
from eccp_desktop.ui.pages.timetable.zoom import USUAL, ZOOMS
from eccp_desktop.ui.theme import SPACE_1, SPACE_4

Remembered = TypeVar("Remembered", int, str)

LEAST_FILTER, MOST_FILTER = 96, 220
"""Widths of the filter: it gives way before the days are cut."""

_DAY, _AXIS, _ZOOM, _PANEL = "timetable/day", "timetable/lines", "timetable/zoom", "timetable/panel"


class GridBar(QWidget):
    """Says when something else should be shown."""

    changed = Signal()
    """Another day, other lines, another filter."""

    zoomed = Signal(int)
    """Another step of the zoom."""

    panelled = Signal(bool)
    """The panel at the side should be seen, or not."""

    entered = Signal()
    """Enter in the filter: go to what it found."""

    def __init__(self, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._days: tuple[date, ...] = ()
        self._tabs: Tabs | None = None
        self._narrow = False
        self.zoom = max(0, min(self._remembered(_ZOOM, USUAL), len(ZOOMS) - 1))
        self.filter = SearchField(N_("Find a person or table"))
        self.filter.setMinimumWidth(LEAST_FILTER)
        self.filter.setMaximumWidth(MOST_FILTER)
        self._people = plain_button(N_("People"), icon="users")
        self._tables = plain_button(N_("Tables"), icon="squares-four")
        self.smaller = icon_button(N_("Smaller"), "magnifying-glass-minus", lambda: self.set_zoom(self.zoom - 1))
        self.larger = icon_button(N_("Larger"), "magnifying-glass-plus", lambda: self.set_zoom(self.zoom + 1))
        self.panel = icon_button(N_("Tray and Generate"), "tray")
        self.panel.setCheckable(True)
        self.panel.setChecked(bool(self._remembered(_PANEL, 1)))
        group = QButtonGroup(self)
        for button in (self._people, self._tables):
            button.setCheckable(True)
            group.addButton(button)
        axis = self._remembered(_AXIS, str(Axis.PEOPLE))
        (self._tables if axis == Axis.TABLES else self._people).setChecked(True)
        self._arrange()
        group.buttonClicked.connect(self._turned)
        self.filter.searched.connect(self._filtered)
        self.filter.entered.connect(self.entered)
        self.panel.toggled.connect(self._panel_toggled)
        self._enable_zoom()

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_1)
        self._row.addStretch(1)
        self._row.addWidget(self.filter, 2)
        self._row.addSpacing(SPACE_4)
        for widget in (self._people, self._tables):
            self._row.addWidget(widget)
        self._row.addSpacing(SPACE_4)
        for widget in (self.smaller, self.larger, self.panel):
            self._row.addWidget(widget)

    @property
    def axis(self) -> Axis:
        """What the lines are."""
        return Axis.TABLES if self._tables.isChecked() else Axis.PEOPLE

    @property
    def day(self) -> date | None:
        """The chosen day; None in an event without slots."""
        return date.fromisoformat(self._tabs.key) if self._tabs is not None else None

    @property
    def panel_shown(self) -> bool:
        """Whether the panel at the side is to be seen."""
        return self.panel.isChecked()

    def show_panel(self, shown: bool) -> None:
        """Open or fold the panel at the side."""
        self.panel.setChecked(shown)

    def fold_for(self, narrow: bool) -> None:
        """Fold the panel in a narrow window, without forgetting that it is wanted in a wide one."""
        if narrow is not self._narrow:
            self._narrow = narrow
            if self._tabs is not None:
                for day in self._days:
                    self._tabs.set_text(day.isoformat(), self._called(day))
            self.panel.setChecked(not narrow and bool(self._remembered(_PANEL, 1)))

    @property
    def filtered(self) -> str:
        """What the lines have to hold."""
        return self.filter.text().strip()

    def show_days(self, days: Sequence[date], today: date) -> None:
        """Offer these days; the first time today's, the remembered one, or the first is chosen."""
        if tuple(days) == self._days:
            return
        before = self.day
        self._days = tuple(days)
        if self._tabs is not None:
            self._row.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
            self._tabs = None
        if not days:
            return
        self._tabs = Tabs([(day.isoformat(), self._called(day)) for day in days])
        self._tabs.setAccessibleName(N_("Days"))
        remembered = self._remembered(_DAY, 0)
        wanted = (
            before if before in days else today if today in days else days[remembered if remembered < len(days) else 0]
        )
        if wanted is not None:
            self._tabs.choose(wanted.isoformat())
        self._tabs.chosen.connect(self._day_chosen)
        self._row.insertWidget(0, self._tabs)

    def _called(self, day: date) -> str:
        return f"{day:%a} {day.day}" if self._narrow else day_words(day)

    def choose_day(self, day: date) -> None:
        """Show this day."""
        if self._tabs is not None and day in self._days and day != self.day:
            self._tabs.choose(day.isoformat())

    def step_day(self, by: int) -> None:
        """Show the next day, or the one before."""
        if self.day is not None:
            place = self._days.index(self.day) + by
            self.choose_day(self._days[max(0, min(place, len(self._days) - 1))])

    def choose_axis(self, axis: Axis) -> None:
        """Make the lines people or tables."""
        if axis is not self.axis:
            (self._tables if axis is Axis.TABLES else self._people).setChecked(True)
            self._turned()

    def turn(self) -> None:
        """People instead of tables, or the other way round."""
        self.choose_axis(Axis.PEOPLE if self.axis is Axis.TABLES else Axis.TABLES)

    def set_zoom(self, step: int) -> None:
        """Draw the grid smaller or larger."""
        self.zoom = max(0, min(step, len(ZOOMS) - 1))
        self._remember(_ZOOM, self.zoom)
        self._enable_zoom()
        self.zoomed.emit(self.zoom)

    def clear_filter(self) -> None:
        """Show every line."""
        self.filter.clear()
        self.changed.emit()

    def start_finding(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _enable_zoom(self) -> None:
        self.smaller.setEnabled(self.zoom > 0)
        self.larger.setEnabled(self.zoom < len(ZOOMS) - 1)

    def _day_chosen(self) -> None:
        if self.day is not None:
            self._remember(_DAY, self._days.index(self.day))
        self.changed.emit()

    def _panel_toggled(self, shown: bool) -> None:
        if not self._narrow:
            self._remember(_PANEL, int(shown))
        self.panelled.emit(shown)

    def _turned(self) -> None:
        self._remember(_AXIS, str(self.axis))
        self.changed.emit()

    def _filtered(self) -> None:
        self.changed.emit()

    def _remembered(self, name: str, default: Remembered) -> Remembered:
        if self._memory is None:
            return default
        value: Remembered = self._memory.get(name, default)
        return value

    def _remember(self, name: str, value: int | str) -> None:
        if self._memory is not None:
            self._memory.put(name, value)
