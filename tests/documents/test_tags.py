"""Every document is tagged: all that is drawn is text in the order of reading, a picture with words, or ornament."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from eccp_desktop.documents.catalogue import CATALOGUE, document, renderer
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.scripts import SCRIPTS
from tests.documents.every_document import every_view
from tests.documents.examples import CHOICE, HEAD
from tests.documents.logos import SVG, png

IDS = [entry.id for entry in CATALOGUE]
FURTHER_FONTS = tuple(script.font for script in SCRIPTS)
NOT_DEFINED = b"\0"
"""ReportLab writes it for a character that the font lacks."""
SHOWING = ("Tj", "TJ", "'", '"')
DRAWING = (*SHOWING, "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do", "sh")


def rendered(id: str, choice: Choice = CHOICE) -> PdfReader:
    view = every_view(replace(HEAD, logos=(png(), SVG)))[id]
    return PdfReader(BytesIO(renderer(document(id))(view, replace(choice, paper=document(id).papers[0]))))


def elements(reader: PdfReader) -> list[DictionaryObject]:
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    (whole,) = [root["/K"]]
    assert whole["/S"] == "/Document"
    return [one.get_object() for one in whole["/K"]]


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
                assert open_now[0] in ("/P", "/H1", "/H2", "/Figure", "/Artifact")
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
    for element in elements(reader):
        kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
        for kid in kids:
            claimed[pages[element.raw_get("/Pg")]][int(kid)] = element
    for number, found in owners.items():
        assert [one.get_object() for one in found] == [claimed[number][at] for at in sorted(claimed[number])]


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
