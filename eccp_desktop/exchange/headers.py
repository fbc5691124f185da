"""Which column of a table says what: by its header, with its content as a second opinion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.incoming import FileKind
from eccp_desktop.domain.matching import plain
from eccp_desktop.exchange.cells import line_of
from eccp_desktop.exchange.column_content import are_salutations, fitting_share
from eccp_desktop.exchange.columns import COLUMNS, IDLE_WORDS, NOT_THE_PERSONS, REQUIRED, Column, Content, Field

_SURE = 0.8
_SAMPLE = 100
_SAID_OF_A_PERSON = 1000
_ADOPTED = (Content.EMAIL, Content.COUNTRY, Content.PRIORITY)
_NEVER_ADOPTED = frozenset({"locale", "currency", "language", "nationality", "birth"})
Cells = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Where each field of a table stands (column, counted from 0)."""

    kind: FileKind
    columns: Mapping[Field, int]
    complete: bool


def map_columns(kind: FileKind, headers: Sequence[str], rows: Cells, sides: SideCountries) -> ColumnMapping:
    """The columns of a table as one of a kind. Of repeated headers the first holds: later ones are the invoice's."""
    names = [_name(header) for header in headers]
    first = {name: names.index(name) for name in names if name}
    candidates: dict[Field, list[tuple[int, int]]] = {}
    for name, index in first.items():
        for column, position in _meanings(kind, name):
            candidates.setdefault(column.field, []).append((position, index))
    columns: dict[Field, int] = {}
    for column in (column for column in COLUMNS if column.kind is kind and column.field in candidates):
        chosen = _chosen(column, sorted(candidates[column.field]), rows, sides)
        if chosen is not None:
            columns[column.field] = chosen
    if kind is FileKind.PEOPLE:
        _settle_names(columns, rows)
    complete = all(any(field in columns for field in fields) for fields in REQUIRED[kind])
    if complete:
        _adopt(kind, columns, names, first, rows[:_SAMPLE], sides)
    return ColumnMapping(kind, columns, complete)


def _name(header: str) -> str:
    """A header as aliases are written: "Attendee #" and "Secteurs d'activité" without signs."""
    return plain(line_of(header).replace("#", " no ").replace("'", " ").replace("’", " "))


def _meanings(kind: FileKind, name: str) -> list[tuple[Column, int]]:
    """The columns that a header may be, each with how well it says so; less is better.

    "Attendee e-mail" beats "E-mail": where both stand, the second is the buyer's.
    """
    found = _aliases(kind).get(name)
    if found is not None or name.split(" ", 1)[0] in NOT_THE_PERSONS:
        return found or []
    words = name.split()
    while len(words) > 1 and words[0] in IDLE_WORDS:
        words = words[1:]
        found = _aliases(kind).get(" ".join(words))
        if found is not None:
            return [(column, position - _SAID_OF_A_PERSON) for column, position in found]
    return []


@cache
def _aliases(kind: FileKind) -> dict[str, list[tuple[Column, int]]]:
    found: dict[str, list[tuple[Column, int]]] = {}
    for column in COLUMNS:
        if column.kind is kind:
            for position, alias in enumerate((column.field.value, *column.names())):
                meanings = found.setdefault(plain(alias), [])
                if all(known is not column for known, _ in meanings):
                    meanings.append((column, position))
    return found


def _chosen(column: Column, candidates: list[tuple[int, int]], rows: Cells, sides: SideCountries) -> int | None:
    """Of several columns that may be the field the one whose content fits, else the one whose header says it best."""
    indexes = [index for _, index in candidates]
    if column.field is Field.JOB_TITLE:
        indexes = [index for index in indexes if not are_salutations(_values(rows, index))]
    if column.content is not Content.TEXT and len(indexes) > 1:
        shares = {index: fitting_share(column.content, _values(rows, index), sides) for index in indexes}
        return next((index for index in indexes if shares[index] >= 0.5), max(indexes, key=lambda index: shares[index]))
    filled = (index for index in indexes if _values(rows, index))
    return next(filled, indexes[0] if indexes else None)


def _adopt(
    kind: FileKind,
    columns: dict[Field, int],
    names: list[str],
    first: Mapping[str, int],
    rows: Cells,
    sides: SideCountries,
) -> None:
    """Takes a column with an unknown header for what its content plainly is, and the fitting one where a header deceives."""
    free = [
        index
        for name, index in first.items()
        if index not in columns.values()
        and name.split(" ", 1)[0] not in NOT_THE_PERSONS
        and not _NEVER_ADOPTED & set(name.split())
    ]
    for column in COLUMNS:
        if column.kind is not kind or column.content not in _ADOPTED:
            continue
        present = columns.get(column.field)
        if present is not None and fitting_share(column.content, _values(rows, present), sides) >= 1 - _SURE:
            continue
        for index in free:
            if fitting_share(column.content, _values(rows, index), sides) >= _SURE:
                columns[column.field] = index
                free.remove(index)
                break


def _settle_names(columns: dict[Field, int], rows: Cells) -> None:
    """A column "Name" beside one for the given name is the family name, unless it holds both; and the other way round."""
    if Field.NAME not in columns:
        return
    index = columns.pop(Field.NAME)
    given, family = columns.get(Field.GIVEN_NAME), columns.get(Field.FAMILY_NAME)
    if index in (given, family):
        return
    if (given is None) == (family is None):
        columns.setdefault(Field.FULL_NAME, index)
        return
    other = given if given is not None else family
    both = [row for row in rows if _cell(row, index) and _cell(row, other)]
    whole = sum(plain(_cell(row, other)) in plain(_cell(row, index)) for row in both)
    if both and whole > len(both) / 2:
        columns.setdefault(Field.FULL_NAME, index)
    else:
        columns[Field.FAMILY_NAME if given is not None else Field.GIVEN_NAME] = index


def _values(rows: Cells, index: int) -> list[str]:
    return [value for row in rows if (value := line_of(_cell(row, index)))]


def _cell(row: tuple[str, ...], index: int | None) -> str:
    return row[index] if index is not None and index < len(row) else ""
