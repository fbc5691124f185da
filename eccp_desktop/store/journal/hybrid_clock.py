"""A hybrid logical clock: wall time where it goes forward, a counter where it does not.

After Kulkarni, Demirbas, Madappa, Avva, Leone, *Logical Physical Clocks* (OPODIS 2014). A tick is milliseconds since 1970 times
65,536 plus a counter, so that ticks compare as whole numbers.
"""

from datetime import UTC, datetime

_COUNTER_BITS = 16


def tick(instant: datetime, last: int) -> int:
    """The next tick after `last`, though the laptop's clock may have been put back."""
    wall = int(instant.timestamp() * 1000) << _COUNTER_BITS
    return wall if wall > last else last + 1


def instant_of(clock: int) -> datetime:
    """The wall time in a tick, UTC."""
    return datetime.fromtimestamp((clock >> _COUNTER_BITS) / 1000, UTC)
