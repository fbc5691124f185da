"""Finds people as one types: by name, organisation, country or badge code, however it is spelt and in whatever order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA, JaroWinkler

from eccp_desktop.base.country_names import country_name
from eccp_desktop.desk.folding import ascii_words, filed_as, sound_of
from eccp_desktop.domain.codes import is_code, normalise_code
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson

EXACT, BEGINS, SOUNDS, SOUNDS_LIKE_BEGIN, INSIDE, SIMILAR = 1.0, 0.9, 0.88, 0.8, 0.6, 0.4
"""How well a typed word fits a word of somebody's; the product with the word's weight ranks people."""

FAMILY, GIVEN, ORGANISATION, COUNTRY = 1.0, 0.95, 0.6, 0.5

FEWEST_LETTERS = 2
"""With fewer of them nobody is certain to be meant."""

NEARLY_THE_SAME = 0.93
"""Jaro-Winkler similarity from which two full names are taken for each other in a hurry."""

_PRESENCE_ORDER = {Presence.EXPECTED: 0, Presence.LATE: 0, Presence.HERE: 1, Presence.GONE: 2}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the vocabulary and who has it, each with the weight of the field in which it stands."""

    text: str
    sound: str
    owners: dict[int, float]


class PeopleIndex:
    """An index over people; a change of presence keeps it, a change of words makes it anew."""

    def __init__(self, people: Iterable[DeskPerson] = ()) -> None:
        self._people: dict[ParticipantId, DeskPerson] = {}
        self._order: list[DeskPerson] = []
        self._words: list[_Word] = []
        self.refresh(people)

    @property
    def people(self) -> tuple[DeskPerson, ...]:
        """Everybody, by family name."""
        return tuple(self._order)

    def get(self, person: ParticipantId | None) -> DeskPerson | None:
        """The person with this id."""
        return self._people.get(person) if person else None

    def refresh(self, people: Iterable[DeskPerson], gone: Iterable[ParticipantId] = ()) -> None:
        """Take in people as they are now, and forget those who are gone."""
        changed = {person.id: person for person in people}
        forgotten = [self._people.pop(person) for person in gone if person in self._people and person not in changed]
        rewritten = [p for p in changed.values() if p.id not in self._people or _said(self._people[p.id]) != _said(p)]
        self._people |= changed
        if rewritten or forgotten:
            self._order = sorted(self._people.values(), key=_alphabet)
            self._words = _vocabulary(self._order)
        else:
            self._order = [self._people[person.id] for person in self._order]

    def search(self, text: str) -> tuple[DeskPerson, ...]:
        """Everybody who fits every word, the best fit first; among equal fits those who are not here yet, then by name.

        A badge code finds exactly its owners; a text without a word finds everybody, by name.
        """
        if is_code(text):
            owners = self.by_code(text)
            if owners:
                return owners
        words = ascii_words(text)
        if not words:
            return self.people
        fits = self._fits(words[0])
        for word in words[1:]:
            more = self._fits(word)
            fits = {at: fit + more[at] for at, fit in fits.items() if at in more}
        best = sorted(fits.items(), key=lambda found: self._rank(found[0], found[1] / len(words)))
        return tuple(self._order[at] for at, _ in best)

    def certain(self, text: str) -> ParticipantId | None:
        """Who alone can be meant by a text; None where several can, or nobody.

        That is the owner of a badge code; the only one who is called so, while the text fits others by their organisation,
        their country, or a slip of the pen; or the only one whose family name, or whole name, it is, while other names go on
        after it. Whoever cancelled stands in nobody's way.
        """
        if is_code(text) and (owners := self.by_code(text)):
            return owners[0].id if len(owners) == 1 else None
        words = ascii_words(text)
        if sum(map(len, words)) < FEWEST_LETTERS:
            return None
        named = [person for person in self.search(text) if _is_called(person, words)]
        named = [person for person in named if not person.cancelled] or named
        if len(named) > 1:
            named = _called_just_so(named, words)
        return named[0].id if len(named) == 1 else None

    def by_code(self, code: str) -> tuple[DeskPerson, ...]:
        """The owners of a badge code: one, or none, or several where laptops handed out the same.

        Where nobody has it, it is whoever had it in a record of before a merge.
        """
        wanted = normalise_code(code)
        owners = tuple(person for person in self._order if person.code == wanted)
        return owners or tuple(person for person in self._order if wanted in person.former_codes)

    def look_alikes(self, person: DeskPerson) -> tuple[DeskPerson, ...]:
        """Others who are easily taken for this person: the same family name by sound, or nearly the same full name."""
        family, full = _sounds(person)
        found = []
        for other in self._order:
            if other.id == person.id:
                continue
            other_family, other_full = _sounds(other)
            similarity = JaroWinkler.normalized_similarity(full, other_full, score_cutoff=NEARLY_THE_SAME)
            if other_family == family or similarity:
                found.append(other)
        return tuple(found)

    def alike(self, name: str) -> tuple[DeskPerson, ...]:
        """Everybody whose whole name is nearly this one (as one says it), the nearest first."""
        wanted = " ".join(map(sound_of, ascii_words(name)))
        near = []
        for person in self._order:
            _, full = _sounds(person)
            similarity = JaroWinkler.normalized_similarity(wanted, full, score_cutoff=NEARLY_THE_SAME)
            if similarity:
                near.append((-similarity, person))
        return tuple(person for _, person in sorted(near, key=lambda found: found[0]))

    def _rank(self, at: int, fit: float) -> tuple[float, bool, int, int]:
        person = self._order[at]
        return -round(fit, 2), person.cancelled, _PRESENCE_ORDER[person.presence], at

    def _fits(self, typed: str) -> Mapping[int, float]:
        sound = sound_of(typed)
        fits: dict[int, float] = {}
        for word in self._words:
            quality = _quality(typed, sound, word)
            if quality:
                for at, weight in word.owners.items():
                    if weight * quality > fits.get(at, 0.0):
                        fits[at] = weight * quality
        return fits


