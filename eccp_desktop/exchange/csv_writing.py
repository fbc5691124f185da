"""Tables to CSV for people: UTF-8 with a mark that spreadsheet programs need, comma, quotes where needed."""

import csv
from io import StringIO

from eccp_desktop.domain.outgoing import OutgoingTable
from eccp_desktop.exchange.guarded_cells import guarded_for_csv


def csv_bytes(table: OutgoingTable) -> bytes:
    """The table as a file's content."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded_for_csv(header) for header in table.headers])
    for row in table.rows:
        writer.writerow(["" if cell is None else guarded_for_csv(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")
