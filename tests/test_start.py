"""start.py: the newcomer's only command."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins() -> dict[str, str]:
    lines = (ROOT / "build_spec" / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.lower().replace("_", "-").split("==") for line in lines)


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"))
    imported = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_a_python_that_does_not_fit_is_refused_in_a_sentence(start: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(start.SetupFailed, match=r"needs Python 3\.11 to 3\.13; this is Python 3\.1[04]\."):
        start.check_python(version, ["demo"])


def test_another_python_that_fits_is_named_with_its_command(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "other_python", lambda minor: ["py", f"-3.{minor}"] if minor == 12 else [])
    with pytest.raises(start.SetupFailed, match=r"a suitable one: py -3\.12 start\.py test -x$"):
        start.check_python((3, 14), ["test", "-x"])


def test_a_command_that_is_not_there_is_heard_as_such(start: ModuleType, tmp_path: Path) -> None:
    done, lines = start.heard(tmp_path / "no such command")
    assert not done
    assert "no such command" in lines[0]


def test_letters_that_a_console_has_not_end_nothing(tmp_path: Path) -> None:
    """The path of a checkout, said by a program whose output knows Western letters only."""
    folder = tmp_path / "Ημερίδα"
    folder.mkdir()
    copy = shutil.copy(ROOT / "start.py", folder)
    program = "import start; start.setup = lambda: start.say(str(start.ROOT)); start.main(['setup'])"
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(copy).parent,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert said.stdout.strip().endswith(b"???????")


def test_a_missing_network_is_named_as_such(start: ModuleType) -> None:
    said = [
        "WARNING: Retrying ... NewConnectionError('Temporary failure in name resolution')",
        "ERROR: No matching ...",
    ]
    assert "cannot be reached" in start.explain_pip(said)


def test_another_failure_shows_the_last_lines_of_pip(start: ModuleType) -> None:
    assert start.explain_pip(["ERROR: ResolutionImpossible"]).endswith("ERROR: ResolutionImpossible")


def test_without_a_verb_it_prints_what_it_can_do(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main([]) == 2
    assert "start.py demo" in capsys.readouterr().out


def test_libraries_are_installed_again_only_when_what_is_asked_for_changes(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "constraints.txt"
    copy.write_bytes(start.CONSTRAINTS.read_bytes())
    monkeypatch.setattr(start, "CONSTRAINTS", copy)
    before = start.wanted_stamp()
    assert before == start.wanted_stamp()
    copy.write_text("changed==1\n", "utf-8")
    assert before != start.wanted_stamp()


def test_a_half_made_venv_is_made_anew(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PYTHON", tmp_path / ".venv" / start.PYTHON.relative_to(start.VENV))
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("home = /nowhere\n", "utf-8")
    start.make_venv()
    subprocess.run([start.PYTHON, "-c", "import pip"], check=True)


def test_every_pin_is_exact_and_names_no_host() -> None:
    lines = (ROOT / "build_spec" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []
    assert lines == sorted(lines, key=str.lower)


def test_what_the_project_needs_is_pinned_at_the_installed_version() -> None:
    wanted, reached = ["eccp-desktop"], set()
    unpinned = {}
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in reached:
            continue
        reached.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # needed on another system only
        if name != "eccp-desktop" and pins().get(name) != found.version:
            unpinned[name] = found.version
        for requirement in found.requires or []:
            other = re.match(r"[A-Za-z0-9._-]+", requirement)
            optional = "extra ==" in requirement and name != "eccp-desktop"
            if other and not optional:
                wanted.append(other.group())
    assert unpinned == {}


def test_the_list_of_system_packages_can_be_read(start: ModuleType) -> None:
    lines = [line.split() for line in start.PACKAGES.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {need for _, _, need in lines} == {"qt", "window"}
    assert all(".so" in library for _, library, _ in lines)
