"""Why a meeting has no seat, as it is kept with the meeting: a code and facts, of which a sentence is made where it is shown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class MeetingReason:
    """`facts` hold numbers, texts, and lists of them; a moment is kept as ISO text (`moment` reads it back)."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def stored(self) -> str:
        """The reason as the meeting's row keeps it: JSON with `code` and `facts`."""
        return json.dumps({"code": self.code, "facts": dict(self.facts)}, default=_plain, ensure_ascii=False)

    def moment(self, name: str) -> datetime | None:
        """A fact that is a wall time, or None where it is missing."""
        value = self.facts.get(name)
        try:
            return datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None


def reason_of(stored: str | None) -> MeetingReason | None:
    """What a meeting's row keeps; plain words come back as the code `words` with the fact `words`."""
    if not stored:
        return None
    try:
        value = json.loads(stored)
        return MeetingReason(value["code"], value.get("facts", {}))
    except (ValueError, TypeError, KeyError, AttributeError):
        return MeetingReason("words", {"words": stored})


def _plain(value: object) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)
