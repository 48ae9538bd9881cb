"""What the rules see: one quantity in its clause, and what has been said before it in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from jinan_metrics.context import After, Before
from jinan_metrics.dating import Period
from jinan_metrics.model import Bound, Direction, Kind, Role
from jinan_metrics.quantity import Quantity

# Behind these no thing is counted.
_QUANTITIES = ("率", "总额", "总值", "业务量", "产量", "销量", "总量", "营业收入")


@dataclass(slots=True)
class Spot:
    """A quantity, the clause it stands in, and the words around it.

    ``clause_start`` is where the words before the number begin (the clause, or the end of the quantity before it);
    ``clause_end`` is where the words after it end.
    """

    masked: str
    quantity: Quantity
    clause_start: int
    clause_end: int
    whole_start: int
    whole_end: int
    sentence_start: int
    sentence_end: int
    before: Before
    after: After
    in_brackets: bool = False
    section: tuple[str, ...] = ()
    in_list_of_ranks: bool = False
    planned: bool = False

    @property
    def lead(self) -> str:
        """The words before the expression, to the beginning of its clause."""
        return self.masked[self.clause_start : self.quantity.start]

    @property
    def rest(self) -> str:
        """The words after the expression, to the end of its clause."""
        return self.masked[self.quantity.end : self.clause_end]

    @property
    def noun_follows(self) -> bool:
        """Whether the thing counted stands behind the number (162项跨省通办事项)."""
        if self.before.from_level:
            return False
        kind = self.quantity.kind
        if self.after.noun[1] - self.after.noun[0] < 1 or kind in ("rank", "change", "ratio", "score"):
            return False
        if self._apart():
            return False
        return self.after.with_de or not self.noun.endswith(_QUANTITIES)

    def _apart(self) -> bool:
        """Whether a blank parts a number without a unit from what follows (总量超300万 增速回升)."""
        quantity, masked = self.quantity, self.masked
        named = quantity.scaled and not quantity.unit and self.before.end - self.before.start > 3
        return named and masked.startswith(" ", quantity.end) and masked[quantity.start - 1] != " "

    @property
    def noun(self) -> str:
        """The noun before the number, masked."""
        return self.masked[self.before.start : self.before.end]


@dataclass(slots=True)
class Meaning:
    """What an expression says about its metric."""

    kind: Kind
    rule: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    role: Role = "actual"
    direction: Direction | None = None
    basis: tuple[int, int] | None = None  # spans: the words are the document's own
    scope: tuple[int, int] | None = None


@dataclass(slots=True)
class Told:
    """Names in force while a sentence is read."""

    subject: str = ""
    action: str = ""
    thing: str = ""
    names: list[str] = field(default_factory=list)
    group: list[str] = field(default_factory=list)


class Watch(Protocol):
    """Somebody who wants to know how claims come about; the stages work the same with and without."""

    def seen(self, masked: str, start: int, end: int, quantities: Sequence[Quantity]) -> None:
        """The quantities in the sentence from ``start`` to ``end``, before any is left out."""

    def understood(self, spot: Spot, meaning: Meaning, period: Period) -> None:
        """What one of them was understood as; its names come later."""
