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

    def ask(
        self, person: DeskPerson, index: PeopleIndex, shown: Collection[ParticipantId], *, text: str, chosen: bool
    ) -> str:
        """The question to put before this person is checked in; empty where there is none, or it was put just now.

        `text` is what was typed and `shown` whom it found. It leaves no doubt where it can mean this person alone, or where
        the person was `chosen` among them; look-alikes count then too, where they are shown.
        """
        question = "" if person.id == self._asked else _question(person, index, shown, text, chosen)
        self._asked = person.id if question else None
        return question

    def put(self, person: DeskPerson) -> None:
        """The question about this person was put: the next Enter answers it."""
        self._asked = person.id

    def forget(self) -> None:
        """Somebody else is meant now."""
        self._asked = None


def _question(person: DeskPerson, index: PeopleIndex, shown: Collection[ParticipantId], text: str, chosen: bool) -> str:
    if person.cancelled:
        return sentences.cancelled(person)
    alike = [other for other in index.look_alikes(person) if other.id in shown and not other.cancelled]
    if alike:
        return sentences.look_alikes(person, alike)
    if chosen or index.certain(text) == person.id:
        return ""
    return sentences.several(person, len(shown))
