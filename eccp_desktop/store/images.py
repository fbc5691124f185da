"""Makes rows equal to images of them: what undo, replay and restore have in common."""

from collections.abc import Mapping, Set

from sqlalchemy import Connection

from eccp_desktop.store.recorder import Image
from eccp_desktop.store.rows import journaled_tables, recorded_columns

Key = tuple[str, str]
"""Table and row id."""


def write_images(connection: Connection, images: Mapping[Key, Image | None], existing: Set[Key]) -> None:
    """Make rows equal to their images (None: gone). Images hold values as they lie in the file, past the column types.

    Seats are emptied before others are taken and owned rows go before their owners, because unique indexes and cascades
    act at every moment and not at COMMIT.
    """
    tables = {table.name: position for position, table in enumerate(journaled_tables())}
    columns = {table.name: recorded_columns(table) for table in journaled_tables()}
    seated = [(row,) for table, row in images if table == "meeting" and (table, row) in existing]
    if seated:
        connection.exec_driver_sql(
            "UPDATE meeting SET state = 'unscheduled', slot_id = NULL, table_id = NULL WHERE id = ?", seated
        )
    gone = [key for key, image in images.items() if image is None and key in existing]
    for table, row in sorted(gone, key=lambda key: -tables[key[0]]):
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = ?', (row,))
    for (table, row), image in sorted(images.items(), key=lambda item: tables[item[0][0]]):
        if image is None:
            continue
        values = tuple(image.get(name) for name in columns[table])
        if (table, row) in existing:
            assignments = ", ".join(f'"{name}" = ?' for name in columns[table])
            updated = connection.exec_driver_sql(f'UPDATE "{table}" SET {assignments} WHERE id = ?', (*values, row))
            if updated.rowcount:
                continue
            # It went with its owner just now, because another one owns it in its image.
        names = ", ".join(f'"{name}"' for name in ("id", *columns[table]))
        marks = ", ".join("?" * (len(values) + 1))
        connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', (row, *values))
