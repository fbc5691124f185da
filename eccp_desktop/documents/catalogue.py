"""All documents that can be printed: open this list to see what there is. It loads nothing that draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from typing import Protocol, TypeVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.badge_presets import PRESETS, preset_of
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.paper import LETTER_COUNTRIES
from eccp_desktop.documents.wanted_slots import ALL, wanted_slots

View_contra = TypeVar("View_contra", contravariant=True)


class Order(StrEnum):
    """How sheets follow each other."""

    BOX = "box"
    ALPHABET = "alphabet"
    ORGANISATION = "organisation"
    COUNTRY = "country"


class Subject(StrEnum):
    """What one sheet of a document is about: only the sheets of people have versions and copies in hand."""

    PERSON = "person"
    TABLE = "table"
    EVENT = "event"


ORDER_TITLES = {
    Order.BOX: N_("Order of the boxes"),
    Order.ALPHABET: N_("Alphabet"),
    Order.ORGANISATION: N_("Organisation"),
    Order.COUNTRY: N_("Country"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose before printing: each value with its title; the first one holds unless another is chosen."""

    id: str
    title: str
    values: tuple[tuple[str, str], ...]
    takes: Callable[[str], bool] | None = None
    """Which other values can be typed in; none where empty."""
    lasting: bool = True
    """Whether a choice holds for the next print, too."""
    hint: str = ""

    def allows(self, value: str) -> bool:
        """Whether it is one of the values, or one that can be typed in."""
        return value in dict(self.values) or (self.takes is not None and self.takes(value))


@dataclass(frozen=True, slots=True)
class Document:
    """A line of the catalogue. `module` of this package draws it; the first paper and order hold unless told."""

    id: str
    title: str
    about: str
    module: str
    subject: Subject
    papers: tuple[str, ...] = ("A4",)
    orders: tuple[Order, ...] = ()
    options: tuple[Option, ...] = ()
    by_table: bool = False
    """Whether it can be asked for by the numbers of tables."""


class Render(Protocol[View_contra]):
    """What every module of a document offers as `render`: a view-model and a choice to the bytes of a PDF."""

    def __call__(
        self, view: View_contra, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
    ) -> bytes: ...


_SHEETS = ("A4", "A5", "Letter")
_ONE_SIZE = ("A4", "Letter")
_ALL_ORDERS = (Order.ALPHABET, Order.BOX, Order.ORGANISATION, Order.COUNTRY)
_SLOTS = Option(
    "slots",
    N_("Slots"),
    ((ALL, N_("Of the whole event")),),
    lambda written: wanted_slots(written) is not None,
    lasting=False,
    hint=N_("A day, or a time: 10:00, 10:00-11:30"),
)
"""The days of an event are further values, see `with_days`."""

