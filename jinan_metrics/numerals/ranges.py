"""Ranges: 3至5, 6.5%—7%, 3~5万. One side may lend the other its unit or its scale."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.numerals.expression import ORDINAL_MARK, expression
from jinan_metrics.numerals.lexicon import DIGITS, HALVES, LARGE_SCALES, MORE, PERCENT_POINTS, SMALL_SCALES
from jinan_metrics.numerals.numeral import Numeral, NumeralError, joined_bound, to_percent

_MARK = patterns.compile(r"[至到]|~{1,2}|-+")
# A dash directly after one of these is a sign, not the mark of a range (2^-1, 百分之-3).
_BEFORE_SIGN = ("^", "e", "之")
_LONGEST_MARK = 2
_SHARE_UNIT = patterns.compile(r"个?百分点|[%‰成折]")
_SHARE_BASE = patterns.compile(r"[十百千万亿兆]+分之")
# A fraction needs no unit from the other side.
_FRACTION = patterns.compile("分之|/")
_ONE_DIGIT = frozenset(DIGITS) | frozenset("123456789")
_SMALL = "".join(SMALL_SCALES)
_SCALES = _SMALL + "".join(LARGE_SCALES)
_MORE = "".join(MORE)


def sides(text: str) -> tuple[str, str] | None:
    """What stands left and right of the mark of a range; None where there is no mark.

    Raises NumeralError for several marks and for one with an empty side.
    """
    found = None
    for match in _MARK.finditer(text):
        at = match.start()
        # A dash in front is a sign; so is one directly after the mark (-5~-3).
        signs = at == 0 or text[at - 1] in _BEFORE_SIGN or (found is not None and found.end() == at)
        if match.group()[0] == "-" and signs:
            continue
        if found:
            raise NumeralError("it has more than one mark of a range: a date, a code or a list")
        found = match
    if found is None:
        return None
    left, right, mark = text[: found.start()], text[found.end() :], found.group()
    if not left or not right:
        raise NumeralError(f"one side of {mark} is missing")
    if len(mark) > _LONGEST_MARK or (mark == "--" and left[0] == "-"):
        raise NumeralError(f"the dashes of {mark!r} may be marks or signs")
    return left, right


def ranged(left: str, right: str) -> Numeral:
    """The range from ``left`` to ``right``, both in one spelling. Raises NumeralError where it falls."""
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
    unit = _SHARE_UNIT.search(right)
    if base and not unit and not _FRACTION.search(right) and right not in HALVES:
        return left, base.group() + right
    if unit and not _SHARE_UNIT.search(left) and not _FRACTION.search(left):
        if left in HALVES and not unit.group().endswith(PERCENT_POINTS):
            # 一半至八成; but 半个至一个百分点.
            return left, right
        return left + unit.group(), right
    return left, right


def _with_shared_scale(left: str, right: str) -> str:
    """``left`` with the scale of ``right`` where it has none and means it: 3~5万 is 30000 to 50000.

    It means it where its number is below that of the right side without the scale: 8000至1万 shares nothing.
    """
    count, unit = _without_unit(left)
    mantissa, scale = _without_scale(_without_unit(right)[0])
    if not scale or not count or any(large in count for large in LARGE_SCALES):
        return left
    small = scale[: len(scale) - len(scale.lstrip(_SMALL))]
    if small and count in _ONE_DIGIT and mantissa in _ONE_DIGIT and _below(count, mantissa):
        if "十" in small:
            # 三至五十 is 30 or 3 to 50; 三到五十万 is 30万 or 3万 to 50万.
            raise NumeralError(f"{count} may lack the {small} of {right}: write it out")
        # 三到五百, 一至三百万: both digits are followed by the same scales.
        return count + scale + unit
    mantissa, scale = mantissa + small, scale[len(small) :]
    return count + scale + unit if scale and mantissa and _below(count, mantissa) else left


def _without_unit(side: str) -> tuple[str, str]:
    """The number of ``side``, and its unit of a share."""
    unit = _SHARE_UNIT.search(side)
    return (side[: unit.start()], side[unit.start() :]) if unit else (side, "")


def _without_scale(number: str) -> tuple[str, str]:
    """What stands before the scales that end ``number``, and these scales; 多 and 余 are left out."""
    number = number.rstrip(_MORE)
    mantissa = number.rstrip(_SCALES)
    return mantissa.rstrip(_MORE), number[len(mantissa) :]


def _below(left: str, right: str) -> bool:
    return expression(left).value < expression(right).value
