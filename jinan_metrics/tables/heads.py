"""Which rows of a table are heads, which columns hold labels, which cells hold figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from jinan_metrics.tables import words
from jinan_metrics.tables.model import Cell, Table
from jinan_metrics.tables.words import Figure


@dataclass(slots=True)
class Part:
    """Rows of a table that stand under one head. ``title`` is the row across all columns above them."""

    table: Table
    first: int
    last: int
    heads: int
    figures: dict[Cell, Figure]
    title: str = ""
    labels: list[list[int]] = field(default_factory=list)  # runs of label columns, from left to right
    unit_columns: list[int] = field(default_factory=list)
    asides: frozenset[int] = frozenset()

    _above: list[list[Cell]] = field(default_factory=list)

    def head(self, column: int) -> list[Cell]:
        """The cells of the head above ``column``, top first, each once."""
        if not self._above:
            self._above = self._heads_by_column()
        return self._above[column]

    def _heads_by_column(self) -> list[list[Cell]]:
        """The heads of every column. An empty place in an upper row goes on the head to its left: it was merged once."""
        above: list[list[Cell]] = [[] for _ in range(self.table.width)]
        last = self.first + self.heads - 1
        for row in range(self.first, last + 1):
            if _is_numbering(_beginning(self.table, row), self.figures):
                continue
            before: Cell | None = None
            for column, cell in enumerate(self.table.grid[row]):
                if cell is None:
                    continue
                if cell.words:
                    before = cell
                elif row < last and before is not None and before.column > 0:
                    cell = before
                if cell.words and cell not in above[column]:
                    above[column].append(cell)
        return above


def parts(table: Table, folded: str) -> Iterator[Part]:
    """The parts of ``table``: rows across all columns begin a new one, and so does a head in the middle."""
    figures = {
        cell: figure
        for cell in table.cells()
        if (figure := words.figure(folded, cell.start, cell.end)) is not None
    }
    title = ""
    first = 0
    for row in range(len(table.grid) + 1):
        across = row < len(table.grid) and _across(table, row)
        if row == len(table.grid) or across:
            yield from _with_heads(table, first, row, figures, title)
            first = row + 1
            if across and (cell := table.at(row, 0)) is not None:
                title = cell.words


def _across(table: Table, row: int) -> bool:
    """Whether the row is one cell of words across all columns."""
    cells = [cell for cell in table.grid[row] if cell is not None]
    if len(cells) > 1 and len(cells) == table.width and len({cell.words for cell in cells}) == 1:
        return bool(cells[0].words) and not words.is_missing(cells[0].words) and not cells[0].words.isdigit()
    return (
        bool(cells)
        and cells[0].columns >= max(2, table.width)
        and cells[0].row == row
        and bool(cells[0].words)
    ) or (len(table.grid[row]) == 1 < table.width)


def _with_heads(
    table: Table, first: int, last: int, figures: dict[Cell, Figure], title: str
) -> Iterator[Part]:
    """The rows from ``first`` to ``last`` cut where another head begins."""
    begin = first
    while begin < last:
        heads = _heads(table, begin, last, figures)
        end = begin + heads
        while end < last and not (
            end > begin + heads
            and _is_head(table, end, figures)
            and _figures_follow(table, end, last, figures)
        ):
            end += 1
        if end > begin + heads:
            part = Part(table, begin, end, heads, figures, title)
            _columns(part)
            yield part
        begin = end


def _heads(table: Table, first: int, last: int, figures: dict[Cell, Figure]) -> int:
    """How many rows from ``first`` on are heads: those before the first figure that is no year, numbering included."""
    count = 0
    for row in range(first, last):
        cells = _beginning(table, row)
        found = [figures[cell] for cell in cells if cell in figures and not _is_year(cell)]
        if found and not _is_numbering(cells, figures):
            break
        if row > first and table.width == 2:
            break  # a label and what it says, which may be a date
        if row > first and any(words.is_missing(cell.words) and cell.words for cell in cells[1:]):
            break  # a row of dashes is a row without figures, not a head
        if row > first and cells and cells[0].words and not any(cell.words for cell in cells[1:]):
            break  # the name of a group of rows
        if row >= table.headers > 0 and first == 0 and not all(cell.words for cell in cells):
            break
        count += 1
    if first + count == last:
        return min(count, 1)  # no figures at all
    # A label cell that goes on into the rows of figures is no head, and neither is the row in which it begins.
    while (
        count
        and any(
            cell.row + cell.rows > first + count and cell.column == 0
            for cell in _beginning(table, first + count - 1)
        )
        and not any(cell in figures for cell in _beginning(table, first + count - 1))
        and count > 1
    ):
        count -= 1
    return count


def _beginning(table: Table, row: int) -> list[Cell]:
    """The cells that begin in ``row``."""
    return list(table.cells(row, row + 1))


def _is_head(table: Table, row: int, figures: dict[Cell, Figure]) -> bool:
    """Whether a row below figures is a head: words in all its cells, none of them twice."""
    cells = _beginning(table, row)
    texts = [cell.words for cell in cells]
    return (
        len(cells) >= 2
        and len(cells) * 2 >= table.width
        and all(text and not words.is_missing(text) for text in texts)
        and not any(cell in figures and not _is_year(cell) for cell in cells)
        and all(cell.rows == 1 for cell in cells)
        and len(set(texts)) == len(texts)
    )


def _figures_follow(table: Table, row: int, last: int, figures: dict[Cell, Figure]) -> bool:
    return row + 1 < last and any(cell in figures for cell in _beginning(table, row + 1))


def _is_year(cell: Cell) -> bool:
    return cell.words[:2] in ("19", "20") and len(cell.words.rstrip("年度")) == 4


def _is_numbering(cells: list[Cell], figures: dict[Cell, Figure]) -> bool:
    """Whether a row numbers the columns (甲 1 2 3)."""
    values = [figures[cell].quantity.value for cell in cells if cell in figures]
    return (
        len(values) >= 3
        and all(after - before == 1 for before, after in pairwise(values))
        and values[0] in (0, 1, 2)
        and all(cell in figures or len(cell.words) <= 2 for cell in cells)
    )


def _columns(part: Part) -> None:
    """Tell columns of labels, of units and of nothing apart."""
    table, start = part.table, part.first + part.heads
    asides: set[int] = set()
    unit_columns: list[int] = []
    labels: list[int] = []
    for column in range(table.width):
        head = part.head(column)
        last = head[-1].words if head else ""
        cells = [cell for row in range(start, part.last) if (cell := table.at(row, column)) is not None]
        said = [cell for cell in dict.fromkeys(cells) if not words.is_missing(cell.words)]
        if words.is_aside(last) or (not last and column == 0 and _counts_up(said, part.figures)):
            asides.add(column)
        elif (
            said
            and all(words.unit_words(cell.words) is not None for cell in said)
            and (words.is_unit_head(last) or len(said) > 1)
        ):
            unit_columns.append(column)
        elif words.is_unit_head(last) and said and not any(cell in part.figures for cell in said):
            # 单位 may mean the office; then it is a label.
            units = sum(words.unit_words(cell.words) is not None for cell in said)
            offices = units * 2 < len(said) and any(words.is_office(cell.words) for cell in said)
            (labels if offices else unit_columns).append(column)
        elif column and any(_is_prose(cell) for cell in said):
            asides.add(column)
        elif column == 0 and any(
            cell in part.figures and part.figures[cell].quantity.value_max is not None for cell in said
        ):
            labels.append(column)  # groups by age or size: 0—14岁
        elif said and (
            all(_is_year(cell) for cell in said) or sum(cell in part.figures for cell in said) * 2 < len(said)
        ):
            labels.append(column)
    part.asides = frozenset(asides)
    part.unit_columns = unit_columns
    runs: list[list[int]] = []
    for column in labels:
        if runs and all(between in asides for between in range(runs[-1][-1] + 1, column)):
            runs[-1].append(column)
        else:
            runs.append([column])
    part.labels = runs


def _is_prose(cell: Cell) -> bool:
    """Whether a cell holds sentences, which label nothing."""
    return len(cell.words) > 60 or any(mark in cell.words for mark in "。;")


def _counts_up(cells: list[Cell], figures: dict[Cell, Figure]) -> bool:
    values = [figures[cell].quantity.value for cell in cells if cell in figures]
    return len(values) == len(cells) >= 2 and [int(value) for value in values] == list(
        range(1, len(values) + 1)
    )
