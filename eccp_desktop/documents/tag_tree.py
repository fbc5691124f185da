"""The tree of a tagged PDF: which part of the text is what, and where on which page it stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Union

from reportlab.pdfbase.pdfdoc import PDFDictionary


class Role(StrEnum):
    """What a part of a page is to a reader."""

    PARAGRAPH = "P"
    TITLE = "H1"
    HEADING = "H2"
    FIGURE = "Figure"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"


class Scope(StrEnum):
    """What a cell is the head of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(slots=True, eq=False)
class Element:
    """A part of the text: what it is a part of (None: the whole), and the marked sequences of its page that belong to it."""

    role: Role
    parent: "Element | None"
    said: str = ""
    scope: Scope | None = None
    span: int = 1
    language: str = ""
    page: int = 0
    number: int = 0
    kids: list[Union["Element", int]] = field(default_factory=list)


class Tree:
    """Elements in the order of reading. Nothing is kept of one in which nothing was drawn, but for the cells of tables."""

    def __init__(self, language: str) -> None:
        self.language = language
        """Of the document, ISO 639-1."""
        self._top: list[Element] = []
        self._all: list[Element] = []
        self._pages: list[list[Element]] = []
        """Of each page, the element that each of its sequences belongs to."""

    def begin_page(self) -> None:
        """All sequences that follow stand on a further page."""
        self._pages.append([])

    def add(self, element: Element) -> None:
        """Put an element behind all others of its parent, and the parent first where that is new."""
        if element.number:
            return
        if element.parent is None:
            self._top.append(element)
        else:
            self.add(element.parent)
            element.parent.kids.append(element)
        self._all.append(element)
        element.number = len(self._all)

    def sequence(self, element: Element) -> int:
        """A further sequence of the last page, which belongs to the element."""
        self.add(element)
        owners = self._pages[-1]
        element.page = len(self._pages) - 1
        element.kids.append(len(owners))
        owners.append(element)
        return len(owners) - 1

    def written(self, document: Any) -> tuple[int, list[bytes]]:
        """Hang the tree into the catalogue of a document whose pages have ended. Its objects, and the number of the first."""
        # Any: the stubs leave out most of a document
        numbers = document.idToObjectNumberAndVersion
        root = document.objectcounter + 1
        whole, parents = root + 1, root + 2
        pages = [numbers[f"Page{index + 1}"][0] for index in range(len(self._pages))]
        objects = [_encoded(one, parents, whole, pages) for one in self._all]
        document.objectcounter += 3 + len(objects)
        nums = []
        for index, (page, elements) in enumerate(zip(document.Pages.pages, self._pages, strict=True)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = index, "/S"
            nums.append(f"{index}[{_references(elements, parents)}]")
        everything = _references(self._top, parents)
        document.Catalog.StructTreeRoot = f"{root} 0 R"
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        first = (
            f"<</Type/StructTreeRoot/K {whole} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(pages)}>>",
            f"<</S/Document/P {root} 0 R/K[{everything}]>>",
            f"<</Nums[{''.join(nums)}]>>",
        )
        return root, [*(one.encode("ascii") for one in first), *objects]


def _references(elements: list[Element], before: int) -> str:
    return " ".join(f"{before + one.number} 0 R" for one in elements)


def _encoded(element: Element, before: int, whole: int, pages: list[int]) -> bytes:
    parent = whole if element.parent is None else before + element.parent.number
    parts = [f"<</S/{element.role}/P {parent} 0 R"]
    kids = [str(kid) if isinstance(kid, int) else f"{before + kid.number} 0 R" for kid in element.kids]
    if any(isinstance(kid, int) for kid in element.kids):
        parts.append(f"/Pg {pages[element.page]} 0 R")
    if kids:
        parts.append(f"/K[{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}")
    if element.said:
        parts.append(f"/Alt<FEFF{element.said.encode('utf-16-be', 'replace').hex().upper()}>")
    if element.language:
        parts.append(f"/Lang({element.language})")
    if element.scope is not None or element.span > 1:
        spans = f"/ColSpan {element.span}" if element.span > 1 else ""
        parts.append(f"/A<</O/Table{f'/Scope/{element.scope}' if element.scope else ''}{spans}>>")
    return "".join((*parts, ">>")).encode("ascii")
