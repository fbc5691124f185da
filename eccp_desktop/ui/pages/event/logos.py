"""The logos on papers: the event's and the organiser's, each as it will be printed, on white."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from eccp_desktop.actions.event_logo import RemoveLogo, SetLogo
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.logos import logo_from
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.reads.logos import logos
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import Label, heading, quiet
from eccp_desktop.ui.pages.event.logo_on_paper import Unseen, picture_on_paper, unseen_on_paper
from eccp_desktop.ui.theme import SMALL, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

PICTURE = QSize(220, 64)
_TITLES = {LogoOwner.EVENT: N_("Logo of the event"), LogoOwner.ORGANISER: N_("Logo of the organiser")}
_SET = {
    LogoOwner.EVENT: N_("The logo of the event stands on all papers."),
    LogoOwner.ORGANISER: N_("The logo of the organiser stands on all papers."),
}
_UNSEEN = {
    Unseen.NOTHING: "",
    Unseen.PART: N_(
        "Parts of it are nearly white and will not be seen on paper: choose the version for a light ground."
    ),
    Unseen.ALL: N_("It is nearly white and will not be seen on paper: choose the version for a light ground."),
}
_REMOVED = {
    LogoOwner.EVENT: N_("The logo of the event is off all papers."),
    LogoOwner.ORGANISER: N_("The logo of the organiser is off all papers."),
}


class LogosPart(QWidget):
    """A row for each logo: the picture, and what can be done with it."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self.rows = {owner: LogoRow(owner, page) for owner in LogoOwner}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_3, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(heading(N_("Logos on papers")))
        column.addWidget(
            quiet(
                N_("PNG, JPEG or SVG. They stand at the upper right of every document and make no sheet out of date.")
            )
        )
        for row in self.rows.values():
            column.addWidget(row)

    def show_logos(self) -> None:
        """Show what the event file holds."""
        found = self._page.desk.read(logos)
        for owner, row in self.rows.items():
            row.show_picture(found.get(owner, b""))


class LogoRow(QWidget):
    """One logo."""

    def __init__(self, owner: LogoOwner, page: "EventPage") -> None:
        super().__init__()
        self._owner, self._page = owner, page
        self._shown: bytes | None = None
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.picture.setFixedSize(PICTURE)
        self.choose = quiet_button(N_("Choose a picture"), self._choose, icon="image")
        self.remove = quiet_button(N_("Remove"), self._remove, icon="trash")
        self.choose.setAccessibleName(f"{_TITLES[owner]}: {self.choose.text()}")
        self.remove.setAccessibleName(f"{_TITLES[owner]}: {self.remove.text()}")
        self.warning = Label("", size=SMALL, role="warning", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.warning)
        row.setSpacing(SPACE_2)
        title = quiet(_TITLES[owner])
        title.setFixedWidth(PICTURE.width() * 3 // 4)
        for widget in (title, self.picture, self.choose, self.remove):
            row.addWidget(widget)
        row.addStretch(1)

    def show_picture(self, data: bytes) -> None:
        """Show the picture of a logo, or that there is none."""
        if data == self._shown:
            return
        self._shown = data
        self.remove.setEnabled(bool(data))
        words = _UNSEEN[unseen_on_paper(data)] if data else ""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        if data:
            self.picture.setPixmap(picture_on_paper(data, PICTURE, self.devicePixelRatioF()))
        else:
            self.picture.setText(N_("none"))
        self.picture.setAccessibleName(f"{_TITLES[self._owner]}: {N_('set') if data else N_('none')}")

    def take(self, path: Path) -> None:
        """Keep the picture of this file; a picture that cannot be printed is refused in a notice."""
        job = Job(lambda _report, _stopping: logo_from(path, self._owner), self)
        job.done.connect(self._ready)
        job.refused.connect(self._page.refuse)
        job.troubled.connect(self._page.signals.troubled)
        job.start()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, _TITLES[self._owner], "", N_("Pictures (*.png *.jpg *.jpeg *.svg)"))
        if name:
            self.take(Path(name))

    def _ready(self, step: SetLogo) -> None:
        words = _UNSEEN[unseen_on_paper(step.picture)]
        self._page.do(step, " ".join(part for part in (_SET[self._owner], words) if part))

    def _remove(self) -> None:
        self._page.do(RemoveLogo(self._owner), _REMOVED[self._owner])
