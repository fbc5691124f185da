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


PAPERS = {
    paper.name: paper
    for paper in (
        _millimetres("A3", 420, 297),
        _millimetres("A4", 210, 297),
        _millimetres("A4 landscape", 297, 210),
        _millimetres("A4 folded", 297, 210),
        _millimetres("A5", 148, 210),
        _millimetres("62x100", 62, 100),
    )
}
"""A3 lies across: it is the paper of the whole timetable."""
