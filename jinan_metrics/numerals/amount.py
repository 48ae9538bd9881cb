"""Signed amounts: a cardinal, a digit string, a pair of neighbouring digits (七八百), dozens."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.numerals import arabic
from jinan_metrics.numerals.cardinal import cardinal
from jinan_metrics.numerals.lexicon import DIGITS, DOZENS, HALF, PAIRS, TO_ARABIC, ZERO
from jinan_metrics.numerals.numeral import Numeral, NumeralError, bounded, transformed

_STRING_DIGITS = "".join(DIGITS) + ZERO
_DIGIT_STRING = patterns.compile(rf"[{_STRING_DIGITS}]{{2,}}")
# Digits after 点 are read one by one (三点一二), so that a pair is looked for only before it.
_PAIR = patterns.compile(f"(?<![{''.join(DIGITS)}])(?:{'|'.join(PAIRS)})(?![{_STRING_DIGITS}点])")

_NEGATIVE = ("-", "负")
_POSITIVE = ("+", "正")


def signed(text: str) -> tuple[bool, str]:
    """Whether ``text`` begins with a minus sign, and the rest of it."""
    if text[:1] in _NEGATIVE:
        return True, text[1:]
    return False, text[1:] if text[:1] in _POSITIVE else text


def negated(value: Decimal) -> Decimal:
    """``value`` with its sign turned round."""
    return -value


def amount(text: str) -> Numeral:
    """The reading of a number with or without sign, of form ``plain``. Raises NumeralError."""
    negative, rest = signed(text)
    found = magnitude(rest)
    return transformed(found, negated) if negative else found


def magnitude(text: str) -> Numeral:
    """The reading of a number without sign, of form ``plain``. Raises NumeralError."""
    if not text:
        raise NumeralError("a number is missing")
    if text[-1] in DOZENS:
        dozen = DOZENS[text[-1]]
        rest = text[:-1]
        found = Numeral(Decimal("0.5")) if rest == HALF else magnitude(rest)
        return transformed(found, lambda value: value * dozen)
    power = arabic.raised(text)
    if power is not None:
        return Numeral(power)
    rest, factor = arabic.lettered(text)
    if factor > 1:
        return Numeral(arabic.number(rest) * factor)
    if _DIGIT_STRING.fullmatch(text):
        return _digit_string(text)
    pair = _PAIR.search(text)
    if pair is None or "点" in text[: pair.start()]:
        value, bound = cardinal(text)
        return Numeral(value, bound=bound)
    low, bound = cardinal(text[: pair.start() + 1] + text[pair.end() :])
    high, _ = cardinal(text[: pair.start()] + text[pair.end() - 1 :])
    return bounded(Numeral(low, high, "approx"), bound)


def _digit_string(text: str) -> Numeral:
    """Digits read one by one: 二〇二二, 一九九八, and two of them where one is a zero (二〇).

    Three or more are a digit string even where they rise (一二三 → 123). Two without a zero are a pair (二三)
    or else refused: 二五 and 九八 may be 25 and 98, a list, or the short name of a year or a plan.
    """
    if text in PAIRS:
        return Numeral(Decimal(DIGITS[text[0]]), Decimal(DIGITS[text[1]]), "approx")
    if len(text) == len("二五") and ZERO not in text:
        raise NumeralError("two digits without a scale: a number, a list or a name")
    if "两" in text:
        raise NumeralError("两 does not stand in a string of digits")
    return Numeral(Decimal(text.translate(TO_ARABIC)))
