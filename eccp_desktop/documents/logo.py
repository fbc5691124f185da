"""The event's logo on paper."""

from functools import lru_cache
from io import BytesIO

from reportlab.lib.utils import ImageReader

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.sheet import Sheet


def draw_logo(sheet: Sheet, event: EventHead, right: float, top: float, room: float, height: float) -> None:
    """Draw it as large as fits, its upper right corner there; nothing where there is none, or none that can be read."""
    image = _image(event.logo) if event.logo else None
    if image is None:
        return
    across, down = image.getSize()
    scale = min(room / across, height / down)
    sheet.image(image, right - across * scale, top, across * scale, down * scale)


@lru_cache(maxsize=4)
def _image(data: bytes) -> ImageReader | None:
    try:
        image = ImageReader(BytesIO(data))
        across, down = image.getSize()
    except (OSError, ValueError, SyntaxError):
        return None
    return image if across and down else None
