"""How a verb answers: a sentence for people, or one JSON object for scripts."""

import json
import sys
from collections.abc import Mapping

import typer


def say(sentence: str, facts: Mapping[str, object], *, as_json: bool) -> None:
    """Print the sentence, or with `as_json` the facts as one object.

    Where the output has not all letters, as in a file to which Windows redirects, JSON escapes them, so that none is lost.
    """
    escaped = "utf" not in (sys.stdout.encoding or "").lower()
    typer.echo(json.dumps(facts, ensure_ascii=escaped, indent=2, default=str) if as_json else sentence)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 table", "12 tables"."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
