"""The logos of the event and of its organiser, at the upper right of every document."""

from hashlib import sha256

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.logo_picture import LogoPicture, logo_picture
from eccp_desktop.documents.look import GRID
from eccp_desktop.documents.sheet import Sheet

_BETWEEN = 3 * GRID


def logos_room(event: EventHead, room: float, height: float) -> float:
    """How much of the room they take, with the space before them; 0 where there is none."""
    places = _places(event, room, height)
    return sum(across + _BETWEEN for _, _, across, _ in places)


def draw_logos(sheet: Sheet, event: EventHead, right: float, top: float, room: float, height: float) -> None:
    """Draw them as large as fits, the event's with its upper right corner there, the organiser's to its left."""
    for name, picture, across, down in _places(event, room, height):
        left, middle = right - across, top + (height - down) / 2
        if picture.image is not None:
            sheet.image(picture.image, left, middle, across, down)
        elif picture.drawing is not None:
            sheet.kept_drawing(name, picture.drawing, left, middle, across, down)
        right = left - _BETWEEN


def _places(event: EventHead, room: float, height: float) -> list[tuple[str, LogoPicture, float, float]]:
    """Each logo that can be drawn, with a name of its own, and how large it is drawn."""
    pictures = [(data, picture) for data in event.logos if (picture := logo_picture(data)) is not None]
    each = (room - _BETWEEN * len(pictures)) / max(1, len(pictures))
    found = []
    for data, picture in pictures:
        scale = min(each / picture.across, height / picture.down)
        name = f"logo-{sha256(data).hexdigest()[:12]}"
        found.append((name, picture, picture.across * scale, picture.down * scale))
    return found
