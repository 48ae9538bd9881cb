"""The blocks of a web page's main text: paragraphs, headings and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator

from jinan_metrics.reading.layout import Block, Cell, Grid, Paragraph, one_line
from jinan_metrics.reading.page_tree import LINE, Node

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_PARTS = ("tr", "tbody", "thead", "tfoot")
# A cell with more text than this is a column of the page, not a cell of a table.
_LONGEST_CELL = 1500


def blocks_of(node: Node, left_out: frozenset[int]) -> Iterator[Block]:
    """What stands in ``node`` without the blocks in ``left_out`` (by ``id``)."""
    level = _LEVELS.get(node.name, 0)
    words: list[str] = []
    for piece in (*node.content, LINE):
        if isinstance(piece, Node):
            yield from _lines(words, level, kept=node.name == "pre")
            if id(piece) not in left_out:
                yield from _table(piece, left_out) if piece.name == "table" else blocks_of(piece, left_out)
        elif piece is LINE:
            yield from _lines(words, level, kept=node.name == "pre")
        else:
            words.append(piece)


def words_of(node: Node) -> str:
    """All text in ``node`` on one line."""
    words: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Node):
            waiting += [" ", *reversed(piece.content), " "]
        else:
            words.append(piece)
    return one_line("".join(words))


def _lines(words: list[str], level: int, *, kept: bool) -> Iterator[Paragraph]:
    """The text gathered in ``words``, which is emptied: a paragraph, or the lines of preformatted text."""
    whole = "".join(words)
    words.clear()
    for line in whole.split("\n") if kept else (whole,):
        text = one_line(line)
        if text:
            yield Paragraph(text, level)


def _table(table: Node, left_out: frozenset[int]) -> Iterator[Block]:
    rows, caption, stray = _parts(table)
    cells = [cell for row in rows for cell in row]
    yield from (Paragraph(words) for words in stray)
    laid = (
        table.tables or table.attributes.get("role") == "presentation" or max(map(len, rows), default=0) < 2
    )
    if laid or any(cell.plain + cell.linked > _LONGEST_CELL for cell in cells):
        if caption:
            yield Paragraph(caption)
        for cell in cells:
            if id(cell) not in left_out:
                yield from blocks_of(cell, left_out)
        return
    yield Grid([[_cell(cell) for cell in row] for row in rows], caption)


def _parts(table: Node) -> tuple[list[list[Node]], str, list[str]]:
    """The rows of cells of a table, its caption, and text and tables that stand outside its cells."""
    rows: list[list[Node]] = []
    stray: list[str] = []
    caption = ""
    waiting = [table]
    while waiting:
        node = waiting.pop()
        if node.name == "tr":
            rows.append([])
        if node.name in ("td", "th"):
            if not rows:
                rows.append([])
            rows[-1].append(node)
        elif node.name == "caption":
            caption = words_of(node)
        elif node.name in _PARTS or node is table:
            stray += [line for piece in node.content if isinstance(piece, str) and (line := one_line(piece))]
            waiting += [child for child in reversed(node.content) if isinstance(child, Node)]
        else:  # what must not stand here, which browsers show before the table
            stray += [words] if (words := words_of(node)) else []
    return rows, caption, stray


def _cell(node: Node) -> Cell:
    return Cell(words_of(node), _span(node, "rowspan"), _span(node, "colspan"), node.name == "th")


def _span(node: Node, name: str) -> int:
    digits = node.attributes.get(name, "").strip()[:6]
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() else 1
