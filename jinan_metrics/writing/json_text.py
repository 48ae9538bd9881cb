"""JSON: one array of records, or one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from jinan_metrics.writing import Layout, Row

_ENCODER = json.JSONEncoder(ensure_ascii=False)
# What json leaves as it is though a terminal would obey it: DEL, the C1 controls, marks that reorder text. As \\u escapes
# they mean the same.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def json_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """An array with a record on each line."""
    before = "[\n"
    for line in jsonl_pieces(rows, layout):
        yield before + line.rstrip("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def jsonl_pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A record on each line."""
    for row in rows:
        line = _ENCODER.encode({column: row[column] for column in layout.columns})
        yield _OBEYED.sub(_spelt_out, line) + "\n"


def _spelt_out(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
