"""``jmetrics show``: the text of a document as its reader made it, the claims marked in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import LangOption, LibraryOption, QuietOption
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.messages import Lang, text
from jinan_metrics.model import Claim, Document
from jinan_metrics.reading.layout import PAGE
from jinan_metrics.writing.cells import amount, shown

_OPEN, _CLOSE = "⟦", "⟧"
_BOLD, _PLAIN = "\x1b[1;36m", "\x1b[0m"


def show(
    ctx: typer.Context,
    doc: Annotated[str | None, typer.Argument(metavar="DOC", help="help.doc")] = None,
    claims: Annotated[bool, typer.Option("--claims", help="help.claims")] = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the text of a document, exactly as spans of claims count it."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    if doc is None:
        raise UsageError("show.no_document")
    terminal = sys.stdout.isatty()
    for document in _documents(doc, library, reporter):
        if claims:
            found = inputs.claims(document, reporter)
            pieces: Iterator[str] = _marked(
                document.text, found, reporter.lang, color=terminal and not os.environ.get("NO_COLOR")
            )
        else:
            pieces = _lines(document.text) if terminal else iter((document.text,))
        sys.stdout.writelines(pieces)
    sys.stdout.flush()
    return reporter.exit_code


def _documents(doc: str, library: str | None, reporter: Reporter) -> Iterator[Document]:
    """The document in the file of that name, else the one that the library knows by it."""
    if doc != inputs.STDIN and not output.exists(doc):
        from jinan_metrics.library.store import Library, default_path

        path = library or default_path()
        if output.exists(path):
            with Library(path) as opened:
                names = opened.find(doc)
                stored = [entry for entry in opened.documents() if entry.name in names]
                for entry in stored:
                    told = opened.text(entry.name)
                    yield Document(
                        entry.name, told or "", place=entry.place, year=entry.year, spoken=entry.spoken
                    )
            if stored:
                return
    for _, document in inputs.each([doc], reporter):
        yield document


def _lines(words: str) -> Iterator[str]:
    """The text a line at a time, with nothing that a terminal obeys."""
    for line in words.split("\n"):
        yield shown(line.replace("\t", "    ")) + "\n"


def _marked(words: str, claims: list[Claim], lang: Lang, *, color: bool) -> Iterator[str]:
    """The text with every expression in brackets, and below each line what is claimed in it."""
    waiting = sorted(claims, key=lambda claim: (claim.start, claim.end))
    opened, closed = (_BOLD + _OPEN, _CLOSE + _PLAIN) if color else (_OPEN, _CLOSE)
    at, first, page = 0, 0, 1
    for line in words.split("\n"):
        end = at + len(line)
        last = first
        while last < len(waiting) and waiting[last].start < end:
            last += 1
        here = waiting[first:last]
        pieces: list[str] = []
        done = at
        for claim in here:
            if claim.start >= done:
                pieces += [
                    shown(words[done : claim.start]),
                    opened,
                    shown(words[claim.start : claim.end]),
                    closed,
                ]
                done = claim.end
        pieces.append(shown(words[done:end]) if done <= end else "")
        for _ in range(line.count(PAGE)):
            page += 1
            yield f"── {text('show.page', lang, page=page)} ──\n"
        yield "".join(pieces).replace(shown(PAGE), "") + "\n"
        for claim in here:
            yield f"    ↳ {_told(claim, lang)}\n"
        at, first = end + 1, last


def _told(claim: Claim, lang: Lang) -> str:
    """A claim in a line: name, amount, kind, year, span, rule."""
    parts = [shown(claim.metric), amount(claim.to_dict(), lang), text(f"kind.{claim.kind}", lang)]
    if claim.role != "actual":
        parts.append(text(f"role.{claim.role}", lang))
    if claim.period is not None:
        parts.append(str(claim.period))
    return "  ".join((*parts, f"{claim.start}:{claim.end}", claim.rule))
