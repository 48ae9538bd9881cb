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


def watching(reporter: Reporter) -> bool:
    """Whether somebody would see a bar: standard error is a terminal and not to be quiet."""
    return not reporter.quiet and sys.stderr.isatty()


def watched(items: Iterable[_Item], count: int, reporter: Reporter) -> Iterator[_Item]:
    """``items``, of which there are ``count``, with a bar from the second second on where somebody sees it."""
    if count < 2 or not watching(reporter):
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
