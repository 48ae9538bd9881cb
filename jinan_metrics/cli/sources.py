"""The claims that ``find``, ``series`` and ``audit`` look through: of files, of the library, or of the shipped documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.model import Claim


@contextmanager
def searched(given: Sequence[str] | None, library: str | None, reporter: Reporter) -> Iterator[Any]:
    """What to search (a ``finding.Source``): the documents of ``given``, else the library, else the shipped documents."""
    from jinan_metrics.finding.search import Claims
    from jinan_metrics.library.store import Library, default_path

    path = library or default_path()
    if not given and (library is not None or output.exists(path)):
        if not output.exists(path):
            reporter.note("library.none", path=path)
            yield Claims(())
            return
        with Library(path) as opened:
            if stale := opened.stale():
                reporter.note("library.stale", count=stale)
            yield opened
        return
    if not given:
        from jinan_metrics.seeds import seed_paths

        reporter.note("note.shipped")
        given = [os.fspath(seed) for seed in seed_paths()]
    claims: list[Claim] = []
    titles: dict[str, str] = {}
    for document in inputs.documents(given, reporter):
        titles[document.name] = document.title
        claims += inputs.claims(document, reporter)
    yield Claims(claims, titles)


def claims_of_library(library: str | None, reporter: Reporter) -> list[Claim]:
    """All claims of the library, of the shipped documents where there is none."""
    with searched(None, library, reporter) as source:
        return list(source.claims() if callable(source.claims) else source.claims)


def synonyms_of_user(given: str | None) -> Any:
    """The user's aliases: of ``--aliases``, else of the file that ``JMETRICS_ALIASES`` names, else none."""
    from jinan_metrics.comparing import AliasError, Aliases

    path = given or os.environ.get("JMETRICS_ALIASES")
    if not path:
        return Aliases()
    try:
        return Aliases.read(path)
    except AliasError as error:
        raise UsageError("note.failure", where=error.where, text=error.remark) from error
