"""The engine in a process of its own, so that it neither holds up the window nor survives being stopped."""

import gc
import os
import signal
from _thread import interrupt_main
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from threading import Event as Flag
from threading import Lock, Thread
from time import sleep
from typing import cast

from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.problem import Mode, Problem
from eccp_desktop.timetable.timetable import Timetable

_POLL_SECONDS = 0.02
_GRACE_SECONDS = 5.0
_PATIENCE_SECONDS = 0.05
"""Much of the search sees by itself within this time that it should stop."""


class EngineEnded(Exception):
    """The process of the engine ended without an answer, and before its first timetable."""


def solve_apart(
    problem: Problem,
    mode: Mode = Mode.ALL,
    seconds: float = 30.0,
    seed: int = 0,
    workers: int = 1,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
    ending: Stopping = never_stopping,
) -> Timetable:
    """As `engine.solve`, in a spawned process.

    When `stopping` turns true the best so far comes back with reasons; a solver that cannot be interrupted is left behind,
    so that this takes less than a second for the biggest events, and a fraction of it for others. When `ending` turns true
    the process is ended at once, and the last timetable that it had sent comes back, without reasons. Raises Refusal as
    `solve` does, and EngineEnded where there is no timetable at all.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    stop = context.Event()
    process = context.Process(target=_serve, args=(sender, stop, problem, mode, seconds, seed, workers), daemon=True)
    process.start()
    sender.close()
    try:
        return _listen(receiver, process.is_alive, stop, report, stopping, ending)
    finally:
        if process.is_alive() and (ending() or not stop.is_set()):
            process.terminate()
        process.join(_GRACE_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        receiver.close()
        process.close()


def _listen(
    receiver: Connection,
    alive: Callable[[], bool],
    stop: Event,
    report: Report,
    stopping: Stopping,
    ending: Stopping,
) -> Timetable:
    best: Timetable | None = None
    while not ending():
        if stopping():
            stop.set()
        if not receiver.poll(_POLL_SECONDS):
            if not alive() and not receiver.poll():
                break
            continue
        try:
            kind, value = cast("tuple[str, object]", receiver.recv())
        except EOFError:
            break
        if kind == "progress":
            report(cast(Progress, value))
        elif kind == "improved":
            best = cast(Timetable, value)
        elif kind == "refused":
            code, facts = cast("tuple[str, dict[str, object]]", value)
            raise Refusal(code, **facts)
        else:
            return cast(Timetable, value)
    if best is None:
        raise EngineEnded
    return best


class _Left(BaseException):
    """The search is left behind: its best is being sent already."""


def _serve(
    sender: Connection, stop: Event, problem: Problem, mode: Mode, seconds: float, seed: int, workers: int
) -> None:
    """What runs in the process: solve, and send what happens as (kind, value)."""
    from eccp_desktop.timetable.engine import Run

    sending, left = Lock(), Flag()

    def leave(*_: object) -> None:
        # Ctrl+C on a terminal reaches every process of the command; whether to stop is decided by the one that asked.
        if left.is_set():
            raise _Left

    def send(kind: str, value: object) -> None:
        with sending:
            sender.send((kind, value))

    signal.signal(signal.SIGINT, leave)
    run = Run(
        problem,
        mode,
        seconds,
        seed,
        workers,
        report=lambda step: send("progress", step),
        stopping=stop.is_set,
        improved=lambda interim: send("improved", interim),
    )

    def answer_when_stopped() -> None:
        """A linear programme listens to nobody: the best plan is finished beside it, and the process ends."""
        stop.wait()
        gc.disable()  # it would go through millions of rows of a solver, in a process that is about to end
        sleep(_PATIENCE_SECONDS)
        while not run.has_plan:
            sleep(_POLL_SECONDS)
        with sending:
            if not run.finishing:
                left.set()
                interrupt_main()  # what is not inside a solver would only slow this down
            sender.send(_answer(run.answer_now))
            os._exit(0)

    Thread(target=answer_when_stopped, daemon=True).start()
    try:
        send(*_answer(run.timetable))
    except _Left:
        Flag().wait()  # until the other thread ends the process
    finally:
        sender.close()


def _answer(made: Callable[[], Timetable]) -> tuple[str, object]:
    try:
        return "done", made()
    except Refusal as refusal:
        return "refused", (refusal.code, dict(refusal.facts))
