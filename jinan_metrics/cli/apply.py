"""``jmetrics apply``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from jinan_metrics.cli import output, readings
from jinan_metrics.cli.options import (
    ColorOption,
    FormatOption,
    LangOption,
    LibraryOption,
    NoBomOption,
    OutputOption,
    QuietOption,
)
from jinan_metrics.cli.reporter import Reporter
from jinan_metrics.messages import Remark
from jinan_metrics.model import FIELDS, Document
from jinan_metrics.writing import FOR_PEOPLE, READABLE, Layout, Row, pieces
from jinan_metrics.writing.whole_file import OutputError, write_whole


def apply(
    ctx: typer.Context,
    corrections: Annotated[str, typer.Argument(metavar="CORRECTIONS", help="help.corrections")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.paths")] = None,
    as_gold: Annotated[str | None, typer.Option("--as-gold", metavar="DIR", help="help.as_gold")] = None,
    library: LibraryOption = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the corrected claims, or write them as gold."""
    from jinan_metrics.correcting import CorrectionError, Corrections

    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input([corrections, *(paths or [])])
    try:
        made = Corrections.read(corrections)
    except CorrectionError as error:
        reporter.failure(error.where, error.remark)
        return reporter.exit_code
    results = _results(made, paths, library, reporter)
    if as_gold is not None:
        _write_gold(as_gold, results, reporter)
        return reporter.exit_code
    seen: list[Row] = []
    layout = Layout(
        columns=READABLE if format_name in FOR_PEOPLE else FIELDS,
        lang=reporter.lang,
        width=output.width(),
        color=destination.colored,
        documents=seen,
    )
    destination.send(
        pieces(format_name, _rows(results, seen), layout), with_mark=format_name == "csv" and not no_bom
    )
    return reporter.exit_code


def _results(
    made: Any, paths: list[str] | None, library: str | None, reporter: Reporter
) -> Iterator[tuple[Document, Any, bool]]:
    """Each document with its corrected claims, and whether it was in the page; what does not fit is reported."""
    from jinan_metrics.correcting import corrected
    from jinan_metrics.reporting.contents import fingerprint

    waiting = dict(made.documents)
    count = 0
    for document, claims in readings.documents_with_claims(paths, library, None, reporter):
        checked_text = waiting.pop(document.name, None)
        if checked_text is not None and checked_text != fingerprint(document.text):
            reporter.warning(document.name, Remark("apply.changed"))
        own = [one for one in made.corrections if one.doc == document.name]
        result = corrected(document, [claim for claim in claims if claim.repeat_of is None], own)
        for one in result.left_over:
            words = {name: getattr(one, name) for name in ("action", "text", "start", "metric")}
            reporter.failure(document.name, Remark("apply.left_over", **words))
        count += len(own) - len(result.left_over)
        yield document, result, checked_text is not None
    for name in waiting:
        if any(one.doc == name for one in made.corrections):
            reporter.failure(name, Remark("apply.no_document"))
    reporter.note("apply.done", count=count)


def _rows(results: Iterator[tuple[Document, Any, bool]], seen: list[Row]) -> Iterator[Row]:
    for document, result, _ in results:
        seen.append(document.to_dict())
        yield from (claim.to_dict() for claim in result.claims)


def _write_gold(folder: str, results: Iterator[tuple[Document, Any, bool]], reporter: Reporter) -> None:
    from jinan_metrics.correcting import gold_lines

    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, Remark("write.failed", reason=error.strerror)) from error
    checked = optional = documents = 0
    for document, result, listed in results:
        if not listed:
            continue
        lines = []
        for claim, line in gold_lines(document.text, result.claims, result.checked):
            if line is None:
                words = {name: getattr(claim, name) for name in ("text", "start")}
                reporter.warning(document.name, Remark("apply.no_context", **words))
                continue
            lines.append(json.dumps(line, ensure_ascii=False) + "\n")
            checked += "optional" not in line
            optional += "optional" in line
        # A name of a document need not be one of a file.
        name = document.name.replace(os.sep, "_").replace("\0", "_")
        write_whole(Path(folder) / f"{name}.txt", [document.text.encode("utf-8", "replace")])
        write_whole(Path(folder) / f"{name}.gold.jsonl", lines)
        documents += 1
    reporter.note("apply.gold", checked=checked, optional=optional, documents=documents, folder=folder)
