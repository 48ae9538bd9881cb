"""What a stated figure can mean: the interval of values that round to it, or that its bound allows. Exact arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jinan_metrics import folding, patterns
from jinan_metrics.model import Claim

_NUMBER = patterns.compile(r"\d[\d,]*(?:\.(\d+))?")
_JUST_OVER = patterns.compile(r"[余多]")
_WITHOUT_END = Decimal("Infinity")
# Kinds that are counted one by one, and the units of changes that are not.
_WHOLE = ("count", "rank", "duration", "score")
_MEASURED = ("%", "百分点", "倍")
_ABOUT = Decimal("0.05")
_NEARLY = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def meets(self, other: Interval) -> bool:
        """Whether some value is in both."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, by: Decimal) -> Interval:
        """Every value times ``by``, which is above zero."""
        return Interval(self.low * by, self.high * by)

    def over(self, other: Interval) -> Interval | None:
        """The quotient of intervals of values not below zero; None where the divisor may be zero."""
        if other.low <= 0:
            return None
        low = Decimal(0) if other.high == _WITHOUT_END else self.low / other.high
        return Interval(low, self.high / other.low)


def step(claim: Claim) -> Decimal:
    """The last place that ``claim`` states, in its base unit: 0.1亿元 for 286.4亿元, 1 for 443件."""
    match = _NUMBER.search(folding.fold(claim.text))
    if match is None:
        return Decimal(1)
    shown = Decimal(match.group().replace(",", ""))
    place = Decimal(1).scaleb(-len(match.group(1) or ""))
    return place * abs(claim.value / shown) if shown and claim.value else place


def _leading_step(claim: Claim) -> Decimal:
    """The place of the last digit that is not zero, in the base unit: 7000多亿元 is less than 8000亿元."""
    last = step(claim)
    match = _NUMBER.search(folding.fold(claim.text))
    if match is None or match.group(1):
        return last
    digits = match.group().replace(",", "")
    return last * Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def stated(claim: Claim, *, cut: bool = False) -> Interval:
    """The values that ``claim`` can mean. Whole counts are exact; a figure with decimals, a scale (万) or a unit of measure
    was rounded, and may have been cut off instead where ``cut`` is set."""
    value = claim.value
    if claim.value_max is not None:
        return Interval(value, claim.value_max)
    last = step(claim)
    if claim.bound == "over":
        return Interval(
            value, value + _leading_step(claim) if _JUST_OVER.search(claim.text) else _WITHOUT_END
        )
    if claim.bound == "under":
        return Interval(
            value * (1 - _NEARLY) if "近" in claim.text or "将" in claim.text else Decimal(0), value
        )
    if claim.bound == "approx":
        around = max(last, abs(value) * _ABOUT)
        return Interval(value - around, value + around)
    if last == 1 and (claim.kind in _WHOLE or (claim.kind == "change" and claim.unit not in _MEASURED)):
        return Interval(value, value)
    half = last if cut else last / 2
    return Interval(value - half, value + half)


def change_in_per_cent(before: Interval, after: Interval) -> Interval | None:
    """By how many per cent ``after`` is above ``before``, below zero for a fall."""
    ratio = after.over(before)
    return None if ratio is None else Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
