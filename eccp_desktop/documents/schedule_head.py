"""Head and foot of a personal schedule: whose it is, which copy it replaces, when it was printed."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.logo import draw_logos, logos_room
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, PERSON, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.own_script import Reading, reading_below
from eccp_desktop.documents.page_head import event_line
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.schedule_view import PersonSheet
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.sheet_content import changes
from eccp_desktop.documents.tags import Role
from eccp_desktop.documents.wording import Wording, clock_time

_REPLACES = N_("v{version} replaces v{before} printed {time}")
_VERSION = N_("v{version}")
_PRINTED = N_("printed {moment}")
_ZONE = N_("all times {zone}")
_PAGE = N_("page {page} of {pages}")
_CHANGED = (N_("{number} line changed"), N_("{number} lines changed"))
_SAME_LINES = N_("no meeting changed")
_READING = 19.0
"""The size of the Latin reading of a name, below it."""
_CODE_SIDE = 24 * MM


class ScheduleHead:
    """Knows the heights that it takes before it draws. Everything is laid on `columns`."""

    def __init__(
        self, event: EventHead, choice: Choice, person: PersonSheet, wording: Wording, columns: Columns
    ) -> None:
        self._event, self._choice, self._person, self._wording = event, choice, person, wording
        self.columns = columns
        self._paper = PAPERS[choice.paper]
        scale = columns.scale
        self._room = columns.width - _CODE_SIDE * scale - 4 * GRID
        name, reading = reading_below(person.name)
        self._name = fit(
            name,
            self._room,
            PERSON * scale,
            weight=Weight.SEMIBOLD,
            smallest=12 * scale,
            lines=2,
            most=4,
            height=2 * 22 * 1.2 * scale + 1,
            reading=Reading.APART,
        )
        self._reading = fit(reading, self._room, _READING * scale, smallest=SMALL * scale, most=3, height=44 * scale)
        self._organisation = fit(
            person.organisation, self._room, HEADING * scale, smallest=SMALL * scale, lines=2, most=4, height=40 * scale
        )

    @property
    def floor(self) -> float:
        """Where the space for rows ends."""
        return self._paper.height - self.columns.margins.bottom - 5 * MM

    @property
    def height(self) -> float:
        """Where rows begin on the first page."""
        scale = self.columns.scale
        own = 8 * MM * scale + self._name.height + self._reading.height + self._organisation.height + 7 * MM * scale
        band = 13 * MM * scale if self._person.replaces else 0.0
        return self.columns.margins.top + max(own, 28 * MM * scale) + band + 3 * MM * scale

    @property
    def height_again(self) -> float:
        """Where rows begin on the pages that follow."""
        return self.columns.margins.top + 10 * MM * self.columns.scale

    def draw(self, sheet: Sheet) -> float:
        """The head of the first page. Tells where rows begin."""
        person, columns, scale = self._person, self.columns, self.columns.scale
        left, top = columns.left, columns.margins.top
        logos = (self._room * 0.5, 6 * MM * scale)
        room = self._room - logos_room(self._event, *logos)
        event = event_line(self._event, room, SMALL * scale)
        sheet.put(event, left, top + 3 * MM * scale, room, SMALL * scale, tone=Tone.QUIET, smallest=6)
        draw_logos(sheet, self._event, left + self._room, top - 1 * MM * scale, *logos)
        below = top + 6 * MM * scale
        sheet.write(self._name, left, below + self._name.size * 0.95, role=Role.TITLE)
        below += self._name.height
        sheet.write(self._reading, left, below + self._reading.size * 0.95)
        below += self._reading.height + 1 * MM * scale
        sheet.write(self._organisation, left, below + self._organisation.size * 0.95)
        below += self._organisation.height + 0.5 * MM * scale
        where = " · ".join(part for part in (self._wording.country(person.country), person.side) if part)
        sheet.put(where, left, below + TEXT * scale * 1.05, self._room, TEXT * scale, tone=Tone.QUIET)
        if person.code:
            self._draw_code(sheet)
        if person.replaces:
            self._draw_band(sheet, self.height - 12 * MM * scale)
        return self.height

    def _draw_code(self, sheet: Sheet) -> None:
        columns, scale = self.columns, self.columns.scale
        side = _CODE_SIDE * scale
        left, top = columns.right - side * 23 / 25, columns.margins.top - 1 * MM * scale
        sheet.code(self._person.code, left, top, side)
        baseline = top + side + 2 * MM * scale
        sheet.put(self._person.code, left, baseline, side, SMALL * scale, tone=Tone.QUIET, side="centre")

    def _draw_band(self, sheet: Sheet, top: float) -> None:
        """Says which copy this one replaces."""
        person, columns, scale = self._person, self.columns, self.columns.scale
        assert person.replaces is not None
        height = 8.5 * MM * scale
        sheet.block(columns.left, top, columns.width, height, round_by=2)
        sheet.block(columns.left, top, 3, height, tone=Tone.INK)
        printed = person.replaces.printed_at
        when = clock_time(printed)
        if printed.date() != self._choice.printed_at.date():
            when = f"{self._wording.short_day(printed.date())}, {when}"
        words = self._wording.say(_REPLACES, version=person.version, before=person.replaces.version, time=when)
        baseline = top + height / 2 + TEXT * scale * 0.33
        room = columns.width * 0.65
        sheet.put(words, columns.left + 3 * GRID, baseline, room, TEXT * scale, weight=Weight.SEMIBOLD)
        number = changes(person.lines)
        count = self._wording.count(number, *_CHANGED) if number else self._wording.say(_SAME_LINES)
        rest = columns.width - room - 6 * GRID
        sheet.put(count, columns.right - rest - 2 * GRID, baseline, rest, TEXT * scale, side="right")

    def draw_again(self, sheet: Sheet) -> float:
        """The head of a page that follows. Tells where rows begin."""
        columns, scale = self.columns, self.columns.scale
        baseline = columns.margins.top + 5 * MM * scale
        half = columns.width / 2
        name, organisation = self._person.name, self._person.organisation
        sheet.put(name, columns.left, baseline, half, HEADING * scale, weight=Weight.SEMIBOLD, smallest=5)
        rest = half - 2 * GRID
        whose = fit(organisation, rest, SMALL * scale, smallest=7 * scale, lines=2, most=3, height=9 * MM * scale)
        above = (len(whose.lines) - 1) * whose.leading
        sheet.write(whose, columns.right - rest, baseline - above, tone=Tone.QUIET, side="right")
        return self.height_again

    def draw_foot(self, sheet: Sheet, page: int, pages: int) -> None:
        """Version, moment of the print, time zone and page."""
        say, columns = self._wording.say, self.columns
        baseline = self._paper.height - columns.margins.bottom + 2 * MM
        sheet.rule(columns.left, baseline - 4.5 * MM, columns.width)
        printed = say(_PRINTED, moment=self._wording.moment(self._choice.printed_at))
        said = " · ".join((say(_VERSION, version=self._person.version), printed, say(_ZONE, zone=self._event.zone)))
        room, size = columns.width * 0.8, CAPTION * columns.scale
        sheet.put(said, columns.left, baseline, room, size, tone=Tone.QUIET, smallest=4.5)
        number = say(_PAGE, page=page, pages=pages)
        sheet.put(number, columns.left + room, baseline, columns.width - room, size, tone=Tone.QUIET, side="right")
