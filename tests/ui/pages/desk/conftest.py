"""Four people whom the desk expects, and the Desk ready for a name."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import MarkExpected
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.signals import DeskSignals
from tests.ui.shown_pages import shown_desk

GUESTS = (
    RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"),
    RegisterWalkIn("Marco Rossi", "Timber Valley Torino", "IT", "EU"),
    RegisterWalkIn("Jürgen Müller", "Photonics Jena", "DE", "EU"),
    RegisterWalkIn("Emily Carter", "Battery Cluster Akron", "US", "US"),
)


@pytest.fixture
def people(desk: Desk) -> dict[str, ParticipantId]:
    """Four people whom the desk expects, by their given names."""
    found = {}
    for guest in GUESTS:
        person = desk.do(guest)
        desk.do(MarkExpected(person))
        found[guest.name.split()[0]] = person
    return found


@pytest.fixture
def page(
    qtbot: QtBot,
    appearance: Appearance,
    people: dict[str, ParticipantId],
    desk: Desk,
    signals: DeskSignals,
    clock: HeldClock,
) -> Iterator[DeskPage]:
    page = shown_desk(desk, signals, clock, qtbot)
    yield page
    page.close()
