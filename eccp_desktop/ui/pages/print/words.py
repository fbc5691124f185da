"""Sentences of the Print page."""

from collections.abc import Sequence

from eccp_desktop.base.i18n import N_


def out_of_date(sheets: int, ready: int = 0) -> str:
    """How many sheets in hand are not current, and of how many of them a new one lies ready."""
    words = N_("1 sheet is out of date") if sheets == 1 else N_("{n} sheets are out of date")
    words = words.format(n=sheets)
    if not ready:
        return words
    if ready == sheets:
        return N_("{words}: the new ones lie ready").format(words=words)
    return N_("{words}: of {n} a new one lies ready").format(words=words, n=ready)


def tables_out_of_date(numbers: Sequence[int]) -> str:
    """How many table sheets are not current; nothing where all are."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return N_("The sheet of table {n} is out of date").format(n=numbers[0])
    return N_("{n} table sheets are out of date").format(n=len(numbers))


def coming(sheets: int, pages: int | None) -> str:
    """What will come out of the printer; without pages where nobody counted them."""
    words = N_("1 sheet") if sheets == 1 else N_("{n} sheets").format(n=sheets)
    return words if pages is None else f"{words}, {pages_of(pages)}"


def handed_out(sheets: int) -> str:
    """What is said when sheets that lay ready went into people's hands."""
    return N_("1 sheet is handed out.") if sheets == 1 else N_("{n} sheets are handed out.").format(n=sheets)


def pages_of(pages: int) -> str:
    """A number of pages in words."""
    return N_("1 page") if pages == 1 else N_("{n} pages").format(n=pages)


def sent(pages: int) -> str:
    """What is said when the printer has the pages."""
    return N_("{pages} went to the printer.").format(pages=pages_of(pages))
