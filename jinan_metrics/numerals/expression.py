"""One numeral expression that is no range: an ordinal, or a share, a fraction, a number with its sign."""

from __future__ import annotations

from jinan_metrics.numerals.amount import magnitude, negated, signed
from jinan_metrics.numerals.fraction import fraction
from jinan_metrics.numerals.lexicon import MORE, Bound
from jinan_metrics.numerals.numeral import Numeral, NumeralError, bounded, transformed
from jinan_metrics.numerals.share import share

ORDINAL_MARK = "第"
# 30%多, 三分之二多, 七成多: what 多 may follow that is no cardinal.
_NO_CARDINAL_ENDS = frozenset("%‰成折半数")


def expression(text: str) -> Numeral:
    """The reading of ``text``, which is in one spelling and without modifiers. Raises NumeralError."""
    if text[:1] == ORDINAL_MARK:
        place = magnitude(text[1:])
        if place.value % 1:
            raise NumeralError(f"a place is a whole number, not {place.value}")
        return transformed(place, lambda value: value, "ordinal")
    negative, rest = signed(text)
    bound: Bound = "exact"
    if rest[-1:] in MORE and (rest[-2:-1] in _NO_CARDINAL_ENDS or "分之" in rest):
        bound, rest = MORE[rest[-1]], rest[:-1]
    found = share(rest) or fraction(rest) or magnitude(rest)
    return bounded(transformed(found, negated) if negative else found, bound)
