"""Sentences of the Print page."""

from eccp_desktop.base.i18n import N_


def out_of_date(sheets: int) -> str:
    """How many sheets in hand are not current."""
    if sheets == 1:
        return N_("1 sheet is out of date")
    return N_("{n} sheets are out of date").format(n=sheets)


def pages_of(pages: int) -> str:
    """A number of pages in words."""
    return N_("1 page") if pages == 1 else N_("{n} pages").format(n=pages)


def sent(pages: int) -> str:
    """What is said when the printer has the pages."""
    return N_("{pages} went to the printer.").format(pages=pages_of(pages))
