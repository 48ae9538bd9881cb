"""``jmetrics compare``."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from typing import Annotated, Any, cast

import typer

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
    named_list,
    number,
)
from jinan_metrics.cli.progress import watched
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.sources import synonyms_of_user
from jinan_metrics.model import KINDS, ROLES, Claim

BY = ("year", "place", "doc")
SORT = ("document", "metric", "delta", "pct")
_ROLES = ("actual", "target")
STATUSES = ("changed", "same", "appeared", "gone", "mixed")


def compare(
    ctx: typer.Context,
    years: Annotated[list[str] | None, typer.Argument(metavar="[YEAR…]", help="help.years")] = None,
    input_: Annotated[
        list[str] | None, typer.Option("--input", "-i", metavar="PATH", help="help.input")
    ] = None,
    library: LibraryOption = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="STATUS,…", help="help.only")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND,…", help="help.kind")] = None,
    role: Annotated[list[str] | None, typer.Option("--role", metavar="ROLE,…", help="help.role")] = None,
    place: Annotated[list[str] | None, typer.Option("--place", metavar="PLACE,…", help="help.places")] = None,
    by: Annotated[str, typer.Option("--by", metavar="year|place|doc", help="help.by")] = "year",
    sort: Annotated[str, typer.Option("--sort", metavar="ORDER", help="help.sort")] = "document",
    long: Annotated[bool, typer.Option("--long", help="help.long")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="help.wide")] = False,
    min_confidence: Annotated[
        str | None, typer.Option("--min-confidence", metavar="0…1", help="help.min_confidence")
    ] = None,
    year_of: Annotated[
        list[str] | None, typer.Option("--year", metavar="NAME=YEAR", help="help.year_of")
    ] = None,
    aliases: Annotated[str | None, typer.Option("--aliases", metavar="FILE", help="help.aliases")] = None,
    explain: Annotated[str | None, typer.Option("--explain", metavar="ROW", help="help.explain")] = None,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print the same metrics side by side."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    columns = _years(years or [], by)
    statuses = listed("--only", only, STATUSES)
    kinds, roles = listed("--kind", kind, KINDS), listed("--role", role, ROLES) or _ROLES
    places = named_list(place)
    for option, given, allowed in (("--by", by, BY), ("--sort", sort, SORT)):
        if given not in allowed:
            raise UsageError("usage.value", option=option, given=given, allowed=", ".join(allowed))
    least = number("--min-confidence", min_confidence, 0, 1) or 0.0
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input(input_ or [])

    from jinan_metrics import comparing
    from jinan_metrics.writing import comparison

    # A hundred thousand claims make no garbage, and looking for it takes a third of the time.
    gc.disable()

    synonyms = synonyms_of_user(aliases)
    seen: list[dict[str, Any]] | None = [] if format_name == "xlsx" else None  # a workbook lists them
    claims = [
        claim
        for claim in _claims(columns, input_, library, year_of, by, reporter, seen)
        if claim.role in roles
        and claim.confidence >= least
        and (not kinds or claim.kind in kinds)
        and (not places or claim.place in places)
    ]
    by_ = cast(comparing.By, by)
    labels = places if by == "place" and places else None
    rows = comparing.compare(claims, columns, by=by_, columns=labels, aliases=synonyms)
    shown = comparison.arranged(rows, statuses, sort)
    headings = list(rows[0].values) if rows else [str(year) for year in columns]
    empty = [heading for heading in headings if not any(row.values[heading] for row in rows)]
    if empty or not rows:
        reporter.note("compare.nothing_in", columns=", ".join(empty or headings) or "—")
    if explain is not None:
        numbered = _row_named(explain, shown)
        told = comparing.explain(numbered[1], claims, columns, by=by_, aliases=synonyms)
        destination.send(comparison.explained(numbered, told, reporter.lang, output.width()))
        return reporter.exit_code
    form = comparison.Form(
        headings,
        by=by,
        long=long and not wide,
        lang=reporter.lang,
        width=output.width(),
        color=destination.colored,
        documents=seen or (),
    )
    destination.send(
        comparison.pieces(format_name, shown, form), with_mark=format_name == "csv" and not no_bom
    )
    return reporter.exit_code


def _years(given: Sequence[str], by: str) -> list[int]:
    years: list[int] = []
    for word in given:
        if not (word.isascii() and word.isdigit() and 1000 <= int(word) <= 9999):
            raise UsageError("usage.year", given=word)
        if int(word) in years:
            raise UsageError("usage.year_twice", given=word)
        years.append(int(word))
    if by == "year" and len(years) < 2:
        raise UsageError("usage.years")
    return years


def _claims(
    years: Sequence[int],
    given: list[str] | None,
    library: str | None,
    year_of: list[str] | None,
    by: str,
    reporter: Reporter,
    seen: list[dict[str, Any]] | None,
) -> list[Claim]:
    """The claims to compare, of the inputs, of the library, or of the documents that ship with the package; what is known of the documents is added to ``seen``."""
    if not given and not year_of:
        from jinan_metrics.library.store import default_path

        path = library or default_path()
        if library is not None or output.exists(path):
            return _of_library(path, years, reporter, seen)
    if not given:
        from jinan_metrics.seeds import seed_paths

        reporter.note("compare.seeds")
        given = [os.fspath(path) for path in seed_paths()]
    documents = inputs.dated(list(inputs.documents(given, reporter)), year_of or [])
    undated = [document.name for document in documents if document.year is None]
    if undated and by != "doc":
        reporter.note("compare.undated", names=", ".join(undated), option="--year NAME=YEAR")
    if seen is not None:
        seen += (document.to_dict() for document in documents)
    every = watched(documents, len(documents), reporter)
    return [claim for document in every for claim in inputs.claims(document, reporter)]


def _of_library(
    path: str | os.PathLike[str], years: Sequence[int], reporter: Reporter, seen: list[dict[str, Any]] | None
) -> list[Claim]:
    from jinan_metrics.cli.library import some
    from jinan_metrics.library.store import Library

    if not output.exists(path):
        reporter.note("library.none", path=path)
        return []
    with Library(path) as opened:
        undated, stale = opened.undated(), opened.stale()
        if undated:
            reporter.note("compare.undated", names=some(undated), option="jmetrics add --year YEAR")
        if stale:
            reporter.note("library.stale", count=stale)
        claims = list(opened.claims(years))
        if seen is not None:
            names = ("name", "title", "issuer", "place", "published", "year", "spoken")
            used = {claim.doc for claim in claims}
            seen += (
                {name: getattr(stored, name) for name in names}
                for stored in opened.documents()
                if stored.name in used
            )
        return claims


def _row_named(given: str, rows: Sequence[Any]) -> tuple[int, Any]:
    """The row of that number, or the first whose metric is or holds ``given``."""
    if given.isascii() and given.isdigit() and 1 <= int(given) <= len(rows):
        return int(given), rows[int(given) - 1]
    for fits in (str.__eq__, str.__contains__):
        for position, row in enumerate(rows, 1):
            if not given.isdigit() and fits(row.metric, given):
                return position, row
    raise UsageError("usage.row", given=given)
