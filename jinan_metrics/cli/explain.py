"""``jmetrics explain``."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import typer

from jinan_metrics.cli import inputs, output, readings
from jinan_metrics.cli.options import (
    ColorOption,
    LangOption,
    LibraryOption,
    OutputOption,
    QuietOption,
    known_format,
)
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.messages import Remark

FORMATS = ("table", "json")
_ID = re.compile(r"[0-9a-f]{12}")
_PLACE = re.compile(r"(.+):([0-9]{1,12})")


def explain(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="FILE:OFFSET|ID", help="help.what")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.explain_paths")] = None,
    library: LibraryOption = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="help.format_explain")
    ] = "table",
    output_file: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the sentence and the steps."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    format_name = known_format(format_, FORMATS)
    destination = output.Destination.of(output_file, color)
    if _ID.fullmatch(what):
        explained = _claim(what, paths, library, reporter)
    elif place := _PLACE.fullmatch(what):
        explained = _at(place[1], int(place[2]), reporter)
    else:
        raise UsageError("usage.explain", given=what)
    if explained is None:
        return reporter.exit_code
    if format_name == "json":
        destination.send([json.dumps(explained.to_dict(), ensure_ascii=False, indent=2) + "\n"])
        return reporter.exit_code
    from jinan_metrics.writing.explanation import pieces

    destination.send(pieces(explained, reporter.lang, output.width(), color=destination.colored))
    return reporter.exit_code


def _at(path: str, offset: int, reporter: Reporter) -> Any:
    from jinan_metrics.explaining import explain_at

    for document in inputs.documents([path], reporter):
        if offset >= len(document.text):
            raise UsageError("usage.explain_beyond", given=f"{path}:{offset}", length=len(document.text))
        return explain_at(document, offset)
    return None


def _claim(identity: str, paths: list[str] | None, library: str | None, reporter: Reporter) -> Any:
    from jinan_metrics.explaining import explain_claim

    for document, claims in readings.documents_with_claims(paths, library, None, reporter):
        if any(claim.id == identity for claim in claims):
            found = explain_claim(document, identity)
            if found is not None:
                return found
    where = ", ".join(paths) if paths else Remark("explain.here").said(reporter.lang)
    raise UsageError("usage.explain_none", given=identity, where=where)
