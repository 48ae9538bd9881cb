"""Times that can be compared: everything in turn, round after round, the best round of each."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

_WATCH = """
import os, sys, time
begun = time.perf_counter()
null = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


_TURN = 0.1  # seconds

Work = Callable[[], float]  # does it and returns the seconds of processor time that it took


def timed(run: Callable[[], object]) -> Work:
    """Work that is done in this process."""

    def work() -> float:
        begun = time.process_time()
        run()
        return time.process_time() - begun

    return work


def best_times(work: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """Seconds of processor time of each piece of work: the least of ``rounds``, the pieces taking turns.

    What is soon done is done again until its turn is over: the first time after others it finds nothing in the caches of
    the processor.
    """
    best = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, run in work.items():
            left = _TURN
            while left > 0:
                seconds = run()
                left -= seconds
                best[name] = min(best[name], seconds)
    return best


class Process(NamedTuple):
    """What a whole process took from start to end: the least of several runs."""

    seconds: float
    processor: float  # seconds of it: what others do on the machine hardly changes them
    megabytes: float  # peak


def process(command: Sequence[str], rounds: int = 7, *, warm: bool = True) -> Process:
    """Time and peak memory of a process; ``warm``: after a run that is not counted."""
    # Byte code is written and used, as it is in any installation. A small process watches: what a child is forked from
    # counts for its memory.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    watched = [sys.executable, "-S", "-E", "-c", _WATCH, *command]
    best = Process(float("inf"), float("inf"), 0.0)
    for _ in range(rounds + warm):
        done = subprocess.run(watched, capture_output=True, text=True, env=environ, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr}")
        seconds, processor, memory = map(float, done.stdout.split())
        peak = memory / (1024 if sys.platform != "darwin" else 1024**2)
        best = Process(min(best.seconds, seconds), min(best.processor, processor), peak)
    return best


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column holds words, the others numbers."""
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])
