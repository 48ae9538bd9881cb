"""What a numeral expression says, and the error for a text that says nothing or two things at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jinan_metrics.numerals.arithmetic import EXACT
from jinan_metrics.numerals.lexicon import Bound

Form = Literal["plain", "percent", "permille", "fraction", "ordinal"]

_SHOWN = 40


class NumeralError(ValueError):
    """``text`` is no numeral, or means two different numbers; ``reason`` says which part and why."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason, text)
        self.reason = reason
        self.text = text

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return f"cannot read {shown!r} as a numeral: {self.reason}"


@dataclass(frozen=True, slots=True)
class Numeral:
    """The reading of one numeral expression.

    ``value``      the number; the lower end of a range. In percent points where ``percent`` (九成 → 90), per
                   mille where ``form`` is ``permille``, a plain quotient where ``fraction`` (1/4 → 0.25).
    ``value_max``  the upper end of a range, never below ``value``; None for a single number.
    ``bound``      ``over``: this or more; ``under``: this or less; ``approx``: around this; ``exact``.
    ``percent``    whether ``value`` counts percent points, i.e. ``form == "percent"``.
    """

    value: Decimal
    value_max: Decimal | None = None
    bound: Bound = "exact"
    percent: bool = False
    form: Form = "plain"

    @property
    def as_percent(self) -> Decimal:
        """``value`` in percent points: 三分之二 → 66.66…, 4.2‰ → 0.42, 九成 → 90, and 2 (twofold) → 200."""
        return to_percent(self.value, self.form)


def to_percent(value: Decimal, form: Form) -> Decimal:
    """A ``value`` as ``form`` counts it, in percent points, exactly."""
    if form == "percent":
        return value
    return EXACT.divide(value, Decimal(10)) if form == "permille" else EXACT.multiply(value, Decimal(100))


def transformed(numeral: Numeral, change: Callable[[Decimal], Decimal], form: Form | None = None) -> Numeral:
    """``numeral`` with both its ends changed, put back in order where a minus sign turned them round."""
    low = change(numeral.value)
    high = None if numeral.value_max is None else change(numeral.value_max)
    if high is not None and high < low:
        low, high = high, low
    form = form or numeral.form
    return Numeral(low, high, numeral.bound, form == "percent", form)


def bounded(numeral: Numeral, bound: Bound) -> Numeral:
    """``numeral`` with a further ``bound`` put around it."""
    if bound == "exact":
        return numeral
    bound = joined_bound(bound, numeral.bound)
    return Numeral(numeral.value, numeral.value_max, bound, numeral.percent, numeral.form)


def joined_bound(one: Bound, other: Bound) -> Bound:
    """The bound that two modifiers make together.

    A direction says more than 约 (约300多 → over). Two opposite ones (近200余, common in print) say "around".
    """
    if one == other or other == "exact":
        return one
    if one == "exact" or one == "approx":
        return other
    return one if other == "approx" else "approx"
