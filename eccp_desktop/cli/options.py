"""Arguments and options that several verbs share."""

from pathlib import Path
from typing import Annotated

import typer

EventPath = Annotated[Path, typer.Argument(metavar="EVENT", help="The event file, NAME.eccp.", show_default=False)]

OptionalEventPath = Annotated[
    Path | None, typer.Argument(metavar="EVENT", help="The event file, NAME.eccp.", show_default=False)
]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a sentence.")]
