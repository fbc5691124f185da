"""The document `badges`: on sheets to cut, fold or peel, or one on a label."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.badge_face import draw_badge
from eccp_desktop.documents.badge_presets import PRESETS, BadgePreset, preset_of
from eccp_desktop.documents.badge_test_page import draw_test_page
from eccp_desktop.documents.badge_view import Badge, BadgesView
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.look import MM, Tone
from eccp_desktop.documents.paper import PAPERS, Paper
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

TITLE = N_("Badges")
_NOBODY = N_("Nobody is registered yet.")
_PRESET, _TEST = "preset", "test"
_MARK = 4 * MM
_MARK_DISTANCE = 1.5 * MM


def render(view: BadgesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping) -> bytes:
    """Badges in the preset of the options, whatever the paper chosen: a preset has its own. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: BadgesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the badges onto new pages of `sheet`."""
    preset = preset_of(choice.options.get(_PRESET, "")) or PRESETS["2x4"]
    wording = Wording(choice.language)
    paper = PAPERS.get(preset.paper) or Paper(preset.id, preset.page_across * MM, preset.page_down * MM)
    if choice.options.get(_TEST) == "yes":
        draw_test_page(sheet, preset, paper, wording)
    for begin in range(0, len(view.badges), preset.places):
        if stopping():
            raise Stopped
        on_page = view.badges[begin : begin + preset.places]
        sheet.begin_page(paper)
        sheet.bookmark(_page_title(on_page))
        _draw_marks(sheet, preset, paper)
        worn = [badge for badge in on_page for _ in range(2 if preset.folded else 1)]
        for badge, (left, top) in zip(worn, preset.cells(), strict=False):
            with sheet.tags.part():
                draw_badge(sheet, badge, view.event, wording, left * MM, top * MM, preset.across * MM, preset.down * MM)
        report(Progress(begin + len(on_page), len(view.badges), on_page[-1].name))
    if not view.badges:
        draw_empty_page(sheet, wording.say(_NOBODY), paper)


def _page_title(badges: tuple[Badge, ...]) -> str:
    first, last = (badge.sorted_as or badge.name for badge in (badges[0], badges[-1]))
    return first if len(badges) == 1 else f"{first} – {last}"


def _draw_marks(sheet: Sheet, preset: BadgePreset, paper: Paper) -> None:
    """Where to cut, in the margins only; hair lines show where badges touch, a dashed one where to fold."""
    if preset.places == 1:
        return
    lefts = sorted({left for left, _ in preset.cells()} | {left + preset.across for left, _ in preset.cells()})
    tops = sorted({top for _, top in preset.cells()} | {top + preset.down for _, top in preset.cells()})
    for left in lefts:
        if preset.top * MM > _MARK + _MARK_DISTANCE:
            sheet.upright(left * MM, tops[0] * MM - _MARK_DISTANCE - _MARK, _MARK, tone=Tone.QUIET, weight=0.3)
            sheet.upright(left * MM, tops[-1] * MM + _MARK_DISTANCE, _MARK, tone=Tone.QUIET, weight=0.3)
    for top in tops:
        if preset.left * MM > _MARK + _MARK_DISTANCE:
            sheet.rule(lefts[0] * MM - _MARK_DISTANCE - _MARK, top * MM, _MARK, tone=Tone.QUIET, weight=0.3)
            sheet.rule(lefts[-1] * MM + _MARK_DISTANCE, top * MM, _MARK, tone=Tone.QUIET, weight=0.3)
    if preset.folded:
        sheet.rule(0, paper.height / 2, paper.width, weight=0.3)
        sheet.upright(paper.width / 2, 0, paper.height, weight=0.3, dashed=True)
