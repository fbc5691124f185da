"""One small file of every schema ever released is opened again, brought to today's schema, and found whole."""

import shutil
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.resources import database_path
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.checking import problems
from eccp_desktop.store.connection import connect, writing_engine
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.rows import Base
from eccp_desktop.store.schema import SCHEMA_VERSION, create_schema, schema_version

SAMPLES = sorted(database_path("samples").glob("schema-*.eccp"))


def test_every_schema_has_its_sample() -> None:
    assert [sample.name for sample in SAMPLES] == [f"schema-{number}.eccp" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_released_file_opens_and_is_whole(sample: Path, tmp_path: Path, clock: HeldClock) -> None:
    copy = shutil.copy(sample, tmp_path / "fair.eccp")
    desk = open_desk(Path(copy), clock)
    assert desk.read(problems) == []
    assert len(desk.read(hall).meetings) == 3
    assert desk.read(event_history)[0].action == "undo"
    desk.redo()
    assert desk.read(problems) == []
    desk.close()


def test_a_file_of_a_newer_program_is_refused_and_not_touched(tmp_path: Path, clock: HeldClock) -> None:
    path = tmp_path / "fair.eccp"
    create_schema(path)
    connection = connect(path, writable=True)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="newer ECCP Desk"):
        open_desk(path, clock)
    assert path.read_bytes() == before


def test_an_older_file_is_kept_beside_the_one_brought_to_todays_format(tmp_path: Path, clock: HeldClock) -> None:
    path = Path(shutil.copy(SAMPLES[-1], tmp_path / "fair.eccp"))
    connection = connect(path, writable=True)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    older = path.read_bytes()
    desk = open_desk(path, clock)
    assert desk.read(problems) == []
    desk.close()
    assert schema_version(path) == SCHEMA_VERSION
    assert (tmp_path / "fair.format-0.eccp").read_bytes() == older


def test_the_migrations_lay_down_exactly_the_tables_of_the_rows(tmp_path: Path) -> None:
    path, made = tmp_path / "migrated.eccp", tmp_path / "made.eccp"
    create_schema(path)
    engine = writing_engine(made)
    Base.metadata.create_all(engine)
    engine.dispose()

    def columns(file: Path) -> dict[str, list[tuple[object, ...]]]:
        connection = connect(file, writable=False)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {
            name: sorted(row[1:6] for row in connection.execute(f'PRAGMA table_info("{name}")'))
            for name in tables
            if name != "alembic_version"
        }
        indexes = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1"
        )
        found["indexes"] = indexes.fetchall()
        connection.close()
        return found

    assert columns(path) == columns(made)
