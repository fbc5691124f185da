"""Workbooks to grids: values only, within limits that no event reaches and no crafted file passes."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.exchange.grids import Grid, GridRow, check_size, not_taken

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 250
_SMALL = 1024 * 1024
_SHEET_END = 1_048_576
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


def read_xlsx(content: bytes, file: str) -> list[Grid]:
    """The sheets of a workbook that hold anything, in their order. Refuses cut, foreign and crafted ones."""
    _check_package(content, file)
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            grids: list[Grid] = []
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    # The stated size of a sheet is often wrong; without it rows come as wide as they are.
                    sheet.reset_dimensions()
                    grids.append(Grid(file, sheet.title, tuple(_rows(sheet.iter_rows(values_only=True), file))))
        finally:
            book.close()
    except Refusal:
        raise
    except Exception:
        # openpyxl lets through whatever damaged content leads to: zlib, XML, lookups, numbers. None of it is a bug of ours.
        raise not_taken(file, "cannot be read as a workbook, its content is damaged: save it as .xlsx again.") from None
    filled = [grid for grid in grids if any(True for _ in grid.filled())]
    if not filled:
        raise not_taken(file, "is empty.")
    return filled


def _check_package(content: bytes, file: str) -> None:
    """Looks at the table of contents only: nothing is unpacked before its stated sizes are plausible.

    `zipfile` never reads more than the stated size of a member, so a size that lies makes the file damaged, not large.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        raise not_taken(file, "is cut off or damaged: copy or download it once more.") from None
    for member in members:
        if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            raise not_taken(file, "unpacks to far more than any list needs and was not opened.")
        if member.flag_bits & 0x1:
            raise not_taken(file, "is protected by a password: save it without one.")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise not_taken(file, "unpacks to far more than any list needs and was not opened.")
    names = {member.filename for member in members}
    if "EncryptedPackage" in names:
        raise not_taken(file, "is protected by a password: save it without one.")
    if "content.xml" in names and "mimetype" in names:
        raise not_taken(file, "is an OpenDocument file: save it as .xlsx or .csv.")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/worksheets/") for name in names):
        raise not_taken(file, "is not a workbook: save the list as .xlsx.")


def _rows(rows: Iterable[tuple[object, ...]], file: str) -> Iterator[GridRow]:
    blank: list[int] = []
    for number, values in enumerate(rows, start=1):
        if number > _SHEET_END:
            break
        if not values:
            blank.append(number)
            continue
        cells = tuple(map(_text, values))
        while cells and not cells[-1].strip():
            cells = cells[:-1]
        if not cells:
            blank.append(number)
            continue
        check_size(file, number, len(cells))
        yield from (GridRow(empty, ()) for empty in blank)
        blank.clear()
        yield GridRow(number, cells)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    text = str(value)
    return "" if text in _ERRORS else text
