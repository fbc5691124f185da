"""Print and Report."""

from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.ui.pages.print.choices import CHANGED
from eccp_desktop.ui.pages.print.page import PrintPage
from tests.pictures.stage import Stage, settle

SHOWN = ("badges", "tables", "hall-plan", "grid", "impact", "feedback")


def play(stage: Stage) -> None:
    """Take the pictures of the Print and the Report page."""
    page = stage.open("print")
    assert isinstance(page, PrintPage)
    stage.take("print")
    for document in SHOWN if stage.busy and stage.state == "normal" else ():
        page.documents.select_key(document)
        stage.take(f"print-{document}")
    page.choose_changed()
    stage.take("print-changed")
    people = stage.desk.read(desk_people)
    if people:
        page.show_thing(people[0].id)
        stage.take("print-one-person")
    stage.clear()
    if people:
        _at_work(stage, page)
        _all_current(stage, page)
    stage.open("report")
    stage.take("report")


def _at_work(stage: Stage, page: PrintPage) -> None:
    """A slow printer, half-way."""
    page.progress.start("Drawing the sheets")
    page.progress.report(Progress(41, 110, "41 of 110 sheets drawn"))
    stage.take("print-at-work")
    page.progress.finish()


def _all_current(stage: Stage, page: PrintPage) -> None:
    """Every copy in hand is current: the card that asks for new ones is gone."""
    for document in ("schedules", "tables"):
        path = stage.out / f"{document}.pdf"
        Papers(stage.desk).save(PrintJob(document), path, report=lambda _progress: None, stopping=lambda: False)
        path.unlink()
    page.choices.choose_whom(CHANGED)
    stage.take("print-ready")
    page.hand_out_ready()
    settle()
    stage.clear()
    stage.take("print-nothing-changed")
    job = page.choices.job()
    assert job is not None
    page.save_to(job, stage.out / "nothing.pdf")
    stage.take("print-nothing-to-print")
    stage.clear()
