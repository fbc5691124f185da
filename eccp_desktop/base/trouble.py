"""What goes wrong outside the rules: disks, locks, damaged and foreign files."""


class Trouble(Exception):
    """Says what happened, what is safe, and what to do, in sentences for people at the desk."""

    def __init__(self, happened: str, safe: str, advice: str) -> None:
        super().__init__(" ".join(part for part in (happened, safe, advice) if part))
        self.happened = happened
        self.safe = safe
        self.advice = advice
