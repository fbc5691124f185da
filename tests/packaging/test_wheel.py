"""The wheel carries what the program needs, and works where no checkout is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the wheel was unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def outside_the_checkout(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the interpreter so that the unpacked wheel comes before the checkout."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=installed.parent, env=environment, capture_output=True, text=True, timeout=180
    )


@pytest.mark.parametrize("part", ["resources/icons/eccp-desk.svg", "db/demo/people.xlsx", "db/demo/frame.toml"])
def test_resources_and_the_demo_event_are_inside(installed: Path, part: str) -> None:
    assert (installed / "eccp_desktop" / part).is_file()


def test_the_migrations_are_inside(installed: Path) -> None:
    assert list((installed / "eccp_desktop" / "db" / "migrations").rglob("*.py"))


def test_the_program_finds_its_resources_there(installed: Path) -> None:
    code = "from eccp_desktop.base.resources import *; print(resource_path('icons').is_dir(), database_path('demo'))"
    ended = outside_the_checkout(installed, "-c", code)
    assert ended.stdout.split(maxsplit=1) == ["True", f"{installed / 'eccp_desktop' / 'db' / 'demo'}\n"], ended.stderr


def test_the_command_line_starts_from_there(installed: Path) -> None:
    ended = outside_the_checkout(installed, "-m", "eccp_desktop", "--help")
    assert ended.returncode == 0, ended.stderr
    assert "schedule" in ended.stdout


def test_everything_works_from_there(installed: Path) -> None:
    ended = outside_the_checkout(installed, "-m", "eccp_desktop", "self-test")
    assert ended.stdout.startswith("All of it works"), ended.stderr
