"""CSV (RFC 4180, lines end in ``\\n``) and TSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.cells import FORMULA_STARTS, runs_as_formula, shown

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
    yield write(layout.columns)
    for row in rows:
        values = [row[column] for column in layout.columns]
        if layout.color:  # a terminal, which must obey nothing in them
            values = [shown(value) if isinstance(value, str) else value for value in values]
        yield write([v if type(v) is not str or v[:1] not in FORMULA_STARTS else _safe(v) for v in values])


class _Line:
    """A file whose ``write`` gives the line back, as ``writerow`` then does."""

    def write(self, line: str) -> str:
        return line[: -len(_END)] + "\n"


def _safe(value: str) -> str:
    """``value``; text that a spreadsheet would run gets an apostrophe before it."""
    return "'" + value if runs_as_formula(value) else value
