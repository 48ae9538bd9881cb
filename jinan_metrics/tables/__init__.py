"""Tables in a text, and the claims in their cells.

``found`` looks for tables, ``claims_of`` turns their cells into claims and gives back the text without what these account
for, so that nothing is told twice: the rest of a table is read like any other words, a cell a line.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinan_metrics.model import SHORTEST_PASSAGE, Claim, Document, identity
from jinan_metrics.segment import Outline
from jinan_metrics.tables.cells import read
from jinan_metrics.tables.finding import tables as found
from jinan_metrics.tables.model import Cell, Table

__all__ = ["Table", "claims_of", "found"]


def claims_of(
    document: Document,
    folded: str,
    tables: Iterable[Table],
    outline: Outline,
    first: dict[tuple[str, int, str], str],
) -> tuple[list[Claim], str]:
    """The claims in the cells of ``tables``, and ``folded`` without what they tell.

    ``first`` is the id of every claim told so far, by its sentence (here a row), its place in it and its metric.
    """
    text = document.text
    claims: list[Claim] = []
    told: list[Cell] = []
    for table in tables:
        found_here, cells = read(table, text, folded, document.year)
        told += cells
        section = " / ".join(outline.path(table.lines[0][0])) if found_here else ""
        for cell in found_here:
            row = text[slice(*cell.line)].strip()
            name = identity(row, cell.start, cell.end, cell.metric)
            earlier = first.setdefault((row, cell.start - cell.line[0], cell.metric), name)
            claims.append(Claim(
                id=name, doc=document.name, year=document.year,
                period=document.year if cell.period is None else cell.period, period_text=cell.period_text,
                place=document.place, section=section, metric=cell.metric, action="", kind=cell.kind, value=cell.value,
                value_max=cell.value_max, unit=cell.unit, bound=cell.bound, role=cell.role, direction=cell.direction,
                basis=cell.basis, scope="", text=text[cell.start : cell.end], start=cell.start, end=cell.end,
                sentence=row, repeat_of=earlier if earlier != name and len(row) >= SHORTEST_PASSAGE else None,
                rule=cell.rule, confidence=cell.sure, name_rule="table.heads",
            ))  # fmt: skip
    return claims, _without(folded, tables, told)


def _without(folded: str, tables: Iterable[Table], told: Iterable[Cell]) -> str:
    """``folded`` with a line break for everything between the cells of ``tables``, and blanks for the cells ``told``."""
    pieces: list[str] = []
    at = 0
    silent = set(told)
    for table in tables:
        for cell in sorted(table.cells(), key=lambda cell: cell.start):
            first = max(table.lines[cell.row][0], at)
            pieces += [folded[at:first], "\n" * (cell.start - first)]
            pieces.append(" " * (cell.end - cell.start) if cell in silent else folded[cell.start : cell.end])
            at = cell.end
        end = table.lines[-1][1]
        pieces.append("\n" * (end - at))
        at = end
    return "".join((*pieces, folded[at:]))
