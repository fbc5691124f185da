"""What the window remembers on this laptop: widths of columns, recent files, the theme. Of an event never more than ids."""

import json
from pathlib import Path
from typing import Any


class Memory:
    """Named JSON values in one file; one that cannot be read counts as empty, one that cannot be written is let be.

    Several windows may be open on a laptop: of each value the one that was put last counts.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = self._read()

    def get(self, name: str, default: Any) -> Any:  # Any: whatever JSON holds; callers check what they get
        """The value of this name, if it is of the default's type."""
        value = self._values.get(name, default)
        return value if isinstance(value, type(default)) else default

    def put(self, name: str, value: object) -> None:
        """Remember a JSON value."""
        if self._values.get(name) == value:
            return
        self.look_again()
        self._values[name] = value
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._values, indent=1, ensure_ascii=False), encoding="utf-8")
            part.replace(self._path)
        except OSError:
            return  # comfort only: a full disk must not disturb the desk over the width of a column

    def look_again(self) -> None:
        """Learn what another window remembered meanwhile."""
        self._values |= self._read()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}
