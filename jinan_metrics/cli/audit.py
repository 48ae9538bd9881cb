"""``jmetrics audit``."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from jinan_metrics.about import declared
from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import (
    ColorOption,
    FormatOption,
    LangOption,
    LibraryOption,
    NoBomOption,
    OutputOption,
    QuietOption,
    listed,
    number,
)
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.sources import claims_of_library, synonyms_of_user
from jinan_metrics.model import Claim
from jinan_metrics.writing import Layout

# Two is wrong usage and one an input that could not be read.
CONTRADICTED = 3
_SEVERITIES = ("error", "warning", "doubt")


def audit(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.audit_paths")] = None,
    library: LibraryOption = None,
    severity: Annotated[
        str, typer.Option("--severity", metavar="error|warning|doubt", help="help.severity")
    ] = "warning",
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="error|warning|doubt", help="help.fail_on")
    ] = None,
    check: Annotated[list[str] | None, typer.Option("--check", metavar="CHECK,…", help="help.check")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="help.year")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="help.place")] = None,
    aliases: Annotated[str | None, typer.Option("--aliases", metavar="FILE", help="help.aliases")] = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print what does not hold together."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    for option, given in (("--severity", severity), ("--fail-on", fail_on)):
        if given is not None and given not in _SEVERITIES:
            raise UsageError("usage.value", option=option, given=given, allowed=", ".join(_SEVERITIES))
    known_year = number("--year", year, 1, 9999)
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input(paths or [])

    from jinan_metrics.auditing import CHECKS, SEVERITIES
    from jinan_metrics.auditing import audit as audited
    from jinan_metrics.writing import findings

    wanted = listed("--check", check, [known.id for known in CHECKS])
    gc.disable()  # as in compare: claims make no garbage
    synonyms = synonyms_of_user(aliases)
    if paths:
        claims = _of_files(
            paths, {"year": None if known_year is None else int(known_year), "place": place}, reporter
        )
    else:
        claims = claims_of_library(library, reporter)
    found = audited(claims, aliases=synonyms, checks=wanted, least=SEVERITIES[-1])
    told = [finding for finding in found if _at_least(finding.severity, severity)]
    layout = Layout(columns=(), lang=reporter.lang, width=output.width(), color=destination.colored)
    destination.send(
        findings.pieces(format_name, told, layout), with_mark=format_name == "csv" and not no_bom
    )
    counts = Counter(finding.severity for finding in found)
    reporter.note(
        "audit.counts",
        errors=counts["error"],
        warnings=counts["warning"],
        doubts=counts["doubt"],
        left_out=len(found) - len(told),
    )
    if reporter.failures:
        return reporter.exit_code
    return CONTRADICTED if fail_on and any(_at_least(f.severity, fail_on) for f in found) else 0


def _at_least(severity: str, least: str) -> bool:
    return _SEVERITIES.index(severity) <= _SEVERITIES.index(least)


def _of_files(paths: Sequence[str], given: dict[str, int | str | None], reporter: Reporter) -> list[Claim]:
    return [
        claim
        for document in inputs.documents(paths, reporter)
        for claim in inputs.claims(declared(document, **given), reporter)
    ]
