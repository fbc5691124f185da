"""Writes a PDF whose tags are packed: thousands of small objects in compressed streams (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes every object by itself, which would double the size of a file of tables.
"""

from collections.abc import Sequence
from typing import Any
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFFile, PDFIndirectObject, format

_TOGETHER = 500
"""So many objects share a stream."""
_VERSION = (1, 5)
_FREE, _PLAIN, _PACKED = 0, 1, 2


def packed(document: Any, first: int, objects: Sequence[bytes]) -> bytes:
    """The file of a document that is complete, with further objects numbered from `first` on, which it kept free."""
    # Any: the stubs leave out most of a document
    file = PDFFile(_VERSION)
    entries = {0: (_FREE, 0, 65535)}
    number, kept = 0, range(first, first + len(objects))
    names = document.numberToId
    # Formatting an object may make further ones.
    while number < document.objectcounter:
        number += 1
        if number not in kept:
            name = names[number]
            found = PDFIndirectObject(name, document.idToObject[name])
            entries[number] = (_PLAIN, file.add(found.format(document)), 0)
    for start in range(0, len(objects), _TOGETHER):
        number += 1
        part = objects[start : start + _TOGETHER]
        entries |= {first + start + index: (_PACKED, number, index) for index in range(len(part))}
        entries[number] = (_PLAIN, file.add(_object_stream(number, first + start, part)), 0)
    number += 1
    entries[number] = (_PLAIN, file.offset, 0)
    root, about = document.Reference(document.Catalog), document.Reference(document.info)
    shared = (("Root", root), ("Info", about), ("ID", document.ID()))
    about = "".join(f"/{name} {format(value, document).decode('ascii')}" for name, value in shared)
    file.add(_references(number, entries, about))
    file.add(f"startxref\n{entries[number][1]}\n%%EOF\n")
    return bytes(file.format(document))


def _object_stream(number: int, first: int, objects: Sequence[bytes]) -> bytes:
    at, places = 0, []
    for index, one in enumerate(objects):
        places.append(f"{first + index} {at}")
        at += len(one) + 1
    head = (" ".join(places) + "\n").encode("ascii")
    about = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    return _stream(number, about, head + b"\n".join(objects))


def _references(number: int, entries: dict[int, tuple[int, int, int]], about: str) -> bytes:
    """Where every object is found, as a stream."""
    width = 7
    rows = (entries.get(index, entries[0]) for index in range(number + 1))
    lines = [kind.to_bytes(1) + at.to_bytes(4) + index.to_bytes(2) for kind, at, index in rows]
    above = bytes(width)
    filtered = bytearray()
    for line in lines:
        # Each row as the difference from the one above (PNG's filter "up").
        filtered += b"\x02" + bytes((one - other) & 0xFF for one, other in zip(line, above, strict=True))
        above = line
    about = f"/Type/XRef/Size {len(lines)}/W[1 4 2]/DecodeParms<</Predictor 12/Columns {width}>>{about}"
    return _stream(number, about, bytes(filtered))


def _stream(number: int, about: str, content: bytes) -> bytes:
    data = compress(content)
    head = f"{number} 0 obj\n<<{about}/Filter/FlateDecode/Length {len(data)}>>stream\n"
    return head.encode("ascii") + data + b"\nendstream\nendobj\n"
