"""What is done with import files beside the window: they are read and tried, and refused rows are written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.incoming import FileKind
from eccp_desktop.domain.refusals import Refusal

if TYPE_CHECKING:
    from eccp_desktop.desk.importing import FilesRead, Import

Looked = tuple["FilesRead", "Import"]
"""What the files hold, and what would become of it."""


def look_into(
    desk: Desk, paths: Sequence[Path], kind: FileKind | None, encoding: str, report: Report, stopping: Stopping
) -> Looked | Refusal | None:
    """Read files and rehearse taking them in; why they cannot be, as a value to be shown beside them; None when stopped."""
    # What reads spreadsheets is loaded with the first of them, so that the window's start does not wait for it.
    from eccp_desktop.desk.importing import read_files

    try:
        read = read_files(desk, paths, kind=kind, encoding=encoding or None, report=report)
        if stopping():
            return None
        done = read.became(desk.rehearse(read.intent))
    except Refusal as refusal:
        return None if stopping() else refusal
    return None if stopping() else (read, done)


def write_refused(path: Path, done: "Import", _report: Report, _stopping: Stopping) -> str:
    """Write the refused rows; answers what to say. Raises Trouble where the file cannot be written."""
    from eccp_desktop.desk.importing import write_error_file

    names = ", ".join(written.name for written in write_error_file(path, done))
    return N_("{names}: the refused rows with the reason of each. Mend them there, and import that file.").format(
        names=names
    )
