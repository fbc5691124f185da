"""Every document is tagged: all that is drawn is text in the order of reading, a picture with words, or ornament."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.catalogue import CATALOGUE, document, renderer
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.scripts import SCRIPTS
from tests.documents.every_document import every_view
from tests.documents.examples import CHOICE, HEAD, attendee
from tests.documents.logos import SVG, png

IDS = [entry.id for entry in CATALOGUE]
TABLES = [
    "schedules",
    "tables",
    "attendance",
    "hall-plan",
    "grid",
    "interpreters",
    "programme",
    "catalogue",
    "impact",
    "journal",
]
FURTHER_FONTS = tuple(script.font for script in SCRIPTS)
NOT_DEFINED = b"\0"
"""ReportLab writes it for a character that the font lacks."""
SHOWING = ("Tj", "TJ", "'", '"')
DRAWING = (*SHOWING, "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do", "sh")


def rendered(id: str, choice: Choice = CHOICE) -> PdfReader:
    view = every_view(replace(HEAD, logos=(png(), SVG)))[id]
    return PdfReader(BytesIO(renderer(document(id))(view, replace(choice, paper=document(id).papers[0]))))


def elements(reader: PdfReader) -> list[DictionaryObject]:
    """All parts of the text in the order of reading, a table before its rows, a row before its cells."""
    whole = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    assert whole["/S"] == "/Document"
    found: list[DictionaryObject] = []

    def walk(element: DictionaryObject) -> None:
        for kid in kids_of(element):
            assert kid["/P"] == element, "a part knows what it is a part of"
            found.append(kid)
            walk(kid)

    walk(whole)
    return found


def kids_of(element: DictionaryObject) -> list[DictionaryObject]:
    """The parts of a part."""
    return [one for one in _kids(element) if not isinstance(one, int)]


def sequences_of(element: DictionaryObject) -> list[int]:
    """The marked sequences of a part on its page."""
    return [int(one) for one in _kids(element) if isinstance(one, int)]


def _kids(element: DictionaryObject) -> list[DictionaryObject | int]:
    if "/K" not in element:
        return []
    kids = element["/K"]
    return [one.get_object() for one in kids] if isinstance(kids, list) else [kids.get_object()]


@pytest.mark.parametrize("id", IDS)
def test_everything_drawn_is_marked_and_marks_are_nested(id: str) -> None:
    reader = rendered(id)
    for number, page in enumerate(reader.pages):
        open_now: list[str] = []
        kept: list[int] = []
        sequences = []
        for values, operator in ContentStream(page.get_contents(), reader).operations:
            name = operator.decode("latin-1")
            if name in ("BDC", "BMC"):
                open_now.append(str(values[0]))
                if name == "BDC" and "/MCID" in values[1]:
                    assert len(open_now) == 1, "text within text"
                    sequences.append(values[1]["/MCID"])
            elif name == "EMC":
                open_now.pop()
            elif name == "q":
                kept.append(len(open_now))
            elif name == "Q":
                assert kept.pop() == len(open_now), "marks do not cross a kept state"
            elif name in DRAWING:
                assert open_now, f"{name} on page {number + 1} of {id} is neither text nor ornament"
            if name in SHOWING and "".join(str(one) for one in values).strip("() "):
                assert open_now[0] in ("/P", "/H1", "/H2", "/TH", "/TD", "/Figure", "/Artifact")
        assert open_now == kept == []
        assert sequences == list(range(len(sequences)))
        assert page["/StructParents"] == number


@pytest.mark.parametrize("id", IDS)
def test_the_tree_and_the_pages_say_the_same(id: str) -> None:
    reader = rendered(id)
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] is True or str(catalogue["/MarkInfo"]["/Marked"]) == "True"
    assert catalogue["/Lang"] == "en"
    numbers = catalogue["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    pages = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    claimed: dict[int, dict[int, DictionaryObject]] = {number: {} for number in owners}
    order = []
    for element in elements(reader):
        for sequence in sequences_of(element):
            number = pages[element.raw_get("/Pg")]
            assert sequence not in claimed[number], "nothing is read twice"
            claimed[number][sequence] = element
            order.append((number, sequence))
    assert order == sorted(order), "the tree is in the order of reading"
    for number, found in owners.items():
        assert [one.get_object() for one in found] == [claimed[number][at] for at in sorted(claimed[number])]


@pytest.mark.parametrize("id", IDS)
def test_lists_are_tables_of_rows_and_cells_with_heads(id: str) -> None:
    found = elements(rendered(id))
    tables = [one for one in found if one["/S"] == "/Table"]
    assert bool(tables) == (id in TABLES)
    for table in tables:
        widths, heads = set(), []
        for row in kids_of(table):
            assert row["/S"] == "/TR"
            assert not sequences_of(row)
            cells = kids_of(row)
            assert {cell["/S"] for cell in cells} <= {"/TH", "/TD"}
            about = [cell.get("/A", {}) for cell in cells]
            widths.add(sum(int(one.get("/ColSpan", 1)) for one in about))
            heads += [str(one["/Scope"]) for cell, one in zip(cells, about, strict=True) if cell["/S"] == "/TH"]
        assert len(widths) == 1, "every row has the same columns"
        assert set(heads) <= {"/Column", "/Row"}
        assert heads, "something heads the table"


@pytest.mark.parametrize("id", IDS)
def test_headings_come_below_their_title(id: str) -> None:
    level = 0
    for element in elements(rendered(id)):
        role = str(element["/S"])
        if role in ("/H1", "/H2", "/H3"):
            assert int(role[2]) <= level + 1
            level = int(role[2])


def test_a_list_goes_on_as_the_same_table_and_reads_its_heads_once() -> None:
    view = AttendanceView(HEAD, tuple(attendee(index) for index in range(120)))
    reader = PdfReader(BytesIO(renderer(document("attendance"))(view, CHOICE)))
    assert len(reader.pages) > 2
    tables = [one for one in elements(reader) if one["/S"] == "/Table"]
    rows = [row for table in tables for row in kids_of(table)]
    assert len(tables) == 1
    heads = [row for row in rows if all(cell["/S"] == "/TH" for cell in kids_of(row)) and len(kids_of(row)) > 1]
    assert len(heads) == 1
    assert sum(any(cell["/S"] == "/TD" for cell in kids_of(row)) for row in rows) == 120


@pytest.mark.parametrize("id", IDS)
def test_pages_begin_with_a_title_where_a_document_has_one_and_pictures_have_words(id: str) -> None:
    found = elements(rendered(id))
    roles = [element["/S"] for element in found]
    assert "/P" in roles
    assert all(element["/Alt"] for element in found if element["/S"] == "/Figure")
    if id not in ("badges", "brief"):
        assert "/H1" in roles
    if id == "impact":
        assert any("3" in element["/Alt"] for element in found if element["/S"] == "/Figure")


@pytest.mark.parametrize("id", IDS)
def test_every_letter_is_a_glyph_of_an_embedded_subset(id: str) -> None:
    reader = rendered(id)
    for page in reader.pages:
        fonts = {name: one.get_object() for name, one in page["/Resources"]["/Font"].items()}
        now = ""
        for values, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"Tf":
                now = str(values[0])
            elif operator.decode("latin-1") in SHOWING:
                font = fonts[now]
                assert str(font["/BaseFont"]).split("+")[1].startswith(("SourceSansPro-", *FURTHER_FONTS))
                assert "/FontFile2" in font["/FontDescriptor"]
                assert NOT_DEFINED not in b"".join(one.original_bytes for one in values)


@pytest.mark.parametrize("id", IDS)
def test_a_document_says_what_it_is_and_is_the_same_again(id: str) -> None:
    reader = rendered(id)
    assert HEAD.title() in str(reader.metadata.title)
    assert reader.metadata.author == HEAD.organiser
    assert reader.metadata.creator == "ECCP Desk"
    assert reader.outline
    view = every_view(replace(HEAD, logos=(png(), SVG)))[id]
    choice = replace(CHOICE, paper=document(id).papers[0])
    assert renderer(document(id))(view, choice) == renderer(document(id))(view, choice)
