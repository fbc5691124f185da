"""Ids are made anywhere, sort by time, and never meet."""

from itertools import pairwise
from uuid import UUID

from eccp_desktop.base.ids import new_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = UUID(new_id())
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_ids_are_all_different_and_hardly_ever_out_of_order() -> None:
    made = [new_id() for _ in range(10_000)]
    assert len(set(made)) == len(made)
    # A laptop's clock may stand still for a moment or step back; what matters is that an import keeps its order.
    assert sum(first > second for first, second in pairwise(made)) < 100
