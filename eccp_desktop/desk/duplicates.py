"""Finds records that may be of the same person or the same organisation, and says why."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from re import findall
from urllib.parse import urlsplit

from rapidfuzz.distance import JaroWinkler

from eccp_desktop.desk.folding import ascii_words, sound_of
from eccp_desktop.domain.matching import email_key, plain
from eccp_desktop.store.reads.duplicates import Record

NEARLY = 0.92
"""Jaro-Winkler similarity from which names of people from one place, or of organisations, are taken for each other."""

COMMON = 24
"""A word that more records than this share (cluster, hub) brings no two of them together."""


class Sign(StrEnum):
    """What two records have in common."""

    CHOSEN = "chosen in the list"
    EMAIL = "same e-mail"
    WEBSITE = "same website"
    PHONE = "same phone"
    NAME = "same name"
    ORDER = "same name, other spelling or order"
    SIMILAR = "similar name"
    PLACE = "same organisation"
    TOWN = "same town"
    COUNTRY = "same country"


_WEIGHT = {
    Sign.EMAIL: 4,
    Sign.NAME: 4,
    Sign.ORDER: 4,
    Sign.WEBSITE: 3,
    Sign.PHONE: 2,
    Sign.SIMILAR: 2,
    Sign.PLACE: 2,
    Sign.TOWN: 2,
    Sign.COUNTRY: 1,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one, the one to keep first.

    `likely` ones have something in common besides a name: an address, a number, where they belong. Those of the others that
    share a name only may be namesakes.
    """

    kept: Record
    other: Record
    signs: tuple[Sign, ...]
    likely: bool = True

    @property
    def key(self) -> str:
        """The two ids; the same whichever is kept."""
        return "/".join(sorted((self.kept.id, self.other.id)))


def chosen_pair(one: Record, other: Record) -> Pair:
    """Two records that somebody says are one, whatever they have in common; the one to keep first."""
    return Pair(*_in_order(one, other), (Sign.CHOSEN,))


def people_pairs(people: Sequence[Record], different: Iterable[str] = ()) -> tuple[Pair, ...]:
    """Records of people that may be of one person, the likeliest first; `different` are keys of pairs that are not.

    An e-mail alone is enough to ask (people share one), so is the same name; a similar name is where something else is the
    same as well. Likely is a name with an address, a number or an organisation in common, or one whose organisation is not
    known of both; namesakes of two organisations are not, nor is an e-mail that two different names share.
    """

    def keys(record: Record) -> Iterator[str]:
        yield from (f"word:{sound}" for sound in _sounds(record.name))
        yield f"name:{''.join(sorted(_sounds(record.name)))}"
        if record.email:
            yield f"email:{email_key(record.email)}"

    def signs(one: Record, other: Record) -> tuple[Sign, ...]:
        email = bool(one.email) and email_key(one.email) == email_key(other.email)
        phone = bool(_digits(one.phone)) and _digits(one.phone) == _digits(other.phone)
        place = _same_place(one.place, other.place)
        country = bool(one.country) and one.country == other.country and not place
        name = _name_sign(one.name, other.name)
        found = [(Sign.EMAIL, email), (Sign.PHONE, phone), (Sign.PLACE, place), (Sign.COUNTRY, country)]
        others = tuple(sign for sign, true in found if true)
        if name is None:
            return others if email else ()
        return (name, *others) if name is not Sign.SIMILAR or email or phone or place else ()

    def likely(one: Record, other: Record, seen: tuple[Sign, ...]) -> bool:
        if seen[0] not in (Sign.NAME, Sign.ORDER, Sign.SIMILAR):
            return bool(set(_sounds(one.name)) & set(_sounds(other.name)))
        if {Sign.EMAIL, Sign.PHONE, Sign.PLACE} & set(seen):
            return True
        return not (one.place and other.place) and not (one.country and other.country and one.country != other.country)

    return _pairs(people, keys, signs, likely, different)


