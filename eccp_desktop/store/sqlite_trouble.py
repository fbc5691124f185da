"""SQLite's errors in the words of the desk."""

from pathlib import Path

from eccp_desktop.base.trouble import Trouble
from eccp_desktop.domain.refusals import Refusal

_SEATS = {
    "meeting.slot_id, meeting.table_id": "table_double",
    "meeting_person.participant_id, meeting_person.occupied_slot_id": "person_double",
}


def from_sqlite(error: Exception, path: Path) -> Trouble | Refusal:
    """The Refusal of a rule that the database itself guards, or the Trouble of a disk, a lock or a damaged file."""
    origin = getattr(error, "orig", error)
    if isinstance(origin, Refusal):
        return origin
    text = str(origin)
    for columns, code in _SEATS.items():
        if columns in text:
            return Refusal(code)
    if "constraint failed" in text.lower():
        return Refusal("database_rule", text=text)
    if "locked" in text or "busy" in text:
        return Trouble(
            f"{path.name} is being used by another program.",
            "Nothing was changed.",
            "Close the other program (a backup or a virus scanner may hold the file) and do it again.",
        )
    if "full" in text:
        return Trouble(
            "The disk is full.", "Everything saved so far is safe.", "Make room on the disk and do it again."
        )
    if "disk I/O" in text or "unable to open" in text or "readonly" in text:
        return Trouble(
            f"{path.name} could not be written or read ({text}).",
            "Everything saved so far is safe.",
            "Check the disk or stick and whether it is full or write-protected, and do it again.",
        )
    return Trouble(
        f"{path.name} is damaged ({text}).",
        "The backups are not touched by this.",
        "Open the latest backup of this event.",
    )
