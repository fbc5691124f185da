"""What a page of a PDF draws, read back from its operations: lines, outlines and texts in millimetres from the top left."""

from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawn:
    """Lines from end to end, outlines as (left, top, across, down), and where each text begins on its baseline."""

    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    outlines: list[tuple[float, float, float, float]] = field(default_factory=list)
    texts: list[tuple[float, float]] = field(default_factory=list)

    def uprights(self) -> list[tuple[float, float, float]]:
        """Vertical lines: from the left, from the top, length."""
        return sorted((x, min(y, end), abs(end - y)) for x, y, across, end in self.lines if abs(x - across) < 0.01)

    def rules(self) -> list[tuple[float, float, float]]:
        """Horizontal lines: from the left, from the top, length."""
        return sorted((min(x, end), y, abs(end - x)) for x, y, end, down in self.lines if abs(y - down) < 0.01)


def drawn(pdf: bytes, page: int = 0) -> Drawn:
    """The operations of a page, followed through its transformations; what kept forms hold is left out."""
    reader = PdfReader(BytesIO(pdf))
    return _Reading(reader.pages[page]).read(reader)


class _Reading:
    def __init__(self, page: PageObject) -> None:
        self._page = page
        self._height = float(page.mediabox.height)
        self._now: Matrix = (1, 0, 0, 1, 0, 0)
        self._kept: list[Matrix] = []
        self._path: list[tuple[str, tuple[float, ...]]] = []
        self._found = Drawn()

    def read(self, reader: PdfReader) -> Drawn:
        stream = ContentStream(self._page.get_contents(), reader)
        for values, operator in stream.operations:
            self._take(operator.decode("latin-1"), values)
        return self._found

    def _take(self, operator: str, values: list[object]) -> None:
        numbers = tuple(float(one) for one in values) if operator in ("cm", "m", "l", "re", "Tm") else ()
        if operator == "q":
            self._kept.append(self._now)
        elif operator == "Q":
            self._now = self._kept.pop()
        elif operator == "cm":
            self._now = _times(numbers, self._now)
        elif operator in ("m", "l", "re"):
            self._path.append((operator, numbers))
        elif operator == "Tm":
            self._found.texts.append(self._place(*numbers[4:]))
        elif operator in ("S", "s"):
            self._stroke()
        elif operator in ("f", "f*", "n", "B", "B*"):
            self._path.clear()

    def _stroke(self) -> None:
        start = (0.0, 0.0)
        for operator, numbers in self._path:
            if operator == "re":
                left, bottom, across, down = numbers
                (x, y), (right, top) = self._place(left, bottom), self._place(left + across, bottom + down)
                self._found.outlines.append((min(x, right), min(y, top), abs(right - x), abs(top - y)))
            else:
                place = self._place(*numbers)
                if operator == "l":
                    self._found.lines.append((*start, *place))
                start = place
        self._path.clear()

    def _place(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._now
        return (a * x + c * y + e) / MM, (self._height - (b * x + d * y + f)) / MM


def _times(first: tuple[float, ...], then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
