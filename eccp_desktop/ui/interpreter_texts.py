"""What several pages say of interpreters. No Qt here."""

from collections.abc import Sequence

from eccp_desktop.actions.interpreters import InterpreterChange
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.language_names import language_name

NAMED = 3


def other_voices(changes: Sequence[InterpreterChange]) -> str:
    """After somebody who interprets left: who does it now, and where nobody does. Empty where nothing changed."""
    taken = [change for change in changes if change.interpreter]
    silent = [change for change in changes if not change.interpreter]
    said = []
    if taken:
        places = ", ".join(f"{one.start:%H:%M} {one.interpreter}" for one in taken[:NAMED])
        said.append(N_("Now interpret: {places}{more}.").format(places=places, more=_more(taken)))
    if silent:
        places = ", ".join(
            N_("{time} table {table}").format(time=f"{one.start:%H:%M}", table=one.table) for one in silent[:NAMED]
        )
        said.append(N_("Nobody interprets: {places}{more}.").format(places=places, more=_more(silent)))
    return " ".join(said)


def tongues(sides: Sequence[Sequence[str]]) -> str:
    """`Greek and English or French`: of each side the languages that would do."""
    return N_(" and ").join(N_(" or ").join(map(language_name, side)) for side in sides)


def _more(changes: Sequence[InterpreterChange]) -> str:
    more = len(changes) - NAMED
    return N_(" and {count} more").format(count=more) if more > 0 else ""
