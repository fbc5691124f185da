"""The Desk: found, doubtful, checked in, scanned twice, a walk-in, a name on a badge."""

from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.presence import CheckIn, MarkExpected
from eccp_desktop.actions.record_print import HandOut
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.ui.pages.desk.page import DeskPage
from tests.pictures.stage import Stage, settle


def play(stage: Stage) -> None:
    """Take the pictures of the Desk."""
    page = stage.open("desk")
    assert isinstance(page, DeskPage)
    stage.take("desk")
    if stage.busy:
        _finding(stage)
        _cards(stage, page)
        _scanning(stage, page)
    _forms(stage)


def _finding(stage: Stage) -> None:
    stage.type("ross" if stage.state != "long" else "max")
    stage.take("desk-found")
    stage.press("Ctrl+A")
    stage.type("ro")
    stage.press("Return")
    stage.take("desk-look-alikes")
    stage.clear()
    stage.press("Ctrl+A")
    stage.type("xqz")
    stage.press("Return")
    stage.take("desk-nobody-found")
    stage.clear()
    stage.press("Ctrl+A", "Backspace")


def _cards(stage: Stage, page: DeskPage) -> None:
    people = stage.desk.read(desk_people)
    here = next(person for person in people if person.presence is Presence.HERE)
    _print_all(stage)
    stage.desk.do(HandOut(here.id))
    page.show_thing(here.id)
    stage.take("desk-card")
    page.show_thing(_expected(stage).id)
    stage.take("desk-card-expected")
    stage.press("Ctrl+L")
    stage.take("desk-late")
    stage.press("A")
    stage.take("desk-late-time")
    stage.clear()
    stage.press("Ctrl+Return")
    stage.take("desk-checked-in")
    stage.clear()


def _scanning(stage: Stage, page: DeskPage) -> None:
    expected = _expected(stage)
    page.scanned(expected.code)
    stage.take("desk-scanned")
    page.scanned(expected.code)
    stage.take("desk-scanned-again")
    page.scanned("ZZZZZZ")
    stage.take("desk-unknown-code")
    stage.clear()
    away = next(person for person in stage.desk.read(desk_people) if person.presence is Presence.GONE)
    page.show_thing(away.id)
    stage.take("desk-card-gone")
    late = next(person for person in stage.desk.read(desk_people) if person.presence is Presence.LATE)
    page.show_thing(late.id)
    stage.take("desk-card-late")
    stage.desk.do(MarkExpected(expected.id))
    stage.desk.do(CheckIn(expected.id))
    twin = stage.desk.do(RegisterWalkIn(expected.name))
    code = stage.desk.read(desk_people, [twin])[0].code
    stage.desk.do(MergePeople(expected.id, twin))
    settle()
    page.scanned(code)
    stage.take("desk-old-badge")
    stage.clear()


def _forms(stage: Stage) -> None:
    stage.press("Ctrl+N")
    stage.take("desk-walk-in")
    stage.type("Emily Ross")
    stage.take("desk-walk-in-namesakes")
    stage.press("Tab")
    stage.type("Smart")
    stage.take("desk-walk-in-completion")
    stage.clear()
    stage.press("Ctrl+A", "Backspace")
    stage.press("Backtab")
    stage.press("Ctrl+A", "Backspace", "Return")
    stage.take("desk-walk-in-refused")
    stage.type("Nina Brand")
    stage.press("Tab")
    stage.type("Cluster of the harbours")
    stage.press("Tab")
    stage.type("Norway")
    stage.press("Return")
    stage.take("desk-walk-in-registered")
    stage.clear()
    if stage.busy:
        stage.press("Ctrl+M")
        stage.take("desk-sit-down")
    stage.clear()
    if stage.busy:
        page = stage.open("desk")
        page.show_thing(_expected(stage).id)
        stage.press("Ctrl+B")
        page.commands()[-2].run()
        stage.take("desk-badge-name")
        stage.press("Escape")
    stage.clear()


def _expected(stage: Stage) -> DeskPerson:
    return next(one for one in stage.desk.read(desk_people) if one.presence is Presence.EXPECTED)


def _print_all(stage: Stage) -> None:
    papers = Papers(stage.desk)

    def report(_progress: Progress) -> None: ...

    for document in ("schedules", "badges"):
        papers.save(PrintJob(document), stage.out / f"{document}.pdf", report=report, stopping=lambda: False)
        (stage.out / f"{document}.pdf").unlink()
