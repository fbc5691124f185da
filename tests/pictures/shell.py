"""What stands around the pages: the palette, the keys, the menu, bands, who is at the laptop, and trouble."""

from datetime import datetime, timedelta
from pathlib import Path

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.schema import create_schema
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.banner import Banner
from eccp_desktop.ui.shell.bug_report import FaultHook
from eccp_desktop.ui.shell.restore_sheet import BackupLine, RestoreSheet
from tests.pictures.stage import Stage


def play(stage: Stage) -> None:
    """Take the pictures of the window's own parts."""
    window = stage.event.window
    stage.open("now")
    for name, keys, letters in (
        ("palette", "Ctrl+K", ""),
        ("palette-found", "Ctrl+K", "ros"),
        ("palette-nothing", "Ctrl+K", "xqz"),
    ):
        stage.press(keys)
        stage.type(letters)
        stage.take(name)
        stage.clear()
    for place in PAGES:
        stage.open(place.name)
        stage.press("F1")
        stage.take(f"keys-{place.name}")
        stage.clear()
    window.rail.menu_wanted.emit()
    stage.take("menu")
    stage.clear()
    stage.event._ask_actor()
    stage.take("actor")
    stage.clear()
    _backups(stage)
    _rehearsals(stage)
    _bands(stage, window.banner)
    _trouble(stage)


def _backups(stage: Stage) -> None:
    lines = [
        BackupLine(Path(f"{number}.eccp"), datetime(2016, 4, 25, 10, 4) - timedelta(minutes=15 * number), age)
        for number, age in enumerate(("just now", "15 minutes ago", "30 minutes ago", "45 minutes ago"))
    ]
    RestoreSheet(lines, stage.event.window).open()
    stage.take("restore")
    stage.clear()


def _rehearsals(stage: Stage) -> None:
    """The band stands over every page, and nothing on the page is cut by it."""
    stage.event.rehearsal.step()
    for place in PAGES:
        stage.open(place.name)
        stage.take(f"rehearsal-{place.name}")
    stage.event.window.banner.hide()


def _bands(stage: Stage, banner: Banner) -> None:
    banner.say(
        "Rehearsal: the clock was moved to 25 Apr 2016, 10:04.",
        ("5 min on (F9)", list),
        ("Next slot (Shift+F9)", list),
        ("End rehearsal", list),
    )
    stage.take("band-rehearsal")
    banner.say("Laptop B, JS is writing into this event. Here it can be read.")
    stage.take("band-read-only")
    banner.say("")


def _trouble(stage: Stage) -> None:
    window = stage.event.window
    for name, trouble in _troubles(stage.out).items():
        window.show_trouble(trouble)
        stage.take(f"trouble-{name}")
        stage.clear()
    hook = FaultHook(stage.out, SystemClock(), window.show_trouble)
    hook._say(str(stage.out / "faults" / "fault-20160425T080412.txt"))
    stage.take("trouble-bug")
    stage.clear()


def _troubles(folder: Path) -> dict[str, Trouble]:
    """Each as the program makes it: a damaged file, one of a newer program, one that another program holds."""
    found: dict[str, Trouble] = {}
    damaged, newer = folder / "Washington 2017.eccp", folder / "Brussels 2018.eccp"
    damaged.write_bytes(b"no event at all" * 400)
    create_schema(newer)
    data = bytearray(newer.read_bytes())
    data[60:64] = (999).to_bytes(4, "big")  # SQLite keeps user_version there
    newer.write_bytes(data)
    for name, path in (("damaged", damaged), ("newer", newer), ("missing", folder / "Gone 2015.eccp")):
        try:
            open_desk(path, SystemClock())
        except Trouble as trouble:
            found[name] = trouble
    for path in (damaged, newer):
        path.unlink()
    found["locked"] = Trouble(
        "Hannover 2016.eccp is being used by another program.",
        "Nothing was changed.",
        "Close the other program (a backup or a virus scanner may hold the file) and do it again.",
    )
    return found
