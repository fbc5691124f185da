"""The Exchange page itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.exchange.export_tab import FORMS, ExportTab
from eccp_desktop.ui.pages.exchange.import_tab import ImportTab


class ExchangePage(Page):
    """Takes in the lists of other programs, with what they would change shown first, and writes lists for them."""

    name = "exchange"
    title = N_("Exchange")
    icon = "arrows-left-right"
    touched_by = ("event",)

    def _create(self) -> None:
        self.tabs = Tabs((("import", N_("Import")), ("export", N_("Export"))))
        self.incoming = ImportTab(self)
        self.outgoing = ExportTab(self)
        self.import_button = primary_button(N_("Import"), self.incoming.take_in, icon="download-simple")
        self.import_button.hide()
        self._stack = QStackedWidget()

    def _arrange(self) -> None:
        self.top.addWidget(self.import_button)
        self.body.addWidget(self.tabs)
        self._stack.addWidget(self.incoming)
        self._stack.addWidget(self.outgoing)
        self.body.addLayout(EdgeLayout(self._stack), 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose)
        self.incoming.ready.connect(self._offer)

    def commands(self) -> Sequence[Command]:
        return (
            Command("exchange.choose", N_("Choose files to import"), self.ask, "Ctrl+I", "folder-open"),
            Command(
                "exchange.import",
                N_("Import what is shown"),
                self.incoming.take_in,
                "Ctrl+Return;Ctrl+Enter",
                "download-simple",
                lambda: self.incoming.shows,
            ),
            Command(
                "exchange.refused",
                N_("Save refused rows"),
                self.incoming.save_refused,
                icon="file-x",
                when=lambda: bool(self.incoming.refused),
            ),
            *(
                Command(f"exchange.save-{form}", verb, partial(self.outgoing.export, form), icon="export")
                for form, (_, verb, _) in FORMS.items()
            ),
        )

    def focus_first(self) -> None:
        (self.incoming.tables if self.incoming.shows else self.incoming.empty.button).setFocus()

    def ask(self) -> None:
        """Ask for files to import."""
        self.tabs.choose("import")
        self.incoming.choose()

    def _offer(self, rows: int) -> None:
        words = N_("Import 1 row") if rows == 1 else N_("Import {n} rows")
        self.import_button.setText(words.format(n=rows) if rows > 0 else N_("Import"))
        self.import_button.setVisible(rows >= 0 and self.tabs.key == "import")

    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self.incoming if key == "import" else self.outgoing)
        self.import_button.setVisible(self.incoming.shows and key == "import")
