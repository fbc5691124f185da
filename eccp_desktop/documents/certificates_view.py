"""What a certificate shows."""

from dataclasses import dataclass
from datetime import date

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whoever took part. `language` as on a schedule."""

    name: str
    sorted_as: str
    organisation: str
    country: str
    language: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """The document `certificates`: in the order in which they are printed; `days` from the first to the last."""

    event: EventHead
    days: tuple[date, ...]
    people: tuple[Certificate, ...]
    order: Order = Order.ALPHABET
