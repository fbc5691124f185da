"""Bytes to text: a mark at the beginning, else strict UTF-8, else a code page where the names leave no doubt, else ask."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from eccp_desktop.exchange.country_names import country_code
from eccp_desktop.exchange.grids import not_taken

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CODE_PAGES = {
    "cp1252": "Western European",
    "cp1250": "Central European",
    "cp1251": "Cyrillic",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1257": "Baltic",
}
_COUNTRIES = {
    "cp1250": frozenset({"PL", "CZ", "SK", "HU", "HR", "SI", "RO", "BA", "RS", "ME", "AL"}),
    "cp1254": frozenset({"TR"}),
    "cp1257": frozenset({"EE", "LV", "LT"}),
    "cp1251": frozenset({"BG", "RU", "UA", "BY", "MK", "RS"}),
    "cp1253": frozenset({"GR", "CY"}),
}
_WORD = re.compile(r"[^\s;,|\t\"()/<>@]+")
_BESIDE_LETTERS = frozenset("’‘“”„‚«»–—…·•°ªº®™\xa0\xad€&'-.")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `note` says so where the encoding was recognised rather than stated."""

    text: str
    encoding: str
    note: str | None = None


def decode(content: bytes, file: str, encoding: str | None = None) -> Decoded:
    """The text of a file in the encoding that is given, marked or recognised. Refuses where it is none of these."""
    if encoding is not None:
        return _as_told(content, file, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(name), name)
            except UnicodeDecodeError:
                raise not_taken(file, f"is damaged: it begins as {name} and does not go on as such.") from None
    unmarked = _unmarked_utf_16(content)
    try:
        return Decoded(content.decode(unmarked or "utf-8"), unmarked or "utf-8")
    except UnicodeDecodeError:
        return _recognised(content, file)


def _as_told(content: bytes, file: str, encoding: str) -> Decoded:
    try:
        text = content.decode("utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding)
    except LookupError:
        raise not_taken(file, f"cannot be read: there is no encoding named {encoding} (try utf-8 or cp1252).") from None
    except UnicodeDecodeError:
        raise not_taken(file, f"is not written in {encoding}: choose another encoding (--encoding).") from None
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _unmarked_utf_16(content: bytes) -> str | None:
    sample = content[:4000]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd == 0 else None


def _recognised(content: bytes, file: str) -> Decoded:
    """Reads every word that holds bytes beyond ASCII in each code page and keeps the page in which they are words.

    charset-normalizer was right in 1 of 20 short files of names; words that mix scripts or hold signs betray a wrong page.
    """
    if sum(byte < 32 and byte not in b"\t\r\n" for byte in content[:10_000]) > 0.02 * min(len(content), 10_000) + 3:
        raise not_taken(file, "holds binary data, not a table: export the list as XLSX or CSV.")
    lines = [line for line in content.splitlines() if not line.isascii()]
    faults: dict[str, float] = {}
    for page in CODE_PAGES:
        try:
            decoded = "\n".join(line.decode(page) for line in lines)
        except UnicodeDecodeError:
            continue
        words = [word for word in _WORD.findall(decoded) if not word.isascii()]
        faults[page] = sum(map(_strangeness, words)) / len(words) if words else 1.0
    fewest = min(faults.values(), default=1.0)
    best = [page for page, strange in faults.items() if strange <= fewest + 0.001]
    if fewest > 0.5 or not best:
        raise not_taken(file, "is in an encoding that was not recognised: choose it (--encoding), for example cp1252.")
    alike = len({b"\n".join(lines).decode(page) for page in best}) == 1
    told = best[0] if alike else _by_countries(lines, best)
    if told is None:
        readings = " or ".join(f"{_example(lines, page)} ({page})" for page in best[:3])
        raise not_taken(
            file,
            f"does not say its encoding and can be read in several ways, {readings}: choose the encoding (--encoding).",
        )
    example = _example(lines, told)
    note = f"{file} does not say its encoding; it was read as {CODE_PAGES[told]} ({told}), for example {example}."
    return Decoded(content.decode(told, errors="replace"), told, note)


def _strangeness(word: str) -> float:
    """0 for a word as it is written somewhere, up to 1 for a heap of signs."""
    letters = [c for c in word if c.isalpha()]
    foreign = [c for c in word if not c.isascii()]
    if any(not c.isalpha() and c not in _BESIDE_LETTERS for c in foreign):
        return 1.0
    scripts = {unicodedata.name(c, "?").split()[0] for c in letters}
    if len(scripts) > 1:
        return 1.0
    if any(before.islower() and after.isupper() and not after.isascii() for before, after in pairwise(word)):
        return 0.8
    if scripts == {"LATIN"} and len(letters) > 2:
        share = sum(not c.isascii() for c in letters) / len(letters)
        return max(0.0, (share - 0.4) / 0.6)
    return 0.0


def _by_countries(lines: list[bytes], pages: list[str]) -> str | None:
    """The page of the countries that stand in the same rows; None where they do not tell."""
    votes = dict.fromkeys(pages, 0)
    for page in pages:
        for line in lines:
            cells = re.split(r"[;,\t|]", line.decode(page))
            codes = {code for cell in cells if (code := country_code(cell.strip(' "'))) is not None}
            votes[page] += sum(page in _pages_of(code) for code in codes)
    most = max(votes.values())
    leaders = [page for page, count in votes.items() if count == most]
    alike = len({b"\n".join(lines).decode(page) for page in leaders}) == 1
    return leaders[0] if most and alike else None


def _pages_of(country: str) -> list[str]:
    return [page for page, countries in _COUNTRIES.items() if country in countries] or ["cp1252"]


def _example(lines: list[bytes], page: str) -> str:
    words = (word for line in lines for word in _WORD.findall(line.decode(page, errors="replace")))
    return next((word for word in words if not word.isascii()), "")
