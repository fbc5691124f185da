"""The figures that a user feels, as medians of several runs: `python -m tests.benchmarks.figures [RUNS]`.

Cold start of the command line and of the window over the demo event, import of the large sample (where it exists), and a
check-in from key to painted list.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
LARGE = REPOSITORY.parent / "shared" / "samples" / "large"
PROGRAM = [sys.executable, "-m", "eccp_desktop"]

SESSIONS = ["--session", "09:00-12:30", "--session", "14:00-17:30", "--slot", "20", "--gap", "5"]
NEW = ["--name", "Fair", "--zone", "Europe/Berlin", "--day", "2016-04-25", "--day", "2016-04-26", *SESSIONS]
NEW += ["--tables", "60", "--sides", "EU,US"]


def timed(command: list[str]) -> float:
    """Seconds of a whole process."""
    begun = time.time()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=REPOSITORY)
    return time.time() - begun


def window_start(event: Path) -> float:
    """Seconds from the start of the process to a window that can be used."""
    begun = time.time()
    command = [sys.executable, "-m", "tests.benchmarks.window_start", str(event)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY).stdout
    return float(told.split()[-1]) - begun


def check_in(event: Path) -> list[float]:
    """Seconds from Enter to the painted list, for twenty people after each other, in one window."""
    command = [sys.executable, "-m", "tests.benchmarks.check_in", str(event)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY).stdout
    return [float(word) for word in told.split()]


def report(name: str, target: float, measured: list[float]) -> None:
    """One line: median and worst against the target, in seconds."""
    median, worst = statistics.median(measured), max(measured)
    verdict = "met" if median <= target else "MISSED"
    print(f"{name:48} target {target:6.2f}  median {median:6.3f}  worst {worst:6.3f}  {verdict}", flush=True)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    def several(measure: Callable[[], float]) -> list[float]:
        return [measure() for _ in range(runs)]

    with tempfile.TemporaryDirectory() as folder:
        os.environ["ECCP_DESKTOP_HOME"] = str(Path(folder) / "home")
        report("eccp-desktop --help", 0.5, several(lambda: timed([*PROGRAM, "--help"])))
        demo = Path(folder) / "demo"
        report("demo --no-window", 60, [timed([*PROGRAM, "demo", str(demo), "--no-window"])])
        event = next(demo.glob("*.eccp"))
        report("window usable, demo event", 2, several(lambda: window_start(event)))
        report("check-in to repaint, demo event", 0.15, check_in(event))
        if LARGE.exists():
            files = [str(LARGE / name) for name in ("people.xlsx", "requests.csv", "availability.csv")]

            def large_import() -> float:
                path = Path(folder) / f"large-{time.time_ns()}.eccp"
                timed([*PROGRAM, "new", str(path), *NEW])
                return timed([*PROGRAM, "import", str(path), *files])

            report("import of 450 people and 1,700 requests", 10, several(large_import))
        else:
            print("no large sample beside the repository: its import was not measured")


if __name__ == "__main__":
    main()