CATALOGUE = (
    Document(
        "schedules",
        N_("Personal schedules"),
        N_("One sheet a person: whom they meet when and where, with what changed since the copy in hand."),
        "schedules",
        Subject.PERSON,
        _SHEETS,
        (Order.BOX, Order.ALPHABET, Order.ORGANISATION, Order.COUNTRY),
    ),
    Document(
        "tables",
        N_("Table sheets"),
        N_("One sheet a table and day: who sits here when, with boxes to tick."),
        "table_sheets",
        Subject.TABLE,
        _SHEETS,
        by_table=True,
    ),
    Document(
        "badges",
        N_("Badges"),
        N_("Names to wear, with the code that the desk scans."),
        "badges",
        Subject.PERSON,
        ("A4",),
        (Order.BOX, Order.ALPHABET, Order.ORGANISATION, Order.COUNTRY),
        (
            Option(
                "preset",
                N_("Badge size"),
                tuple((preset.id, preset.title) for preset in PRESETS.values()),
                lambda size: preset_of(size) is not None,
            ),
            Option("test", N_("Test page"), (("no", N_("None")), ("yes", N_("In front, with a ruler"))), lasting=False),
        ),
    ),
    Document(
        "attendance",
        N_("Attendance list"),
        N_("Everybody by name, to tick and to sign."),
        "attendance",
        Subject.EVENT,
        _SHEETS,
        _ALL_ORDERS,
    ),
    Document(
        "table-signs",
        N_("Table signs"),
        N_("The number of each table, large on both sides of a sheet that is folded once."),
        "table_signs",
        Subject.EVENT,
        _SHEETS,
        by_table=True,
    ),
    Document(
        "hall-plan",
        N_("Hall plan"),
        N_("A page a slot with who sits at which table, then everybody with their tables."),
        "hall_plan",
        Subject.EVENT,
        ("A4", "A3", "Letter", "Tabloid"),
        options=(_SLOTS,),
    ),
    Document(
        "grid",
        N_("Timetable"),
        N_("The whole timetable on one wall: people down, slots across."),
        "grid",
        Subject.EVENT,
        ("A3", "Tabloid"),
        _ALL_ORDERS,
        (_SLOTS,),
    ),
    Document(
        "interpreters",
        N_("Interpreters"),
        N_("In every slot at which table which language is needed, and who interprets."),
        "interpreters",
        Subject.EVENT,
        _ONE_SIZE,
        options=(_SLOTS,),
    ),
    Document(
        "programme",
        N_("Programme"),
        N_("The agenda with rooms and speakers, and the delegations by country."),
        "programme",
        Subject.EVENT,
        _SHEETS,
    ),
    Document(
        "catalogue",
        N_("Catalogue of organisations"),
        N_("What each organisation told of itself, by country, with an index."),
        "profiles",
        Subject.EVENT,
        _SHEETS,
        options=(
            Option(
                "which",
                N_("Organisations"),
                (("registered", N_("With somebody registered")), ("all", N_("All of the file"))),
            ),
        ),
    ),
    Document(
        "brief",
        N_("Country pages"),
        N_("What there is to know about a country, as a booklet."),
        "brief_pages",
        Subject.EVENT,
        ("A5", "A4 folded", "A4", "Letter", "Letter folded"),
    ),
    Document(
        "feedback",
        N_("Feedback forms"),
        N_("A form for each meeting of a person: how good it was and what came of it."),
        "feedback",
        Subject.PERSON,
        _SHEETS,
        (Order.BOX, Order.ALPHABET, Order.ORGANISATION, Order.COUNTRY),
    ),
    Document(
        "certificates",
        N_("Certificates of attendance"),
        N_("That somebody took part, to be signed."),
        "certificates",
        Subject.PERSON,
        ("A4 landscape", "A4", "Letter landscape", "Letter"),
        _ALL_ORDERS,
        (
            Option(
                "whom",
                N_("For"),
                (("present", N_("People who were here")), ("all", N_("Everybody registered"))),
            ),
        ),
    ),
    Document(
        "impact",
        N_("Impact report"),
        N_("What the event came to: every figure with what it counts, and charts."),
        "impact",
        Subject.EVENT,
        _ONE_SIZE,
    ),
    Document(
        "journal",
        N_("Changes"),
        N_("What was changed on the day, in words."),
        "journal_pages",
        Subject.EVENT,
        _ONE_SIZE,
        options=(
            Option(
                "days",
                N_("Days"),
                (("latest", N_("The last day with changes")), ("all", N_("All days"))),
            ),
        ),
    ),
)


_NORTH_AMERICAN = ("Letter", "Tabloid")


def as_in(entry: Document, country: str) -> Document:
    """A line of the catalogue as it is offered at an event there (ISO 3166-1): what its offices print on comes first."""
    if country not in LETTER_COUNTRIES:
        return entry
    options = tuple(
        replace(option, values=tuple(sorted(option.values, key=_is_on_foreign_paper)))
        if option.id == "preset"
        else option
        for option in entry.options
    )
    return replace(entry, papers=tuple(sorted(entry.papers, key=_is_foreign)), options=options)


def with_days(entry: Document, days: Sequence[tuple[str, str]]) -> Document:
    """A line of the catalogue that offers these days (ISO 8601, title) where it can be asked for some slots only."""
    options = tuple(
        replace(option, values=(*option.values, *days)) if option.id == _SLOTS.id else option
        for option in entry.options
    )
    return replace(entry, options=options)


def _is_foreign(paper: str) -> bool:
    return not paper.startswith(_NORTH_AMERICAN)


def _is_on_foreign_paper(preset: tuple[str, str]) -> bool:
    return PRESETS[preset[0]].paper != "Letter"


def document(id: str) -> Document:
    """The line of the catalogue with this id. Raises KeyError."""
    return {entry.id: entry for entry in CATALOGUE}[id]


def renderer(entry: Document) -> Render[object]:
    """What draws a document; loads ReportLab. It takes the view-model of its own document and no other."""
    render: Render[object] = import_module(f"eccp_desktop.documents.{entry.module}").render
    return render
