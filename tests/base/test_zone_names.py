"""The zones that a venue can lie in."""

from zoneinfo import ZoneInfo

from eccp_desktop.base.zone_names import zone_names


def test_every_zone_that_is_named_has_rules() -> None:
    assert {"Europe/Berlin", "America/New_York", "UTC"} <= set(zone_names())
    assert list(zone_names()) == sorted(zone_names())
    assert all(ZoneInfo(name).key == name for name in zone_names())