def organisation_pairs(organisations: Sequence[Record], different: Iterable[str] = ()) -> tuple[Pair, ...]:
    """Records that may be of one organisation, the likeliest first; a similar name counts within one country.

    Likely are a website in common, and the same name in one country unless town or website say otherwise; a similar name only
    in one town.
    """

    def keys(record: Record) -> Iterator[str]:
        yield from (f"word:{sound}" for sound in _sounds(record.name))
        yield f"name:{''.join(sorted(_sounds(record.name)))}"
        if site := _site(record.website):
            yield f"site:{site}"

    def signs(one: Record, other: Record) -> tuple[Sign, ...]:
        site = bool(_site(one.website)) and _site(one.website) == _site(other.website)
        site = site and _numbers(one.name) == _numbers(other.name)
        country = bool(one.country) and one.country == other.country
        name = _name_sign(one.name, other.name)
        if name is Sign.SIMILAR and not (country or site):
            name = None
        town = country and bool(one.town) and plain(one.town) == plain(other.town)
        found = [(Sign.WEBSITE, site), (Sign.TOWN, town), (Sign.COUNTRY, country and not town)]
        others = tuple(sign for sign, true in found if true)
        return ((name, *others) if name else others) if name or site else ()

    def likely(one: Record, other: Record, seen: tuple[Sign, ...]) -> bool:
        if Sign.WEBSITE in seen:
            return True
        if one.website and other.website:
            return False
        if Sign.TOWN in seen:
            return True
        towns = bool(one.town) and bool(other.town)
        return (
            seen[0] is not Sign.SIMILAR and not towns and (Sign.COUNTRY in seen or not (one.country and other.country))
        )

    return _pairs(organisations, keys, signs, likely, different)


def _pairs(
    records: Sequence[Record],
    keys: Callable[[Record], Iterator[str]],
    signs: Callable[[Record, Record], tuple[Sign, ...]],
    likely: Callable[[Record, Record, tuple[Sign, ...]], bool],
    different: Iterable[str],
) -> tuple[Pair, ...]:
    """Only records that share a key are compared: with two thousand, comparing all with all takes seconds.

    Of many records that are all alike, each is asked about once: with the one to keep.
    """
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
            pair = Pair(*_in_order(one, other), seen, likely(one, other, seen))
            if pair.key not in known:
                found.append(pair)
    found.sort(key=lambda pair: (not pair.likely, -sum(_WEIGHT[sign] for sign in pair.signs), pair.kept.name))
    first_asked = {pair.other.id: pair for pair in reversed(found)}
    return tuple(pair for pair in found if first_asked[pair.other.id] is pair)


def _in_order(one: Record, other: Record) -> tuple[Record, Record]:
    return (other, one) if other.weight > one.weight else (one, other)


def _name_sign(one: str, other: str) -> Sign | None:
    first, second = ascii_words(one), ascii_words(other)
    if one.casefold().split() == other.casefold().split():
        return Sign.NAME
    if _numbers(one) != _numbers(other):
        return None  # Hub 4 and Hub 22 are two
    if sorted(_sounds(one)) == sorted(_sounds(other)) or "".join(first) == "".join(second):
        return Sign.ORDER
    similarity = JaroWinkler.normalized_similarity(" ".join(sorted(_sounds(one))), " ".join(sorted(_sounds(other))))
    return Sign.SIMILAR if similarity >= NEARLY else None


def _numbers(name: str) -> list[str]:
    return sorted(findall(r"\d+", name))


def _same_place(one: str, other: str) -> bool:
    return bool(one) and bool(other) and _name_sign(one, other) in (Sign.NAME, Sign.ORDER)


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(map(sound_of, ascii_words(name)))


def _digits(phone: str) -> str:
    digits = "".join(character for character in phone if character.isdigit())
    return digits[-8:] if len(digits) >= 8 else ""


def _site(website: str) -> str:
    address = website.strip().casefold()
    host = urlsplit(address if "//" in address else f"//{address}").netloc
    return host.removeprefix("www.")
