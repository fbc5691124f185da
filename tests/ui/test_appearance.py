"""The application follows the choice of theme, wherever it was installed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from eccp_desktop.base.resources import resource_path
from eccp_desktop.ui import appearance as dressing
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


def test_a_style_sheet_finds_its_pictures_in_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A warning that it cannot be parsed would fail the test."""
    folder = tmp_path / "Desk of Jürgen (new) Ημερίδα"
    shutil.copytree(resource_path(), folder, ignore=shutil.ignore_patterns("fonts", "i18n"))
    monkeypatch.setattr(dressing, "resource_path", lambda *parts: folder.joinpath(*parts))
    box = QCheckBox("here", checked=True)
    qtbot.addWidget(box)
    box.setStyleSheet(dressing.style_sheet(LIGHT))
    box.show()
    assert str(folder.as_posix()) in box.styleSheet()
