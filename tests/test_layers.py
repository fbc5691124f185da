"""The house rules that a linter does not know; the layers themselves are import contracts in pyproject.toml."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "eccp_desktop").rglob("*.py"))
HEAVY = ("PySide6", "ortools", "numpy", "pandas", "reportlab", "sqlalchemy", "openpyxl")


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = f"import eccp_desktop.cli, sys; print([name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert loaded.strip() == "[]"


def test_no_module_grows_beyond_400_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


@pytest.mark.parametrize("word", ["utils", "util", "helpers", "helper", "manager", "common", "misc"])
def test_modules_are_named_for_what_they_hold(word: str) -> None:
    assert [path for path in MODULES if path.stem == word or path.parent.name == word] == []


def test_every_exception_from_the_rules_of_types_and_style_gives_its_reason() -> None:
    unexplained = re.compile(r"#\s*(type:\s*ignore(\[[\w, -]+\])?|noqa(:\s*[A-Z0-9, ]+)?)\s*$")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if unexplained.search(line)
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(ROOT)) for path in MODULES if not path.read_text("utf-8").lstrip().startswith('"""')]
    assert silent == []
