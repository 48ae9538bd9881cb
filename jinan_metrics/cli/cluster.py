"""``jmetrics extract --engine dask``: partitions on a cluster, into a folder of Parquet files."""

from __future__ import annotations

import os
from collections.abc import Sequence

from jinan_metrics.cli.progress import watched
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.messages import Remark
from jinan_metrics.reading import ReadError
from jinan_metrics.running.work import STDIN, Task
from jinan_metrics.writing.whole_file import OutputError


def extract_on_cluster(
    paths: Sequence[str],
    task: Task,
    output: str | None,
    scheduler: str | None,
    jobs: int | None,
    size: int | None,
    reporter: Reporter,
) -> int:
    """Write the claims of ``paths`` below ``output``; what is written there already is not done again."""
    if output is None:
        raise UsageError("running.needs_output")
    if STDIN in paths or output == STDIN:
        raise UsageError("running.not_with_dask", option="-")
    try:
        from jinan_metrics.running import cluster, partitions
    except ImportError:
        raise UsageError("running.extra") from None
    try:
        found = list(partitions.partitions(paths, task, size or partitions.SIZE))
    except ReadError as error:
        reporter.failure(error.where, error.remark)
        return reporter.exit_code
    done = partitions.done(output)
    if done - {partition.name for partition in found}:
        raise OutputError(output, Remark("running.others"), wrong=True)
    left = [partition for partition in found if partition.name not in done]
    documents = claims = repeats = 0
    if left:
        try:
            client = cluster.connected(scheduler, jobs)
        except OSError as error:
            reporter.failure(scheduler or "dask", Remark("running.unreachable", reason=type(error).__name__))
            return reporter.exit_code
        try:
            with client:
                for _, written in watched(
                    cluster.on_cluster(client, left, task, output), len(left), reporter
                ):
                    documents += written.documents
                    claims += written.claims
                    repeats += written.repeats_left_out
                    for where, remark in written.failures:
                        reporter.failure(where, remark)
                    for where, warning in written.warnings:
                        reporter.warning(where, warning)
        except OSError:  # also where the client cannot take its leave
            reporter.failure(scheduler or "dask", Remark("running.no_scheduler"))
            return reporter.exit_code
    if repeats:
        reporter.note("note.repeats", count=repeats)
    reporter.note(
        "running.written",
        claims=claims,
        documents=documents,
        partitions=len(left),
        path=os.fspath(output),
        kept=len(found) - len(left),
    )
    return reporter.exit_code
