"""Made-up views of the documents of the whole event, with one text wherever somebody's words stand."""

from datetime import timedelta

from eccp_desktop.documents.brief_view import BriefPage, BriefsView
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.certificates_view import Certificate, CertificatesView
from eccp_desktop.documents.feedback_view import FeedbackMeeting, FeedbackSheet, FeedbackView
from eccp_desktop.documents.grid_view import GridCell, GridDay, GridRow, GridView
from eccp_desktop.documents.hall_plan_view import HallPlanView, PersonPlaces, SeatedTable, SlotPlan
from eccp_desktop.documents.impact_view import CountryImpact, ImpactFigure, ImpactView
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from eccp_desktop.documents.journal_view import JournalDetail, JournalLine, JournalView
from eccp_desktop.documents.profiles_view import Profile, ProfilesView
from eccp_desktop.documents.programme_view import AgendaItem, Delegate, Delegation, DelegationMember, ProgrammeView
from eccp_desktop.documents.schedule_view import Partner
from eccp_desktop.documents.table_signs_view import TableSign, TableSignsView
from tests.documents.examples import DAYS, HEAD, at, partner

LONG = timedelta(minutes=20)


def views(text: str, other: str) -> dict[str, object]:
    """A view of each document of the whole event and of the forms, by id."""
    person = Partner(text, other, "MK")
    start, end = at("09:20"), at("09:40")
    seated = SeatedTable("249", text[:40], (person, partner(1)))
    meeting = FeedbackMeeting(1234, start, end, "249", (person, partner(2)))
    profile = Profile(
        name=text,
        kind="cluster organisation",
        side=other[:12],
        country="MK",
        region=other,
        city=text,
        website=f"https://{text}.example",
        link=other,
        founded=1998,
        members=(("{number} SMEs", 1200), ("{number} research organisations", 7)),
        sectors=(text, other),
        targets=("US", "CN"),
        programmes=(other,),
        description=f"{text} {other}\n{other}",
        offers=text,
        seeks=other,
        people=(text, other),
    )
    item = AgendaItem(start, end, "Seminar", text, other, f"{text}, {other}", 8)
    members = DelegationMember(text, other, (Delegate(other, text), Delegate(text)))
    detail = JournalDetail("Name on badge", text, other)
    figures = (ImpactFigure("meetings held", 350, ((text[:20], 51), ("none", 3))),) * 4
    return {
        "table-signs": TableSignsView(HEAD, (TableSign("249", text, other), TableSign("7"))),
        "hall-plan": HallPlanView(
            HEAD,
            (SlotPlan(start, end, (seated, SeatedTable("2"), SeatedTable("3", closed=True)) * 5),),
            (PersonPlaces(text, other, ((start, "249"), (end, "7"))),) * 3,
        ),
        "grid": GridView(
            HEAD,
            (
                GridDay(
                    DAYS[0],
                    tuple(start + LONG * index for index in range(18)),
                    (GridRow(text, other, "MK", (GridCell("249", text), GridCell(away=True)) * 9),) * 3,
                ),
            ),
        ),
        "interpreters": InterpretersView(
            HEAD,
            (
                InterpretedMeeting(
                    start, end, "249", 7, ("bg", "el"), (person,), (partner(1),), (), ((text, "bg"),), other
                ),
                InterpretedMeeting(start, end, "8", 9, ("pl",), (person,), (person,), (text, other)),
            ),
        ),
        "programme": ProgrammeView(HEAD, (item, item), (Delegation("MK", (members,) * 3), Delegation("", (members,)))),
        "catalogue": ProfilesView(HEAD, (profile, profile)),
        "brief": BriefsView(
            HEAD, (BriefPage("MK", text, f"# {text}\n{other}\n- {other}\n## {other}\n{text}", DAYS[0], (text, other)),)
        ),
        "feedback": FeedbackView(
            HEAD, (FeedbackSheet("K7Q2M4", text, other, other, "MK", (meeting,) * 5, "de"),), order=Order.ORGANISATION
        ),
        "certificates": CertificatesView(HEAD, DAYS, (Certificate(text, other, other, "MK"),)),
        "impact": ImpactView(
            HEAD,
            figures,
            figures,
            (("US", 31), ("MK", 2)),
            (CountryImpact("MK", 12, 14, 50, 40), CountryImpact("", 1, 1, 0, 0)),
            ((text, 7), (other, 1)),
            (("negotiation started", 3), ("no further contact", 1)),
            (0, 1, 2, 3, 4),
            10,
        ),
        "journal": JournalView(
            HEAD,
            (JournalLine(start, "Move meeting", text, "MK", "A", False, (detail, detail), (text, other)),) * 3,
        ),
    }
