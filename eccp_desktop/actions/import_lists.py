"""Lists of their own rows - sectors, target countries, programmes, languages - brought to what a file says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from eccp_desktop.actions.import_ledger import IMPORTS
from eccp_desktop.store.unit import (
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    ParticipantLanguage,
    Rows,
    Unit,
)

Entry = TypeVar("Entry", OrganisationProgramme, OrganisationSector, OrganisationTarget, ParticipantLanguage)
_DELETED = "deleted"


def write_lists(unit: Unit, rows: Rows[Entry], owner: str, wanted: Mapping[str, Sequence[Entry]]) -> set[str]:
    """Give each owner (id) the entries that a file names; answers the owners whose list changed.

    An empty list says nothing. Entries that somebody added by hand stay, and those taken away by hand stay away.
    """
    present: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in rows.all():
        present[getattr(entry, owner)][entry.id] = entry
    differing: dict[str, Sequence[Entry]] = {
        one: entries for one, entries in wanted.items() if entries and _differ(entries, present[one])
    }
    touched = {entry.id for entries in differing.values() for entry in entries}
    touched |= {name for one in differing for name in present[one]}
    setters = unit.last_actions(touched)
    changed: set[str] = set()
    for one, entries in differing.items():
        names = {entry.id for entry in entries}
        for entry in [entry for entry in present[one].values() if entry.id not in names]:
            if setters.get((entry.id, owner)) in IMPORTS:
                rows.delete(entry)
                changed.add(one)
        for entry in entries:
            known = present[one].get(entry.id)
            if known is None and setters.get((entry.id, _DELETED), "") in {"", *IMPORTS}:
                rows.add(entry)
                changed.add(one)
            elif known is not None and _rank(known) != _rank(entry) and setters.get((entry.id, "rank")) in IMPORTS:
                setattr(known, "rank", _rank(entry))  # noqa: B010  # only entries with a rank come here
                changed.add(one)
    return changed


def _differ(entries: Sequence[Entry], present: Mapping[str, Entry]) -> bool:
    return {entry.id: _rank(entry) for entry in entries} != {name: _rank(entry) for name, entry in present.items()}


def _rank(entry: object) -> int:
    return entry.rank if isinstance(entry, OrganisationTarget) else 0
