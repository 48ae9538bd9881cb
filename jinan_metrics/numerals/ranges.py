"""Ranges: 3至5, 6.5%—7%, 3~5万. One side may lend the other its unit or its scale."""

from __future__ import annotations

import re

from jinan_metrics.numerals.expression import ORDINAL_MARK, expression
from jinan_metrics.numerals.lexicon import DIGITS, LARGE_SCALES, MORE, SMALL_SCALES
from jinan_metrics.numerals.numeral import Numeral, NumeralError, joined_bound, to_percent

_MARK = re.compile(r"[至到]|~{1,2}|-+")
# A dash there is the sign of an exponent, not the mark of a range.
_EXPONENT = ("^", "e")
_SHARE_UNIT = re.compile(r"个?百分点|[%‰成折]")
_SHARE_BASE = re.compile(r"[十百千万亿兆]+分之")
_SCALES = frozenset(SMALL_SCALES) | frozenset(LARGE_SCALES)
_ONE_DIGIT = frozenset(DIGITS) | frozenset("123456789")


def sides(text: str) -> tuple[str, str] | None:
    """What stands left and right of the mark of a range; None for no range. Raises NumeralError for several marks."""
    found = None
    for match in _MARK.finditer(text):
        at = match.start()
        # A dash in front is a sign; so is one directly after the mark (-5~-3).
        if match.group()[0] == "-" and (at == 0 or text[at - 1] in _EXPONENT or found and found.end() == at):
            continue
        if found:
            raise NumeralError("it has more than one mark of a range: a date, a code or a list")
        found = match
    if found is None:
        return None
    left, right, mark = text[: found.start()], text[found.end() :], found.group()
    if not left or not right:
        raise NumeralError(f"one side of {mark} is missing")
    if len(mark) > 2 or len(mark) == 2 and left[0] == "-":
        raise NumeralError(f"the dashes of {mark!r} may be marks or signs")
    return left, right


def ranged(left: str, right: str) -> Numeral:
    """The range from ``left`` to ``right``, both in one spelling. Raises NumeralError where it does not rise."""
    left, right = _with_shared_unit(left, right)
    left = _with_shared_scale(left, right)
    low, high = expression(left), expression(right)
    if low.value_max is not None or high.value_max is not None:
        raise NumeralError("one end of the range is a range itself")
    lower, upper, form = low.value, high.value, low.form
    if low.form != high.form:
        if "ordinal" in (low.form, high.form) or "plain" in (low.form, high.form):
            raise NumeralError(f"a range from {low.form} to {high.form}: its ends count different things")
        # 三成至一半, 5‰到1%
        lower, upper, form = to_percent(lower, low.form), to_percent(upper, high.form), "percent"
    if upper < lower:
        raise NumeralError(f"a range that falls, from {lower} to {upper}")
    return Numeral(lower, upper, joined_bound(low.bound, high.bound), form == "percent", form)


def _with_shared_unit(left: str, right: str) -> tuple[str, str]:
    """Both sides with the unit that only one of them has: 6.5-7%, 三到四成, 百分之三至五, 第3至5."""
    if left[0] == ORDINAL_MARK != right[0]:
        return left, ORDINAL_MARK + right
    base = _SHARE_BASE.match(left)
    if base and not _SHARE_UNIT.search(right) and "分之" not in right:
        return left, base.group() + right
    unit = _SHARE_UNIT.search(right)
    if unit and not _SHARE_UNIT.search(left) and not re.search("分之|[半/]", left):
        return left + unit.group(), right
    return left, right


def _with_shared_scale(left: str, right: str) -> str:
    """``left`` with the scale of ``right`` where it has none and means it: 3~5万 is 30000 to 50000.

    It means it where its number is below that of the right side without the scale: 8000至1万 shares nothing.
    """
    unit_at = _unit_start(left)
    count, unit = left[:unit_at], left[unit_at:]
    bare = right[: _unit_start(right)].rstrip("".join(MORE))
    run = len(bare) - len(bare.rstrip("".join(_SCALES)))
    mantissa, scale = bare[: len(bare) - run].rstrip("".join(MORE)), bare[len(bare) - run :]
    if not scale or not count or not mantissa and len(scale) < 2 or _has_large_scale(count):
        return left
    small = scale[: len(scale) - len(scale.lstrip("十百千"))]
    if small and mantissa in _ONE_DIGIT and count in _ONE_DIGIT and _less(count, mantissa):
        if "十" in small:
            raise NumeralError(f"{count} may be {count}{scale} or {count}{scale[len(small) :]}: say its scale")
        # 三到五百, 一至三百万: the digits are neighbours and share all that follows.
        return count + scale + unit
    mantissa, scale = mantissa + small, scale[len(small) :]
    return count + scale + unit if scale and mantissa and _less(count, mantissa) else left


def _unit_start(side: str) -> int:
    unit = _SHARE_UNIT.search(side)
    return unit.start() if unit else len(side)


def _has_large_scale(text: str) -> bool:
    return any(scale in text for scale in LARGE_SCALES)


def _less(left: str, right: str) -> bool:
    return expression(left).value < expression(right).value
