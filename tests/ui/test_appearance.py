"""The application follows the choice of theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.theme import DARK, LIGHT, font, tokens_now


@pytest.fixture
def light_again(appearance: Appearance) -> Iterator[None]:
    yield
    appearance.choose(Choice.LIGHT)


@pytest.mark.usefixtures("light_again")
def test_what_paints_knows_the_theme(appearance: Appearance) -> None:
    appearance.choose(Choice.DARK)
    assert tokens_now() is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)
    appearance.choose(Choice.LIGHT)
    assert tokens_now() is LIGHT


@pytest.mark.usefixtures("appearance")
def test_the_font_comes_with_the_program() -> None:
    assert QFontInfo(font()).family() == "Source Sans Pro"
    assert QFontInfo(font(strong=True)).weight() > QFontInfo(font()).weight()
