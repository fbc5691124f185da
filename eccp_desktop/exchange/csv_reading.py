"""Text files to grids: encoding, `sep=` line, delimiter, quotation marks."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from eccp_desktop.exchange.encodings import decode
from eccp_desktop.exchange.grids import MOST_ROWS, Grid, GridRow, check_size, not_taken

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 400
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\r\n\x0b\x0c")
NUL_FAULT = "The row holds a NUL character, which no name and no address has: it was damaged on its way."


def read_csv(content: bytes, file: str, encoding: str | None = None) -> Grid:
    """The one table of a text file. Refuses binary content, an unknown encoding, an open quotation mark."""
    decoded = decode(content, file, encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    _check_text(text, file)
    first, _, rest = text.partition("\n")
    hint = _hint(first)
    skipped = 1 if hint else 0
    body = rest if hint else text
    delimiter = hint or best_delimiter(body)
    try:
        rows = tuple(_rows(body, delimiter, skipped))
        for _ in csv.reader(_lines(body), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "end of data" in str(error):
            raise not_taken(
                file, "has a quotation mark that is opened and never closed: save it again as CSV."
            ) from None
        if "limit" in str(error):
            raise not_taken(file, "has a cell longer than any text of an event: it is damaged or no table.") from None
    check_size(file, len(rows), max((len(row.cells) for row in rows), default=0))
    return Grid(file, "", rows, (decoded.note,) if decoded.note else ())


def best_delimiter(text: str) -> str:
    """The delimiter with which most rows have the same number of columns; comma where there is one column only."""
    scores: list[tuple[float, int, str]] = []
    for delimiter in _DELIMITERS:
        try:
            sample = list(islice(csv.reader(_lines(text), delimiter=delimiter), _SAMPLE_ROWS))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in sample if any(cell.strip() for cell in row))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        if width > 1:
            scores.append((count / widths.total(), width, delimiter))
    return max(scores, default=(0.0, 1, ","), key=lambda score: score[:2])[2]


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[GridRow]:
    for number, cells in enumerate(csv.reader(_lines(text), delimiter=delimiter), start=1 + skipped):
        if number > MOST_ROWS + 1:
            yield GridRow(number, tuple(cells))
            return
        yield GridRow(number, tuple(cells), NUL_FAULT if any("\0" in cell for cell in cells) else None)


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _hint(first_line: str) -> str | None:
    """The delimiter that a first line `sep=;` names, as spreadsheet programs write and understand it."""
    line = first_line.strip("\ufeff\"' ")
    return line[4] if len(line) == 5 and line[:4].lower() == "sep=" else ("\t" if line.lower() == "sep=" else None)


def _check_text(text: str, file: str) -> None:
    controls = sum(character in _CONTROLS for character in text[:100_000])
    first = next((line for line in text.split("\n", 30) if line.strip()), "")
    if any(character in _CONTROLS for character in first) or controls > 0.02 * min(len(text), 100_000) + 3:
        raise not_taken(file, "holds binary data, not a table: export the list as XLSX or CSV.")
