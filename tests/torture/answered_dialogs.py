"""The system's own dialogs, answered without being shown: a file in a folder of the test, a printer that writes one, or nothing."""

from pathlib import Path
from random import Random

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from eccp_desktop.ui.pages.print import same_printer


def answer_dialogs(random: Random, folder: Path, event: Path) -> None:
    """From now on somebody chooses what lies or may lie in this folder, or leaves without a choice."""
    folder.mkdir(exist_ok=True)

    def new_file(_parent: QWidget | None, _title: str, proposed: str = "", *_: object) -> tuple[str, str]:
        name = Path(proposed).name or "file"
        return (str(folder / f"{random.randrange(1000)} {name}") if random.random() < 0.7 else "", "")

    def some_file(_parent: QWidget | None, _title: str, *_: object) -> tuple[str, str]:
        known = [event, *sorted(folder.glob("*"))]
        return (str(random.choice(known)) if random.random() < 0.7 else "", "")

    def some_files(_parent: QWidget | None, _title: str, *_: object) -> tuple[list[str], str]:
        known = [event, *sorted(folder.glob("*"))]
        return [str(random.choice(known)) for _ in range(random.randint(0, 2))], ""

    def some_folder(_parent: QWidget | None, _title: str, *_: object) -> str:
        return str(folder) if random.random() < 0.7 else ""

    def some_printer(title: str, _parent: QWidget) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{title} {random.randrange(1000)}.pdf"))
        return printer if random.random() < 0.7 else None

    QFileDialog.getSaveFileName = staticmethod(new_file)  # type: ignore[method-assign,assignment]  # nobody can click there
    QFileDialog.getOpenFileName = staticmethod(some_file)  # type: ignore[method-assign,assignment]  # likewise
    QFileDialog.getOpenFileNames = staticmethod(some_files)  # type: ignore[method-assign,assignment]  # likewise
    QFileDialog.getExistingDirectory = staticmethod(some_folder)  # type: ignore[method-assign,assignment]  # likewise
    same_printer.ask_for_printer = some_printer
