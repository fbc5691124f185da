"""Tags a PDF while it is drawn: what is text, in which order it is read, and what is mere ornament (ISO 32000-1, 14.7 and 14.8).

ReportLab draws and does not tag: the operators and the tree are written here. Every text is a paragraph or a heading, every
line of a list one paragraph in the order of reading; rules, washes, logos and what is repeated on every page are artifacts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject
from reportlab.pdfgen.canvas import Canvas


class Role(StrEnum):
    """What a part of a page is to a reader."""

    PARAGRAPH = "P"
    TITLE = "H1"
    HEADING = "H2"
    FIGURE = "Figure"


@dataclass(slots=True)
class _Element:
    """A part of the text: where it stands, and the marked sequences of its page that belong to it."""

    role: Role
    page: int
    said: str = ""
    sequences: list[int] = field(default_factory=list)


class Tags:
    """Follows one canvas. What is drawn on a page stands in marked sequences, one after the other."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._elements: list[_Element] = []
        self._pages: list[list[_Element]] = []
        """Of each page, the element that each of its sequences belongs to."""
        self._open: _Element | None = None
        self._ornament = False
        self._part: _Element | None = None
        self._silent = False
        self._in_form = False

    @property
    def in_part(self) -> bool:
        """Whether texts stand here that belong together."""
        return self._part is not None and not self._silent and not self._in_form

    def begin_page(self) -> None:
        """All that follows stands on a further page; the one before was closed."""
        self._pages.append([])

    def text(self, role: Role = Role.PARAGRAPH) -> None:
        """What is drawn next is text: of the part that was begun, or a heading or paragraph of its own."""
        if self._silent:
            self.ornament()
        elif not self._in_form:
            self._begin(self._part or _Element(role, len(self._pages) - 1))

    def figure(self, said: str) -> None:
        """What is drawn next is a picture that says this."""
        if self._silent or not said:
            self.ornament()
        elif not self._in_form:
            self._begin(_Element(Role.FIGURE, len(self._pages) - 1, said))

    def ornament(self) -> None:
        """What is drawn next says nothing to a reader."""
        if not self._ornament and not self._in_form:
            self.close()
            self._canvas.addLiteral("/Artifact BMC")
            self._ornament = True

    def close(self) -> None:
        """End the open sequence: at the end of a page, and wherever the graphics state is kept or brought back."""
        if self._open is not None or self._ornament:
            self._canvas.addLiteral("EMC")
        self._open, self._ornament = None, False

    @contextmanager
    def part(self, role: Role = Role.PARAGRAPH) -> Iterator[None]:
        """Texts that belong together: a line of a list, a heading. A part within a part is that part."""
        if self._part is not None:
            yield
            return
        self._part = _Element(role, len(self._pages) - 1)
        yield
        self._part = None

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """What every page repeats, or shows twice: nothing of it is read."""
        was, self._silent = self._silent, True
        yield
        self._silent = was

    @contextmanager
    def form(self) -> Iterator[None]:
        """A form is marked where it is put, and not inside."""
        self.close()
        self._in_form = True
        yield
        self._in_form = False

    def finish(self) -> None:
        """Write the tree. Every page has ended, and nothing can be drawn after."""
        document = self._canvas._doc  # type: ignore[attr-defined]  # left out of the stubs
        numbers = document.idToObjectNumberAndVersion

        def written(name: str, value: object) -> int:
            document.Reference(value, name)
            return int(numbers[name][0])

        root, whole = _Written(), _Written()
        root_at, whole_at = written("tags", root), written("tags-all", whole)
        at: dict[int, int] = {}
        for index, element in enumerate(self._elements):
            page = numbers[f"Page{element.page + 1}"][0]
            kids = " ".join(map(str, element.sequences))
            kids = f"[{kids}]" if len(element.sequences) > 1 else kids
            said = f"/Alt <FEFF{element.said.encode('utf-16-be', 'replace').hex().upper()}>" if element.said else ""
            dictionary = f"<</S/{element.role}/P {whole_at} 0 R/Pg {page} 0 R/K {kids}{said}>>"
            at[id(element)] = written(f"tags-{index}", dictionary.encode("ascii"))
        parents = []
        for index, (page, elements) in enumerate(zip(document.Pages.pages, self._pages, strict=True)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = index, "/S"
            parents.append(f"{index} [{' '.join(f'{at[id(one)]} 0 R' for one in elements)}]")
        everything = " ".join(f"{number} 0 R" for number in at.values())
        whole.value = f"<</S/Document/P {root_at} 0 R/K [{everything}]>>"
        nums = "\n".join(parents)
        last = len(self._pages)
        root.value = f"<</Type/StructTreeRoot/K {whole_at} 0 R/ParentTree <</Nums [{nums}]>>/ParentTreeNextKey {last}>>"
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _begin(self, element: _Element) -> None:
        if element is self._open:
            return
        self.close()
        if not element.sequences:
            self._elements.append(element)
        sequence = len(self._pages[-1])
        self._pages[-1].append(element)
        element.sequences.append(sequence)
        self._canvas.addLiteral(f"/{element.role} <</MCID {sequence}>> BDC")
        self._open = element


class _Written(PDFObject):
    """An object of the file whose value is known last."""

    value = ""

    def format(self, document: object) -> bytes:
        return self.value.encode("ascii")
