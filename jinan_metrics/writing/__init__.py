"""Records to text, one module a format.

A format is a function from records and a layout to pieces of text or bytes, so that long results are written as they
come. Formats for programs print field names and plain values; ``table``, ``md`` and ``xlsx`` are for people.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinan_metrics.messages import Lang

Row = Mapping[str, Any]
Piece = str | bytes
Pieces = Callable[[Iterable[Row], "Layout"], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What to show of the records, and how wide. ``chosen``: by the user, so that no column may be dropped.

    ``documents`` are what the records were read from; it may still be filled while they are.
    """

    columns: tuple[str, ...]
    chosen: bool = False
    lang: Lang = "en"
    width: int = 80
    color: bool = False
    documents: Sequence[Row] = ()


# Name of the format -> where its function is.
FORMATS = {
    "table": "table:pieces",
    "csv": "delimited:csv_pieces",
    "tsv": "delimited:tsv_pieces",
    "json": "json_text:json_pieces",
    "jsonl": "json_text:jsonl_pieces",
    "md": "markdown:pieces",
    "xlsx": "workbook:pieces",
    "parquet": "parquet:pieces",
}
FOR_PEOPLE = ("table", "md")
BINARY = ("xlsx", "parquet")

# What people see of a claim: `amount` is put together from value, unit, bound and direction.
READABLE = ("metric", "amount", "kind", "role", "period", "sentence")


def pieces(format_name: str, rows: Iterable[Row], layout: Layout) -> Iterator[Piece]:
    """``rows`` in the format of that name, in pieces. Raises ``OutputError`` where the format needs a package that is missing."""
    module, _, function = FORMATS[format_name].partition(":")
    write: Pieces = getattr(importlib.import_module(f"{__name__}.{module}"), function)
    return write(rows, layout)
