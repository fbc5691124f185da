"""Sizes of paper, in points."""

from dataclasses import dataclass

from eccp_desktop.documents.look import MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as it lies before the reader: width across, height down."""

    name: str
    width: float
    height: float


def _millimetres(name: str, width: float, height: float) -> Paper:
    return Paper(name, width * MM, height * MM)


LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where offices print on Letter rather than A4: Unicode CLDR, supplemental data, `paperSize`."""

PAPERS = {
    paper.name: paper
    for paper in (
        _millimetres("A3", 420, 297),
        _millimetres("A4", 210, 297),
        _millimetres("A4 landscape", 297, 210),
        _millimetres("A4 folded", 297, 210),
        _millimetres("A5", 148, 210),
        _millimetres("Letter", 215.9, 279.4),
        _millimetres("Letter landscape", 279.4, 215.9),
        _millimetres("Letter folded", 279.4, 215.9),
        _millimetres("Half Letter", 139.7, 215.9),
        _millimetres("Tabloid", 431.8, 279.4),
        _millimetres("62x100", 62, 100),
    )
}
"""A3 and Tabloid lie across: they are the papers of the whole timetable."""
