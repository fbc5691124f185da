"""What divides people on paper: letters, countries, organisations or boxes, by the order that was asked for."""

from typing import Protocol

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.alphabet import letter_of
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

_NO_COUNTRY = N_("Country not known")
_BOX = N_("Box")
_NONE = "–"


class Listed(Protocol):
    """Somebody as lists have them: `box` is the name of a box, and the place in it."""

    @property
    def sorted_as(self) -> str: ...

    @property
    def organisation(self) -> str: ...

    @property
    def country(self) -> str: ...

    @property
    def box(self) -> str: ...


def section_of(one: Listed, order: Order, wording: Wording) -> str:
    """The heading that somebody stands below: a letter, a country, a box; of the organisation its letter."""
    if order is Order.ORGANISATION:
        return letter_of(one.organisation) if one.organisation else _NONE
    if order is Order.COUNTRY:
        return wording.country(one.country) or wording.say(_NO_COUNTRY)
    if order is Order.BOX:
        name, _, place = one.box.rpartition(" ")
        box = name if name and place.isdecimal() else one.box
        return f"{wording.say(_BOX)} {box}" if box else _NONE
    return letter_of(one.sorted_as)


class Outline:
    """Adds a bookmark for each person's sheet, below one for each letter, country, organisation or box."""

    def __init__(self, sheet: Sheet, order: Order, language: str) -> None:
        """`language` is that of the headings, ISO 639-1: sheets may have languages of their own."""
        self._sheet, self._order, self._wording = sheet, order, Wording(language)
        self._section = ""

    def entry(self, one: Listed, title: str) -> None:
        """Bookmark the page that is drawn on."""
        section = section_of(one, self._order, self._wording)
        if self._order is Order.ORGANISATION:
            section = one.organisation or _NONE
        if section != self._section:
            self._section = section
            self._sheet.bookmark(section)
        self._sheet.bookmark(title, 1)
