"""A logo beside the event file stands on its papers."""

import struct
import zlib
from pathlib import Path

from pypdf import PdfReader

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.paper_logo import logo_beside
from eccp_desktop.desk.papers import Papers, PrintJob
from tests.event_day import Guests, event_desk


def png() -> bytes:
    """A red picture of 40 x 10 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc0\x10\x10" * 40) * 10
    header = struct.pack(">IIBBBBB", 40, 10, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_a_logo_beside_the_event_stands_on_papers_and_outdates_none(tmp_path: Path, clock: HeldClock) -> None:
    desk = event_desk(tmp_path, clock)
    desk.do(Guests(("Anna Rossi", "Emily Ross")))
    papers = Papers(desk)
    papers.save(PrintJob("schedules"), tmp_path / "before.pdf")
    desk.file.path.with_name("fair logo.png").write_bytes(png())
    assert papers.stale_sheets() == ()
    for document in ("schedules", "attendance", "programme", "certificates"):
        options = {"whom": "all"} if document == "certificates" else {}
        saved = papers.save(PrintJob(document, options=options), tmp_path / f"{document}.pdf")
        assert saved is not None
        assert len(PdfReader(saved.path).pages[0].images) == 1
    desk.close()


def test_what_is_no_picture_is_left_out(tmp_path: Path, clock: HeldClock) -> None:
    desk = event_desk(tmp_path, clock)
    desk.do(Guests(("Anna Rossi",)))
    desk.file.path.with_name("fair logo.png").write_bytes(b"not a picture")
    assert logo_beside(desk.file.path) == b"not a picture"
    assert Papers(desk).preview(PrintJob("attendance")).pages == 1
    desk.close()
