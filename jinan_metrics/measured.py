"""A number with the unit that follows it: tenths, halves inside the unit, metres and centimetres, degrees below zero."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics import patterns, units
from jinan_metrics.model import Bound
from jinan_metrics.quantity import Quantity, share_of

_SCALES = frozenset("百千万亿兆")
TENTHS = patterns.compile(
    r"成(?P<rest>[一二三四五六七八九半])?(?P<more>多)?(?![立果效员都功为本品交熟型长片套份批就人绩因败分色语年群堆行倍串])"
)
# The smaller part of a length of time, and what it is a sixtieth of: 1分50秒, 3小时40分.
_SMALLER = {
    "分": (patterns.compile(r"(\d{1,2}(?:\.\d{1,3})?)秒"), "秒"),
    "分钟": (patterns.compile(r"(\d{1,2}(?:\.\d{1,3})?)秒"), "秒"),
    "小时": (patterns.compile(r"(\d{1,2})分(?:钟|(?![之数位\d]))"), "分钟"),
}
# 三年六个月: 3.5年; 三年八个月: 44个月, since no decimal says eight twelfths
_MONTHS = patterns.compile(r"(?:零|又)?(1[01]|[1-9]|十一|[一二三四五六七八九十])个月")
_MONTHS_NAMED = {name: number for number, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11}
_MANY_YEARS = 100
_CENTIMETRES = patterns.compile(r"(?<=\d米)\d{1,2}(?![\d.%个多余万亿米毫厘年月])")


def _years(years: Decimal, months: str) -> tuple[Decimal, str]:
    """Years and months as one amount, and its unit."""
    more = _MONTHS_NAMED.get(months) or int(months)
    if more % 3 == 0:
        return years + Decimal(more) / 12, "年"
    return years * 12 + more, "个月"


def below_zero(masked: str, quantity: Quantity) -> Quantity:
    """零下12摄氏度 is -12."""
    ahead = quantity.start - (masked[quantity.start - 1 : quantity.start] == " ")
    if masked.endswith("零下", 0, ahead):
        quantity.start, quantity.value = ahead - 2, -quantity.value
    return quantity


_POINTS_SHARED = patterns.compile(r"(?:和|及|与|、)[^，。;\d]{0,8}\d[\d.]{0,5}个百分点")
_SQUARED = ("㎡", "㎢", "㎥")


def _as_written(written: str, name: str) -> str:
    """The unit's name; one in Latin letters stays as written (m/s, BP), and so does 平方千米."""
    latin = (written[:1].isascii() and written[:1].isalpha()) or written in _SQUARED
    return written if latin or "千米" in written else name


def with_unit(
    masked: str,
    begin: int,
    end: int,
    token: str,
    value: Decimal,
    value_max: Decimal | None,
    bound: Bound,
    *,
    chinese: bool,
) -> Quantity | None:
    """Add the unit that follows the number; None where a Latin name follows instead."""
    scaled = not _SCALES.isdisjoint(token)
    at = end
    if not chinese and masked[at : at + 1] == " ":
        at += 1
    following = masked[at : at + 1]
    if not chinese and following == "成":
        tenths = TENTHS.match(masked, at)
        if tenths is not None and value <= 10:
            stop = tenths.end()
            return share_of(begin, stop, value * 10, bound, "tenths", token, chinese=False)
    # 两个半小时, 3个半月: the half stands inside the unit
    half = None
    if following == "个" and masked.startswith(("个半", "个多"), at):
        half = units.match("个" + masked[at + 2 : at + 8], 0)
    if half is not None and half[1] > 1:
        found: tuple[units.Unit, int] | None = (half[0], at + half[1] + 1)
        if masked[at + 1] == "多":  # 1个多月
            bound = "over"
        else:
            value += Decimal("0.5")
    else:
        half, found = None, units.match(masked, at)
    if following == "个" and found is not None and _POINTS_SHARED.match(masked, at + 1):
        points = units.match("个百分点", 0)  # 分别低0.2个和高3个百分点
        found = found if points is None else (points[0], at + 1)
    if found is None:
        if not chinese and at == end and following.isascii() and following.isalpha():
            return None
        return Quantity(
            begin, end, begin, end, value, value_max, bound, "number", "", "", "", chinese, scaled, token, end
        )
    unit, stop = found
    written = masked[at:stop]
    if unit.name == "米" and not chinese and value_max is None:
        rest = _CENTIMETRES.match(masked, stop)
        if rest is not None:  # 13米77
            value += Decimal(rest.group()) / 10 ** len(rest.group())
            stop = rest.end()
    # A unit in Latin letters stays as written (m/s), and so does 平方千米.
    named = _as_written(written, unit.name)
    if (
        half is None and unit.dimension == "time" and masked.startswith("半", stop) and value_max is None
    ):  # 两年半
        value, stop = value + Decimal("0.5"), stop + 1
    kind, dimension = unit.kind, unit.dimension
    if unit.name in _SMALLER and value == int(value):
        smaller, smaller_unit = _SMALLER[unit.name]
        rest = smaller.match(masked, stop)
        if rest is not None:
            value, stop = value * 60 + Decimal(rest.group(1)), rest.end()
            kind, dimension, named = "duration", "time", smaller_unit
    months = (
        _MONTHS.match(masked, stop)
        if unit.name == "年" and value < _MANY_YEARS and value_max is None
        else None
    )
    if months is not None and value == int(value):
        value, named, stop = *_years(value, months.group(1)), months.end()
    if unit.name == "位" and masked[begin - 1 : begin] not in ("第", "前"):
        kind, dimension = "count", "people"
    form = "percent" if unit.name == "%" else "permille" if unit.name == "‰" else "number"
    return Quantity(
        begin, stop, begin, end, value, value_max, bound, form, named, kind, dimension, chinese, scaled, token, stop
    )  # fmt: skip
