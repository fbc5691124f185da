"""The house rules that a linter does not know; the layers themselves are import contracts in pyproject.toml."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "eccp_desktop").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
OF_THE_WHOLE = {"benchmarks", "journeys", "packaging", "pictures", "torture"}
"""Folders of tests that are about more than one part of the package."""
HEAVY = ("PySide6", "ortools", "numpy", "pandas", "reportlab", "sqlalchemy", "openpyxl")


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = f"import eccp_desktop.cli, sys; print([name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert loaded.strip() == "[]"


def test_no_module_grows_beyond_400_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES + TESTS}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_tests_lie_where_what_they_test_lies() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path in TESTS if path.name.startswith("test_")}
    parts = [folder for folder in folders if not OF_THE_WHOLE & set(folder.parts)]
    assert [str(folder) for folder in parts if not (ROOT / "eccp_desktop" / folder).is_dir()] == []


@pytest.mark.parametrize("word", ["utils", "util", "helpers", "helper", "manager", "common", "misc"])
def test_modules_are_named_for_what_they_hold(word: str) -> None:
    assert [path for path in MODULES if path.stem == word or path.parent.name == word] == []


def test_every_exception_from_the_rules_of_types_and_style_gives_its_reason() -> None:
    unexplained = re.compile(r"#\s*(type:\s*ignore(\[[\w, -]+\])?|noqa(:\s*[A-Z0-9, ]+)?)\s*$")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES + TESTS
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if unexplained.search(line)
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(ROOT)) for path in MODULES if not path.read_text("utf-8").lstrip().startswith('"""')]
    assert silent == []
