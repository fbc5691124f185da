"""The hall for views that ask the rules: legal cells, free slots, repair."""

from eccp_desktop.domain.hall import Hall
from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.reads import Reading


def hall(reading: Reading) -> Hall:
    """The whole hall as it stands."""
    return read_hall(reading)
