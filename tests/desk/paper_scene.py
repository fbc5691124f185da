"""What the tests of printing have in common: a small event, changes of its rows, the text of a PDF."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import ClassVar

from pypdf import PdfReader

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.store.unit import Session, Unit

GUESTS = ("Anna Rossi", "Emily Ross", "Νίκος Παπαδόπουλος", "Liam Byrne", "Zofia Żak", "Grace O'Neill")
SCHEDULES = PrintJob("schedules")


@dataclass(frozen=True, slots=True)
class Event:
    """A desk with six people of two sides, and two meetings."""

    desk: Desk
    papers: Papers
    people: dict[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Sets fields of a row found by its kind and id."""

    title: ClassVar[str] = "Change"
    kind: str
    row: str
    values: tuple[tuple[str, object], ...]

    def apply(self, unit: Unit) -> None:
        row = getattr(unit, self.kind).get(self.row)
        for name, value in self.values:
            setattr(row, name, value)


@dataclass(frozen=True, slots=True)
class Add:
    """Makes a row."""

    title: ClassVar[str] = "Add"
    kind: str
    row: object

    def apply(self, unit: Unit) -> None:
        getattr(unit, self.kind).add(self.row)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def seminar() -> Session:
    start = datetime(2016, 4, 25, 11)
    return Session(kind="seminar", day=start.date(), start=start, end=start + timedelta(minutes=45), title="Policy")
