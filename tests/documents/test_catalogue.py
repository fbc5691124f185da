"""The list of documents."""

import subprocess
import sys

import pytest

from eccp_desktop.documents.catalogue import CATALOGUE, document, renderer
from eccp_desktop.documents.paper import PAPERS


def test_each_document_is_listed_once() -> None:
    ids = [entry.id for entry in CATALOGUE]
    assert len(set(ids)) == len(ids)
    assert {"schedules", "tables", "attendance", "badges"} <= set(ids)


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.id)
def test_each_document_can_be_drawn_on_papers_that_exist(entry: object) -> None:
    assert callable(renderer(entry))
    assert set(entry.papers) <= set(PAPERS)
    assert all(option.values for option in entry.options)


def test_an_unknown_document_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        document("poster")


def test_the_catalogue_is_read_without_reportlab() -> None:
    code = "import sys, eccp_desktop.documents.catalogue; sys.exit('reportlab' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
