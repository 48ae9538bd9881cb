"""Workbooks (XLSX): every sheet as tables, numbers as their cells show them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import regex

from jinan_metrics.messages import Remark
from jinan_metrics.reading.archive import content, opened, package
from jinan_metrics.reading.decoding import Decoded
from jinan_metrics.reading.errors import ContentError
from jinan_metrics.reading.extras import library
from jinan_metrics.reading.layout import Block, Cell, Grid, Paragraph, laid_out, one_line

# Sheets of more cells are no tables that somebody reads; as CSV they are read row by row.
MOST_CELLS = 500_000
_MERGED = regex.compile(
    rb"<(?:\w{1,20}:)?mergeCell\s[^>]{0,200}?ref=[\"']([$A-Za-z0-9]{1,20}):([$A-Za-z0-9]{1,20})[\"']"
)
_NO_RESULT = regex.compile(rb"(?:</f>|<f[^>]{0,200}/>)(?:<v ?/>|<v></v>)?</c>")
_DECIMALS = regex.compile(r"0\.(0+)")
_QUOTED = regex.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


def text_of(data: bytes) -> Decoded:
    """The text of a workbook: the name of each sheet as a heading where there are several, and what is in it."""
    package(data, "XLSX")
    unknown = _checked(data)
    openpyxl = library("openpyxl", "xlsx")
    library("defusedxml", "xlsx")  # without it openpyxl expands entities
    workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    blocks: list[Block] = []
    warnings = [Remark("read.no_result", count=unknown)] if unknown else []
    sheets = [sheet for sheet in workbook.worksheets if sheet._cells]
    for sheet in sheets:
        if len(sheets) > 1:
            blocks.append(Paragraph(one_line(sheet.title), 2))
        if sheet.sheet_state != "visible":
            warnings.append(Remark("read.hidden_sheet", sheet=sheet.title))
        blocks += _blocks(sheet)
    return Decoded(laid_out(blocks), tuple(warnings))


def _checked(data: bytes) -> int:
    """How many formulas come without a result.

    Refuses sheets that a library would need more memory for than the file suggests. Raises ``ContentError``.
    """
    unknown = 0
    archive = opened(data, "XLSX")
    for name in archive.namelist():
        if not name.startswith("xl/worksheets/"):
            continue
        part = content(archive, name)
        cells = part.count(b"<c ") + part.count(b"<c>")
        for first, last in _MERGED.findall(part):
            (left, top), (right, bottom) = _place(first), _place(last)
            cells += (abs(right - left) + 1) * (abs(bottom - top) + 1)
        if cells > MOST_CELLS:
            raise ContentError("read.too_many_cells", count=cells, most=MOST_CELLS)
        unknown += len(_NO_RESULT.findall(part))
    return unknown


def _place(reference: bytes) -> tuple[int, int]:
    """Column and row of a reference such as ``AB12``, which may come with dollar signs."""
    column = row = 0
    for byte in reference.upper():
        if 65 <= byte <= 90:
            column = column * 26 + byte - 64
        elif 48 <= byte <= 57:
            row = row * 10 + byte - 48
    return column, row


def _blocks(sheet: Any) -> Iterator[Block]:
    """The tables of a sheet, which empty rows part, and lines of one cell as paragraphs."""
    begins = {(span.min_row, span.min_col): span for span in sheet.merged_cells.ranges}
    covered = {place for span in begins.values() for row in span.rows for place in row} - set(begins)
    rows: dict[int, dict[int, Any]] = {}
    # Asked for rows, openpyxl makes every cell up to the last one: a million for a stray one at the bottom.
    for (number, column), cell in sheet._cells.items():
        if cell.value is not None or (number, column) in begins:
            rows.setdefault(number, {})[column] = cell
    for number, _ in covered:
        rows.setdefault(number, {})
    left = min((column for row in rows.values() for column in row), default=1)
    table: list[list[Cell]] = []
    previous = 0
    for number in sorted(rows):
        cells = list(_row(rows[number], left, number, begins, covered))
        said = sum(1 for cell in cells if cell.text)
        parted = number > previous + 1
        previous = number
        continued = table and not parted and (said or any(place[0] == number for place in covered))
        if table and not continued:
            yield Grid(table)
            table = []
        if said > 1 or continued:
            table.append(cells)
        else:
            yield from (Paragraph(cell.text) for cell in cells if cell.text)
    if table:
        yield Grid(table)


def _row(
    row: dict[int, Any],
    left: int,
    number: int,
    begins: dict[tuple[int, int], Any],
    covered: set[tuple[int, int]],
) -> Iterator[Cell]:
    """The cells of a row from the column ``left`` on, without those that a merged one covers."""
    for column in range(left, max(row, default=0) + 1):
        if (number, column) in covered:
            continue
        cell = row.get(column)
        words = "" if cell is None else one_line(_shown(cell.value, str(cell.number_format or "")))
        span = begins.get((number, column))
        if span is None:
            yield Cell(words)
        else:
            yield Cell(words, span.max_row - span.min_row + 1, span.max_col - span.min_col + 1)


def _shown(value: object, form: str) -> str:
    """A value as its cell shows it: per cents as such, decimals as many as the format has, no exponents."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    bare = _QUOTED.sub("", form.split(";")[0])
    number = Decimal(repr(value)) if value == value and abs(value) != float("inf") else None
    if number is None:
        return ""
    percent = "%" in bare
    number = number * 100 if percent else number
    decimals = _DECIMALS.search(bare)
    if decimals is not None:
        number = round(number, len(decimals.group(1)))
    elif bare in ("0", "#,##0", "0%"):
        number = round(number)  # type: ignore[assignment]
    elif isinstance(value, float):
        number = round(number, 10).normalize()
    return format(number, "f") + ("%" if percent else "")
