"""Claims of many documents: in this process or on all cores. What comes out is the same, and in the order of the paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from jinan_metrics.running.work import Outcome, Task

# So many files are read before processes for the others are worth starting.
_FEW = 12


def outcomes(paths: Iterable[str | Outcome], task: Task, jobs: int | None = None) -> Iterator[Outcome]:
    """What comes of each path; ``jobs`` processes, by default one a core where there are more than a few paths.

    An outcome among the paths is passed on in its place.
    """
    opening: list[str | Outcome] = []
    if jobs is None:
        paths = iter(paths)
        opening = list(islice(paths, _FEW + 1))
        jobs = cores() if len(opening) > _FEW else 1
    every = chain(opening, paths)
    if jobs == 1:
        return (path if isinstance(path, Outcome) else task.outcome(path) for path in every)
    from jinan_metrics.running.processes import on_cores

    return on_cores(every, task, jobs)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


__all__ = ["Outcome", "Task", "cores", "outcomes"]
