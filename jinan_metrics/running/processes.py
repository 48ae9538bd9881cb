"""The same work on several cores: a process each, files handed out as they are ready, results put back in order.

Pipes of our own rather than a pool: a process that dies is known by the file it was at, which costs that file and no
other, and no more is held in memory than what is being worked on.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any

from jinan_metrics.messages import Remark
from jinan_metrics.running.work import STDIN, Outcome, Task

# Files handed to a process at once: it never waits for the next, and little is lost when it dies.
_BATCH = 4
# Files under way for each process, those that are done but wait for an earlier one included.
_WINDOW = 32

_Numbered = tuple[int, str]


class _Worker:
    """A process and the files it has been given, in the order in which it reads them."""

    def __init__(self, context: Any, task: Task) -> None:
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, task), daemon=True)
        self.process.start()
        theirs.close()
        self.given: deque[_Numbered] = deque()

    def give(self, files: list[_Numbered]) -> None:
        self.given += files
        with suppress(OSError):  # it has died, which is seen where its results are awaited
            self.connection.send(files)

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.connection.close()


def on_cores(paths: Iterable[str | Outcome], task: Task, jobs: int) -> Iterator[Outcome]:
    """What comes of each path, in order, worked out by ``jobs`` processes."""
    import jinan_metrics.extract  # once, before it is copied  # noqa: F401

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    workers: list[_Worker] = []
    try:
        workers += (_Worker(context, task) for _ in range(jobs))
        yield from _in_order(enumerate(paths), task, workers, context)
    finally:
        for worker in workers:
            worker.stop()


def _in_order(
    files: Iterator[tuple[int, str | Outcome]], task: Task, workers: list[_Worker], context: Any
) -> Iterator[Outcome]:
    done: dict[int, Outcome] = {}
    handed = told = 0
    more = True
    while more or any(worker.given for worker in workers):
        for worker in workers:
            while more and len(worker.given) <= _BATCH and handed - told < _WINDOW * len(workers):
                batch = list(islice(files, _BATCH))
                more = len(batch) == _BATCH
                handed += len(batch)
                reading: list[_Numbered] = []
                for number, path in batch:
                    if isinstance(path, Outcome):
                        done[number] = path
                    elif path == STDIN:  # the processes have none
                        done[number] = task.outcome(path)
                    else:
                        reading.append((number, path))
                worker.give(reading)
        awaited = {worker.connection: place for place, worker in enumerate(workers) if worker.given}
        for ready in wait(list(awaited)) if awaited else ():
            place = awaited[ready]
            worker = workers[place]
            try:
                number, outcome = worker.connection.recv()
            except (EOFError, OSError):
                workers[place] = _replaced(worker, done, task, context)
                continue
            worker.given.popleft()
            done[number] = outcome
        while told in done:
            yield done.pop(told)
            told += 1


def _replaced(dead: _Worker, done: dict[int, Outcome], task: Task, context: Any) -> _Worker:
    """A new process for one that died; the file it was at has failed."""
    dead.stop()
    number, path = dead.given.popleft()
    done[number] = Outcome(
        path, failures=[(path, Remark("running.died", reason=_reason(dead.process.exitcode)))]
    )
    new = _Worker(context, task)
    if dead.given:
        new.give(list(dead.given))
    return new


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def _serve(connection: Connection, task: Task) -> None:
    """Work off what comes, until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent is not None
    try:
        while connection in wait([connection, parent.sentinel]):
            for number, path in connection.recv():
                connection.send((number, task.outcome(path)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
