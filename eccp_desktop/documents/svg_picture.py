"""SVG files as drawings of vectors: cleaned first, so that a file from anywhere holds nothing but shapes."""

import logging
import math
import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from eccp_desktop.domain.refusals import Refusal

_NAMESPACE = "http://www.w3.org/2000/svg"
_TAG = f"{{{_NAMESPACE}}}"
_SHAPES = frozenset(
    (
        *("svg", "g", "a", "defs", "symbol", "use", "switch", "clipPath", "style"),
        *("linearGradient", "radialGradient", "stop"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    )
)
_SILENT = frozenset(("title", "desc", "metadata", "script", "namedview"))
_MOST_SHAPES = 5000
"""With every repetition by `use` counted; a logo has a few hundred."""
_DEEPEST = 60
"""Groups within groups."""
_UNDRAWABLE = re.compile(rb"(?<![\w/])-?(?:inf|nan)(?![\w])")

register_namespace("", _NAMESPACE)
register_namespace("xlink", "http://www.w3.org/1999/xlink")


def cleaned(data: bytes) -> bytes:
    """The same file without scripts, foreign elements, comments and references out of it.

    Raises Refusal `logo_unreadable`, or `logo_holds_more` where it needs what is not drawn: text, pictures, filters, ever so many
    shapes.
    """
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise Refusal("logo_unreadable") from error
    if root.tag != f"{_TAG}svg":
        raise Refusal("logo_unreadable")
    _clean(root)
    _count(root)
    return bytes(tostring(root, encoding="utf-8"))


def drawing_of(data: bytes) -> Drawing:
    """A cleaned file as a drawing. Raises Refusal `logo_unreadable` where it cannot be drawn."""
    from svglib.svglib import svg2rlg

    logging.getLogger("svglib").setLevel(logging.CRITICAL)  # what it does not understand is seen in the preview
    try:
        drawing = svg2rlg(BytesIO(data))
        if drawing is None or not (0 < drawing.width < math.inf and 0 < drawing.height < math.inf):
            raise Refusal("logo_unreadable")
        file = BytesIO()
        renderPDF.drawToFile(drawing, file, canvasKwds={"pageCompression": 0, "invariant": 1})
    except Refusal:
        raise
    except Exception as error:  # whatever a file from anywhere leads a reader of SVG to
        raise Refusal("logo_unreadable") from error
    if _UNDRAWABLE.search(file.getvalue()):
        raise Refusal("logo_unreadable")
    return drawing


def _clean(element: Element, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise Refusal("logo_holds_more", what=f"more than {_DEEPEST} groups in each other")
    for child in list(element):
        name = child.tag.removeprefix(_TAG) if isinstance(child.tag, str) else ""
        if not isinstance(child.tag, str) or not child.tag.startswith(_TAG) or name in _SILENT:
            element.remove(child)
        elif name not in _SHAPES:
            raise Refusal("logo_holds_more", what=f"<{name}>")
        else:
            _clean(child, depth + 1)
    for attribute, value in list(element.attrib.items()):
        reference = attribute.rpartition("}")[2] == "href"
        foreign = attribute.startswith("{") and not reference
        if foreign or attribute.lower().startswith("on") or (reference and not value.startswith("#")):
            del element.attrib[attribute]


def _count(root: Element) -> None:
    """Raises where `use` repeats shapes beyond measure, or itself."""
    known = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    counted: dict[Element, int] = {}
    open_now: set[Element] = set()

    def shapes(element: Element) -> int:
        if element in open_now:
            raise Refusal("logo_unreadable")
        if element not in counted:
            open_now.add(element)
            counted[element] = 1 + sum(shapes(one) for one in _drawn_by(element, known))
            open_now.discard(element)
        return counted[element]

    try:
        total = shapes(root)
    except RecursionError as error:
        raise Refusal("logo_unreadable") from error
    if total > _MOST_SHAPES:
        raise Refusal("logo_holds_more", what=f"more than {_MOST_SHAPES} shapes")


def _drawn_by(element: Element, known: dict[str, Element]) -> Iterator[Element]:
    yield from element
    for attribute, value in element.attrib.items():
        if attribute.rpartition("}")[2] == "href" and value[1:] in known:
            yield known[value[1:]]
