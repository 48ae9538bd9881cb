"""CSV (RFC 4180, lines end in ``\\n``) and TSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.cells import runs_as_formula, shown

_END = "\r\n"


def csv_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A line of field names, then a line a record."""
    return _lines(rows, layout, ",")


def tsv_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The same with tabs. A cell that holds a tab or a line break is quoted as in CSV."""
    return _lines(rows, layout, "\t")


def _lines(rows: Iterable[Row], layout: Layout, separator: str) -> Iterator[str]:
    # With this terminator both of its characters are quoted in a cell; a line ends in \n alone all the same.
    write = csv.writer(_Line(), delimiter=separator, lineterminator=_END).writerow
    safe = _shown if layout.color else _safe
    yield write(layout.columns)
    for row in rows:
        yield write([safe(row[column]) for column in layout.columns])


class _Line:
    """A file whose ``write`` gives the line back, as ``writerow`` then does."""

    def write(self, line: str) -> str:
        return line[: -len(_END)] + "\n"


def _shown(value: Any) -> Any:
    """``value`` for a terminal, which must obey nothing in it."""
    return shown(_safe(value)) if isinstance(value, str) else value


def _safe(value: Any) -> Any:
    """``value``; text that a spreadsheet would run gets an apostrophe before it."""
    if isinstance(value, str) and runs_as_formula(value):
        return "'" + value
    return value
