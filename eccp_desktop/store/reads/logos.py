"""The pictures that stand on papers."""

from base64 import b64decode

from sqlalchemy import select

from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Logo


def logos(reading: Reading) -> dict[LogoOwner, bytes]:
    """The files of those logos that are set: PNG, JPEG or SVG."""
    found = {row.whose: row.picture for row in reading.execute(select(Logo.whose, Logo.picture))}
    return {owner: data for owner in LogoOwner if (data := _decoded(found.get(owner, "")))}


def _decoded(text: str) -> bytes:
    """Nothing where a file from elsewhere holds something else than base64."""
    try:
        return b64decode(text)
    except ValueError:
        return b""
