"""Finds records that may be of the same person or the same organisation, and says why."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz.distance import JaroWinkler

from eccp_desktop.desk.folding import ascii_words, sound_of
from eccp_desktop.domain.matching import email_key
from eccp_desktop.store.reads.duplicates import Record

NEARLY = 0.92
"""Jaro-Winkler similarity from which names of people from one place, or of organisations, are taken for each other."""

COMMON = 24
"""A word that more records than this share (cluster, hub) brings no two of them together."""


class Sign(StrEnum):
    """What two records have in common."""

    EMAIL = "same e-mail"
    WEBSITE = "same website"
    PHONE = "same phone"
    NAME = "same name"
    ORDER = "same name, other spelling or order"
    SIMILAR = "similar name"
    PLACE = "same organisation"
    COUNTRY = "same country"


_WEIGHT = {
    Sign.EMAIL: 4,
    Sign.NAME: 4,
    Sign.ORDER: 4,
    Sign.WEBSITE: 3,
    Sign.PHONE: 2,
    Sign.SIMILAR: 2,
    Sign.PLACE: 2,
    Sign.COUNTRY: 1,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one, the one to keep first."""

    kept: Record
    other: Record
    signs: tuple[Sign, ...]

    @property
    def key(self) -> str:
        """The two ids; the same whichever is kept."""
        return "/".join(sorted((self.kept.id, self.other.id)))


def people_pairs(people: Sequence[Record], different: Iterable[str] = ()) -> tuple[Pair, ...]:
    """Records of people that may be of one person, the likeliest first; `different` are keys of pairs that are not.

    An e-mail alone is enough to ask (people share one), so is the same name; a similar name is where something else is the
    same as well.
    """

    def keys(record: Record) -> Iterator[str]:
        yield from (f"word:{sound}" for sound in _sounds(record.name))
        if record.email:
            yield f"email:{email_key(record.email)}"

    def signs(one: Record, other: Record) -> tuple[Sign, ...]:
        email = bool(one.email) and email_key(one.email) == email_key(other.email)
        phone = bool(_digits(one.phone)) and _digits(one.phone) == _digits(other.phone)
        place = bool(one.place) and one.place == other.place
        country = bool(one.country) and one.country == other.country and not place
        name = _name_sign(one.name, other.name)
        found = [(Sign.EMAIL, email), (Sign.PHONE, phone), (Sign.PLACE, place), (Sign.COUNTRY, country)]
        others = tuple(sign for sign, true in found if true)
        if name is None:
            return others if email else ()
        return (name, *others) if name is not Sign.SIMILAR or email or phone or place else ()

    return _pairs(people, keys, signs, different)


def organisation_pairs(organisations: Sequence[Record], different: Iterable[str] = ()) -> tuple[Pair, ...]:
    """Records that may be of one organisation, the likeliest first; a similar name counts within one country."""

    def keys(record: Record) -> Iterator[str]:
        yield from (f"word:{sound}" for sound in _sounds(record.name))
        yield f"name:{''.join(sorted(_sounds(record.name)))}"
        if site := _site(record.website):
            yield f"site:{site}"

    def signs(one: Record, other: Record) -> tuple[Sign, ...]:
        site = bool(_site(one.website)) and _site(one.website) == _site(other.website)
        country = bool(one.country) and one.country == other.country
        name = _name_sign(one.name, other.name)
        if name is Sign.SIMILAR and not (country or site):
            name = None
        found = [(Sign.WEBSITE, site), (Sign.COUNTRY, country)]
        others = tuple(sign for sign, true in found if true)
        return ((name, *others) if name else others) if name or site else ()

    return _pairs(organisations, keys, signs, different)


def _pairs(
    records: Sequence[Record],
    keys: Callable[[Record], Iterator[str]],
    signs: Callable[[Record, Record], tuple[Sign, ...]],
    different: Iterable[str],
) -> tuple[Pair, ...]:
    """Only records that share a key are compared: with two thousand, comparing all with all takes seconds."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for key in set(keys(record)):
            sharing[key].append(at)
    near = {
        pair
        for key, owners in sharing.items()
        if len(owners) <= COMMON or not key.startswith("word:")
        for pair in combinations(owners, 2)
    }
    known, found = set(different), []
    for first, second in sorted(near):
        one, other = records[first], records[second]
        seen = signs(one, other)
        if seen:
            kept, given_up = (other, one) if other.weight > one.weight else (one, other)
            pair = Pair(kept, given_up, seen)
            if pair.key not in known:
                found.append(pair)
    return tuple(sorted(found, key=lambda pair: (-sum(_WEIGHT[sign] for sign in pair.signs), pair.kept.name)))


def _name_sign(one: str, other: str) -> Sign | None:
    first, second = ascii_words(one), ascii_words(other)
    if one.casefold().split() == other.casefold().split():
        return Sign.NAME
    if sorted(_sounds(one)) == sorted(_sounds(other)) or "".join(first) == "".join(second):
        return Sign.ORDER
    similarity = JaroWinkler.normalized_similarity(" ".join(sorted(_sounds(one))), " ".join(sorted(_sounds(other))))
    return Sign.SIMILAR if similarity >= NEARLY else None


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(map(sound_of, ascii_words(name)))


def _digits(phone: str) -> str:
    digits = "".join(character for character in phone if character.isdigit())
    return digits[-8:] if len(digits) >= 8 else ""


def _site(website: str) -> str:
    address = website.strip().casefold()
    host = urlsplit(address if "//" in address else f"//{address}").netloc
    return host.removeprefix("www.")
