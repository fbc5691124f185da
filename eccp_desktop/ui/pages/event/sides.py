"""The fourth tab: the sides, who may meet whom, and how often."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from eccp_desktop.actions.edit_event import AddSide, RemoveSide, RenameSide, SetPairing
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import Pairing
from eccp_desktop.store.reads.frame import Frame, FrameSide
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import heading
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.limits import LimitsPart
from eccp_desktop.ui.theme import ROW, SPACE_2, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

LIST_WIDTH = 560

COLUMNS = (
    Column[FrameSide]("name", N_("Side"), lambda side: side.name, strong=True, stretch=True),
    Column[FrameSide](
        "organisations",
        N_("Organisations"),
        lambda side: str(side.organisations),
        sort=lambda side: side.organisations,
        right=True,
    ),
)


class SidesTab(QWidget):
    """A short list, and the rule."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._table = TableView[FrameSide](N_("Sides"), COLUMNS, lambda side: side.id)
        self._table.setMaximumWidth(LIST_WIDTH)
        self._rename = quiet_button(N_("Rename"), self._ask_name, icon="pencil-simple")
        self._remove = quiet_button(N_("Remove"), self._removed, icon="trash")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addWidget(primary_button(N_("Add side"), self._ask_new, icon="plus"))
        buttons.addWidget(self._rename)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        self._different = QRadioButton(N_("Only people of different sides"))
        self._anyone = QRadioButton(N_("Anyone may meet anyone"))
        self._rule = QButtonGroup(self)
        for button in (self._different, self._anyone):
            self._rule.addButton(button)
        self.limits = LimitsPart(page)
        scroll = Scroll()
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(buttons)
        column.addLayout(self._table.on_edge())
        column.addWidget(heading(N_("Who may meet whom")))
        rule = QVBoxLayout()
        rule.setSpacing(0)
        rule.addWidget(self._different)
        rule.addWidget(self._anyone)
        column.addLayout(rule)
        column.addWidget(self.limits)
        scroll.body.addLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._table.selected.connect(self._selected)
        self._rule.buttonClicked.connect(self._ruled)
        self._selected(None)

    def show_frame(self, frame: Frame) -> None:
        """Show the sides as the store has them."""
        self._table.show_rows(frame.sides)
        self._table.setFixedHeight(ROW * (max(len(frame.sides), 2) + 1) + 2)
        different = frame.event.pairing is Pairing.DIFFERENT_SIDES
        (self._different if different else self._anyone).setChecked(True)
        self.limits.show_event(frame.event)

    def _selected(self, side: FrameSide | None) -> None:
        self._rename.setEnabled(side is not None)
        self._remove.setEnabled(side is not None)

    def _ruled(self) -> None:
        different = self._different.isChecked()
        pairing = Pairing.DIFFERENT_SIDES if different else Pairing.ANYONE
        said = N_("People of different sides meet now.") if different else N_("Anyone may meet anyone now.")
        self._page.do(SetPairing(pairing), said)

    def _ask_new(self) -> None:
        sheet = NameSheet(N_("Add side"), "", self)
        sheet.chosen.connect(
            lambda name: self._page.do(AddSide(name), N_("The side {name} is there.").format(name=name))
        )
        sheet.open()

    def _ask_name(self) -> None:
        side = self._table.row
        if side is not None:
            sheet = NameSheet(N_("Rename side"), side.name, self)
            sheet.chosen.connect(
                lambda name: self._page.do(
                    RenameSide(side.id, name), N_("{old} is called {name} now.").format(old=side.name, name=name)
                )
            )
            sheet.open()

    def _removed(self) -> None:
        side = self._table.row
        if side is not None:
            self._page.do(RemoveSide(side.id), N_("The side {name} is removed.").format(name=side.name))


class NameSheet(Sheet):
    """Asks for a side's name."""

    chosen = Signal(str)

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=360)
        self._form = Form()
        self._name = self._form.text("name", N_("Name"), name)
        self._name.returnPressed.connect(self._choose)
        self.body.addWidget(self._form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(title, self._choose))
        self._name.setFocus()

    def _choose(self) -> None:
        if not self._name.text().strip():
            self._form.refuse("name", N_("A side needs a name."))
            return
        self.chosen.emit(self._name.text().strip())
        self.accept()
