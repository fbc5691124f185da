"""The panel that compares two versions of the timetable: the two moments, what differs, and whose sheets that changes."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.versions import Comparison, Fate
from eccp_desktop.store.reads.desk_list import venue_zone
from eccp_desktop.store.reads.versions import LATEST, Kind, Moment, NamedMoment, comparison, named_moments
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.buttons import plain_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.timetable.compare_lines import CompareLine, Listed, let_through, listed, marks
from eccp_desktop.ui.pages.timetable.day_grid import Change
from eccp_desktop.ui.pages.timetable.inset import inset_column
from eccp_desktop.ui.theme import CONTROL, SPACE_1, SPACE_2
from eccp_desktop.ui.version_texts import FATES, comparison_words, moment_words

LIST_WIDTH = 380
"""Least width of the open list of moments: their words are longer than the panel."""

LINE, LEAST_LINES = 52, 3


class ComparePanel(QWidget):
    """Reads beside the window's work, because the journal of a large event takes a moment."""

    compared = Signal()
    """There is another comparison to look at."""

    pointed = Signal(object)
    """A `CompareLine` was selected: show its cell."""

    entered = Signal()
    """Enter on a line: go to its cell."""

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._moments: tuple[NamedMoment, ...] = ()
        self._job: Job | None = None
        self._again = False
        self._listed: Listed | None = None
        self.then, self.now = _box(N_("Earlier version")), _box(N_("Later version"))
        self._outcome = Label("", wrap=True)
        self.chips = ChipRow()
        self._meetings = plain_button(N_("Meetings"), icon="calendar")
        self._people = plain_button(N_("Whose sheets"), icon="users")
        self.field = SearchField(N_("Find a person"))
        columns = (
            Column[CompareLine](
                "line", N_("What"), lambda line: line.title, second=lambda line: line.words, strong=True, stretch=True
            ),
        )
        self.list = TableView(N_("Differences"), columns, lambda line: line.key, row_height=LINE, header=False)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QWidget()
        top = inset_column(head, SPACE_2)
        moments = QGridLayout()
        moments.setSpacing(SPACE_2)
        for row, (words, box) in enumerate(((N_("From"), self.then), (N_("To"), self.now))):
            label = quiet(words)
            label.setBuddy(box)
            moments.addWidget(label, row, 0)
            moments.addWidget(box, row, 1)
        moments.setColumnStretch(1, 1)
        group = QButtonGroup(self)
        which = QHBoxLayout()
        which.setSpacing(SPACE_1)
        for button in (self._meetings, self._people):
            button.setCheckable(True)
            group.addButton(button)
            which.addWidget(button)
        which.addStretch(1)
        self._meetings.setChecked(True)
        group.buttonClicked.connect(self._fill)
        top.addLayout(moments)
        top.addWidget(self._outcome)
        top.addLayout(which)
        top.addWidget(self.chips)
        top.addWidget(self.field)
        self.list.setMinimumHeight(LEAST_LINES * LINE)
        scroll = Scroll(fill=True)
        scroll.body.addWidget(head)
        scroll.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.then.activated.connect(self._compare)
        self.now.activated.connect(self._compare)
        self.chips.chosen.connect(self._filter)
        self.field.searched.connect(self._filter)
        self.field.moved.connect(self.list.step)
        self.field.entered.connect(self.entered)
        self.list.selected.connect(self._point)
        self.list.opened.connect(self.entered)

    @property
    def found(self) -> Comparison | None:
        """What differs; None before the first comparison."""
        return None if self._listed is None else self._listed.comparison

    @property
    def by_person(self) -> bool:
        """Whether the list is of people whose sheets changed."""
        return self._people.isChecked()

    @property
    def outcome(self) -> str:
        """What differs, in a sentence."""
        return self._outcome.text()

    @property
    def marks(self) -> Mapping[MeetingId, Change]:
        """The meetings to be marked in the grid, which shows the timetable as it is now."""
        later = self._chosen(self.now)
        to_now = later is not None and later.moment == LATEST
        return marks(self.found) if self.found is not None and to_now else {}

    @property
    def since(self) -> str:
        """What the earlier moment is called."""
        return self.then.currentText()

    def choose(self, then: int, now: int = 0) -> None:
        """Compare the moments of these places in the list; 0 is now."""
        self.then.setCurrentIndex(then)
        self.now.setCurrentIndex(now)
        self._compare()

    def show_people(self, people: bool) -> None:
        """List the people whose sheets changed, or the meetings."""
        (self._people if people else self._meetings).setChecked(True)
        self._fill()

    def look(self) -> None:
        """Read the moments again, and compare again."""
        before = self._chosen(self.then), self._chosen(self.now)
        instant = self._clock.now()
        self._moments = self._desk.read(named_moments, instant)
        today = instant.astimezone(self._desk.read(venue_zone)).replace(tzinfo=None)
        words = [moment_words(named, today) for named in self._moments]
        for box in (self.then, self.now):
            box.clear()
            box.addItems(words)
        self.then.setCurrentIndex(self._place(before[0], self._usual()))
        self.now.setCurrentIndex(self._place(before[1], 0))
        self._compare()

    def _usual(self) -> int:
        """What one most likely compares with: what the participants have in hand, or what was there before generating."""
        for kind in (Kind.PRINT, Kind.BEFORE, Kind.DAY):
            for place, named in enumerate(self._moments):
                if named.kind is kind:
                    return place
        return len(self._moments) - 1

    def _place(self, wanted: NamedMoment | None, otherwise: int) -> int:
        if wanted is None:
            return otherwise
        same = ((named.moment, named.kind) == (wanted.moment, wanted.kind) for named in self._moments)
        return next((place for place, found in enumerate(same) if found), otherwise)

    def _chosen(self, box: QComboBox) -> NamedMoment | None:
        place = box.currentIndex()
        return self._moments[place] if 0 <= place < len(self._moments) else None

    def _compare(self) -> None:
        then, now = self._chosen(self.then), self._chosen(self.now)
        if then is None or now is None:
            return
        if self._job is not None:
            self._again = True
            return
        self._job = job = Job(partial(_work, self._desk, then.moment, now.moment), self)
        job.done.connect(self._found)
        job.finished.connect(self._finished)
        job.start()

    def _found(self, found: Listed) -> None:
        if self._again:
            return  # the moments were changed meanwhile
        self._listed = found
        words = comparison_words(found.comparison)
        if len(self._moments) == 1:
            words = N_("A version is kept of every timetable that is applied and every print: there is none yet.")
        self._outcome.setText(words)
        self._fill()
        self.compared.emit()

    def _finished(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._compare()

    def _fill(self) -> None:
        counts = Counter(fate for line in self._lines for fate in line.fates)
        self.chips.show_chips([(fate, f"{FATES[fate][0]} {counts[fate]}") for fate in Fate if counts[fate]])
        self._filter()

    @property
    def _lines(self) -> tuple[CompareLine, ...]:
        if self._listed is None:
            return ()
        return self._listed.people if self.by_person else self._listed.meetings

    def _filter(self) -> None:
        self.list.show_rows(let_through(self._lines, self.chips.keys(), self.field.text()))

    def _point(self, line: CompareLine | None) -> None:
        if line is not None:
            self.pointed.emit(line)


def _work(desk: Desk, then: Moment, now: Moment, _report: Report, _stopping: Stopping) -> Listed:
    with desk.apart():
        found = desk.read(comparison, then, now)
    return listed(found)


def _box(name: str) -> QComboBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setFixedHeight(CONTROL)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.view().setMinimumWidth(LIST_WIDTH)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return box
