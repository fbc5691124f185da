"""The view-model of the journal on paper."""

from zoneinfo import ZoneInfo

from eccp_desktop.desk.paper_asked import Asked
from eccp_desktop.desk.paper_views import event_head
from eccp_desktop.documents.journal_view import JournalLine, JournalView
from eccp_desktop.store.reads.history import event_history


def journal_view(asked: Asked) -> JournalView:
    """The steps of the last day on which there were some, or of all days with the option `days` at `all`."""
    zone = ZoneInfo(asked.event.frame.zone)
    history = asked.read(event_history)
    lines = [
        JournalLine(
            at=one.at.astimezone(zone).replace(tzinfo=None),
            what=one.title,
            about=one.about,
            actor=one.actor,
            device=one.device,
            taken_back=one.undoes is not None,
        )
        for one in reversed(history)
        if one.title
    ]
    if lines and asked.ordering.options.get("days", "latest") == "latest":
        lines = [one for one in lines if one.at.date() == lines[-1].at.date()]
    return JournalView(event_head(asked.event.frame), tuple(lines))
