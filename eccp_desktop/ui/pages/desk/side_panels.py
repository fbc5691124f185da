"""What stands at the right of the Desk: the card, the walk-in's four fields, or the name on a badge."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.store.reads.desk_card import DeskCard
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.pages.desk.badge_name_form import BadgeNameForm
from eccp_desktop.ui.pages.desk.person_card import WIDTH, WIDTH_NARROW, PersonCard
from eccp_desktop.ui.pages.desk.walk_in_form import WalkInForm

if TYPE_CHECKING:
    from eccp_desktop.desk.papers import StaleSheet

ROOMY = 1000
"""Pixels of a page's width from which the panel has all its room."""


class SidePanels(QStackedWidget):
    """Passes on what the forms decide: `registered` and `renamed` with an intent, `known` with a person; `left` after
    Escape, with the card in front again."""

    registered = Signal(object)
    renamed = Signal(object)
    known = Signal(object)
    left = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.card = PersonCard(now)
        self.walk_in = WalkInForm()
        self.badge_name = BadgeNameForm()
        for panel in (self.card, self.walk_in, self.badge_name):
            self.addWidget(panel)
        self.setFixedWidth(WIDTH)
        self.walk_in.registered.connect(self.registered)
        self.walk_in.known.connect(self.known)
        self.walk_in.left.connect(self.go_back)
        self.badge_name.decided.connect(self.renamed)
        self.badge_name.left.connect(self.go_back)

    def fit(self, page: int) -> None:
        """Be as wide as a page of this width can spare."""
        width = WIDTH if page >= ROOMY else WIDTH_NARROW
        if width != self.width():
            for panel in (self, self.card, self.walk_in, self.badge_name):
                panel.setFixedWidth(width)

    def show_card(self, card: DeskCard | None, *, stale: "StaleSheet | None", commands: Mapping[str, Command]) -> None:
        """Fill the card, without putting it in front of a form that somebody is filling in."""
        if card is None:
            self.card.show_nobody()
        else:
            self.card.show_card(card, stale=stale, commands=commands)

    def put_card_in_front(self) -> None:
        """Leave the forms as they are, and show the card."""
        self.setCurrentWidget(self.card)

    def go_back(self) -> None:
        """Show the card, and say so."""
        self.put_card_in_front()
        self.left.emit()

    def begin_walk_in(self, people: PeopleIndex, organisations: OrganisationIndex, name: str) -> None:
        """Ask for a walk-in; `name` is what was searched for in vain."""
        self.setCurrentWidget(self.walk_in)
        self.walk_in.begin(people, organisations, name)

    def begin_badge_name(self, person: DeskPerson) -> None:
        """Ask for a name on a badge."""
        self.setCurrentWidget(self.badge_name)
        self.badge_name.begin(person)
