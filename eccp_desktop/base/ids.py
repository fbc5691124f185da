"""Identities that need no central place to hand them out."""

import secrets
import time
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62
_MILLISECOND = 1_000_000


def new_id() -> str:
    """A UUID of version 7 (RFC 9562) that sorts by when it was made, to a quarter of a microsecond; 62 bits are random.

    The finer clock in the place of random bits is that RFC's method 3: rows of one import keep the order of its file.
    """
    milliseconds, rest = divmod(time.time_ns(), _MILLISECOND)
    fraction = (rest << 12) // _MILLISECOND
    return str(UUID(int=(milliseconds << 80) | _VERSION_7 | (fraction << 64) | _VARIANT | secrets.randbits(62)))
