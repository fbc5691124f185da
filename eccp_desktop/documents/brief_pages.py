"""The document `brief`: a country page as a booklet, with what is in it and who came from there."""

from collections.abc import Iterator
from dataclasses import replace

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Gap, Heading, Row, heading, lines_of, said, stacked
from eccp_desktop.documents.booklet import PAGES, draw_booklet
from eccp_desktop.documents.brief_view import BriefPage, BriefsView
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.flow import Entry, Flow, LaidPage, Section, pages_of
from eccp_desktop.documents.look import GRID, HEADING, MM, PERSON, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

TITLE = N_("Country pages")
_CONTENTS = N_("Contents")
_HERE = N_("At the event – {country}")
_CHECKED = N_("checked on {day}")
_NOTHING = N_("No country page is written yet.")


def render(view: BriefsView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping) -> bytes:
    """The pages, country by country. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: BriefsView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the booklet onto new pages of `sheet`."""
    choice = replace(choice, hurried=False)  # the first page says on which pages the others are
    folded = choice.paper in PAGES
    choice = replace(choice, paper=PAGES.get(choice.paper, choice.paper))
    wording, flow = Wording(choice.language), _flow(view, choice)
    if not view.briefs:
        draw_empty_page(sheet, wording.say(_NOTHING), flow.paper)
        return
    pages: list[LaidPage] = []
    for brief in view.briefs:
        pages += _laid(flow, brief, len(pages), wording)
    if folded:
        draw_booklet(sheet, flow, pages, report, stopping)
    else:
        flow.draw(sheet, pages, report, stopping)


def _flow(view: BriefsView, choice: Choice) -> Flow:
    return Flow(view.event, choice, 1.18 if choice.paper in PAGES.values() else 1.0, booklet=True)


def _laid(flow: Flow, brief: BriefPage, before: int, wording: Wording) -> list[LaidPage]:
    """The cover says on which page each heading stands, so the text is laid first; a cover of one page comes before it."""
    country = wording.country(brief.country)
    text = tuple(_text(flow, brief, wording))
    found = flow.laid([Section(brief.title or country, text, country)]) if text else []
    covers = 1
    while True:
        at = {key: page + before + covers for key, page in pages_of(found).items()}
        cover = flow.laid([Section(country, tuple(_cover(flow, brief, at, wording)), wording.say(TITLE))])
        if len(cover) == covers:
            return cover + found
        covers = len(cover)


def _cover(flow: Flow, brief: BriefPage, pages: dict[str, int], wording: Wording) -> Iterator[Entry]:
    scale, width = flow.scale, flow.width()
    title = said(brief.title or wording.country(brief.country), width, PERSON * scale, weight=Weight.SEMIBOLD, lines=4)
    day = wording.say(_CHECKED, day=wording.long_day(brief.checked)) if brief.checked else ""
    about = said(day, width, SMALL * scale, tone=Tone.QUIET)
    bookmark = wording.country(brief.country)
    yield Entry(Heading(stacked(title, about), width, 10 * MM * scale, 8 * MM * scale, ruled=False), bookmark=bookmark)
    number = 12 * MM * scale
    if pages:
        yield Entry(heading(wording.say(_CONTENTS), width, scale), keep=True)
    for key, page in pages.items():
        name = stacked(said(key.partition(" ")[2], width - number - GRID, TEXT * scale, lines=3))
        at = stacked(said(str(page), number, TEXT * scale, weight=Weight.SEMIBOLD, lines=1), side="right")
        yield Entry(Row(((0.0, name), (width - number, at)), width, padding=1.2 * MM * scale))


def _text(flow: Flow, brief: BriefPage, wording: Wording) -> Iterator[Entry]:
    scale, width = flow.scale, flow.width()
    for number, line in enumerate(brief.text.splitlines()):
        words = line.strip()
        if words.startswith("#"):
            title = words.lstrip("#").strip()
            large = words.startswith("##")
            size = HEADING * (0.85 if large else 1.0)
            key = "" if large else f"{number} {title}"
            yield Entry(heading(title, width, scale, size=size), True, "" if large else title, 1, key)
        elif words.startswith(("- ", "* ", "• ")):
            lines = [(one.text, Tone.INK) for one in lines_of(words[2:].strip(), width - 4 * GRID, TEXT * scale)]
            dot = stacked(said("•", 3 * GRID, TEXT * scale))
            from_right = any(text.from_right for text, _ in lines)
            at, beside = (width - 2.5 * GRID, 0.0) if from_right else (GRID, 4 * GRID)
            cells = ((at, dot), (beside, stacked(*lines)))
            yield Entry(Row(cells, width, padding=0.4 * MM * scale, ruled=False))
        elif words:
            for one in lines_of(words, width, TEXT * scale):
                yield Entry(one)
            yield Entry(Gap(GRID * scale))
    if brief.organisations:
        title = wording.say(_HERE, country=wording.country(brief.country))
        yield Entry(heading(title, width, scale), True, title, 1, f"here {title}")
    for name in brief.organisations:
        yield Entry(Row(((0.0, stacked(said(name, width, SMALL * scale, lines=3))),), width, padding=0.9 * MM * scale))
