"""Parts of one: 三分之二, 3/4, 1 3/5, 三百五又三分之一, 半, 两年半."""

from __future__ import annotations

import re
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.numerals.amount import amount, magnitude
from jinan_metrics.numerals.arabic import number
from jinan_metrics.numerals.arithmetic import quotient
from jinan_metrics.numerals.lexicon import AFTER_HALF, DIGITS, DOZENS, HALF, HALVED, HALVES
from jinan_metrics.numerals.numeral import Numeral, NumeralError, transformed

_PARTS_OF = "分之"
_AND = "又"
# 百, 千, 百万, 万万 … in front of 分之 with no digit: a rate per so many. 十分之三 is a plain fraction.
_RATE_BASE = patterns.compile("(?!十$)[十百千万亿兆]+")
_SLASHED = patterns.compile(r"(?:([0-9,]+) )?([0-9,]+)/([0-9,]+)")
# 二份一, 四分三, 百分二十: the southern way to say it, without 之.
_SHORT = patterns.compile(rf"([{''.join(DIGITS)}十百]+)[分份]([{''.join(DIGITS)}十百]+)")
_AND_A_HALF = patterns.compile(
    rf"(.*?)({'|'.join(HALVED)}){HALF}(?:(?<=个半)(?:{'|'.join(AFTER_HALF)}))?", re.DOTALL
)
_HALF_SCALE = patterns.compile(rf"{HALF}([百千万亿兆]+)")

_ONE_HALF = Decimal("0.5")


def fraction(text: str) -> Numeral | None:
    """The reading of an unsigned fraction or rate per hundred, thousand …; None where the text is neither.

    Form ``percent`` for a rate (百分之三十), ``fraction`` for a plain part (三分之二, 一半, 3/4) and
    ``plain`` for a number with a half of a thing (两年半, 半百).
    """
    if _AND in text:
        return _mixed(text)
    if _PARTS_OF in text:
        return _spoken(text)
    if "/" in text:
        return _slashed(text)
    if HALF in text:
        return half(text)
    short = _SHORT.fullmatch(text) if "分" in text or "份" in text else None
    if short is None:
        return None
    base, part = short.groups()
    if not _RATE_BASE.fullmatch(base) and magnitude(part).value >= magnitude(base).value:
        raise NumeralError(f"{text!r} is no part of one: a mark, a coin or a length")
    return _parts_of(base, part)


def half(text: str) -> Numeral | None:
    """The reading of 半, 一半, 过半, 两个半, 两年半, 半百; None for a text of another shape."""
    if text in HALVES:
        return Numeral(_ONE_HALF, bound=HALVES[text], form="fraction")
    scale = _HALF_SCALE.fullmatch(text)
    if scale:
        return transformed(magnitude(scale.group(1)), lambda value: value * _ONE_HALF)
    match = _AND_A_HALF.fullmatch(text)
    if match is None:
        return None
    count, thing = match.group(1), match.group(2)
    whole = magnitude(count) if count or thing != "个" else Numeral(Decimal(1))
    size = DOZENS.get(thing, 1)
    return transformed(whole, lambda value: (value + _ONE_HALF) * size)


def _mixed(text: str) -> Numeral:
    whole, _, part = text.partition(_AND)
    if _AND in part:
        raise NumeralError("又 stands twice")
    units, found = amount(whole), fraction(part)
    if units.bound != "exact" or units.value_max is not None:
        raise NumeralError(f"a fraction follows the inexact {whole!r}")
    if found is None or found.form != "fraction":
        raise NumeralError(f"{part!r} after 又 is no fraction")
    return transformed(found, lambda value: units.value + value)


def _spoken(text: str) -> Numeral:
    base, _, part = text.partition(_PARTS_OF)
    if _PARTS_OF in part:
        raise NumeralError("分之 stands twice")
    return _parts_of(base, part)


def _parts_of(base: str, part: str) -> Numeral:
    divisor = amount(base)
    if divisor.bound != "exact" or divisor.value_max is not None:
        raise NumeralError(f"{base!r} is no exact number of parts")
    if not divisor.value:
        raise NumeralError("a whole of 0 parts")
    dividend = amount(part)
    if _RATE_BASE.fullmatch(base):
        return transformed(dividend, lambda value: quotient(value * 100, divisor.value), "percent")
    return transformed(dividend, lambda value: quotient(value, divisor.value), "fraction")


def _slashed(text: str) -> Numeral:
    match = _SLASHED.fullmatch(text)
    if match is None:
        raise NumeralError("a slash stands between two whole numbers only")
    whole, dividend, divisor = match.groups()
    parts = number(divisor)
    if not parts:
        raise NumeralError("a whole of 0 parts")
    value = quotient(number(dividend), parts)
    return Numeral(value + number(whole) if whole else value, form="fraction")
