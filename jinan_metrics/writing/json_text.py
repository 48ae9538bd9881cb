"""JSON: one array of records, or one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jinan_metrics.writing import Layout, Row


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
        yield json.dumps({column: row[column] for column in layout.columns}, ensure_ascii=False) + "\n"