def _quality(typed: str, sound: str, word: _Word) -> float:
    if word.text.startswith(typed):
        return EXACT if len(word.text) == len(typed) else BEGINS
    if len(typed) >= 3 and len(sound) >= 2 and word.sound.startswith(sound):
        return SOUNDS if len(word.sound) == len(sound) else SOUNDS_LIKE_BEGIN
    if len(typed) >= 3 and typed in word.text:
        return INSIDE
    length = len(sound)
    if length < 4 or len(word.sound) < length - 1:
        return 0.0
    slips = 1 if length < 7 else 2
    made = OSA.distance(sound, word.sound, score_cutoff=slips)
    if made > slips and length > 4:
        made = OSA.distance(sound, word.sound[:length], score_cutoff=slips)
    return SIMILAR / made if made <= slips else 0.0


def _is_called(person: DeskPerson, words: tuple[str, ...]) -> bool:
    """Whether one of the typed words begins a name of the person, or sounds as if it did, or begins the badge code."""
    own = {word for text, weight in _name_fields(person) for word in _field_words(text, weight)}
    own.update(_codes(person))
    sounds = {word: sound_of(word) for word in words}
    return any(
        _quality(typed, sounds[typed], _Word(word, sound_of(word), {})) >= SOUNDS_LIKE_BEGIN
        for typed in words
        for word in own
    )


def _called_just_so(people: list[DeskPerson], words: tuple[str, ...]) -> list[DeskPerson]:
    """Those whose family name, given name or whole name the words are, letter by letter; if there is nobody, by sound."""
    for heard in (str, sound_of):
        typed = sorted(map(heard, words))

        def said(*fields: str, heard: Callable[[str], str] = heard, typed: list[str] = typed) -> bool:
            return sorted(heard(word) for field in fields for word in ascii_words(field)) == typed

        just_so = [p for p in people if said(p.family_name) or said(p.given_name, p.family_name)]
        if just_so:
            # Thomas Bauer and Peter Thomas are both called Thomas.
            return just_so + [p for p in people if p not in just_so and said(p.given_name)]
    return people


def _name_fields(person: DeskPerson) -> tuple[tuple[str, float], ...]:
    return (person.family_name, FAMILY), (person.given_name, GIVEN), (person.name_on_badge, GIVEN)


def _vocabulary(people: list[DeskPerson]) -> list[_Word]:
    owners: dict[str, dict[int, float]] = {}
    for at, person in enumerate(people):
        for word, weight in _weighed_words(person):
            known = owners.setdefault(word, {})
            known[at] = max(weight, known.get(at, 0.0))
    return [_Word(text, sound_of(text), known) for text, known in owners.items()]


def _weighed_words(person: DeskPerson) -> Iterable[tuple[str, float]]:
    for text, weight in (
        *_name_fields(person),
        (person.organisation, ORGANISATION),
        (country_name(person.country), COUNTRY),
        (f"{person.country} {person.side}", COUNTRY),
    ):
        yield from ((word, weight) for word in _field_words(text, weight))
    yield from ((code, FAMILY) for code in _codes(person))


def _codes(person: DeskPerson) -> Iterable[str]:
    yield from (code.casefold() for code in (person.code, *person.former_codes))


def _field_words(text: str, weight: float) -> tuple[str, ...]:
    """The words of a field; a name of several is found written as one, too."""
    words = ascii_words(text)
    return (*words, "".join(words)) if len(words) > 1 and weight >= GIVEN else words


def _said(person: DeskPerson) -> tuple[str, ...]:
    """All that somebody is found by."""
    return (
        person.family_name,
        person.given_name,
        person.name_on_badge,
        person.organisation,
        person.country,
        person.side,
        person.code,
        *person.former_codes,
    )


def _alphabet(person: DeskPerson) -> tuple[object, ...]:
    return filed_as(person.list_name), person.organisation, person.id


def _sounds(person: DeskPerson) -> tuple[str, str]:
    family = " ".join(map(sound_of, ascii_words(person.family_name)))
    return family, " ".join((*map(sound_of, ascii_words(person.given_name)), family))
