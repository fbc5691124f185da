"""Cells that a spreadsheet program would take for formulas, made harmless so that an import can undo it exactly."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def guarded_for_csv(text: str) -> str:
    """A text with one `'` before it where it begins like a formula, or like one that was guarded already."""
    return f"'{text}" if _FORMULA.match(text) else text


def guarded_for_workbook(text: str) -> str:
    """A text for a cell of type text, where a formula is harmless; only what an import would strip is guarded."""
    printable = _NOT_IN_XML.sub("\ufffd", text)
    return f"'{printable}" if _GUARDED.match(printable) else printable
