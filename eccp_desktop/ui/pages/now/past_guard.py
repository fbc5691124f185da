"""Asks before a slot that is long over is changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.roll_call import roll_call_refusal
from eccp_desktop.ui.texts import sentence

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.now.page import NowPage


class PastGuard:
    """Who means it once, by the same key again or by the notice, is not asked again while that slot is on the page."""

    def __init__(self, page: "NowPage") -> None:
        self._page = page
        self._meant: SlotId | None = None
        self._asked: tuple[object, ...] = ()

    @property
    def meant(self) -> bool:
        """Whether what is done to the slot on the page is meant although it is long over."""
        slot = self._page.situation.slot
        return slot is not None and slot.id == self._meant

    def forget(self) -> None:
        """Another slot is on the page."""
        self._meant, self._asked = None, ()

    def passes(self, key: str, again: Callable[[], object]) -> bool:
        """Whether a deed may go on; otherwise the question is put. `again` is the deed, which `key` does."""
        now, slot = self._page.situation.now, self._page.situation.slot
        if slot is None or self.meant:
            return True
        refusal = roll_call_refusal(slot.span, [one.slot.span for one in self._page.frame.slots], now.moment)
        if refusal is None:
            return True
        words = N_("{why} {key} once more changes it all the same.").format(why=sentence(refusal), key=key)
        asking = (slot.id, key, words)
        if self._asked == asking and self._page.notices.sentence == words:
            self._meant = slot.id
            return True
        self._asked = asking
        self._page.notices.say(words, partial(self._mean, slot.id, again), verb=N_("I mean it"))
        return False

    def _mean(self, slot: SlotId, again: Callable[[], object]) -> None:
        self._meant = slot
        again()
