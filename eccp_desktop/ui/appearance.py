"""Dresses the application: fonts, palette and style sheet of the light or the dark theme, after the system or by choice."""

from enum import StrEnum
from pathlib import Path
from string import Template

import font_source_sans_pro
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from eccp_desktop.base.resources import resource_path
from eccp_desktop.ui import theme
from eccp_desktop.ui.theme import DARK, LIGHT, Tokens


class Choice(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _load_fonts() -> None:
    """Bring the two weights that the screen uses into Qt; needs the application."""
    for name in ("Regular", "Semibold"):
        QFontDatabase.addApplicationFont(str(Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{name}.ttf"))


def _palette_of(tokens: Tokens) -> QPalette:
    """The palette of a theme; what is not named in the style sheet is painted with it."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "page"),
        (role.Base, "page"),
        (role.AlternateBase, "raised"),
        (role.Button, "raised"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "page"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.PlaceholderText, "quiet"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.Mid, "line"),
        (role.Midlight, "hover"),
        (role.Dark, "edge"),
        (role.Light, "page"),
        (role.Shadow, "line"),
    ):
        palette.setColor(target, tokens.colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, tokens.colour("faint"))
    return palette


def style_sheet(tokens: Tokens) -> str:
    """The style sheet's template with the tokens put in."""
    template = Template(resource_path("themes", "desk.qss").read_text(encoding="utf-8"))
    arrow = resource_path("icons", f"arrow-down-{tokens.name}.svg").as_posix()
    check = resource_path("icons", f"check-{tokens.name}.svg").as_posix()
    lengths = {
        "radius": theme.RADIUS,
        "radius_small": theme.RADIUS_SMALL,
        "control": theme.CONTROL - 2,
        "ring": theme.RING,
    }
    return template.substitute(tokens.colours(), arrow_down=arrow, check=check, **lengths)


class Appearance(QObject):
    """Keeps the application in the theme that was chosen, and follows the system where that is the choice."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        _load_fonts()
        application.setStyle("Fusion")
        application.setFont(theme.font())
        QToolTip.setFont(theme.font(theme.SMALL))
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def choice(self) -> Choice:
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The theme that is on the screen now."""
        if self._choice is not Choice.SYSTEM:
            return DARK if self._choice is Choice.DARK else LIGHT
        return DARK if self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def choose(self, choice: Choice) -> None:
        """Take this theme from now on."""
        self._choice = choice
        self._dress()

    def _follow(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        self._application.setPalette(_palette_of(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()
