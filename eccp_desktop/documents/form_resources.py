"""What ReportLab leaves out of the pictures that are kept once and put on many pages."""

from reportlab.pdfbase.pdfdoc import PDFResourceDictionary
from reportlab.pdfgen.canvas import Canvas


def form_resources(canvas: Canvas) -> PDFResourceDictionary:
    """What the form being drawn uses. ReportLab leaves gradients and transparency out of forms, which are black then."""
    found = PDFResourceDictionary()
    found.basicFonts()
    found.allProcs()
    found.setShading(canvas._shadingUsed)  # type: ignore[attr-defined]  # left out of the stubs
    transparency = canvas._extgstate.getState()  # type: ignore[attr-defined]  # left out of the stubs
    if transparency is not None:
        found.ExtGState = transparency  # type: ignore[attr-defined]  # left out of the stubs
    return found
