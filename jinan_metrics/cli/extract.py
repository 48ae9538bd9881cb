"""``jmetrics extract``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from jinan_metrics.about import declared
from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import (
    FormatOption,
    GlobOption,
    LangOption,
    OutputOption,
    QuietOption,
    listed,
    named_list,
    number,
)
from jinan_metrics.cli.reporter import Reporter
from jinan_metrics.model import FIELDS, KINDS, ROLES, Claim, Document
from jinan_metrics.writing import FOR_PEOPLE, READABLE, Layout, Row, pieces


@dataclass(slots=True)
class Wanted:
    """Which claims to show, and how many repeats were left out of them."""

    kinds: Sequence[str]
    roles: Sequence[str]
    min_confidence: float
    repeats: bool
    repeats_left_out: int = 0
    shown: int = 0

    def chosen(self, claims: list[Claim]) -> Iterator[Claim]:
        for claim in claims:
            if claim.kind not in self.kinds or claim.role not in self.roles:
                continue
            if claim.confidence < self.min_confidence:
                continue
            if claim.repeat_of is not None and not self.repeats:
                self.repeats_left_out += 1
                continue
            self.shown += 1
            yield claim


def extract(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.paths")] = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND,…", help="help.kind")] = None,
    role: Annotated[list[str] | None, typer.Option("--role", metavar="ROLE,…", help="help.role")] = None,
    min_confidence: Annotated[
        str | None, typer.Option("--min-confidence", metavar="0…1", help="help.min_confidence")
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--columns", metavar="FIELD,…", help="help.columns")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="help.year")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="help.place")] = None,
    glob: GlobOption = None,
    keep_repeats: Annotated[bool, typer.Option("--keep-repeats", help="help.keep_repeats")] = False,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the claims of the documents that ``paths`` name."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    wanted = Wanted(
        kinds=listed("--kind", kind, KINDS) or KINDS,
        roles=listed("--role", role, ROLES) or ROLES,
        min_confidence=number("--min-confidence", min_confidence, 0, 1) or 0.0,
        repeats=keep_repeats,
    )
    known_year = number("--year", year, 1, 9999)
    given = {
        "year": None if known_year is None else int(known_year),
        "place": place,
    }
    chosen_columns = listed("--columns", columns, FIELDS)
    destination = output.Destination.of(output_file)
    format_name = destination.format(format_)
    named = inputs.named_or_piped(paths)
    destination.refuse_input(named)

    layout = Layout(
        columns=chosen_columns or (READABLE if format_name in FOR_PEOPLE else FIELDS),
        chosen=bool(chosen_columns),
        lang=reporter.lang,
        width=output.width(),
        color=destination.terminal,
    )
    rows = _rows(inputs.documents(named, reporter, named_list(glob)), given, wanted, reporter)
    destination.send(pieces(format_name, rows, layout), with_mark=format_name == "csv")

    if wanted.repeats_left_out:
        reporter.note("note.repeats", count=wanted.repeats_left_out)
    if not wanted.shown and not reporter.failures:
        reporter.note("note.nothing")
    return reporter.exit_code


def _rows(
    documents: Iterator[Document], given: dict[str, int | str | None], wanted: Wanted, reporter: Reporter
) -> Iterator[Row]:
    for document in documents:
        for claim in wanted.chosen(inputs.claims(declared(document, **given), reporter)):
            yield claim.to_dict()
