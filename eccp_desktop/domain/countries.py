"""Which side a country belongs to. Countries are ISO 3166-1 alpha-2 codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eccp_desktop.domain.matching import plain, plain_words


@dataclass(frozen=True, slots=True)
class Membership:
    """A country in a group, from the first day to the last; None: always, still."""

    country: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """Countries that may be one side of an event. `rest` groups hold every country that no other side has."""

    name: str
    aliases: tuple[str, ...]
    members: tuple[Membership, ...] = ()
    rest: bool = False

    def answers_to(self, word: str) -> bool:
        return plain(word) in {plain(self.name), *map(plain, self.aliases)}

    def countries(self, day: date) -> frozenset[str]:
        return frozenset(member.country for member in self.members if member.holds_on(day))


@dataclass(frozen=True, slots=True)
class SideCountries:
    """The sides of one event in their order, and the countries of each on its first day."""

    names: tuple[str, ...]
    aliases: Mapping[str, str]
    countries: Mapping[str, str]
    rest: str | None = None

    def of_country(self, country: str | None) -> str | None:
        """The side that a country belongs to; None where it belongs to none of them."""
        if country is None:
            return None
        return self.countries.get(country, self.rest)

    def named_in(self, text: str) -> str | None:
        """The side that a text names: "EU delegation", "Delegate (US)"; None where it names none or several."""
        exact = self.aliases.get(plain(text))
        if exact is not None:
            return exact
        words = plain_words(text)
        capitals = {word for part in text.split() if part.isupper() for word in plain_words(part)}
        found: set[str] = set()
        for length in range(1, 5):
            for start in range(len(words) - length + 1):
                phrase = " ".join(words[start : start + length])
                # "us" and "it" are words too: inside a text a short name must be written in capitals.
                if phrase in self.aliases and (len(phrase) > 3 or start == 0 or phrase in capitals):
                    found.add(self.aliases[phrase])
        return found.pop() if len(found) == 1 else None


def side_countries(
    names: Sequence[str], groups: Iterable[CountryGroup], codes: Mapping[str, str], day: date
) -> SideCountries:
    """What the sides of an event mean on a day.

    A side is a known group ("EU"), a country by its code or name ("US", "Japan": `codes` maps plain words to codes), or a
    word of the organiser's own, which only a column of a file can name. A country that is a side of its own leaves the groups.
    """
    known = list(groups)
    aliases: dict[str, str] = {}
    countries: dict[str, str] = {}
    own: dict[str, str] = {}
    rest: str | None = None
    for side in names:
        aliases[plain(side)] = side
        group = next((group for group in known if group.answers_to(side)), None)
        if group is not None:
            for alias in (group.name, *group.aliases):
                aliases.setdefault(plain(alias), side)
            rest = side if group.rest and rest is None else rest
            for country in group.countries(day):
                countries.setdefault(country, side)
        elif (code := codes.get(plain(side))) is not None:
            own[code] = side
            for word, meant in codes.items():
                if meant == code and len(word) > 2:
                    aliases.setdefault(word, side)
    return SideCountries(tuple(names), aliases, countries | own, rest)
