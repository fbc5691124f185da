"""Tags a PDF while it is drawn: what is text, in which order it is read, and what is mere ornament (ISO 32000-1, 14.7 and 14.8).

ReportLab draws and does not tag. Here the operators are written; `tag_tree` writes the tree. A list with columns is a table of
rows and cells, other text a paragraph or a heading; rules, washes, logos and what is repeated on every page are artifacts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.documents.tag_tree import Element, Role, Scope, Tree


@dataclass(slots=True)
class TableTag:
    """A table of so many columns; it may go on on further pages."""

    columns: int
    element: Element | None = None


class Tags:
    """Follows one canvas. What is drawn on a page stands in marked sequences, one after the other."""

    def __init__(self, canvas: Canvas, language: str = "") -> None:
        self._canvas = canvas
        self._tree = Tree(language)
        self._language = language
        self._open: Element | None = None
        self._ornament = False
        self._table: TableTag | None = None
        self._row: Element | None = None
        self._part: Element | None = None
        """What texts go into, where several belong together: a cell, a heading, a paragraph."""
        self._silent = False
        self._in_form = False

    @property
    def in_part(self) -> bool:
        """Whether texts stand here that belong together."""
        return self._part is not None and not self._silent and not self._in_form

    def begin_page(self) -> None:
        """All that follows stands on a further page; the one before was closed."""
        self._tree.begin_page()

    def text(self, role: Role = Role.PARAGRAPH) -> None:
        """What is drawn next is text: of the part that was begun, or a heading or paragraph of its own."""
        if self._silent:
            self.ornament()
        elif not self._in_form:
            self._begin(self._part or self._top(role))

    def figure(self, said: str) -> None:
        """What is drawn next is a picture that says this."""
        if self._silent or not said:
            self.ornament()
        elif not self._in_form:
            self._begin(self._top(Role.FIGURE, said))

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
        """Texts that belong together: a line of a list, a heading. A part within a part is that part.

        In a table, outside of its rows, it is a row of one cell: a letter that divides a list.
        """
        if self._part is not None or self._silent:
            yield
        elif self._table is not None and self._row is None:
            with self.row(), self.cell(Scope.COLUMN, self._table.columns):
                if role is not Role.PARAGRAPH and self._part is not None:
                    self._part = Element(role, self._part)
                yield
        else:
            self._part = self._top(role)
            yield
            self._part = None

    @contextmanager
    def table(self, table: TableTag | None) -> Iterator[None]:
        """Rows of a table follow, the first ones or more of them; without a table, whatever comes."""
        was, self._table = self._table, None if self._silent else table
        yield
        self._table = was

    @contextmanager
    def row(self) -> Iterator[None]:
        """A row of the table that was begun; outside of one, and within a row, nothing of its own."""
        if self._table is None or self._silent or self._row is not None:
            yield
            return
        if self._table.element is None:
            self._table.element = self._top(Role.TABLE)
        self._row = Element(Role.ROW, self._table.element)
        yield
        self._row = None

    @contextmanager
    def cell(self, heads: Scope | None = None, span: int = 1) -> Iterator[None]:
        """A cell of the row that was begun, which heads its column or row where told, and takes so many columns."""
        if self._row is None or self._part is not None or self._silent:
            yield
            return
        self._part = Element(Role.HEAD if heads else Role.CELL, self._row, scope=heads, span=span)
        self._tree.add(self._part)
        yield
        self._part = None

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """What follows is in this language (ISO 639-1), or in that of the document where it is empty."""
        was, self._language = self._language, language or self._tree.language
        yield
        self._language = was

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

    def finish(self) -> tuple[int, list[bytes]]:
        """Hang the tree into the document; its objects, and the number of the first. Every page has ended."""
        return self._tree.written(self._canvas._doc)  # type: ignore[attr-defined]  # left out of the stubs

    def _top(self, role: Role, said: str = "") -> Element:
        return Element(role, None, said, language="" if self._language == self._tree.language else self._language)

    def _begin(self, element: Element) -> None:
        if element is self._open:
            return
        self.close()
        sequence = self._tree.sequence(element)
        self._canvas.addLiteral(f"/{element.role} <</MCID {sequence}>> BDC")
        self._open = element


__all__ = ["Role", "Scope", "TableTag", "Tags"]
