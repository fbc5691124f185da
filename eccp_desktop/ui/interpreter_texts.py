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


def tongues(codes: Sequence[str]) -> str:
    """`German and Greek`."""
    names = [language_name(code) for code in codes]
    return (
        N_("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
        if len(names) > 1
        else "".join(names)
    )


def _more(changes: Sequence[InterpreterChange]) -> str:
    more = len(changes) - NAMED
    return N_(" and {count} more").format(count=more) if more > 0 else ""
