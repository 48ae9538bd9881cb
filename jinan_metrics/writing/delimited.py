"""CSV (RFC 4180, lines end in ``\\n``) and TSV, safe to open in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jinan_metrics.writing import Layout, Row

# A spreadsheet runs a cell that begins so as a formula. The full-width signs are the same to a Chinese Excel.
# A sign alone is no formula: `-` is the name of standard input in the column `doc`.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.DOTALL)


def csv_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A line of field names, then a line a record."""
    return _lines(rows, layout, ",")


def tsv_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The same with tabs. A cell that holds a tab or a line break is quoted as in CSV."""
    return _lines(rows, layout, "\t")


def _lines(rows: Iterable[Row], layout: Layout, separator: str) -> Iterator[str]:
    must_quote = re.compile(f'[{separator}"\r\n]')

    def line(values: list[Any]) -> str:
        cells = [_cell(value) for value in values]
        if cells == [""]:
            return '""\n'  # an empty line would be no record
        return separator.join(_quoted(cell) if must_quote.search(cell) else cell for cell in cells) + "\n"

    yield line(list(layout.columns))
    for row in rows:
        yield line([row[column] for column in layout.columns])


def _cell(value: Any) -> str:
    """``value`` as text; text that a spreadsheet would run gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, str) and _FORMULA.match(value):
        return "'" + value
    return str(value)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
