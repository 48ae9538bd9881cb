"""Separated values (CSV, TSV) as input."""

from __future__ import annotations

import csv
import io

from jinan_metrics.reading.errors import ContentError
from jinan_metrics.reading.layout import Block, Cell, Grid, Paragraph, laid_out, one_line

_SEPARATORS = ",\t;|"


def text_of(text: str, suffix: str = "") -> str:
    """The text of a file of separated values: its rows as a table, lines with a single value as paragraphs."""
    separator = "\t" if suffix == ".tsv" else _separator(text)
    # The module's own bound on a field (128 KiB) is for a slip in the quotation marks, which strict=False lives with.
    csv.field_size_limit(max(len(text), 131072))
    try:
        rows = list(csv.reader(io.StringIO(text.replace("\0", "\ufffd")), delimiter=separator))
    except csv.Error as error:
        raise ContentError("read.damaged", format="CSV", reason=error) from error
    return laid_out(_blocks([[one_line(value) for value in row] for row in rows]))


def _blocks(rows: list[list[str]]) -> list[Block]:
    """Tables between lines of one value, which are captions, units and notes."""
    blocks: list[Block] = []
    table: list[list[str]] = []
    for row in [*rows, []]:
        values = [value for value in row if value]
        if len(values) > 1 or (values and table and len(row) > 1):
            table.append(row)
            continue
        if table:
            blocks.append(Grid([[Cell(value) for value in line] for line in table]))
            table = []
        blocks += [Paragraph(value) for value in values]
    return blocks


def _separator(text: str) -> str:
    """The separator that the first lines agree on best."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()][:30]

    def agreement(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines]
        common = max(set(counts), key=counts.count, default=0)
        return (counts.count(common) if common else 0), common

    return max(_SEPARATORS, key=agreement)
