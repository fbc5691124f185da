"""`do`: any intent by its name."""

from typing import Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, OptionalEventPath
from eccp_desktop.domain.refusals import Refusal


def do(
    event: OptionalEventPath = None,
    action: Annotated[str | None, typer.Argument(help="Name of the action; --list prints them.")] = None,
    words: Annotated[list[str] | None, typer.Argument(metavar="KEY=VALUE...", help="Its fields.")] = None,
    list_all: Annotated[bool, typer.Option("--list", help="Print every action with its fields.")] = False,
    as_json: AsJson = False,
) -> None:
    """Do what the window can do: `do fair.eccp check-in who=K7Q2M4`."""
    from eccp_desktop.desk.scripting import described, intent_from_words

    if list_all:
        actions = described()
        say("\n".join(f"{name}  {' '.join(fields)}" for name, fields in actions.items()), actions, as_json=as_json)
        return
    if event is None or action is None:
        raise Refusal("action_missing")
    fields = {}
    for word in words or ():
        key, equals, value = word.partition("=")
        if not equals:
            raise Refusal("word_without_value", word=word)
        fields[key] = value
    with opened(event) as desk:
        intent = intent_from_words(desk, action, fields)
        answer = desk.do(intent)
    say(f"Done: {intent.title}.", {"action": action, "title": intent.title, "answer": answer}, as_json=as_json)
