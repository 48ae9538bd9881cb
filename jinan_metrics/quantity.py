"""A quantity expression: what the text says before anybody asks what it means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jinan_metrics.model import Bound


@dataclass(slots=True)
class Quantity:
    """A quantity expression in the folded text (offsets are the document's)."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    form: str  # number, percent, permille, fraction, tenths, half, first, fan
    unit: str
    kind: str  # the unit's usual kind, "" where there is no unit
    dimension: str
    chinese: bool
    scaled: bool
    number_text: str
    unit_end: int


def share_of(
    begin: int, end: int, value: Decimal, bound: Bound, form: str, text: str, *, chinese: bool = True
) -> Quantity:
    """A share in words (九成, 三分之一, 过半): a rate in per cent."""
    return Quantity(
        begin, end, begin, end, value, None, bound, form, "%", "rate", "share", chinese, False, text, end
    )
