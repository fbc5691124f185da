"""Country pages."""

import pytest

from eccp_desktop.actions.brief import RemoveBrief, WriteBrief
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.reads.papers_organisations import paper_briefs


def test_a_country_has_one_page_which_can_be_written_anew(desk: Desk) -> None:
    desk.do(WriteBrief("si", "Clusters in Slovenia", "# Landscape\nFourteen."))
    desk.do(WriteBrief("SI", "Slovenia", r"# Landscape\nFifteen.", checked=True))
    (brief,) = desk.read(paper_briefs)
    assert (brief.country, brief.title, brief.text) == ("SI", "Slovenia", "# Landscape\nFifteen.")
    assert brief.checked is not None


def test_a_page_is_taken_away_and_comes_back_by_undo(desk: Desk) -> None:
    desk.do(WriteBrief("SI", "Slovenia", "Text"))
    desk.do(RemoveBrief("SI"))
    assert desk.read(paper_briefs) == ()
    desk.undo()
    assert [one.title for one in desk.read(paper_briefs)] == ["Slovenia"]


def test_a_page_needs_a_country(desk: Desk) -> None:
    with pytest.raises(Refusal, match="country_unknown"):
        desk.do(WriteBrief("Slovenia", "Slovenia", "Text"))
    with pytest.raises(Refusal, match="no_brief"):
        desk.do(RemoveBrief("SI"))


def test_history_knows_a_page_by_its_title(desk: Desk) -> None:
    desk.do(WriteBrief("SI", "Clusters in Slovenia", "Text"))
    assert desk.read(event_history, 1)[0].about == "Clusters in Slovenia"
