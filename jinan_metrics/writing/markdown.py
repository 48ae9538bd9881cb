"""A Markdown table (GitHub's) that pastes cleanly: nothing in a document can end a cell or become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.cells import cell, heading, shown

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&$])")


def pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A header, then a line a record."""
    yield _line([escaped(heading(column, layout.lang)) for column in layout.columns])
    yield _line(["---"] * len(layout.columns))
    for row in rows:
        yield _line([escaped(cell(row, column, layout.lang)) for column in layout.columns])


def escaped(words: str) -> str:
    """``words`` so that Markdown shows them as they are."""
    return _MARKUP.sub(r"\\\1", shown(words))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
