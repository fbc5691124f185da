"""Partners for the stranded are read from a part of the hall; the rules must not notice."""

from pathlib import Path

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.domain.repair import partners
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.repair_list import _askings, repair_list
from tests.fairs import fair


def test_the_partners_are_those_whom_the_rules_find_in_the_whole_hall(tmp_path: Path, clock: HeldClock) -> None:
    desk = fair(tmp_path / "fair.eccp", clock)
    whole = desk.read(hall)
    slots = list(whole.slots)[3::7]
    found = 0
    for person in list(whole.diaries)[::5]:
        askings = desk.read(_askings, person)
        for slot in slots:
            expected = partners(whole, askings, person, slot)
            assert [one.partner for one in desk.read(repair_list, person, [slot], None).options] == expected
            found += len(expected)
    assert found > 20
    desk.close()
