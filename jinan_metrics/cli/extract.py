"""``jmetrics extract``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import (
    ColorOption,
    FormatOption,
    GlobOption,
    JobsOption,
    LangOption,
    NoBomOption,
    OutputOption,
    QuietOption,
    listed,
    named_list,
    number,
)
from jinan_metrics.cli.progress import watched, watching
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.messages import Remark
from jinan_metrics.model import FIELDS, KINDS, ROLES
from jinan_metrics.reading.sections import sections
from jinan_metrics.running import Outcome, Task, outcomes
from jinan_metrics.writing import FOR_PEOPLE, READABLE, Layout, Row, pieces

if TYPE_CHECKING:
    from jinan_metrics.writing.datapackage import Package

_ENGINES = ("processes", "dask")


@dataclass(slots=True)
class Shown:
    """How many claims were shown, and how many repeats were left out."""

    claims: int = 0
    repeats_left_out: int = 0


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
    jobs: JobsOption = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="processes|dask", help="help.engine")
    ] = "processes",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="help.scheduler")
    ] = None,
    partition: Annotated[str | None, typer.Option("--partition", metavar="N", help="help.partition")] = None,
    keep_repeats: Annotated[bool, typer.Option("--keep-repeats", help="help.keep_repeats")] = False,
    no_bom: NoBomOption = False,
    datapackage: Annotated[bool, typer.Option("--datapackage", help="help.datapackage")] = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the claims of the documents that ``paths`` name."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    known_year = number("--year", year, 1, 9999)
    known = {"year": None if known_year is None else int(known_year), "place": place}
    task = Task(
        given=known,
        kinds=listed("--kind", kind, KINDS) or KINDS,
        roles=listed("--role", role, ROLES) or ROLES,
        min_confidence=number("--min-confidence", min_confidence, 0, 1) or 0.0,
        repeats=keep_repeats,
    )
    many = number("--jobs", jobs, 1, 1024)
    processes = None if many is None else int(many)
    if engine not in _ENGINES:
        raise UsageError("usage.value", option="--engine", given=engine, allowed=", ".join(_ENGINES))
    if engine == "dask":
        if format_ not in (None, "parquet") or columns:
            raise UsageError("running.not_with_dask", option="--columns" if columns else "--format")
        from jinan_metrics.cli.cluster import extract_on_cluster

        of = number("--partition", partition, 1, 10**9)
        size = None if of is None else int(of)
        return extract_on_cluster(paths or [], task, output_file, scheduler, processes, size, reporter)
    for option, value in (("--scheduler", scheduler), ("--partition", partition)):
        if value is not None:
            raise UsageError("running.only_dask", option=option)
    chosen_columns = listed("--columns", columns, FIELDS)
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    named = inputs.named_or_piped(paths)
    destination.refuse_input(named)

    seen: list[Row] = []
    layout = Layout(
        columns=chosen_columns or (READABLE if format_name in FOR_PEOPLE else FIELDS),
        chosen=bool(chosen_columns),
        lang=reporter.lang,
        width=output.width(),
        color=destination.colored,
        documents=seen,
    )
    shown = Shown()
    files: Iterable[str | Outcome] = _listed(named, named_list(glob))
    count = 0
    if watching(reporter) and not (destination.terminal and format_name not in FOR_PEOPLE):
        files = list(files)  # all that there are, for the bar to know how far it is
        count = len(files)
    done = outcomes(files, task, processes)
    rows = _rows(watched(done, count, reporter), shown, reporter, seen)
    package = _package(destination.file, format_name) if datapackage else None
    if package is not None:
        rows = package.counted(rows)
    destination.send(pieces(format_name, rows, layout), with_mark=format_name == "csv" and not no_bom)
    if package is not None:
        package.write(layout.columns, seen)

    if shown.repeats_left_out:
        reporter.note("note.repeats", count=shown.repeats_left_out)
    if not shown.claims and not reporter.failures:
        reporter.note("note.nothing")
    return reporter.exit_code


@dataclass(slots=True)
class _Unlisted:
    """What could not be listed; it is told in its place among what is read."""

    failures: list[tuple[str, Remark]] = field(default_factory=list)

    def failure(self, where: str, remark: Remark) -> None:
        self.failures.append((where, remark))


def _listed(named: list[str], globs: Sequence[str]) -> Iterator[str | Outcome]:
    unlisted = _Unlisted()
    for path in chain(inputs.files(named, unlisted, globs), [None]):
        if unlisted.failures:
            yield Outcome("", failures=unlisted.failures)
            unlisted.failures = []
        if path is not None:
            parts = sections(path)
            yield from (path,) if parts is None else parts


def _package(file: str | None, format_name: str) -> Package:
    from jinan_metrics.writing.datapackage import MEDIA_TYPES, Package

    if file is None or format_name not in MEDIA_TYPES:
        raise UsageError("usage.datapackage", allowed=", ".join(MEDIA_TYPES))
    return Package.of(file, format_name)


def _rows(done: Iterator[Outcome], shown: Shown, reporter: Reporter, seen: list[Row]) -> Iterator[Row]:
    """The claims wanted of each document, which is put down in ``seen`` without its text."""
    for outcome in done:
        for where, remark in outcome.failures:
            reporter.failure(where, remark)
        for warning in outcome.warnings:
            reporter.warning(outcome.path, warning)
        for document, records, left_out in outcome.documents:
            seen.append(document.to_dict())
            shown.claims += len(records)
            shown.repeats_left_out += left_out
            yield from records
