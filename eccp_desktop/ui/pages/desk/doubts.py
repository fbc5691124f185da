"""Whether Enter may check somebody in at once, or has to be pressed again because it might be somebody else."""

from collections.abc import Collection

from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.pages.desk import sentences


class Doubts:
    """Remembers about whom it has asked, until it is told to forget."""

    def __init__(self) -> None:
        self._asked: ParticipantId | None = None

    @property
    def asked(self) -> ParticipantId | None:
        """About whom the open question is."""
        return self._asked

    def ask(self, person: DeskPerson, index: PeopleIndex, shown: Collection[ParticipantId]) -> str:
        """The question to put before this person is checked in; empty where there is none, or it was put just now.

        Look-alikes count where they are `shown` too: a whole name that fits one of them alone leaves no doubt.
        """
        question = "" if person.id == self._asked else _question(person, index, shown)
        self._asked = person.id if question else None
        return question

    def forget(self) -> None:
        """Somebody else is meant now."""
        self._asked = None


def _question(person: DeskPerson, index: PeopleIndex, shown: Collection[ParticipantId]) -> str:
    if person.cancelled:
        return sentences.cancelled(person)
    alike = [other for other in index.look_alikes(person) if other.id in shown and not other.cancelled]
    return sentences.look_alikes(person, alike) if alike else ""
