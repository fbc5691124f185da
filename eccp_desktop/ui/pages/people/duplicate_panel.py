"""The selected pair: where the two records differ one says which value stays, and then they become one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.duplicates import Pair, Sign
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label, paragraph, quiet
from eccp_desktop.ui.theme import HEADING, SPACE_2, SPACE_3

PARTS = {
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "badge": N_("Badge code and box"),
    "badge_name": N_("Name on the badge"),
    "job_title": N_("Job title"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "interpreter": N_("Interpreter into"),
    "interprets": N_("Interprets"),
    "stay": N_("Stay"),
    "fixed_table": N_("Own table"),
    "state": N_("Registration"),
    "presence": N_("Presence"),
    "consent": N_("Consent"),
    "notes": N_("Notes"),
    "reference": N_("Outside reference"),
    "kind": N_("Kind"),
    "side": N_("Side"),
    "country": N_("Country"),
    "region": N_("Region"),
    "city": N_("City"),
    "website": N_("Website"),
    "profile": N_("Profile page"),
    "founded": N_("Founded"),
    "members": N_("Members"),
    "description": N_("About"),
    "offers": N_("Offers"),
    "seeks": N_("Seeks"),
}

LONGEST = 42
"""Characters of a value on its button; the whole is in the tooltip."""


class DuplicatePanel(SidePanel):
    """Asks about a pair."""

    merged = Signal(object, tuple)
    """The pair, and the names of the parts that are taken from its other record."""
    denied = Signal(object)
    """The pair: they are two."""

    def __init__(self) -> None:
        super().__init__(N_("The selected pair"))
        self._pair: Pair | None = None
        self._choices: dict[str, tuple[QButtonGroup, QRadioButton]] = {}

    def show_pair(self, pair: Pair | None, kept: Mapping[str, str], other: Mapping[str, str]) -> None:
        """Show a pair with what its records say, or nothing."""
        self._pair = pair
        self._choices = {}
        self.clear()
        if pair is None:
            self.body.addWidget(quiet(N_("No pair is selected.")))
            return
        self.body.addWidget(Label(N_("One and the same?"), size=HEADING, strong=True, wrap=True))
        self.body.addWidget(paragraph(reasons(pair.signs)))
        holder = QWidget()
        buttons = FlowLayout(holder)
        buttons.addWidget(primary_button(N_("Merge"), self.merge, icon="check"))
        buttons.addWidget(quiet_button(N_("Not the same"), self.deny))
        self.body.addWidget(holder)
        differing = [part for part in kept if kept[part] and other.get(part) and kept[part] != other[part]]
        for part in differing:
            self._ask(part, kept[part], other[part])
            if part == "badge":
                self.choose("badge", pair.other.badge_printed and not pair.kept.badge_printed)
                both = N_("The chosen code stands on new badges; a badge with the other one finds this person too.")
                self.body.addWidget(quiet(both, wrap=True))
        filled = [PARTS[part] for part in kept if not kept[part] and other.get(part)]
        words = N_("Everything that hangs on either record goes to the one that stays. Undo makes them two again.")
        if filled:
            words = f"{N_('Filled in from the second record: {parts}.').format(parts=', '.join(filled))} {words}"
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(quiet(words, wrap=True))

    def merge(self) -> None:
        """Make one of the pair, as chosen."""
        if self._pair is not None:
            taken = tuple(part for part, (_, second) in self._choices.items() if second.isChecked())
            self.merged.emit(self._pair, taken)

    def deny(self) -> None:
        """They are two."""
        if self._pair is not None:
            self.denied.emit(self._pair)

    def choose(self, part: str, second: bool) -> None:
        """Let a part be taken from the second record, or from the first."""
        group, button = self._choices[part]
        (button if second else group.buttons()[0]).setChecked(True)

    def _ask(self, part: str, kept: str, other: str) -> None:
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(quiet(PARTS[part]))
        group = QButtonGroup(self)
        values = QVBoxLayout()
        values.setSpacing(0)
        self.body.addLayout(values)
        for value in (kept, other):
            words = " ".join(value.split())
            button = QRadioButton((words if len(words) <= LONGEST else f"{words[:LONGEST]}…").replace("&", "&&"))
            button.setToolTip(value if len(words) > LONGEST else "")
            button.setAccessibleName(f"{PARTS[part]}: {words}")
            button.setChecked(not group.buttons())
            group.addButton(button)
            values.addWidget(button)
        self._choices[part] = (group, button)


def reasons(signs: Sequence[Sign]) -> str:
    """Same e-mail, similar name."""
    words = ", ".join(sign.value for sign in signs)
    return words[:1].upper() + words[1:]
