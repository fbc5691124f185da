"""The pictures on paper: the event's logo, and the organiser's."""

from base64 import b64encode
from dataclasses import dataclass, field
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.pictures import LARGEST_LOGO, picture_kind
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.unit import Logo, Unit


@dataclass(frozen=True, slots=True)
class SetLogo:
    """Keep a picture in the event file; it stands on every document and makes no sheet out of date.

    `picture` is a PNG, JPEG or SVG file that was made ready for paper. Raises Refusal `logo_too_large` or `logo_unreadable`.
    """

    title: ClassVar[str] = N_("Set logo")
    picture: bytes = field(repr=False)
    whose: LogoOwner = LogoOwner.EVENT

    def apply(self, unit: Unit) -> None:
        if len(self.picture) > LARGEST_LOGO:
            raise Refusal("logo_too_large", most=f"{LARGEST_LOGO // 1000} kB")
        if picture_kind(self.picture) is None:
            raise Refusal("logo_unreadable")
        unit.about(unit.event)
        written = b64encode(self.picture).decode("ascii")
        known = unit.logos.find(self.whose.value)
        if known is None:
            unit.logos.add(Logo(whose=self.whose.value, picture=written))
        else:
            known.picture = written


@dataclass(frozen=True, slots=True)
class RemoveLogo:
    """Take a picture off all papers. Raises Refusal `no_logo`."""

    title: ClassVar[str] = N_("Remove logo")
    whose: LogoOwner = LogoOwner.EVENT

    def apply(self, unit: Unit) -> None:
        known = unit.logos.find(self.whose.value)
        if known is None:
            raise Refusal("no_logo")
        unit.about(unit.event)
        unit.logos.delete(known)
