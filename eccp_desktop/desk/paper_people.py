"""Who is printed, and in which order."""

from collections.abc import Iterable, Sequence

from eccp_desktop.documents.alphabet import alphabet_key
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.wording import Wording
from eccp_desktop.domain.codes import normalise_code
from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.papers import PaperEvent, PaperPerson


def chosen(event: PaperEvent, who: Sequence[str]) -> tuple[ParticipantId, ...]:
    """Everybody who is registered, or those with these badge codes or ids.

    Raises Refusal `nobody_has_code`, and `not_registered` for somebody who cancelled or is not confirmed.
    """
    if not who:
        return event.registered
    by_code = event.former_codes | {person.code: person.id for person in event.people.values()}
    registered = frozenset(event.registered)
    found: dict[ParticipantId, None] = {}
    for one in who:
        person = ParticipantId(one) if one in event.people else by_code.get(normalise_code(one))
        if person is None:
            raise Refusal("nobody_has_code", badge=one)
        if person not in registered:
            raise Refusal("not_registered", person=event.people[person].name)
        found[person] = None
    return tuple(found)


def in_order(
    event: PaperEvent, people: Iterable[ParticipantId], order: Order, language: str
) -> tuple[ParticipantId, ...]:
    """People as their sheets follow each other; the alphabet decides among equals, and who has no box comes last."""
    country = Wording(language).country

    def key(one: ParticipantId) -> tuple[object, ...]:
        person = event.people[one]
        first: tuple[object, ...] = ()
        if order is Order.BOX:
            first = (not person.box, len(person.box), person.box, person.box_position or 0)
        elif order is Order.ORGANISATION:
            first = (not person.organisation, alphabet_key(person.organisation))
        elif order is Order.COUNTRY:
            first = (not person.country, alphabet_key(country(person.country)), alphabet_key(person.organisation))
        return (*first, _by_name(person))

    return tuple(sorted(people, key=key))


def alphabetically(event: PaperEvent, people: Iterable[ParticipantId]) -> tuple[ParticipantId, ...]:
    """People by family name."""
    return tuple(sorted(people, key=lambda one: _by_name(event.people[one])))


def _by_name(person: PaperPerson) -> tuple[object, ...]:
    return alphabet_key(person.list_name), person.organisation, person.id


def of_tables(event: PaperEvent, tables: Sequence[str], numbers: Sequence[int]) -> tuple[str, ...]:
    """The tables that have these numbers, by their ids. Raises Refusal `not_named` for a number that no table has."""
    known = {table.number for table in event.tables.values()}
    if strange := sorted(set(numbers) - known):
        raise Refusal("not_named", noun="table", said=strange[0])
    return tuple(one for one in tables if event.tables[TableId(one)].number in numbers)
