"""``jmetrics add``, ``jmetrics docs`` and ``jmetrics remove``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from jinan_metrics.about import declared
from jinan_metrics.cli import inputs, output
from jinan_metrics.cli.options import (
    ColorOption,
    FormatOption,
    GlobOption,
    LangOption,
    LibraryOption,
    NoBomOption,
    OutputOption,
    QuietOption,
    named_list,
    number,
)
from jinan_metrics.cli.progress import watched
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.usage import near
from jinan_metrics.messages import Remark
from jinan_metrics.writing import FOR_PEOPLE, Layout, Row, pieces

DOCUMENT_COLUMNS = (
    "name",
    "title",
    "issuer",
    "place",
    "published",
    "year",
    "year_known",
    "spoken",
    "claims",
    "known",
    "path",
    "added",
)
_READABLE = ("name", "year", "year_known", "place", "issuer", "published", "title", "claims")


def add(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.paths")] = None,
    library: LibraryOption = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="help.year")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="help.place")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="help.name")] = None,
    glob: GlobOption = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="help.refresh")] = False,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Read documents into the library."""
    from jinan_metrics.library.store import Library

    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    known_year = number("--year", year, 1, 9999)
    given = {"year": None if known_year is None else int(known_year), "place": place}
    named = [] if refresh and not paths else inputs.named_or_piped(paths)
    counts = dict.fromkeys(("added", "unchanged", "described", "extracted"), 0)
    undated: list[str] = []
    with Library(library) as opened:
        files = list(inputs.files(named, reporter, named_list(glob)))
        for path, document in watched(inputs.each(files, reporter), len(files), reporter):
            if name is not None and path == inputs.STDIN:
                document = inputs.renamed(document, name)
            try:
                added = opened.add(declared(document, **given), path)
            except RecursionError as error:
                reporter.failure(path, Remark("note.internal", error=error))
                continue
            counts[added.status] += 1
            if added.year is None:
                undated.append(added.name)
        for added in opened.refresh() if refresh else ():
            counts[added.status] += 1
    reporter.note("library.added", **counts, path=opened.path)
    if counts["extracted"]:
        reporter.note("library.extracted", count=counts["extracted"])
    if undated:
        reporter.note("library.undated", count=len(undated), names=some(undated))
    return reporter.exit_code


def docs(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH…|-]", help="help.docs_paths")] = None,
    library: LibraryOption = None,
    glob: GlobOption = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="help.unknown")] = False,
    format_: FormatOption = None,
    output_file: OutputOption = None,
    no_bom: NoBomOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """List documents: of the library, or the files given."""
    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    destination = output.Destination.of(output_file, color)
    format_name = destination.format(format_)
    destination.refuse_input(paths or [])
    rows = _of_files(paths, reporter, named_list(glob)) if paths else _of_library(library, reporter)
    layout = Layout(
        columns=_READABLE if format_name in FOR_PEOPLE else DOCUMENT_COLUMNS,
        lang=reporter.lang,
        width=output.width(),
        color=destination.colored,
    )
    destination.send(
        pieces(format_name, (row for row in rows if not unknown or row["year"] is None), layout),
        with_mark=format_name == "csv" and not no_bom,
    )
    return reporter.exit_code


def remove(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME…", help="help.names")] = None,
    library: LibraryOption = None,
    all_: Annotated[bool, typer.Option("--all", help="help.all")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="help.yes")] = False,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Drop documents and their claims from the library."""
    from jinan_metrics.library.store import Library

    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    if all_ and not yes:
        raise UsageError("library.all_needs_yes")
    if not all_ and not names:
        raise UsageError("library.no_names")
    with Library(library) as opened:
        stored = [document.name for document in opened.documents()]
        found = list(stored) if all_ else []
        for name in names or ():
            meant = opened.find(name)
            if len(meant) != 1:
                key = "library.unknown_name" if not meant else "library.ambiguous"
                reporter.failure(name, Remark(key, near=near(name, stored), names=some(meant)))
            found += meant if len(meant) == 1 else []
        count = opened.remove(list(dict.fromkeys(found)))
    reporter.note("library.removed", count=count)
    return reporter.exit_code


def _of_library(library: str | None, reporter: Reporter) -> Iterator[Row]:
    from jinan_metrics.library.store import Library, default_path

    path = library or default_path()
    if not output.exists(path):
        reporter.note("library.none", path=path)
        return
    with Library(path) as opened:
        for stored in opened.documents():
            record = {name: getattr(stored, name, None) for name in DOCUMENT_COLUMNS}
            yield record | {"year_known": stored.known.get("year", ""), "known": _known(stored.known)}


def _of_files(paths: list[str], reporter: Reporter, globs: Sequence[str]) -> Iterator[Row]:
    files = list(inputs.files(paths, reporter, globs))
    for path, document in watched(inputs.each(files, reporter), len(files), reporter):
        claims = len(inputs.claims(document, reporter))
        yield document.to_dict() | {"claims": claims, "path": path, "added": ""}


def _known(known: Any) -> str:
    return " ".join(f"{name}={by}" for name, by in known.items())


def some(names: list[str]) -> str:
    """The first of many names."""
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
