"""What a file is, by its first bytes rather than by its name, and its content with a cap on its size."""

from enum import Enum
from pathlib import Path

from eccp_desktop.exchange.grids import not_taken

MOST_BYTES = 64 * 1024 * 1024

_FOREIGN = (
    (b"%PDF", "is a PDF, not a table: export the list as XLSX or CSV."),
    (b"\xd0\xcf\x11\xe0", "is in the old Excel format: open it and save it as .xlsx."),
    (b"{\\rtf", "is a text document, not a table: export the list as XLSX or CSV."),
    (b"\x89PNG", "is a picture, not a table."),
    (b"\xff\xd8\xff", "is a picture, not a table."),
    (b"GIF8", "is a picture, not a table."),
    (b"Rar!", "is a packed archive: unpack it and import what is inside."),
    (b"7z\xbc\xaf", "is a packed archive: unpack it and import what is inside."),
    (b"\x1f\x8b", "is a packed archive: unpack it and import what is inside."),
    (b"SQLite format 3\x00", "is a database, not a table."),
)
_PAGE = (b"<!doctype", b"<html", b"<?xml")


class SourceKind(Enum):
    """What can be read."""

    WORKBOOK = "workbook"
    TEXT = "text"
    EXPORT = "complete export of an event"


def read_source(path: Path) -> tuple[SourceKind, bytes]:
    """What the file is, and its bytes. Refuses what is no table: other formats, nothing at all, too much."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise not_taken(path.name, f"is larger than an import file can be ({MOST_BYTES // 1024 // 1024} MB).")
        content = path.read_bytes()
    except FileNotFoundError:
        raise not_taken(path.name, "does not exist here.") from None
    except IsADirectoryError:
        raise not_taken(path.name, "is a folder, not a file.") from None
    except PermissionError:
        raise not_taken(
            path.name, "cannot be opened: another program holds it or it is not readable for you."
        ) from None
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise not_taken(path.name, "is empty.")
    for start, sentence in _FOREIGN:
        if content.startswith(start):
            raise not_taken(path.name, sentence)
    if content.startswith(b"PK"):
        return SourceKind.WORKBOOK, content
    beginning = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if beginning.startswith(_PAGE):
        raise not_taken(path.name, "is a web page or XML, not a table: export the list as XLSX or CSV.")
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        raise not_taken(path.name, "is not a workbook, whatever its name says: save it as .xlsx again.")
    return (SourceKind.EXPORT if beginning.startswith(b"{") else SourceKind.TEXT), content
