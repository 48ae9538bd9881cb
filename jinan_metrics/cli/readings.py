"""Documents with their claims, for commands that show both: of files, of the library, or of the two that ship."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.progress import watched
from jinan_metrics.cli.reporter import Reporter
from jinan_metrics.model import Claim, Document

Read = tuple[Document, list[Claim]]


def documents_with_claims(
    paths: Sequence[str] | None, library: str | None, year_of: Sequence[str] | None, reporter: Reporter
) -> Iterator[Read]:
    """Every document that ``paths`` name, else of the library, else those that ship; claims include repeats.

    No two have the same name: a second one of a name gets a number behind it, as in the library.
    """
    if not paths:
        from jinan_metrics.library.store import default_path

        path = library or default_path()
        if library is not None or output.exists(path):
            yield from _of_library(path, reporter)
            return
        from jinan_metrics.seeds import seed_paths

        reporter.note("report.seeds")
        paths = [os.fspath(path) for path in seed_paths()]
    taken: dict[str, int] = {}
    documents = inputs.dated(list(inputs.documents(paths, reporter)), year_of or ())
    for document in watched(documents, len(documents), reporter):
        taken[document.name] = taken.get(document.name, 0) + 1
        if taken[document.name] > 1:
            document = inputs.renamed(document, f"{document.name}~{taken[document.name]}")
        yield document, inputs.claims(document, reporter)


def _of_library(path: str | os.PathLike[str], reporter: Reporter) -> Iterator[Read]:
    from jinan_metrics.library.store import Library

    if not output.exists(path):
        reporter.note("library.none", path=path)
        return
    with Library(path) as opened:
        if stale := opened.stale():
            reporter.note("library.stale", count=stale)
        for document in opened.read():
            yield document, list(opened.claims(docs=[document.name], repeats=True))
