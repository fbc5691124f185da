"""Completes the name of an organisation as one types it, and tells which side a country is on."""

from collections import Counter
from collections.abc import Iterable, Sequence

from eccp_desktop.desk.folding import ascii_words, sound_of
from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.matching import organisation_key
from eccp_desktop.store.reads.desk_list import DeskOrganisation


class OrganisationIndex:
    """The organisations of an event, by name, and its sides."""

    def __init__(
        self,
        organisations: Iterable[DeskOrganisation] = (),
        sides: SideCountries = SideCountries((), {}, {}),  # a frozen value
    ) -> None:
        self.sides = sides.names
        self._countries = sides
        self._entries = [(one, [(word, sound_of(word)) for word in ascii_words(one.name)]) for one in organisations]
        self._by_key = {organisation_key(one.name): one for one, _ in self._entries}

    def exactly(self, name: str) -> DeskOrganisation | None:
        """The organisation of this name; case, accents and punctuation make no difference."""
        return self._by_key.get(organisation_key(name))

    def complete(self, text: str) -> tuple[DeskOrganisation, ...]:
        """Organisations of which some word begins with each typed word; names that begin with the text come first."""
        typed = [(word, sound_of(word)) for word in ascii_words(text)]
        if not typed:
            return ()
        found = [one for one, words in self._entries if all(_begins(part, words) for part in typed)]
        first = typed[0][0]
        return tuple(sorted(found, key=lambda one: (not "".join(ascii_words(one.name)).startswith(first), one.name)))

    def side_of(self, country: str) -> str:
        """The side on which most organisations of this country (ISO 3166-1 alpha-2) are, or else that of an import."""
        sides = Counter(one.side for one, _ in self._entries if one.country == country and one.side)
        return sides.most_common(1)[0][0] if sides else self._countries.of_country(country or None) or ""


def _begins(typed: tuple[str, str], words: Sequence[tuple[str, str]]) -> bool:
    return any(word.startswith(typed[0]) or sound.startswith(typed[1]) for word, sound in words)
