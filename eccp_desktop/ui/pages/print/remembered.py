"""What was chosen last for a document: for this event, or for another one where this is new."""

from eccp_desktop.desk.papers import Document, PrintJob
from eccp_desktop.ui.memory import Memory


def remembered(memory: Memory | None, event: str, document: str, name: str, first: str) -> str:
    """The value of a choice (`order`, `paper`, `language` or an option's id); `first` where none was ever made."""
    if memory is None:
        return first
    lately: str = memory.get(_key("", document, name), "") or first
    found: str = memory.get(_key(event, document, name), lately)
    return found


def remember(memory: Memory, event: str, document: str, name: str, value: str, first: str = "") -> None:
    """Keep a choice for the event, and for events to come; what was offered `first` is no choice that binds those."""
    memory.put(_key("", document, name), "" if value == first else value)
    memory.put(_key(event, document, name), value)


def as_chosen(memory: Memory | None, event: str, document: Document, person: str) -> PrintJob:
    """One person's sheet on the paper, in the language and with the options chosen last, those that last."""
    papers = {paper: paper for paper in document.papers}
    options = {}
    for option in document.options:
        value = remembered(memory, event, document.id, option.id, option.values[0][0])
        if option.lasting and option.allows(value):
            options[option.id] = value
    return PrintJob(
        document=document.id,
        who=(person,),
        paper=papers.get(remembered(memory, event, document.id, "paper", document.papers[0])),
        language=remembered(memory, event, document.id, "language", "") or None,
        options=options,
    )


def _key(event: str, document: str, name: str) -> str:
    return "/".join(part for part in ("print", event, document, name) if part)
