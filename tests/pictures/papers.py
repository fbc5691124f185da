"""Print and Report."""

from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.ui.pages.print.page import PrintPage
from tests.pictures.stage import Stage

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
    stage.open("report")
    stage.take("report")
