"""``jmetrics evaluate``."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import ColorOption, LangOption, OutputOption, QuietOption, known_format
from jinan_metrics.cli.reporter import Reporter, UsageError


def evaluate(
    ctx: typer.Context,
    gold: Annotated[str, typer.Argument(metavar="GOLD_DIR", help="help.gold")],
    errors: Annotated[bool, typer.Option("--errors", help="help.errors")] = False,
    against: Annotated[str | None, typer.Option("--against", metavar="RUN", help="help.against")] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="help.format_evaluate")
    ] = None,
    output_file: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Score the claims of the annotated documents in a folder."""
    from jinan_metrics import evaluating
    from jinan_metrics.writing import Layout, evaluation

    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    destination = output.Destination.of(output_file, color)
    format_name = _format(format_, destination)
    before = None
    if against is not None:
        destination.refuse_input([against])
        try:
            before = evaluating.read_run(against)
        except evaluating.RunError as error:
            raise UsageError("note.failure", where=error.where, text=error.remark) from error

    scored = evaluating.Evaluation()
    for one in evaluating.annotated(gold, reporter.failure):
        text = one.document.text
        claims = inputs.claims(one.document, reporter)
        scored.add(one.name, len(text), evaluating.judged(one.name, text, one.gold, claims))
    if not scored.characters:
        return reporter.exit_code

    run = evaluating.run_of(scored)
    wrong = list(scored.errors()) if errors else None
    changed = None if before is None else evaluating.changes(before, run)
    if changed is not None and changed["not_in_both"]:
        reporter.note("evaluate.not_in_both", names=", ".join(changed["not_in_both"]))
    if format_name == "json":
        destination.send(evaluation.whole(run, changed))
    elif format_name in ("table", "md"):
        layout = Layout((), True, reporter.lang, output.width(), destination.colored)
        markdown = format_name == "md"
        destination.send(evaluation.report(run, wrong, changed, before, layout, markdown=markdown))
    else:
        destination.send(evaluation.records(format_name, run, wrong, changed), with_mark=format_name == "csv")
    return reporter.exit_code


def _format(given: str | None, destination: output.Destination) -> str:
    from jinan_metrics.writing.evaluation import FORMATS

    if given is not None:
        return known_format(given, FORMATS)
    if destination.terminal:
        return "table"
    suffix = os.path.splitext(destination.file or "")[1].removeprefix(".").casefold()
    return suffix if suffix in FORMATS else "md"
