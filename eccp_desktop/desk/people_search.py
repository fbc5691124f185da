"""Keeps the index of people true to the event file."""

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.desk_list import desk_people

WHOLE = 200
"""From so many changed people on, everybody is read anew."""


class PeopleSearch:
    """The index over everybody in the file, read once and then kept up with each commit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.index = PeopleIndex(desk.read(desk_people))

    def follow(self, change: ChangeSet) -> bool:
        """Take in a commit; False where it touches nobody's row in the list."""
        people = frozenset(ParticipantId(row) for row in change.ids("participant"))
        if change.touches("organisation", "side", "event", "former_code") or len(people) > WHOLE:
            everybody = self._desk.read(desk_people)
            here = {person.id for person in everybody}
            self.index.refresh(everybody, [p.id for p in self.index.people if p.id not in here])
            return True
        if people:
            self.index.refresh(self._desk.read(desk_people, people), people)
        return bool(people)
