"""Sets the project up beside itself and runs it: demo, test, setup, run ARGS. Needs nothing but Python 3.11 - 3.13."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PROGRAM = BIN / ("eccp-desktop.exe" if os.name == "nt" else "eccp-desktop")
STAMP = VENV / "set-up.stamp"
LOG = VENV / "set-up.log"
CONSTRAINTS = ROOT / "build_spec" / "constraints.txt"
PACKAGES = ROOT / "build_spec" / "debian-packages.txt"

OLDEST, NEWEST = (3, 11), (3, 13)
START = "py start.py" if os.name == "nt" else "python3 start.py"
USAGE = f"""{START} demo            set up, then run the main job on a made-up event and open the window
{START} test            set up, then run every check and test
{START} setup           set up only
{START} run ARGS...     set up, then run eccp-desktop with ARGS"""

STEP = 70
"""Letters of the line that shows which library is being installed."""

NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "nodename nor servname",
    "NewConnectionError",
    "ConnectTimeoutError",
    "Network is unreachable",
    "ProxyError",
    # What pip says of a pinned version when no index answered it, with its warnings turned off.
    "(from versions: none)",
    "The user requested (constraint)",
)


class SetupFailed(Exception):
    """Set-up cannot go on; the text says what happened and what to do."""


def say(words: str) -> None:
    print(words, flush=True)


def child_environment() -> dict[str, str]:
    """The caller's environment without what would leak another Python in, in UTF-8, which Qt needs too."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "PIP_TARGET", "PIP_PREFIX"}
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    environment["PYTHONUTF8"] = "1"
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    locale = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or "C"
    if sys.platform.startswith("linux") and "utf" not in locale.lower():
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def heard(*command: object, **extra: str) -> tuple[bool, list[str]]:
    """Whether a command can be started and ends with 0, and the lines that it said; `extra` are variables for it."""
    environment = child_environment()
    environment.update(extra)
    try:
        ended = subprocess.run(
            [str(word) for word in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environment,
        )
    except OSError as error:
        return False, [str(error)]
    return ended.returncode == 0, ended.stdout.strip().splitlines()


def answers(*command: object) -> bool:
    """Whether a command can be started and ends with 0."""
    return heard(*command)[0]


def other_python(minor: int) -> list[str]:
    """How Python 3.`minor` is called on this machine; empty where it is not there."""
    command = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
    return command if shutil.which(command[0]) and answers(*command, "-c", "import sys") else []


def check_python(version: tuple[int, int], arguments: list[str]) -> None:
    """Refuse a Python outside OLDEST - NEWEST; where another one is at hand, say the command with it."""
    if OLDEST <= version <= NEWEST:
        return
    words = f"ECCP Desk needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is Python {version[0]}.{version[1]}."
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        python = other_python(minor)
        if python:
            command = shlex.join([*python, "start.py", *arguments])
            raise SetupFailed(f"{words} This machine has a suitable one: {command}")
    raise SetupFailed(f"{words} Install one from python.org or your system's packages, then run start.py with it.")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_command(packages: list[str]) -> str:
    return shlex.join(["sudo", "apt-get", "install", "-y", "--no-install-recommends", *packages])


def apt_install(packages: list[str]) -> bool:
    """Install packages of Debian or Ubuntu as root. False where apt could not."""
    say(f"Installing from the system's packages: {' '.join(packages)}")
    apt = ["apt-get", "-q", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"]
    heard(*apt, "update")
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done, lines = heard(*install, DEBIAN_FRONTEND="noninteractive")
    if not done:
        say("\n".join(lines[-5:]))
    return done


def make_venv_possible() -> None:
    """Debian and Ubuntu leave out what `python -m venv` needs: install it as root, else say the command."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = f"python3.{sys.version_info[1]}-venv"
    if shutil.which("apt-get") and is_root() and apt_install([package]):
        return
    if shutil.which("apt-get"):
        raise SetupFailed(f"Python's venv is missing. Run this, then start again: {apt_command([package])}")
    raise SetupFailed("This Python has no ensurepip module. Install your system's package for venv, or another Python.")


VENV_CHECK = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"


def remove_venv() -> None:
    try:
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        elif VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        words = f"The folder {VENV} is damaged and cannot be removed ({error}). Remove it by hand, then start again."
        raise SetupFailed(words) from error


def make_venv() -> None:
    """Leave a .venv that works: keep a sound one, make anew what is half made, damaged or of another Python."""
    if PYTHON.exists() and answers(PYTHON, "-c", VENV_CHECK):
        return
    make_venv_possible()
    if VENV.exists() or VENV.is_symlink():
        say("The folder .venv is not usable: making it anew.")
        remove_venv()
    say("Making the folder .venv for the libraries ...")
    base = getattr(sys, "_base_executable", None) or sys.executable
    made, lines = heard(base, "-m", "venv", VENV)
    if not made or not answers(PYTHON, "-c", VENV_CHECK):
        raise SetupFailed(f"Python could not make the folder {VENV}:\n" + "\n".join(lines[-5:]))


def show_step(words: str) -> None:
    """Write over the line that a terminal shows, in plain characters: not every Windows console knows codes to erase."""
    if sys.stdout.isatty():
        print("\r  " + words[:STEP].ljust(STEP), end="\r", flush=True)


def pip(*arguments: str) -> None:
    """Run pip, keep what it says in LOG, show which library it is at, and explain a failure in a sentence."""
    command = [str(PYTHON), "-m", "pip", "install", "--progress-bar", "off", *arguments]
    lines: list[str] = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
        env=child_environment(),
    ) as running:
        for line in running.stdout or ():
            lines.append(line.rstrip())
            if line.startswith(("Collecting ", "Installing collected", "  Downloading ")):
                show_step(line.strip())
    show_step("")
    with LOG.open("a", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")
    if running.returncode != 0:
        raise SetupFailed(explain_pip(lines))


def explain_pip(lines: list[str]) -> str:
    text = "\n".join(lines)
    if any(sign in text for sign in NO_NETWORK):
        return (
            "The libraries could not be fetched: the package index cannot be reached, or does not carry them. "
            "Connect this machine to the network (or set pip's proxy), then start again; what was done so far is kept."
        )
    if "No space left on device" in text:
        return "The disk is full: the libraries need about 1.5 GB. Free some space, then start again."
    return f"The libraries could not be installed. pip says (all of it is in {LOG}):\n" + "\n".join(lines[-8:])


def wanted_stamp() -> str:
    """What the installed libraries depend on: where the checkout lies, its pyproject and the pinned versions."""
    parts = (str(ROOT).encode(), (ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_set_up() -> bool:
    if not (PROGRAM.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8").strip() == wanted_stamp()):
        return False
    names = ["eccp_desktop", "PySide6", "ortools", "reportlab", "sqlalchemy", "typer", "pytest"]
    check = f"import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, {names})))"
    return answers(PYTHON, "-c", check)


def install_libraries() -> None:
    """The build backend first, so that the project's own build fetches nothing that is not pinned."""
    say("Installing the libraries, about 70 with 400 MB; the first time this takes a few minutes ...")
    LOG.unlink(missing_ok=True)
    pip("--constraint", str(CONSTRAINTS), "hatchling")
    pip("--constraint", str(CONSTRAINTS), "--no-build-isolation", "--editable", ".[test]")


QT_CHECK = """
import PySide6.QtPdf, PySide6.QtPdfWidgets, PySide6.QtPrintSupport, PySide6.QtSvg
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
QLabel("Qt loads").grab()
"""


def missing_packages(need: str) -> list[str]:
    """Packages of PACKAGES whose library this Linux cannot load. `need`: qt or window."""
    missing = []
    for line in PACKAGES.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        package, library, needed_by = line.split()
        if needed_by != need:
            continue
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install_system_packages() -> None:
    """Bring the libraries that Qt opens on Linux, where apt and root are at hand; say what is missing where not."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages("qt") + missing_packages("window")
    if not missing:
        return
    if shutil.which("apt-get") and is_root():
        apt_install(missing)
    elif shutil.which("apt-get"):
        say(f"Qt lacks libraries of the system. This installs them: {apt_command(missing)}")
    else:
        say(f"Qt lacks libraries of the system, which Debian has in these packages: {' '.join(missing)}")


def check_qt() -> None:
    loads, lines = heard(PYTHON, "-c", QT_CHECK, QT_QPA_PLATFORM="offscreen")
    if loads:
        return
    said = lines[-1] if lines else "it ended without a word"
    packages = missing_packages("qt") if sys.platform.startswith("linux") else []
    if packages and shutil.which("apt-get"):
        said += f"\nRun this, then start again: {apt_command(packages)}"
    elif sys.platform == "win32":
        said += "\nInstall the Microsoft Visual C++ Redistributable (x64), then start again."
    raise SetupFailed(f"Qt, which draws the window, does not load on this machine: {said}")


def setup() -> None:
    """Bring .venv to what pyproject and the constraints ask for; returns at once where it is there already."""
    if is_set_up():
        return
    make_venv()
    STAMP.unlink(missing_ok=True)
    install_system_packages()
    install_libraries()
    check_qt()
    STAMP.write_text(wanted_stamp() + "\n", encoding="utf-8")
    say("Set up.")


def run(*command: object, **extra: str) -> int:
    """Run a command of .venv in the caller's folder, and give back its exit code."""
    return subprocess.run([str(word) for word in command], env=child_environment() | extra).returncode


def test(arguments: list[str]) -> int:
    """Every check and every test, all of them even where one fails. `arguments` go to pytest."""
    os.chdir(ROOT)
    workers = [] if any(word.startswith("-n") for word in arguments) else ["-n", str(min(os.cpu_count() or 1, 4))]
    checks = {
        "ruff check": [PYTHON, "-m", "ruff", "check", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy --strict": [PYTHON, "-m", "mypy", "--strict"],
        "import contracts": [PYTHON, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
        "pytest": [PYTHON, "-m", "pytest", *workers, *arguments],
    }
    failed = []
    for name, command in checks.items():
        say(f"\n== {name}")
        if run(*command, QT_QPA_PLATFORM="offscreen") != 0:
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nAll checks and tests passed.")
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # the path of the checkout may have letters that the console has not
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb not in ("demo", "test", "setup", "run"):
        say(USAGE)
        return 0 if verb in ("-h", "--help", "help") else 2
    try:
        check_python(sys.version_info[:2], arguments)
        setup()
    except SetupFailed as failure:
        print(str(failure), file=sys.stderr, flush=True)
        return 3
    if verb == "test":
        return test(rest)
    if verb == "demo":
        ended = run(PYTHON, "-m", "eccp_desktop", "demo", *rest)
        say(f"Whatever eccp-desktop can do, this does too: {START} run --help")
        return ended
    return run(PROGRAM, *rest) if verb == "run" else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. Start again to go on.", file=sys.stderr)
        sys.exit(130)
