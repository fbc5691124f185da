"""Bookmarks of people, grouped by the letter they are filed under."""

from eccp_desktop.documents.alphabet import letter_of
from eccp_desktop.documents.sheet import Sheet


class LetteredOutline:
    """Adds a bookmark for each person, under one for each letter where the order is alphabetical."""

    def __init__(self, sheet: Sheet, *, lettered: bool) -> None:
        self._sheet, self._lettered, self._letter = sheet, lettered, ""

    def entry(self, sorted_as: str, title: str) -> None:
        """Bookmark the page that is drawn on."""
        if not self._lettered:
            self._sheet.bookmark(title)
            return
        letter = letter_of(sorted_as)
        if letter != self._letter:
            self._letter = letter
            self._sheet.bookmark(letter)
        self._sheet.bookmark(title, 1)
