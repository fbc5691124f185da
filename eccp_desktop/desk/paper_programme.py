"""View-models of what can be read about the event: programme, catalogue of organisations, country pages."""

from itertools import groupby

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.paper_asked import Asked
from eccp_desktop.desk.paper_people import in_order
from eccp_desktop.desk.paper_schedules import SESSION_TITLES
from eccp_desktop.desk.paper_views import event_head
from eccp_desktop.documents.alphabet import alphabet_key
from eccp_desktop.documents.brief_view import BriefPage, BriefsView
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.profiles_view import Profile, ProfilesView
from eccp_desktop.documents.programme_view import AgendaItem, Delegate, Delegation, DelegationMember, ProgrammeView
from eccp_desktop.documents.wording import Wording
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.store.reads.papers_organisations import PaperOrganisation, paper_briefs, paper_organisations
from eccp_desktop.store.reads.papers_programme import agenda, whereabouts

KIND_WORDS = {
    OrganisationKind.CLUSTER: N_("cluster organisation"),
    OrganisationKind.SME: N_("SME"),
    OrganisationKind.LARGE_COMPANY: N_("large company"),
    OrganisationKind.RESEARCH: N_("research"),
    OrganisationKind.SUPPORT: N_("support organisation"),
    OrganisationKind.INVESTOR: N_("investor"),
    OrganisationKind.AUTHORITY: N_("public authority"),
}
_MEMBERS = (
    (N_("{number} SME"), N_("{number} SMEs")),
    (N_("{number} large company"), N_("{number} large companies")),
    (N_("{number} research organisation"), N_("{number} research organisations")),
)


def programme_view(asked: Asked) -> ProgrammeView:
    """The agenda, and the people that were asked for in delegations by country."""
    event = asked.event
    items = tuple(
        AgendaItem(one.start, one.end, SESSION_TITLES[one.kind], one.title, one.room, one.speakers, one.slots)
        for one in asked.read(agenda)
    )
    jobs = asked.read(whereabouts)
    people = [event.people[one] for one in in_order(event, asked.people, Order.COUNTRY, asked.language)]
    delegations = []
    for country, members in groupby(people, lambda one: one.country):
        found = []
        for organisation, delegates in groupby(members, lambda one: one.organisation):
            listed = list(delegates)
            city = jobs[listed[0].id][1]
            named = tuple(Delegate(one.list_name, jobs[one.id][0]) for one in listed)
            found.append(DelegationMember(organisation, city, named))
        delegations.append(Delegation(country, tuple(found)))
    return ProgrammeView(event_head(event.frame), items, tuple(delegations))


def profiles_view(asked: Asked) -> ProfilesView:
    """The organisations that somebody is registered for, by country and name; with the option `all`, every one."""
    country = Wording(asked.language).country
    known = [
        one for one in asked.read(paper_organisations) if one.people or asked.ordering.options.get("which") == "all"
    ]
    known.sort(key=lambda one: (not one.country, alphabet_key(country(one.country)), alphabet_key(one.name), one.id))
    return ProfilesView(event_head(asked.event.frame), tuple(map(_profile, known)))


def briefs_view(asked: Asked) -> BriefsView:
    """The country pages, each with who is at the event from there."""
    country = Wording(asked.language).country
    organisations = asked.read(paper_organisations)
    pages = []
    for brief in sorted(asked.read(paper_briefs), key=lambda one: alphabet_key(country(one.country))):
        here = sorted(
            (one.name for one in organisations if one.country == brief.country and one.people), key=alphabet_key
        )
        pages.append(BriefPage(brief.country, brief.title, brief.text, brief.checked, tuple(here)))
    return BriefsView(event_head(asked.event.frame), tuple(pages))


def _profile(one: PaperOrganisation) -> Profile:
    return Profile(
        name=one.name,
        kind=KIND_WORDS[one.kind],
        side=one.side,
        country=one.country,
        region=one.region,
        city=one.city,
        website=one.website,
        link=one.link,
        founded=one.founded,
        members=tuple(
            (texts[number != 1], number) for texts, number in zip(_MEMBERS, one.members, strict=True) if number
        ),
        sectors=one.sectors,
        targets=one.targets,
        programmes=one.programmes,
        description=one.description,
        offers=one.offers,
        seeks=one.seeks,
        people=one.people,
    )
