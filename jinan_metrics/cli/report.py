"""``jmetrics report``."""

from __future__ import annotations

from typing import Annotated

import typer

from jinan_metrics.cli import output, readings
from jinan_metrics.cli.options import LangOption, LibraryOption, OutputOption, QuietOption
from jinan_metrics.cli.reporter import Reporter, UsageError


def report(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.paths")] = None,
    output_file: OutputOption = None,
    library: LibraryOption = None,
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help="help.report_title")] = "",
    year_of: Annotated[
        list[str] | None, typer.Option("--year", metavar="NAME=YEAR", help="help.year_of")
    ] = None,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Write the page."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    destination = output.Destination.of(output_file)
    if destination.terminal:
        raise UsageError("usage.report_terminal")
    destination.refuse_input(paths or [])

    from jinan_metrics.reporting import Reported, page

    reported = [
        Reported(document, tuple(claims))
        for document, claims in readings.documents_with_claims(paths, library, year_of, reporter)
    ]
    if not reported and reporter.failures:
        return reporter.exit_code
    destination.send([page(reported, lang=reporter.lang, title=title)])
    if output_file:
        count = sum(len(one.told) for one in reported)
        reporter.note("report.written", claims=count, documents=len(reported), file=output_file)
    return reporter.exit_code
