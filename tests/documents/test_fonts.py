"""Fonts: read when a text needs them, small, free, and never without a glyph."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from pypdf import PdfReader
from pypdf.generic import ContentStream

from eccp_desktop.base.resources import resource_path
from eccp_desktop.documents import attendance, badges, certificates, schedules
from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.badge_view import BadgesView
from eccp_desktop.documents.certificates_view import Certificate, CertificatesView
from eccp_desktop.documents.scripts import SCRIPTS
from tests.documents.examples import CHOICE, DAYS, HEAD, attendee, badge, meeting, sheet_of, view_of
from tests.documents.names import names
from tests.documents.reading import pages_of

NOT_DEFINED = b"\0"
"""ReportLab writes it for a character that a font lacks."""
MOST_BYTES = 6_000_000
NAMES = [
    ("محمد الفاسي", "Mhmd Lfsy", "NotoSansArabic"),
    ("王 伟", "Wang Wei", "DroidSansFallback-Han"),
    ("山田 たろう", "Shan Tian Tarou", "DroidSansFallback-Han"),
    ("김 민수", "Gim Minsu", "DroidSansFallback-Hangul"),
    ("כהן יעל", "Khhn Y'l", "NotoSansHebrew"),
    ("გიორგი ბერიძე", "Giorgi Beridze", "NotoSansGeorgian"),
    ("Արամ Խաչատրյան", "Aram Khach'atryan", "NotoSansArmenian"),
]


def papers(name: str) -> dict[str, bytes]:
    """Documents with somebody of this name, by id."""
    person = replace(sheet_of(0, (meeting(1, "09:00"),)), name=name, organisation=name)
    given, family = name.split(" ")
    certificate = Certificate(name, name, name, "MA", "")
    return {
        "schedules": schedules.render(view_of(person), CHOICE),
        "attendance": attendance.render(
            AttendanceView(HEAD, (attendee(0, sorted_as=name, organisation=name),)), CHOICE
        ),
        "badges": badges.render(BadgesView(HEAD, (badge(0, first=given, second=family, organisation=name),)), CHOICE),
        "certificates": certificates.render(CertificatesView(HEAD, DAYS, (certificate,)), CHOICE),
    }


@pytest.mark.parametrize(("name", "reading", "font"), NAMES)
def test_a_name_is_found_in_its_own_script_and_by_its_reading(name: str, reading: str, font: str) -> None:
    for id, pdf in papers(name).items():
        text = unicodedata.normalize("NFC", pages_of(pdf)[0])
        assert reading in text, id
        assert all(word in text for word in name.split()), id


@pytest.mark.parametrize(("name", "reading", "font"), NAMES)
def test_the_font_is_embedded_as_a_subset(name: str, reading: str, font: str) -> None:
    for pdf in papers(name).values():
        fonts = [one.get_object() for one in PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()]
        (found,) = [one for one in fonts if font in one["/BaseFont"]]
        assert len(found["/FontDescriptor"]["/FontFile2"].get_object().get_data()) < 40_000


@settings(max_examples=25)
@given(name=names(), organisation=names())
def test_no_missing_glyph_is_ever_drawn(name: str, organisation: str) -> None:
    people = (attendee(0, sorted_as=name, organisation=organisation),)
    reader = PdfReader(BytesIO(attendance.render(AttendanceView(HEAD, people), CHOICE)))
    for page in reader.pages:
        for values, operator in ContentStream(page.get_contents(), reader).operations:
            assert operator != b"Tj" or NOT_DEFINED not in values[0].original_bytes


def test_the_same_name_gives_the_same_bytes_whatever_was_drawn_before() -> None:
    first = papers("محمد الفاسي")
    papers("عبد الرحمن")
    papers("欧阳 明华")
    assert papers("محمد الفاسي") == first


def test_european_names_need_no_further_font() -> None:
    program = (
        "from reportlab.pdfbase import pdfmetrics\n"
        "from eccp_desktop.documents.own_script import shown\n"
        "from eccp_desktop.documents.sheet import Sheet\n"
        "from eccp_desktop.documents.paper import PAPERS\n"
        "sheet = Sheet('a', 'en')\n"
        "sheet.begin_page(PAPERS['A4'])\n"
        "sheet.put('Łukasz Παπαδόπουλος Мария สมชาย 😀', 50, 50, 400)\n"
        "sheet.finished()\n"
        "print(sorted(name for name in pdfmetrics._fonts if 'Noto' in name or 'Droid' in name))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_the_fonts_are_small_and_their_licences_stand_beside_them() -> None:
    folder = resource_path("fonts")
    files = {path.name: path for path in folder.iterdir()}
    assert {f"{script.font}.ttf" for script in SCRIPTS} == {name for name in files if name.endswith(".ttf")}
    assert sum(path.stat().st_size for path in files.values()) <= MOST_BYTES
    assert {"README.md", "LICENSE-OFL-1.1.txt", "LICENSE-Apache-2.0.txt"} <= set(files)
    about = files["README.md"].read_text(encoding="utf-8")
    assert all(script.font in about for script in SCRIPTS)
