"""The documents that a command is given: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from jinan_metrics.about import declared
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.usage import near
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim, Document
from jinan_metrics.reading import ReadError, document_files, read_all, read_all_bytes
from jinan_metrics.running.work import STDIN as STDIN
from jinan_metrics.running.work import piped


def named_or_piped(paths: Sequence[str] | None) -> list[str]:
    """``paths``, or standard input if there are none and text is piped in."""
    if paths:
        return list(paths)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("usage.no_input")
    return [STDIN]


def documents(paths: Sequence[str], reporter: Reporter, globs: Sequence[str] = ()) -> Iterator[Document]:
    """Every document that ``paths`` name, each file once; what cannot be read is reported and passed over."""
    return (document for _, document in each(files(paths, reporter, globs), reporter))


def each(paths: Iterable[str], reporter: Reporter) -> Iterator[tuple[str, Document]]:
    """The documents in files (no folders), each with its path."""

    def fail(error: ReadError) -> None:
        reporter.failure(error.where, error.remark)

    for path in paths:
        try:
            found = read_all_bytes(piped(), on_error=fail) if path == STDIN else read_all(path, fail)
            for document in found:
                for warning in document.warnings:
                    reporter.warning(path, warning)
                yield path, document
        except ReadError as error:
            fail(error)


def renamed(document: Document, name: str) -> Document:
    """``document`` under another name."""
    return replace(document, name=name)


def dated(documents: list[Document], year_of: Sequence[str]) -> list[Document]:
    """``documents`` with the years that ``--year`` declares."""
    names = [document.name for document in documents]
    years: dict[str, int] = {}
    for given in year_of:
        name, _, year = given.rpartition("=")
        if not (year.isascii() and year.isdigit() and 1 <= int(year) <= 9999) or (
            not name and len(documents) != 1
        ):
            raise UsageError("usage.year_of", given=given)
        name = name or names[0]
        if name not in names:
            raise UsageError("usage.no_document", given=name, near=near(name, names))
        years[name] = int(year)
    return [declared(d, year=years[d.name]) if d.name in years else d for d in documents]


class Failures(Protocol):
    """Somebody to tell what does not work."""

    def failure(self, where: str, remark: Remark) -> None: ...


def files(paths: Sequence[str], reporter: Failures, globs: Sequence[str] = ()) -> Iterator[str]:
    """``paths`` with folders replaced by the documents in them, those that match one of ``globs`` if there are any."""

    def fail(error: ReadError) -> None:
        reporter.failure(error.where, error.remark)

    seen: set[str] = set()
    for path in paths:
        folder = path != STDIN and os.path.isdir(path)
        found = document_files(path, fail, globs) if folder else [Path(path)]
        for file in map(os.fspath, found):
            same = file if file == STDIN else os.path.realpath(file)
            if same not in seen:
                seen.add(same)
                yield file


def claims(document: Document, reporter: Reporter) -> list[Claim]:
    """The claims of one document; a fault of the program in it is reported and costs no other document."""
    from jinan_metrics.extract import claims_of

    try:
        return claims_of(document)
    except Exception as error:
        if os.environ.get("JMETRICS_TRACEBACK"):
            raise
        reporter.failure(document.name, Remark("note.internal", error=f"{type(error).__name__}: {error}"))
        return []
