"""The panel of a tab: it shows the selected thing, or a form that corrects it in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea

from eccp_desktop.actions.intent import Intent
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.pages.people.panel_form import PanelForm

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage


class EditingPanel(SidePanel):
    """A panel says in `saved_words` what was saved, and in `show_again` reads and shows its thing."""

    editing = Signal(bool)
    """The form is there, or gone again."""

    def __init__(self, page: "PeoplePage", name: str) -> None:
        super().__init__(name, width=360)
        self._page = page
        self.form: PanelForm | None = None

    def show_again(self) -> None:
        """Show the thing as it is now."""
        raise NotImplementedError

    def saved_words(self, intent: Intent[object]) -> str:
        """What to say when an intent of the form is saved."""
        raise NotImplementedError

    def to_top(self) -> None:
        """Scroll back: another thing is shown from its beginning."""
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Put the form away, and what was typed into it."""
        if self.form is not None:
            self.form = None
            self.show_again()
            self.editing.emit(False)

    def _open(self, form: PanelForm) -> None:
        self.clear()
        self.form = form
        form.decided.connect(self._save)
        form.left.connect(self.leave)
        self.body.addWidget(form)
        self.editing.emit(True)
        form.begin()

    def _save(self, intent: Intent[object]) -> None:
        self._page.do(intent, self.saved_words(intent), lambda _: self.leave())
