"""The tab of what papers look like: their language, the colour of the event, and its logo."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.colour import LEAST_CONTRAST, PAPER_COLOURS, contrast_with_white, dark_enough, normal_colour
from eccp_desktop.store.reads.event_setting import EventSetting
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label, heading, quiet
from eccp_desktop.ui.kit.text_field import TextField
from eccp_desktop.ui.pages.event.languages import LanguagesPart
from eccp_desktop.ui.pages.event.logos import LogosPart
from eccp_desktop.ui.pages.event.swatch import Swatch
from eccp_desktop.ui.theme import CONTROL, SMALL, SPACE_1, SPACE_2, SPACE_3, SPACE_6

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

WIDTH = 560
HEX_WIDTH = 120


class PapersTab(QWidget):
    """Languages, then the look: `look` is the column in which colour and logo stand."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._colour = ""
        self.languages = LanguagesPart(page)
        self.languages.setMaximumWidth(WIDTH)
        self._swatches = QButtonGroup(self)
        swatches = QWidget()
        swatches.setMaximumWidth(WIDTH)
        row = FlowLayout(swatches, gap=SPACE_1)
        for colour, name in PAPER_COLOURS:
            swatch = Swatch(colour, name)
            self._swatches.addButton(swatch)
            row.addWidget(swatch)
        self._hex = TextField(maxLength=7)
        self._hex.setFixedSize(HEX_WIDTH, CONTROL)
        self._hex.setAccessibleName(N_("Another colour"))
        label = quiet(N_("Another colour: # and six digits, such as #006D77"))
        label.setBuddy(self._hex)
        self._use = quiet_button(N_("Use this colour"), self._typed_colour)
        typed = QHBoxLayout()
        typed.setSpacing(SPACE_2)
        typed.addWidget(self._hex)
        typed.addWidget(self._use)
        typed.addStretch(1)
        self._said = Label(size=SMALL, role="quiet", wrap=True)
        self.look = QVBoxLayout()
        self.look.setSpacing(SPACE_2)
        self.look.addWidget(heading(N_("Colour of papers")))
        self.look.addLayout(EdgeLayout(swatches, SPACE_1))  # the room for a swatch's focus ring stands out
        self.look.addWidget(label)
        self.look.addLayout(typed)
        self.look.addWidget(self._said)
        self.logos = LogosPart(page)
        self.look.addWidget(self.logos)
        scroll = Scroll(gap=SPACE_6)
        scroll.body.addWidget(self.languages)
        look = QVBoxLayout()
        look.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        look.addLayout(self.look)
        scroll.body.addLayout(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._swatches.buttonClicked.connect(self._swatch_chosen)
        self._hex.textEdited.connect(self._typing)
        self._hex.returnPressed.connect(self._typed_colour)
        self._typing("")

    def show_setting(self, setting: EventSetting) -> None:
        """Show the setting as the store has it; a colour that is being typed stays."""
        self.languages.show_languages(setting.languages)
        self.logos.show_logos()
        untouched = self._hex.text() == self._colour
        self._colour = setting.colour
        if untouched:
            self._hex.setText(setting.colour)
        self._swatches.setExclusive(False)
        for swatch in self._swatches.buttons():
            assert isinstance(swatch, Swatch)
            swatch.setChecked(swatch.colour == (setting.colour or PAPER_COLOURS[0][0]))
        self._swatches.setExclusive(True)
        self._typing(self._hex.text())

    def _swatch_chosen(self, swatch: Swatch) -> None:
        # The first is what papers have without a colour of their own.
        colour = "" if swatch.colour == PAPER_COLOURS[0][0] else swatch.colour
        self._hex.setText(self._colour)
        self._set(colour, swatch.accessibleName())

    def _typed_colour(self) -> None:
        colour = normal_colour(self._hex.text())
        if colour is not None and _says(colour) == "":
            self._hex.setText(self._colour)
            self._set(colour, colour)

    def _set(self, colour: str, name: str) -> None:
        if colour != self._colour:
            self._page.do(SetColour(colour), N_("Lines on papers are {colour} now.").format(colour=name))

    def _typing(self, text: str) -> None:
        colour = normal_colour(text)
        if not text.strip() or colour == self._colour:
            said, wrong = _contrast(self._colour or PAPER_COLOURS[0][0]), False
        elif colour is None:
            said, wrong = N_("This is no colour yet."), True
        else:
            said, wrong = _says(colour) or _contrast(colour), bool(_says(colour))
        self._said.setText(said)
        self._said.setProperty("role", "refusal" if wrong else "quiet")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._hex.setAccessibleDescription(said)
        self._use.setEnabled(bool(text.strip()) and not wrong and colour != self._colour)


def _contrast(colour: str) -> str:
    words = N_("Contrast with white paper {contrast} : 1, {least} : 1 is needed.")
    return words.format(contrast=f"{contrast_with_white(colour):.1f}", least=f"{LEAST_CONTRAST:.0f}")


def _says(colour: str) -> str:
    """What is wrong with a colour; empty where nothing is."""
    if contrast_with_white(colour) >= LEAST_CONTRAST:
        return ""
    words = N_("{colour} is too pale for lines on white paper (contrast {contrast}). {darker} is dark enough.")
    contrast = f"{contrast_with_white(colour):.1f}"
    return words.format(colour=colour, contrast=contrast, darker=dark_enough(colour))
