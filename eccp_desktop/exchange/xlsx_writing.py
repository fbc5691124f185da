"""Tables to a workbook: a sheet each, header kept in view, columns as wide as what they hold."""

from collections.abc import Sequence
from io import BytesIO

from eccp_desktop.domain.outgoing import OutgoingTable
from eccp_desktop.exchange.guarded_cells import guarded_for_workbook

_WIDEST = 60
_LONGEST_CELL = 32_767


def xlsx_bytes(tables: Sequence[OutgoingTable]) -> bytes:
    """The tables as a file's content. Texts stay texts: "=1+1" and "007" are written as they are, never as formula or number."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    for table in tables:
        sheet = book.create_sheet(table.title[:31])
        sheet.freeze_panes = "A2"
        for index, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(index)].width = width
        header = [WriteOnlyCell(sheet, value=name) for name in table.headers]
        for cell in header:
            cell.font = bold
        sheet.append(header)
        for row in table.rows:
            cells = []
            for value in row:
                if isinstance(value, str):
                    cell = WriteOnlyCell(sheet, value=guarded_for_workbook(value)[:_LONGEST_CELL])
                    # openpyxl takes "=1+1" for a formula by itself.
                    cell.data_type = "s"
                    if "\n" in value:
                        cell.alignment = wrapped
                    cells.append(cell)
                else:
                    cells.append(WriteOnlyCell(sheet, value=value))
            sheet.append(cells)
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(table.headers), 1))}{len(table.rows) + 1}"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _widths(table: OutgoingTable) -> list[int]:
    columns = zip(table.headers, *table.rows, strict=True)
    return [
        min(_WIDEST, 2 + max(len(line) for cell in column for line in str(cell or "").split("\n")))
        for column in columns
    ]
