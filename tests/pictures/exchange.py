"""Exchange: nothing chosen yet, files with what they would change, a file that cannot be read, and lists that go out."""

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

from eccp_desktop.ui.pages.exchange.page import ExchangePage
from tests.pictures.stage import Stage, settle

PEOPLE = [
    ("First name", "Last name", "E-mail", "Company", "Country", "Order number", "Shoe size"),
    ("Wilhelmina-Alexandra", "Vandenberghe", "w@low.example", "Low Countries Hydrogen Hub", "Belgium", "7", "38"),
    ("", "", "lost@low.example", "", "DE", "8", ""),
    ("Igor", "Kos", "not an address", "Adria Robotics", "Croatia", "9", "44"),
    ("Mary", "Shaw", "m@lake.example", "Great Lakes Water Alliance", "Atlantis", "10", ""),
]
REQUESTS = [
    ("From", "To", "Priority"),
    ("w@low.example", "m@lake.example", "must"),
    ("x@y.example", "Igor Kos", "wish"),
]
ABSENCES = [("Who", "Day", "From", "To"), ("w@low.example", "2016-04-25", "09:00", "10:30")]


def play(stage: Stage) -> None:
    """Take the pictures of the Exchange page."""
    page = stage.open("exchange")
    assert isinstance(page, ExchangePage)
    stage.take("exchange")
    with tempfile.TemporaryDirectory() as folder:
        files = [
            _file(Path(folder) / name, rows)
            for name, rows in (("people.csv", PEOPLE), ("requests.csv", REQUESTS), ("availability.csv", ABSENCES))
        ]
        _look(stage, page, files)
        stage.take("exchange-files")
        Path(folder, "letter.csv").write_text("Dear Sir,\nplease find enclosed\n", encoding="utf-8")
        _look(stage, page, [Path(folder) / "letter.csv"])
        stage.take("exchange-no-list")
    page.incoming.leave()
    page.tabs.choose("export")
    stage.take("exchange-export")
    page.tabs.choose("import")


def _look(stage: Stage, page: ExchangePage, files: list[Path]) -> None:
    page.incoming.look_at(files)
    settle()


def _file(path: Path, rows: Sequence[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
