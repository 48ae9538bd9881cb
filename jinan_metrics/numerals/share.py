"""Shares in percent and per mille: 20%, 4.2‰, 百分百, 七成六, 八折, 0.4个百分点."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.numerals.amount import magnitude
from jinan_metrics.numerals.fraction import half
from jinan_metrics.numerals.lexicon import (
    DIGITS,
    HALF,
    HALF_PRICE,
    MORE,
    PERCENT_POINTS,
    WHOLE_SHARE,
    Bound,
)
from jinan_metrics.numerals.numeral import Numeral, NumeralError, bounded, transformed

_TENTH = "成"
_PRICE = "折"
# 七五折 75, 85折 85: two digits are tens and ones of the price, not a number times ten.
_TWO_DIGITS = patterns.compile(rf"([{''.join(DIGITS)}]{{2}})|(1[1-9]|[2-9][0-9])")


def share(text: str) -> Numeral | None:
    """The reading of an unsigned share, of form ``percent`` or ``permille``; None where the text is none."""
    last = text[-1:]
    if last == "%":
        return _in_percent(magnitude(text[:-1]), 1)
    if last == "‰":
        return transformed(magnitude(text[:-1]), lambda value: value, "permille")
    if text.endswith(PERCENT_POINTS):
        return _points(text[: -len(PERCENT_POINTS)])
    if _TENTH in text:
        return _tenths(text)
    if last == _PRICE:
        return _price(text)
    return Numeral(Decimal(100), percent=True, form="percent") if text == WHOLE_SHARE else None


def _in_percent(count: Numeral, times: int) -> Numeral:
    return transformed(count, lambda value: value * times, "percent")


def _count(text: str) -> Numeral:
    """A number in front of a unit, halves included (半个, 两个半)."""
    found = half(text) if HALF in text else None
    return magnitude(text) if found is None else found


def _points(count: str) -> Numeral:
    """X个百分点, X个多百分点 and X百分点."""
    bound: Bound = "exact"
    if count[-1:] in MORE and count[-2:-1] == "个":
        bound, count = MORE[count[-1]], count[:-1]
    return bounded(_in_percent(_count(count.removesuffix("个")), 1), bound)


def _tenths(text: str) -> Numeral:
    """七成, 七成六, 三成半, 2.1成, 六七成; 半成 is five percent."""
    tenths, _, ones = text.partition(_TENTH)
    found = _in_percent(_count(tenths), 10)
    if not ones:
        return found
    if found.value_max is not None or found.bound != "exact" or found.value % 10:
        raise NumeralError(f"{ones!r} follows an inexact or broken number of tenths")
    rest = Numeral(Decimal(5)) if ones == HALF else magnitude(ones)
    if not 0 < rest.value < 10 or rest.value % 1:
        raise NumeralError(f"{ones!r} after 成 is no single digit")
    return transformed(rest, lambda value: found.value + value, "percent")


def _price(text: str) -> Numeral:
    """The share of the price that is left: 八折 80, 七五折 75, 8.5折 85, 85折 85."""
    if text in HALF_PRICE:
        return Numeral(Decimal(50), percent=True, form="percent")
    count = text[:-1].removeprefix("打")
    two = _TWO_DIGITS.fullmatch(count)
    if two is None:
        return _in_percent(_count(count), 10)
    digits = two.group(2) or "".join(str(DIGITS[digit]) for digit in count)
    return Numeral(Decimal(digits), percent=True, form="percent")
