"""The verbs of the command line, and what their ends are: 0 done, 1 refused, 2 usage, 3 trouble."""

import sys
from collections.abc import Callable, Sequence

import typer

from eccp_desktop.base.trouble import Trouble
from eccp_desktop.cli.checking import check
from eccp_desktop.cli.comparing import compare
from eccp_desktop.cli.demo import demo
from eccp_desktop.cli.doing import do
from eccp_desktop.cli.erasing import erase
from eccp_desktop.cli.exporting import export
from eccp_desktop.cli.history import history
from eccp_desktop.cli.importing import import_
from eccp_desktop.cli.logo import logo
from eccp_desktop.cli.new import new
from eccp_desktop.cli.opening import open_
from eccp_desktop.cli.printing import print_
from eccp_desktop.cli.reporting import report
from eccp_desktop.cli.scheduling import schedule
from eccp_desktop.cli.self_test import self_test
from eccp_desktop.cli.solving import solve
from eccp_desktop.domain.refusals import Refusal

REFUSED, USAGE, TROUBLE = 1, 2, 3

VERBS: dict[str, Callable[..., None]] = {
    "open": open_,
    "demo": demo,
    "new": new,
    "import": import_,
    "schedule": schedule,
    "solve": solve,
    "print": print_,
    "logo": logo,
    "export": export,
    "report": report,
    "check": check,
    "history": history,
    "compare": compare,
    "do": do,
    "erase": erase,
    "self-test": self_test,
}
"""Every verb: open the list to see all that there is."""

app = typer.Typer(
    name="eccp-desktop",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def program(context: typer.Context) -> None:
    """Runs a matchmaking event from laptops without a network."""
    if context.invoked_subcommand is None:
        open_(None)


for _name, _verb in VERBS.items():
    app.command(_name)(_verb)


def run(arguments: Sequence[str]) -> int:
    """Run one command; answers its exit code. A refusal is one sentence on stderr, and nothing was changed."""
    try:
        app(list(arguments), prog_name="eccp-desktop")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else TROUBLE
    except Refusal as refusal:
        from eccp_desktop.ui.texts import sentence

        print(sentence(refusal), file=sys.stderr)
        return REFUSED
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return TROUBLE
    return 0


def main() -> None:
    """The entry point of the program."""
    for stream in (sys.stdout, sys.stderr):
        # A name in Greek must not end a command on a console that knows no Greek.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))
