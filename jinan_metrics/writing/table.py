"""The table on a terminal: every record on one line, whatever is in it and however narrow the terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.cells import cell, heading, shown

_COLORS = {
    "count": "cyan",
    "rate": "green",
    "rank": "magenta",
    "change": "yellow",
    "money": "bright_green",
    "measure": "blue",
    "duration": "bright_blue",
    "score": "bright_magenta",
    "ratio": "bright_cyan",
}
_COLORED = ("kind", "amount")
_FIGURES = ("claims", "found", "missed", "spurious", "right", "share", "f1", "full_f1", "from", "to")
_RIGHT = ("amount", "value", "value_max", "start", "end", "confidence", *_FIGURES)
# These take what room is left, in these shares, and are cropped; the others keep their width up to a limit.
_SHARES = {
    "metric": 2,
    "sentence": 3,
    "section": 2,
    "text": 1,
    "reason": 3,
    "reason_zh": 3,
    "title": 3,
    "issuer": 2,
}
_LIMIT = 22
_LEAST = 14  # and never less than this while another column is wider
_WIDE = 140  # from this width on the sentence is shown
_GAP = 2  # one cell of padding and the box's empty divider


def pieces(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The whole table: its columns are as wide as its cells need."""
    records = list(rows)
    columns = layout.columns if layout.chosen else _worth_showing(records, layout)
    headers = [heading(column, layout.lang) for column in columns]
    body = [[shown(cell(row, column, layout.lang)) for column in columns] for row in records]
    widths = _widths(columns, headers, body, layout.width)

    table = Table(
        box=box.SIMPLE_HEAD, padding=(0, _GAP - 1, 0, 0), pad_edge=False, show_edge=False, expand=False
    )
    for column, header, width in zip(columns, headers, widths, strict=True):
        table.add_column(
            Text(header),
            width=width,
            no_wrap=True,
            overflow="ellipsis",
            justify="right" if column in _RIGHT else "left",
            header_style="bold",
        )
    several = "doc" not in columns and len({row.get("doc") for row in records}) > 1
    previous = None
    for row, cells in zip(records, body, strict=True):
        if several and row["doc"] != previous:
            if previous is not None:
                table.add_section()
            previous = row["doc"]
            table.add_row(_cropped(shown(previous), widths[0], style="bold"))
        table.add_row(
            *(
                _styled(row, column, words, width)
                for column, words, width in zip(columns, cells, widths, strict=True)
            )
        )

    out = io.StringIO()
    # Texts are rich Text objects, never markup: `[bold]` in a document is shown as written.
    console = Console(
        file=out,
        width=layout.width,
        force_terminal=layout.color,
        color_system="auto" if layout.color else None,
        no_color=not layout.color,  # NO_COLOR was heeded where the colour was decided
        legacy_windows=False,
    )
    console.print(table)
    yield "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _worth_showing(records: list[Row], layout: Layout) -> tuple[str, ...]:
    """The columns that say something here: no role if all are actual, no year if none is known."""

    def worth(column: str) -> bool:
        if column == "sentence":
            return layout.width >= _WIDE
        if column in ("role", "period"):
            return any(cell(row, column, layout.lang) for row in records)
        return True

    return tuple(column for column in layout.columns if worth(column))


def _widths(columns: tuple[str, ...], headers: list[str], body: list[list[str]], total: int) -> list[int]:
    """Cells for each column, together with the gaps no wider than ``total`` where that can be."""
    wanted = [max(map(cell_len, (header, *(cells[i] for cells in body)))) for i, header in enumerate(headers)]
    shares = [_SHARES.get(column, 0) for column in columns]
    widths = [want if share else min(want, _LIMIT) for want, share in zip(wanted, shares, strict=True)]
    room = total - _GAP * (len(columns) - 1)
    # Columns that need less than their share leave the rest to the others.
    flexible = sorted((i for i, share in enumerate(shares) if share), key=lambda i: wanted[i] / shares[i])
    left = room - sum(width for width, share in zip(widths, shares, strict=True) if not share)
    shares_left = sum(shares)
    for i in flexible:
        widths[i] = max(min(wanted[i], left * shares[i] // shares_left), min(wanted[i], _LEAST))
        left -= widths[i]
        shares_left -= shares[i]
    # Too narrow even so: the widest gives until it fits.
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _styled(row: Row, column: str, words: str, width: int) -> Text:
    if column in _COLORED:
        return _cropped(words, width, style=_COLORS.get(row.get("kind", ""), ""))
    if column == "sentence":
        return _excerpt(words, shown(row["text"]), width)
    return _cropped(words, width)


def _cropped(words: str, width: int, style: str = "") -> Text:
    if cell_len(words) > width:
        words = set_cell_size(words, max(width - 1, 0)).rstrip() + "…"
    return Text(words, style=style, no_wrap=True, end="")


def _excerpt(sentence: str, expression: str, width: int) -> Text:
    """As much of ``sentence`` as fits around ``expression``, which stands out."""
    at = sentence.find(expression)
    if at > 0 and cell_len(sentence) > width and cell_len(sentence[: at + len(expression)]) > width * 2 // 3:
        start = at
        while start > 1 and cell_len(sentence[start - 1 : at]) <= width // 2:
            start -= 1
        sentence, at = "…" + sentence[start:], at - start + 1
    excerpt = _cropped(sentence, width)
    if at >= 0:
        excerpt.stylize("bold underline", at, min(at + len(expression), len(excerpt)))
    return excerpt
