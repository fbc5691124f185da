"""The rules' way of saying no."""

from collections.abc import Mapping


class Refusal(Exception):
    """A rule stands in the way. `code` names the rule, `facts` hold what a sentence about it needs.

    The sentence is made where it is shown (`ui/texts.py`); nothing was changed when one of these is raised.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}" if self.facts else self.code
