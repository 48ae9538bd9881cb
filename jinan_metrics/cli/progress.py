"""How far a long run is, on standard error, for somebody who watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from jinan_metrics.cli.reporter import Reporter

_Item = TypeVar("_Item")
# What is done sooner needs no bar.
_SECONDS = 1.0


def watched(
    items: Iterable[_Item], count: int, reporter: Reporter, *, streaming: bool = False
) -> Iterator[_Item]:
    """``items``, of which there are ``count``, with a bar from the second second on.

    None where standard error is no terminal, when quiet, and where the data is ``streaming`` onto the same terminal.
    """
    if reporter.quiet or streaming or count < 2 or not sys.stderr.isatty():
        yield from items
        return
    begun = time.monotonic()
    every = iter(items)
    done = 0
    for item in every:
        yield item
        done += 1
        if time.monotonic() - begun > _SECONDS:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count, completed=done)
        for item in every:
            yield item
            progress.advance(task)
