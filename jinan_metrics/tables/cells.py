"""From the cells of a table to what they say: each figure with its name, its unit and its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.model import Bound, Direction, Kind, Role
from jinan_metrics.tables import words
from jinan_metrics.tables.heads import Part, parts
from jinan_metrics.tables.model import Cell, Table
from jinan_metrics.tables.words import Change, Figure, UnitWords

_MONTHS = patterns.compile(
    r"(?:\d{1,2}[-—~至])?\d{1,2}月份?(?:[底末])?|第?[一二三四]季度|[上下]半年|前[三四]?季度|累计|全年|年[初末底]"
)
_COUNT_HEADS = ("件数", "人数", "户数", "次数", "个数", "家数", "起数", "项数", "份数", "条数")


@dataclass(frozen=True, slots=True)
class CellClaim:
    """What a cell says. ``line`` is the span of its row; ``period`` None means that of the document."""

    start: int
    end: int
    line: tuple[int, int]
    metric: str
    kind: Kind
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    role: Role
    direction: Direction | None
    basis: str
    period: int | None
    period_text: str
    rule: str
    sure: float


@dataclass(slots=True)
class _Side:
    """What the heads above a figure, or the labels beside it, say together."""

    names: list[str] = field(default_factory=list)
    unit: UnitWords | None = None
    change: Change | None = None
    rank: bool = False
    role: Role = "actual"
    year: int | None = None
    year_text: str = ""
    total: bool = False
    aside: bool = False

    @property
    def name(self) -> str:
        return "".join(dict.fromkeys(self.names))


def read(table: Table, text: str, folded: str, covered: int | None) -> tuple[list[CellClaim], list[Cell]]:
    """The claims of a table of ``text`` (``folded``: the same in one spelling), and the cells that they account for."""
    found: list[CellClaim] = []
    told: list[Cell] = []
    for part in parts(table, folded):
        reader = _Reader(part, text, covered)
        made = list(reader.claims())
        found += made
        if made:
            told += [cell for cell in table.cells(part.first, part.last) if _is_told(cell, part)]
    return found, told


def _is_told(cell: Cell, part: Part) -> bool:
    """Whether the words of a cell are told by claims of its part: figures, heads and labels, but no prose."""
    return cell in part.figures or (len(cell.words) <= 40 and not any(mark in cell.words for mark in "。，;"))


class _Reader:
    """Reads the figures of one part of a table."""

    def __init__(self, part: Part, text: str, covered: int | None) -> None:
        self._part = part
        self._text = text
        self._covered = covered
        self._table = part.table
        captions = [*part.table.captions, part.title]
        captions += [cell.words for run in part.labels for cell in part.head(run[0]) if "单位" in cell.words]
        self._unit = next((unit for words_ in captions if (unit := words.said_unit(words_))), None)
        self._year = next(
            (year for line in captions if (year := words.year_of_caption(line)) is not None), None
        )
        self._heads = {column: self._head(column) for column in range(self._table.width)}
        self._labels_above: dict[int, Cell | None] = {}
        self._parent = ""  # the label that a row of 其中 belongs to

    def claims(self) -> Iterator[CellClaim]:
        part = self._part
        in_labels = {column for run in part.labels for column in run}
        for row in range(part.first + part.heads, part.last):
            labelled: dict[int, _Side] = {}
            for cell in self._table.cells(row, row + 1):
                told = part.figures.get(cell)
                column = cell.column
                if (
                    told is None
                    or column in part.asides
                    or column in part.unit_columns
                    or column in in_labels
                ):
                    continue
                if self._heads[column].aside:
                    continue
                run = self._run_for(column)
                key = run[0] if run else -1
                if key not in labelled:
                    labelled[key] = self._label(row, run)
                claim = self._claim(cell, told, row, labelled[key], self._heads[column])
                if claim is not None:
                    yield claim

    def _run_for(self, column: int) -> list[int]:
        """The columns whose cells label the figures of ``column``."""
        part = self._part
        left = [run for run in part.labels if run[0] < column]
        if not left:
            return []
        first, nearest = left[0], left[-1]
        repeated = [cell.words for cell in part.head(first[0])] == [
            cell.words for cell in part.head(nearest[0])
        ]
        return nearest if repeated or part.heads == 0 else first

    def _own(self, cell: Cell, piece: str) -> str:
        """``piece`` of a cell's words in the document's own characters."""
        at = cell.words.find(piece)
        return self._text[cell.start + at : cell.start + at + len(piece)] if at >= 0 else piece

    def _head(self, column: int) -> _Side:
        side = _Side()
        for cell in self._part.head(column):
            self._read(side, cell)
            side.aside = side.aside or words.is_aside(cell.words)
        return side

    def _label(self, row: int, run: list[int]) -> _Side:
        side = _Side()
        cells = [cell for column in run if (cell := self._label_cell(row, column, run[-1])) is not None]
        below = False
        for cell in dict.fromkeys(cells):
            if words.is_missing(cell.words):
                continue
            rest = words.among(words.plain_label(cell.words))
            if rest is not None:
                below = True
                if rest:
                    self._read(side, cell, rest)
            else:
                self._read(side, cell)
        if below and self._parent:
            side.names.insert(0, self._parent)
        elif not below and side.names:
            self._parent = side.name
        return side

    def _label_cell(self, row: int, column: int, last: int) -> Cell | None:
        """The label at a place; an empty one that is not the innermost goes on from above."""
        cell = self._table.at(row, column)
        if cell is None or cell.words or column == last:
            self._labels_above[column] = cell
            return cell
        return self._labels_above.get(column, cell)

    def _read(self, side: _Side, cell: Cell, said: str = "") -> None:
        """Take what one head or label says into ``side``."""
        label = said or cell.words
        side.unit = words.said_unit(label) or side.unit
        label = words.plain_label(words.without_unit(label))
        year, year_text, label = words.year_in(label, self._covered)
        if year_text:
            side.year, side.year_text = year, self._own(cell, year_text)
        month = _MONTHS.fullmatch(label)
        if month is not None:
            side.year_text += self._own(cell, label)
            return
        if words.is_total(label):
            side.total = True
            return
        change = words.change_in(label)
        if change is not None:
            side.change, label = change, change.rest
        elif words.is_rank(label):
            side.rank = True
            label = words.RANK.sub("", label)
        elif words.is_target(label):
            side.role = "target"
            label = words.TARGET.sub("", label)
        label = words.plain_label(label)
        if label and not words.is_generic(label):
            side.names.append(self._own(cell, label))

    def _claim(self, cell: Cell, told: Figure, row: int, label: _Side, head: _Side) -> CellClaim | None:
        quantity = told.quantity
        change = head.change or label.change
        metric = self._metric(cell, label, head)
        if not metric:
            return None
        unit, certain = self._unit_of(cell, told, row, label, head, metric, change)
        value, value_max = quantity.value, quantity.value_max
        if not quantity.unit and not quantity.scaled:
            value = value * unit.factor
            value_max = None if value_max is None else value_max * unit.factor
            if value == value.to_integral_value():
                value = value.to_integral_value()
        kind: Kind = unit.kind or ("money" if unit.factor > 1 and words.is_money(metric) else "count")
        direction: Direction | None = None
        rule = "table.cell"
        if head.rank or label.rank:
            kind, rule, unit = "rank", "table.rank", UnitWords("位", Decimal(1), "rank")
        elif change is not None and kind != "rank":
            kind, rule = "change", "table.change"
            falls = told.negative != change.falls and value != 0
            direction = told.marked or ("down" if falls else "up")
        elif quantity.kind == "rank":
            return None
        elif told.negative:
            value, value_max = -value, None
        year = head.year if head.year is not None else label.year if label.year is not None else self._year
        return CellClaim(
            told.start, told.end, self._table.lines[row], metric, kind, value, value_max, unit.name,
            quantity.bound, head.role if head.role != "actual" else label.role, direction,
            change.basis if kind == "change" and change is not None else "",
            year, label.year_text or head.year_text, rule, 0.9 if certain else 0.7,
        )  # fmt: skip

    def _metric(self, cell: Cell, label: _Side, head: _Side) -> str:
        """The name of a figure: label and head, the one that is counted last."""
        beside, above = label.name, head.name
        if head.change is not None and not above:
            above = self._level_before(cell.column)
        if not beside and not above:
            # Only sums and empty heads: what the part is called, if it is called anything.
            title = words.plain_label(words.year_in(self._part.title, None)[2])
            return title if (label.total or head.total) and title and "条第" not in title else ""
        if not beside or not above or above in beside:
            return beside or above
        if beside in above:
            return above
        if words.is_measure(beside) and not words.is_measure(above):
            return above + beside
        return beside + above

    def _level_before(self, column: int) -> str:
        """What the nearest column to the left that holds levels counts: the changes beside it are changes of that."""
        for at in range(column - 1, -1, -1):
            head = self._heads[at]
            if at in self._part.unit_columns or head.aside or any(at in run for run in self._part.labels):
                continue
            if head.change is None:
                return head.name
        return ""

    def _unit_of(
        self,
        cell: Cell,
        told: Figure,
        row: int,
        label: _Side,
        head: _Side,
        metric: str,
        change: Change | None,
    ) -> tuple[UnitWords, bool]:
        """The unit of a figure and whether the table says it: in the cell, the head, the row, or above the table."""
        quantity = told.quantity
        if quantity.unit or quantity.form == "percent":
            kind: Kind | None = quantity.kind or None  # type: ignore[assignment]
            return UnitWords(quantity.unit or "%", Decimal(1), kind), True
        if head.unit is not None:
            return head.unit, True
        if change is not None and change.percent:
            return UnitWords("%", Decimal(1), "rate"), True
        in_row = self._unit_in_row(row, cell.column)
        if in_row is not None:
            return in_row, True
        if label.unit is not None:
            return label.unit, True
        if words.is_share(metric):
            return UnitWords("%", Decimal(1), "rate"), False
        if self._unit is not None:
            counted = metric.endswith(_COUNT_HEADS)
            if not (counted and self._unit.kind in ("money", "measure")):
                return self._unit, True
        return UnitWords("", Decimal(1), None), False

    def _unit_in_row(self, row: int, column: int) -> UnitWords | None:
        columns = [at for at in self._part.unit_columns if at < column] or self._part.unit_columns
        cell = self._table.at(row, columns[-1]) if columns else None
        if cell is None or words.is_missing(cell.words):
            return None
        if "=" in cell.words:  # an index: 上年=100
            return UnitWords("", Decimal(1), "score")
        return words.unit_words(cell.words) or UnitWords(cell.words, Decimal(1), "count")
