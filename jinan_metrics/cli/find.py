"""``jmetrics find`` and ``jmetrics series``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from jinan_metrics.cli import output
from jinan_metrics.cli.options import (
    ColorOption,
    FormatOption,
    LangOption,
    LibraryOption,
    NoBomOption,
    OutputOption,
    QuietOption,
    listed,
    named_list,
    number,
)
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.sources import searched, synonyms_of_user
from jinan_metrics.model import KINDS
from jinan_metrics.writing import Layout
from jinan_metrics.writing.whole_file import write_whole

_MOST_YEARS = 100
_CHARTS = ("png", "svg")

InputOption = Annotated[
    list[str] | None, typer.Option("--input", "-i", metavar="PATH", help="help.search_input")
]
KindOption = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND,…", help="help.kind")]
YearOption = Annotated[str | None, typer.Option("--year", metavar="YEAR|YEAR-YEAR", help="help.search_year")]
PlaceOption = Annotated[list[str] | None, typer.Option("--place", metavar="PLACE,…", help="help.places")]
AliasesOption = Annotated[str | None, typer.Option("--aliases", metavar="FILE", help="help.aliases")]
ChartOption = Annotated[str | None, typer.Option("--chart", metavar="FILE", help="help.chart")]


def find(
    ctx: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…", help="help.description")] = None,
    input_: InputOption = None,
    library: LibraryOption = None,
    limit: Annotated[str | None, typer.Option("--limit", "-n", metavar="N", help="help.limit")] = None,
    kind: KindOption = None,
    year: YearOption = None,
    place: PlaceOption = None,
    as_series: Annotated[bool, typer.Option("--series", help="help.as_series")] = False,
    chart: ChartOption = None,
    aliases: AliasesOption = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the claims that answer a description."""
    if as_series or chart is not None:
        return series(
            ctx,
            text,
            input_,
            library,
            kind,
            year,
            place,
            chart,
            aliases,
            format_,
            output_file,
            no_bom,
            color,
            quiet,
            lang,
        )
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    most = number("--limit", limit, 1, 1_000_000)
    description, chosen = _description(text), _chosen(kind, year, place)
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input(input_ or [])

    from jinan_metrics import finding
    from jinan_metrics.writing import answers as written

    synonyms = synonyms_of_user(aliases)
    with searched(input_, library, reporter) as source:
        answers = finding.find(
            source, description, aliases=synonyms, limit=10 if most is None else int(most), **chosen
        )
    layout = Layout(columns=(), lang=reporter.lang, width=output.width(), color=destination.colored)
    destination.send(
        written.pieces(format_name, answers, layout), with_mark=format_name == "csv" and not no_bom
    )
    if not answers and not reporter.failures:
        reporter.note("find.nothing")
    return reporter.exit_code


def series(
    ctx: typer.Context,
    metric: Annotated[list[str] | None, typer.Argument(metavar="METRIC…", help="help.metric")] = None,
    input_: InputOption = None,
    library: LibraryOption = None,
    kind: KindOption = None,
    year: YearOption = None,
    place: PlaceOption = None,
    chart: ChartOption = None,
    aliases: AliasesOption = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print one indicator over years and places."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    description, chosen = _description(metric), _chosen(kind, year, place)
    chart_kind = _chart_kind(chart, output_file)
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input(input_ or [])
    if chart is not None:
        output.Destination(chart, terminal=False).refuse_input(input_ or [])

    from jinan_metrics.tracking import series as series_of
    from jinan_metrics.tracking import years_of
    from jinan_metrics.writing import comparison

    synonyms = synonyms_of_user(aliases)
    with searched(input_, library, reporter) as source:
        rows = series_of(source, description, aliases=synonyms, **chosen)
    form = comparison.Form(
        years_of(rows), long=True, lang=reporter.lang, width=output.width(), color=destination.colored
    )
    if not rows and not reporter.failures:
        reporter.note("find.nothing")
    if chart is not None and rows:
        _draw(rows, chart, chart_kind, reporter)
    destination.send(
        comparison.pieces(format_name, rows, form), with_mark=format_name == "csv" and not no_bom
    )
    return reporter.exit_code


def _draw(rows: Sequence[Any], path: str, kind: str, reporter: Reporter) -> None:
    from jinan_metrics.tracking.chart import ChartError, drawn

    try:
        data = drawn(rows, kind, reporter.lang)
    except ChartError as error:
        reporter.failure(path, error.remark)
        return
    write_whole(path, [data])


def _description(words: Sequence[str] | None) -> str:
    description = " ".join(words or ()).strip()
    if not description:
        raise UsageError("find.no_words", given=description)
    return description


def _chosen(kind: list[str] | None, year: str | None, place: list[str] | None) -> dict[str, Any]:
    return {"kinds": listed("--kind", kind, KINDS), "years": _years(year), "places": named_list(place)}


def _years(given: str | None) -> list[int]:
    if given is None:
        return []
    first, dash, last = given.partition("-")
    years = [first, last] if dash else [first]
    if not all(year.isascii() and year.isdigit() and len(year) == 4 for year in years):
        raise UsageError("usage.range_of_years", given=given)
    low, high = int(years[0]), int(years[-1])
    if not low <= high <= low + _MOST_YEARS:
        raise UsageError("usage.range_of_years", given=given)
    return list(range(low, high + 1))


def _chart_kind(chart: str | None, output_file: str | None) -> str:
    if chart is None:
        return ""
    kind = os.path.splitext(chart)[1].casefold().removeprefix(".")
    if kind not in _CHARTS:
        raise UsageError("usage.chart", given=chart)
    if output_file is not None and os.path.abspath(output_file) == os.path.abspath(chart):
        raise UsageError("usage.chart_output")
    return kind
