"""Numbers written as Chinese numerals: the inverse of ``parse``."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_SMALL = ("千", "百", "十", "")
_LIMIT = 10**16
_MOST_PLACES = 100


def render(value: Decimal) -> str:
    """``value`` as a canonical Chinese numeral: 250 → 二百五十, 10003 → 一万零三, 2.5 → 二点五.

    ``parse(render(value)) == value``. Raises ValueError for an absolute value of 10^16 or more, for more than
    100 decimal places and for NaN and infinities.
    """
    if not value.is_finite() or abs(value) >= _LIMIT:
        raise ValueError(f"no numeral for {value}: the absolute value must be below 10^16")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_PLACES:
        raise ValueError(f"no numeral for a number with {-exponent} decimal places, at most {_MOST_PLACES}")
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    decimals = decimals.rstrip("0")
    numeral = _whole(int(whole))
    # 一十二 is said 十二 where it begins the numeral.
    numeral = numeral.removeprefix("一") if numeral.startswith("一十") else numeral
    if decimals:
        numeral += "点" + "".join(_DIGITS[int(digit)] for digit in decimals)
    return "负" + numeral if value < 0 else numeral


def _whole(number: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        above, rest = divmod(number, scale)
        if above:
            # 零 stands where the place below the scale is empty: 一万零三百, but 一万三千.
            gap = "" if rest == 0 or rest * 10 >= scale else _DIGITS[0]
            return _whole(above) + name + gap + (_whole(rest) if rest else "")
    return _section(number)


def _section(number: int) -> str:
    """A number below ten thousand."""
    numeral, gap = "", False
    for digit, scale in zip(f"{number:04d}", _SMALL, strict=True):
        if digit == "0":
            gap = bool(numeral)
            continue
        numeral += (_DIGITS[0] if gap else "") + _DIGITS[int(digit)] + scale
        gap = False
    return numeral or _DIGITS[0]
