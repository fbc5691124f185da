"""Knowing a person or an organisation again, although it was typed by somebody else."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))

Known = TypeVar("Known")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation; apostrophes vanish ("O'Neil" and "ONeil" are one)."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    letters = (c for c in decomposed if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in letters).split())


def plain(text: str) -> str:
    """A text as it is compared: its plain words, or where it has none (a name of signs) the text without spaces around it."""
    return " ".join(plain_words(text)) or text.strip().casefold()


def name_key(name: str) -> str:
    """A person's name as it is compared: "Rossi, Anna" and "Anna Rossi" are one."""
    return " ".join(sorted(plain_words(name))) or " ".join(sorted(name.casefold().split()))


def organisation_key(name: str) -> str:
    """An organisation's name as it is compared: spaces, case, accents and punctuation make no difference."""
    return plain(name)


def email_key(email: str | None) -> str:
    """An e-mail address as it is compared; empty where there is none."""
    return (email or "").strip().casefold()


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """What a person is known by."""

    name: str
    email: str
    organisation: str

    @classmethod
    def of(cls, name: str, email: str | None, organisation: str | None) -> "PersonKeys":
        return cls(name_key(name), email_key(email), organisation_key(organisation or ""))


@dataclass(slots=True)
class KnownPeople(Generic[Known]):
    """Finds a person again: by e-mail and name together, and where either side has no e-mail by name and organisation.

    An e-mail alone is never enough: people share one.
    """

    _by_email: dict[tuple[str, str], Known] = field(default_factory=dict)
    _by_organisation: dict[tuple[str, str], list[tuple[bool, Known]]] = field(default_factory=dict)

    def add(self, keys: PersonKeys, person: Known) -> None:
        """Know a person by these keys; what was known of them before stays."""
        if keys.email:
            self._by_email.setdefault((keys.email, keys.name), person)
        namesakes = self._by_organisation.setdefault((keys.name, keys.organisation), [])
        namesakes[:] = [entry for entry in namesakes if entry[1] is not person]
        namesakes.append((bool(keys.email), person))

    def find(self, keys: PersonKeys) -> Known | None:
        """The one known person, or None where there is none or more than one that it could be."""
        if keys.email:
            found = self._by_email.get((keys.email, keys.name))
            if found is not None:
                return found
        namesakes = self._by_organisation.get((keys.name, keys.organisation), [])
        if keys.email:
            namesakes = [entry for entry in namesakes if not entry[0]]
        else:
            namesakes = [entry for entry in namesakes if not entry[0]] or namesakes
        return namesakes[0][1] if len(namesakes) == 1 else None


@dataclass(slots=True)
class Addressees(Generic[Known]):
    """Finds the people that a cell of a file names: by e-mail, badge code or full name."""

    _by_word: dict[str, list[Known]] = field(default_factory=dict)

    def add(self, person: Known, *, emails: Iterable[str], codes: Iterable[str], names: Iterable[str]) -> None:
        words = {email_key(email) for email in emails} | {code.casefold() for code in codes}
        words |= {name_key(name) for name in names}
        for word in words - {""}:
            self._by_word.setdefault(word, []).append(person)

    def find(self, text: str) -> list[Known]:
        """Everybody whom the text may mean; "Anna Rossi <anna@x.example>" means those who fit both."""
        before, bracket, after = text.strip().partition("<")
        if bracket and after.endswith(">"):
            owners = self._exactly(after[:-1])
            named = [person for person in owners if person in self._exactly(before)]
            return named or owners
        return self._exactly(text)

    def _exactly(self, text: str) -> list[Known]:
        word = text.strip().casefold()
        return self._by_word.get(word) or self._by_word.get(name_key(text), [])
