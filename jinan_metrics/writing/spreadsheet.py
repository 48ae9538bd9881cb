"""The parts of an Excel workbook: typed cells, number formats, tables with a frozen and filtered header.

Nothing in a document can run: text is written as text, and a cell that begins like a formula is marked so that it
stays text when somebody edits it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jinan_metrics.messages import Remark
from jinan_metrics.writing.cells import runs_as_formula
from jinan_metrics.writing.whole_file import OutputError
from jinan_metrics.writing.width import width_of

# What a sheet and a cell can hold.
_ROWS = 1_048_576
_LONGEST = 32_767
# Excel keeps about 200 number formats of one's own; beyond, the value is written in words.
_FORMATS_AT_MOST = 150
# Points. Not every program fits the height of a row to wrapped text by itself.
_LINE_HEIGHT = 15
_TALLEST = 409


class Number(NamedTuple):
    """A number, how Excel shows it, and the words for it where there is no room for another number format."""

    value: float
    format: str
    words: str


class Marked(NamedTuple):
    """A sentence in which the characters from ``start`` to ``end`` stand out."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, and its width in characters (a Chinese one counts as two)."""

    header: str
    width: float
    wraps: bool = False


class Book:
    """A workbook that is written to ``file`` row by row."""

    def __init__(self, file: Any) -> None:
        # strings_to_*: what looks like a formula, a link or a number stays the text that it is.
        self._book = xlsxwriter.Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._number_formats: set[str] = set()
        self._bold = self._book.add_format({"bold": True, "font_color": "#C00000"})

    def close(self) -> None:
        """Finish the file."""
        self._book.close()

    def sheet(self, name: str) -> Worksheet:
        """A new empty sheet."""
        return self._book.add_worksheet(name)

    def chart(self, kind: str) -> Any:
        """A new chart of xlsxwriter's kind, to be inserted in a sheet."""
        return self._book.add_chart({"type": kind})

    def table(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, frozen: int = 0
    ) -> int:
        """A sheet with a header that stays in sight, filters, and ``rows``; how many they were.

        ``frozen``: so many columns on the left stay in sight as well.
        """
        sheet = self.sheet(name)
        sheet.freeze_panes(1, frozen)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        header = self._style(bold=True, bg_color="#DDEBF7", bottom=1, valign="top", text_wrap=True)
        sheet.set_row(0, _LINE_HEIGHT * 1.4)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, column.header, header)
        count = 0
        for count, row in enumerate(rows, 1):
            if count >= _ROWS:
                raise OutputError("-", Remark("write.too_many_rows", most=f"{_ROWS - 1:,}"), wrong=True)
            lines = max(
                (_lines(value, c.width) for value, c in zip(row, columns, strict=True) if c.wraps), default=1
            )
            if lines > 1:
                sheet.set_row(count, min(lines * _LINE_HEIGHT, _TALLEST))
            for at, (value, column) in enumerate(zip(row, columns, strict=True)):
                self._cell(sheet, count, at, value, column)
        sheet.autofilter(0, 0, max(count, 1), max(len(columns) - 1, 0))
        return count

    def _cell(self, sheet: Worksheet, row: int, at: int, value: Any, column: Column) -> None:
        look: dict[str, Any] = {"valign": "top"} | ({"text_wrap": True} if column.wraps else {})
        match value:
            case None | "":
                return
            case Number():
                if self._knows(value.format):
                    sheet.write_number(row, at, value.value, self._style(num_format=value.format, **look))
                else:
                    sheet.write_string(row, at, value.words, self._style(align="right", **look))
            case bool():
                sheet.write_boolean(row, at, value, self._style(**look))
            case int() | float():
                sheet.write_number(row, at, value, self._style(num_format=plain_format(value), **look))
            case Marked():
                self._marked(sheet, row, at, value, look)
            case _:
                words = _text(value)
                sheet.write_string(row, at, words, self._text_style(words, look))

    def _marked(self, sheet: Worksheet, row: int, at: int, value: Marked, look: dict[str, Any]) -> None:
        words = _text(value.words)
        style = self._text_style(words, look)
        before, found, after = (
            words[: value.start],
            words[value.start : value.end],
            words[value.end :],
        )
        # A rich text has at least two pieces, none of them empty.
        if found and (before or after):
            pieces = [*([before] if before else []), self._bold, found, *([after] if after else [])]
            sheet.write_rich_string(row, at, *pieces, style)
        else:
            sheet.write_string(row, at, words, style)

    def _text_style(self, words: str, look: dict[str, Any]) -> Any:
        return self._style(**look, **({"quote_prefix": True} if runs_as_formula(words) else {}))

    def _knows(self, number_format: str) -> bool:
        if number_format not in self._number_formats and len(self._number_formats) < _FORMATS_AT_MOST:
            self._number_formats.add(number_format)
        return number_format in self._number_formats

    def _style(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(properties)
        return self._styles[key]


def plain_format(value: float, separator: bool = False) -> str:
    """The number format that shows every decimal place of ``value``, with separated thousands or without."""
    return ("#,##0" if separator else "0") + _places(value)


def percent_format(value: float) -> str:
    """The format of a true per cent cell that shows as many decimal places as ``value``, in per cent, has."""
    return f"0{_places(value)}%"


def quoted(words: str) -> str:
    """``words`` as they stand in a number format."""
    return '"' + words.replace('"', "") + '"' if words else ""


def _lines(value: Any, width: float) -> int:
    """The lines that wrapped text takes in a column of that width, a little more rather than less."""
    words = value.words if isinstance(value, Marked) else value
    if not isinstance(words, str):
        return 1
    return sum(1 + int(width_of(line) * 1.05 / width) for line in words[:_LONGEST].splitlines())


def _places(value: float) -> str:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * min(places, 15) if places else ""


def _text(value: Any) -> str:
    """``value`` as a cell can hold it: no lone surrogates, not too long."""
    words = str(value).encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
