"""Logos from files: read, made ready for paper, and kept in the event file."""

from pathlib import Path

from eccp_desktop.actions.event_logo import SetLogo
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.domain.vocabulary import LogoOwner


def logo_from(path: Path, whose: LogoOwner) -> SetLogo:
    """The step that keeps the picture of a PNG, JPEG or SVG file.

    Raises Refusal `logo_unreadable`, `logo_too_large` or `logo_holds_more`, and Trouble where the file cannot be read.
    """
    from eccp_desktop.documents.logo_picture import LARGEST_FILE, made_ready

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Trouble(
            f"{path} could not be read: {error.strerror or error}.",
            "The event is as it was.",
            "Choose another file.",
        ) from error
    return SetLogo(made_ready(data), whose)
