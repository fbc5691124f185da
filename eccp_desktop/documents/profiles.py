"""The document `catalogue`: the profiles of the organisations by country, with an index."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.alphabet import alphabet_key, letter_of
from eccp_desktop.documents.blocks import Gap, Heading, Row, goes_on, heading, lines_of, paragraphs, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.flow import Entry, Flow, Section, pages_of
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.own_script import Reading, listed
from eccp_desktop.documents.profiles_view import Profile, ProfilesView
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording

TITLE = N_("Catalogue of organisations")
_INDEX = N_("Index")
_NOTHING = N_("There is no organisation yet.")
_NOBODY = N_("Nobody is registered yet.")
_NO_COUNTRY = N_("Country not known")
_ORGANISATIONS = (N_("{number} organisation"), N_("{number} organisations"))
_FOUNDED = N_("founded {year}")
_SECTORS, _OFFERS, _SEEKS = N_("Sectors"), N_("Offers"), N_("Looks for")
_TARGETS, _PROGRAMMES, _MEMBERS, _PEOPLE = N_("Target countries"), N_("Programmes"), N_("Members"), N_("At the event")
_LABEL = 30 * MM
_SHORT = 3
"""A description of so many lines stays with what follows."""


def render(
    view: ProfilesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """Profiles, then the index. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: ProfilesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the catalogue onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice, booklet=True)
    if not view.profiles:
        words = _NOTHING if choice.options.get("which") == "all" else _NOBODY
        draw_empty_page(sheet, wording.say(words), flow.paper)
        return
    count = wording.count(len(view.profiles), *_ORGANISATIONS)
    pages = flow.laid([Section(wording.say(TITLE), _profiles(flow, view, wording), count)])
    if not choice.hurried:
        index = _index(flow, view, pages_of(pages), wording)
        pages += flow.laid([Section(wording.say(_INDEX), index, wording.say(TITLE), columns=2, table=TableTag(2))])
    flow.draw(sheet, pages, report, stopping)


def _profiles(flow: Flow, view: ProfilesView, wording: Wording) -> Iterator[Entry]:
    number = 0
    for code, profiles in groupby(view.profiles, lambda one: one.country):
        country = wording.country(code) or wording.say(_NO_COUNTRY)
        yield Entry(heading(country, flow.width(), flow.scale, size=HEADING * 1.2), keep=True, bookmark=country)
        above = goes_on(country, flow.width(), wording, flow.scale)
        for index, profile in enumerate(profiles):
            yield from _profile(profile, str(number), flow, wording, country, above if index else None)
            number += 1


def _profile(
    profile: Profile, key: str, flow: Flow, wording: Wording, country: str, carried: Heading | None
) -> Iterator[Entry]:
    scale, width = flow.scale, flow.width()
    founded = wording.say(_FOUNDED, year=profile.founded) if profile.founded else ""
    where = ", ".join(part for part in (profile.city, profile.region) if part)
    about = " · ".join(part for part in (wording.say(profile.kind), profile.side, where, founded) if part)
    title = stacked(
        said(profile.name, width, HEADING * 0.95 * scale, weight=Weight.SEMIBOLD, lines=3),
        said(about, width, SMALL * scale, tone=Tone.QUIET, lines=3),
        said(" · ".join(part for part in (profile.website, profile.link) if part), width, SMALL * scale, lines=3),
    )
    begin = Heading(title, width, 4 * MM * scale, GRID, ruled=False)
    lines = list(paragraphs(profile.description, width, TEXT * 0.92 * scale))
    facts = [_fact(label, text, reading, width, scale) for label, text, reading in _facts(profile, wording)]
    again = goes_on(f"{country} · {profile.name}", width, wording, scale)
    yield Entry(begin, bool(lines or facts), profile.name, 1, key, carried=carried)
    for left, block in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
        # No line stands alone on either side of the end of a page.
        short = len(lines) <= _SHORT and bool(facts)
        yield Entry(block, keep=left == len(lines) - 1 > 0 or left == 1 or short, carried=again)
    if lines:
        yield Entry(Gap(GRID * scale), keep=bool(facts), carried=again)
    for left, fact in zip(range(len(facts) - 1, -1, -1), facts, strict=True):
        yield Entry(fact, keep=left == len(facts) - 1 > 0 or left == 1, carried=again)
    yield Entry(Gap(2 * GRID * scale))


def _facts(profile: Profile, wording: Wording) -> list[tuple[str, str, Reading]]:
    """What there is to say: its caption, the words, and where their reading stands, if they are names."""
    members = ", ".join(wording.say(text, number=number) for text, number in profile.members)
    targets = ", ".join(wording.country(one) for one in profile.targets)
    facts = (
        (_SECTORS, listed(profile.sectors)),
        (_OFFERS, profile.offers),
        (_SEEKS, profile.seeks),
        (_MEMBERS, members),
        (_TARGETS, targets),
        (_PROGRAMMES, listed(profile.programmes)),
        (_PEOPLE, listed(profile.people)),
    )
    prose = (_OFFERS, _SEEKS)
    return [
        (wording.say(label), text, Reading.NONE if label in prose else Reading.AFTER) for label, text in facts if text
    ]


def _fact(label: str, text: str, reading: Reading, width: float, scale: float) -> Row:
    first = _LABEL * scale
    caption = stacked(said(label, first - GRID, SMALL * scale, tone=Tone.QUIET))
    lines = [line.text for line in lines_of(text, width - first, SMALL * scale, reading=reading)]
    # Also where lines begin at the right, the longest of them stands beside its caption.
    room = max((line.widest for line in lines), default=0.0)
    words = stacked(*((replace(line, room=room), Tone.INK) for line in lines))
    return Row(((0.0, caption), (first, words)), width, padding=0.6 * MM * scale, ruled=False)


def _index(flow: Flow, view: ProfilesView, pages: dict[str, int], wording: Wording) -> Iterator[Entry]:
    width, scale, number = flow.width(2), flow.scale, 10 * MM
    known = sorted(enumerate(view.profiles), key=lambda one: alphabet_key(one[1].name))
    for index, (letter, found) in enumerate(groupby(known, lambda one: letter_of(one[1].name))):
        bookmark = "" if index else wording.say(_INDEX)
        above = goes_on(letter, width, wording, scale)
        yield Entry(heading(letter, width, scale), keep=True, bookmark=bookmark)
        for place, (key, profile) in enumerate(found):
            name = stacked(
                said(profile.name, width - number - GRID, SMALL * scale),
                said(wording.country(profile.country), width - number - GRID, CAPTION * scale, tone=Tone.QUIET),
            )
            at = said(str(pages[str(key)]), number, SMALL * scale, weight=Weight.SEMIBOLD, lines=1)
            cells = ((0.0, name), (width - number, stacked(at, side="right")))
            yield Entry(Row(cells, width, padding=0.9 * MM * scale), carried=above if place else None)
