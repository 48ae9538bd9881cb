"""A table as it stands in a text: every cell with its place in the grid and its span in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Cell:
    """A cell: first row and column, how many of each it covers, and the span of its words (offsets in the text)."""

    row: int
    column: int
    start: int
    end: int
    words: str
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Table:
    """A table: its lines' spans, and for every place of the grid the cell that covers it (None: none does).

    ``headers`` is how many rows the text itself marks as the head; ``captions`` are the lines right above;
    ``width`` is the number of columns.
    """

    lines: list[tuple[int, int]]
    grid: list[list[Cell | None]]
    headers: int = 0
    captions: list[str] = field(default_factory=list)
    width: int = 0

    def cells(self, first: int = 0, last: int | None = None) -> Iterator[Cell]:
        """The cells that begin in the rows from ``first`` to ``last`` (exclusive), each once."""
        for number, row in enumerate(self.grid[first:last], first):
            for column, cell in enumerate(row):
                if cell is not None and (cell.row, cell.column) == (number, column):
                    yield cell

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place."""
        places = self.grid[row]
        return places[column] if column < len(places) else None
