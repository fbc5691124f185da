"""Where the columns of a personal schedule stand."""

from dataclasses import dataclass

from eccp_desktop.documents.look import GRID, MM, SHEET_MARGINS, SMALL_SHEET_MARGINS, Margins
from eccp_desktop.documents.paper import PAPERS, Paper


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths in points; `scale` shrinks type and rows together."""

    margins: Margins
    scale: float
    left: float
    width: float

    @property
    def table(self) -> float:
        return self.left + 25 * MM * self.scale

    @property
    def partner(self) -> float:
        return self.left + 48 * MM * self.scale

    @property
    def right(self) -> float:
        """The right edge of the sheet's text."""
        return self.left + self.width

    @property
    def last(self) -> float:
        """The width of the last column: type of meeting and mark."""
        return 20 * MM * self.scale

    @property
    def partner_width(self) -> float:
        return self.right - self.partner - self.last - GRID


def columns_of(paper: Paper, density: float = 1.0) -> Columns:
    """The columns on A4, and smaller on A5; a density below 1 sets them closer."""
    small = paper.width < PAPERS["A4"].width
    margins = SMALL_SHEET_MARGINS if small else SHEET_MARGINS
    width = paper.width - margins.left - margins.right
    return Columns(margins, (0.76 if small else 1.0) * density, margins.left, width)
