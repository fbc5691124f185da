"""Who was erased."""

from sqlalchemy import select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Participant


def nameless(reading: Reading, erased: str) -> frozenset[str]:
    """The ids of people whose family name is what stands for one that was erased."""
    return frozenset(reading.execute(select(Participant.id).where(Participant.family_name == erased)).scalars())
