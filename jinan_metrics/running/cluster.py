"""The partitions of a large input on many machines, by Dask: a scheduler that is running, or one on this machine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import islice
from typing import Any

import fsspec
from distributed import Client, as_completed

from jinan_metrics.messages import Remark
from jinan_metrics.running import cores
from jinan_metrics.running.partitions import Partition, Written, leftovers, work_off
from jinan_metrics.running.work import Task

# Partitions handed to the scheduler for each thread of its workers: the next is there when one is done.
_AHEAD = 2
# How often a partition is tried elsewhere after its worker was lost.
_RETRIES = 3
# How long a scheduler may take to answer.
_SECONDS = 20


def connected(scheduler: str | None, jobs: int | None) -> Client:
    """A client of the scheduler at an address; without one, of ``jobs`` processes (one a core) started here.

    Raises ``OSError`` where nothing answers.
    """
    # What Dask has to say of lost machines, at length, is said by what comes of the partitions.
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    if scheduler is not None:
        return Client(scheduler, timeout=_SECONDS, set_as_default=False)
    return Client(
        n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL,
        set_as_default=False,
    )  # fmt: skip


def on_cluster(
    client: Client, partitions: list[Partition], task: Task, output: str
) -> Iterator[tuple[Partition, Written]]:
    """Each partition with what came of it, as they are done. One that cannot be done is a failure of its documents.

    Raises ``ConnectionError`` where the scheduler is lost.
    """
    waiting = iter(partitions)
    threads = sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())
    under_way: dict[Any, Partition] = {}

    def submit(count: int) -> list[Any]:
        futures = []
        for partition in islice(waiting, count):
            future = client.submit(work_off, partition, task, output, pure=False, retries=_RETRIES)
            under_way[future.key] = partition
            futures.append(future)
        return futures

    finished = as_completed(submit(max(threads, 1) * _AHEAD), loop=client.loop)
    for future in finished:
        partition = under_way.pop(future.key)
        if future.cancelled():
            raise ConnectionError("the scheduler is gone")
        error = future.exception()
        if error is None:
            yield partition, future.result()
        else:
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            yield partition, Written(failures=[(partition.name, Remark("running.partition", reason=reason))])
        future.release()
        finished.update(submit(1))
    remove_leftovers(output)


def remove_leftovers(output: str) -> None:
    """Remove what killed workers left half written; nobody is at work any more."""
    system, _ = fsspec.core.url_to_fs(output)
    for path in list(leftovers(output)):
        system.rm(path)
