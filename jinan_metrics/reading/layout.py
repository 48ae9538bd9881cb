"""What readers find in a document, laid out as text.

A table becomes a line a row in the notation of Markdown, with the two marks of MultiMarkdown for merged cells: ``^^``
is part of the cell above, and ``||`` closes a cell that is two columns wide. So the text alone says where the cells
are: what is read from a library or from a Markdown file is understood in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

ABOVE = "^^"
PAGE = "\f"

# More columns than this are not one cell that was merged, but a slip or an attack.
WIDEST = 256
# Where merged cells cover more places than this in all, those of further rows are not followed down.
_MOST_PLACES = 200_000
_BLANKS = regex.compile(r"[\s\u200b\ufeff]++")
# Between Chinese characters a line break or blank is the layout's, not the text's.
_BETWEEN_HAN = regex.compile(r"(?<=[\p{Han}，。；：、（）“”《》]) (?=[\p{Han}，。；：、（）“”《》])")
_NUMBERED = regex.compile(
    r"(?:第[一二三四五六七八九十百]{1,4}[章编篇部节]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．])"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text; ``level`` is 1 to 6 for headings, 0 for anything else."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, how many rows and columns it covers, and whether the document marks it as a header."""

    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, merged ones only where they begin."""

    rows: list[list[Cell]] = field(default_factory=list)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page begins."""


Block = Paragraph | Grid | PageBreak


def one_line(words: str) -> str:
    """``words`` on one line, without blanks that only the layout put there."""
    plain = words.strip()
    if len(plain) > 1 and (not plain.isprintable() or "  " in plain or " " in plain or "\u3000" in plain):
        plain = _BLANKS.sub(" ", plain)
        if " " in plain:
            plain = _BETWEEN_HAN.sub("", plain)
    return plain


def laid_out(blocks: Iterable[Block]) -> str:
    """The text of a document of ``blocks``: a line a paragraph or row, an empty line around each table."""
    lines: list[str] = []
    page = ""
    titled = False
    for block in blocks:
        if isinstance(block, PageBreak):
            page += PAGE
            continue
        if isinstance(block, Grid):
            found = [*([block.caption] if block.caption else []), *_rows(block)]
            if found and lines and lines[-1]:
                lines.append("")
            found.append("")
        else:
            # The first heading of the first level is the document's title, under which nothing is a section.
            title = block.level == 1 and not titled
            titled = titled or block.level == 1
            plain = not block.level or title or _NUMBERED.match(block.text)
            found = [block.text if plain else f"{'#' * min(block.level, 6)} {block.text}"]
        if page and found:
            found[0] = page + found[0]
            page = ""
        lines += found
    return "\n".join(lines).rstrip("\n") + "\n"


def _rows(grid: Grid) -> Iterator[str]:
    """The lines of a table; of one that is a single column or row of words, the words."""
    rows = [row for row in _occupied(grid) if any(not isinstance(spot, str) and spot.text for spot in row)]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        for row in rows:
            words = [spot.text for spot in row if not isinstance(spot, str) and spot.text]
            yield "　".join(words)
        return
    headers = 0
    for row in rows:
        cells = [spot for spot in row if not isinstance(spot, str)]
        if not cells or not all(cell.header for cell in cells):
            break
        headers += 1
    for number, row in enumerate(rows, 1):
        line = "|"
        for spot in row:
            if isinstance(spot, Cell):
                line += f" {spot.text.replace('|', '｜')} |"
            else:
                line += "|" if spot == _WIDE else f" {ABOVE} |"
        yield line
        if number == headers < len(rows):
            yield "|" + " --- |" * len(row)


_WIDE = "wide"


def _occupied(grid: Grid) -> Iterator[list[Cell | str]]:
    """The rows with a place for every column: a cell, ``ABOVE``, or ``_WIDE`` for more columns of the cell before."""
    covered: dict[
        int, tuple[int, int]
    ] = {}  # column -> rows still covered from above, and how many columns wide
    places = 0
    for cells in grid.rows:
        row: list[Cell | str] = []
        following: dict[int, tuple[int, int]] = {}
        waiting = cells[::-1]
        while waiting or covered:
            column = len(row)
            if column in covered:
                left, wide = covered.pop(column)
                row += [ABOVE, *[_WIDE] * (wide - 1)]
                if left > 1:
                    following[column] = (left - 1, wide)
            elif waiting:
                cell = waiting.pop()
                wide = max(1, min(cell.columns, WIDEST))
                wide = next((n for n in range(1, wide) if column + n in covered), wide)
                row += [cell, *[_WIDE] * (wide - 1)]
                if cell.rows > 1:
                    following[column] = (cell.rows - 1, wide)
            else:
                row.append(Cell(""))
        yield row
        places += len(row)
        covered = following if places < _MOST_PLACES else {}
