"""The document `certificates`: that somebody took part."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.certificates_view import Certificate, CertificatesView
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.logo import draw_logos
from eccp_desktop.documents.look import HEADING, MM, PERSON, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.look import TITLE as TITLE_SIZE
from eccp_desktop.documents.outline import Outline
from eccp_desktop.documents.own_script import Reading, reading_below
from eccp_desktop.documents.paper import PAPERS, Paper
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE
from eccp_desktop.documents.tags import Role
from eccp_desktop.documents.wording import Wording

TITLE = N_("Certificates of attendance")
_TITLE = N_("Certificate of attendance")
_CERTIFIES = N_("This is to certify that")
_TOOK_PART = N_("took part in")
_SIGNED = N_("Place and date, signature")
_NOBODY = N_("Nobody has been here yet.")
_NOBODY_AT_ALL = N_("Nobody is registered yet.")
_EDGE = 25 * MM


def render(
    view: CertificatesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """One page a person. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet,
    view: CertificatesView,
    choice: Choice,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
) -> None:
    """Draw the certificates onto new pages of `sheet`."""
    paper, outline = PAPERS[choice.paper], Outline(sheet, view.order, choice.language)
    for index, person in enumerate(view.people, start=1):
        if stopping():
            raise Stopped
        sheet.begin_page(paper)
        outline.entry(person, person.name)
        with sheet.tags.speaking(person.language):
            _draw_certificate(sheet, view, person, paper, Wording(person.language or choice.language))
        report(Progress(index, len(view.people), person.name))
    if not view.people:
        words = _NOBODY_AT_ALL if choice.options.get("whom") == "all" else _NOBODY
        draw_empty_page(sheet, Wording(choice.language).say(words), paper)


def _draw_certificate(
    sheet: Sheet, view: CertificatesView, person: Certificate, paper: Paper, wording: Wording
) -> None:
    room = paper.width - 2 * _EDGE
    name, reading = reading_below(person.name)
    texts = (
        (_fitted(wording.say(_TITLE), room, PERSON * 1.15, Weight.SEMIBOLD), Tone.INK, 12.0),
        (_fitted(wording.say(_CERTIFIES), room, TEXT * 1.2), Tone.QUIET, 5.0),
        (_fitted(name, room, PERSON * 1.3, Weight.SEMIBOLD, Reading.APART), Tone.INK, 2.0),
        (_fitted(reading, room, TITLE_SIZE), Tone.INK, 2.0),
        (_fitted(person.organisation, room, HEADING), Tone.INK, 0.5),
        (_fitted(wording.country(person.country), room, TEXT * 1.2), Tone.QUIET, 6.0),
        (_fitted(wording.say(_TOOK_PART), room, TEXT * 1.2), Tone.QUIET, 5.0),
        (_fitted(view.event.title(), room, TITLE_SIZE, Weight.SEMIBOLD), Tone.INK, 1.0),
        (_fitted(_when_and_where(view, wording), room, TEXT * 1.2), Tone.INK, 0.0),
    )
    foot = paper.height - 22 * MM
    height = sum(text.height + below * MM for text, _, below in texts if text.lines)
    top = 18 * MM + max(0.0, (foot - 24 * MM - 18 * MM - height) / 2)
    sheet.rule(_EDGE, 14 * MM, room, tone=Tone.ACCENT, weight=3)
    for index, (text, tone, below) in enumerate(texts):
        if text.lines:
            role = Role.PARAGRAPH if index else Role.TITLE
            sheet.write(text, _EDGE, top + text.size * BASELINE, tone=tone, role=role)
            top += text.height + below * MM
    draw_logos(sheet, view.event, paper.width - _EDGE, 20 * MM, 110 * MM, 20 * MM)
    half = room / 2 - 5 * MM
    sheet.rule(_EDGE + half + 10 * MM, foot - 6 * MM, half, tone=Tone.INK)
    sheet.put(wording.say(_SIGNED), _EDGE + half + 10 * MM, foot, half, SMALL, tone=Tone.QUIET)
    sheet.put(view.event.organiser, _EDGE, foot, half, TEXT, weight=Weight.SEMIBOLD, smallest=5)


def _fitted(
    text: str, room: float, size: float, weight: Weight = Weight.REGULAR, reading: Reading = Reading.AFTER
) -> Fitted:
    return fit(text, room, size, weight=weight, smallest=size * 0.55, lines=2, height=size * 2.6, reading=reading)


def _when_and_where(view: CertificatesView, wording: Wording) -> str:
    when = wording.days(view.days[0], view.days[-1]) if view.days else ""
    return " · ".join(part for part in (view.event.place(), when) if part)
