"""QR codes as vectors."""

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET_MODULES = 2
"""White modules around a code; paper around it adds to the four that the standard (ISO/IEC 18004) asks for."""

QUIET_SHARE = QUIET_MODULES / (21 + 2 * QUIET_MODULES)
"""Of the side of a smallest code: what stays white at each edge, and may lie outside of what it is aligned with."""

_MASK = 3
"""Any of the eight masks reads as well (ISO/IEC 18004, 7.8); trying them all takes most of the time of a schedule."""


class _CodeWithFixedMask(QRCode):
    def getBestMaskPattern(self) -> int:
        return _MASK


@lru_cache(maxsize=4096)
def modules(text: str) -> tuple[int, str]:
    """The modules of a side, quiet zone included, and PDF operators that fill the dark ones, one module one unit large,
    from the lower left."""
    code = _CodeWithFixedMask(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    rows = code.modules
    side = len(rows) + 2 * QUIET_MODULES
    drawn: list[str] = []
    for index, row in enumerate(rows):
        y = side - QUIET_MODULES - 1 - index
        column = 0
        while column < len(row):
            start = column
            while column < len(row) and row[column]:
                column += 1
            if column > start:
                drawn.append(f"{start + QUIET_MODULES} {y} {column - start} 1 re")
            column += 1
    return side, "\n".join(drawn) + "\nf"
