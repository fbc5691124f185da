"""An event file is opened wherever it lies and whatever it is called."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from eccp_desktop.store.connection import address_of, connect


@pytest.mark.parametrize("name", ["50 % done #1 & more.eccp", "Jürgen's fair.eccp", "Ημερίδα.eccp"])
def test_a_name_is_no_part_of_the_address(tmp_path: Path, name: str) -> None:
    connection = connect(tmp_path / name, writable=True)
    connection.execute("CREATE TABLE made (here)")
    connection.close()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_a_server_is_part_of_the_path() -> None:
    assert address_of(PureWindowsPath(r"\\office\events\fair.eccp")) == "file:////office/events/fair.eccp"
    assert address_of(PureWindowsPath(r"C:\Events\fair.eccp")) == "file:///C:/Events/fair.eccp"
    assert address_of(PurePosixPath("/home/fair.eccp")) == "file:///home/fair.eccp"
