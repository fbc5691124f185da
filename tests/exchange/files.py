"""Small import files, made where a test wants them, and the shared samples where they lie."""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from eccp_desktop.domain.incoming import IncomingPerson, IncomingTable
from eccp_desktop.exchange.reading import ReadingFrame, read_file

FRAME = ReadingFrame(("EU", "US"), (date(2016, 4, 25), date(2016, 4, 26)))
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared sample files are not beside this checkout")

Rows = Sequence[Sequence[object]]


def csv_file(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def xlsx_bytes(rows: Rows, title: str = "Participants") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def xlsx_file(path: Path, rows: Rows, title: str = "Participants") -> Path:
    path.write_bytes(xlsx_bytes(rows, title))
    return path


def one_table(path: Path, frame: ReadingFrame = FRAME) -> IncomingTable:
    (table,) = read_file(path, frame)
    return table


def people_of(path: Path, frame: ReadingFrame = FRAME) -> list[IncomingPerson]:
    return [record for record in one_table(path, frame).records if isinstance(record, IncomingPerson)]
