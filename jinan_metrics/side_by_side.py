"""Quantities that stand side by side: what one takes from the next (unit, 万), and limits that make a range."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jinan_metrics import numerals, patterns
from jinan_metrics.quantity import Quantity

_SCALE_BEHIND = patterns.compile(
    r"(?P<coefficient>\d[\d,]*+(?:\.\d++)?+)[ ]?[余多]?(?P<scale>[十百千万亿]++)$"
)


def _scale_behind(number: Quantity) -> Decimal | None:
    """What 万 or 亿 behind its digits multiplies a number by."""
    behind = _SCALE_BEHIND.match(number.number_text)
    if behind is None or number.value_max is not None:
        return None
    return number.value / numerals.parse(behind.group("coefficient"))


_CONNECTIVE = patterns.compile(r"[ ]?(?:、|和|及|与|以及|或)[ ]?")


def share_units(masked: str, found: list[Quantity]) -> None:
    """Give a number the unit of the next one beside it: 增加2.16和1.66个百分点, 达820万、760万人次.

    万 of the last counts for all (猪、牛、羊出栏12.6、1.38和4.75万头), unless a number would be out of proportion.
    """
    scale: Decimal | None = None
    for number, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if not _takes_unit(masked, number, following):
            scale = None
            continue
        number.unit, number.kind, number.dimension = following.unit, following.kind, following.dimension
        scale = _scale_behind(following) if scale is None else scale
        if scale is not None and not number.scaled:
            most = min(100 * max(following.value / scale, Decimal(1)), Decimal(1000))
            if number.value < most:
                number.value, number.scaled = number.value * scale, True


def _takes_unit(masked: str, number: Quantity, following: Quantity) -> bool:
    of_points = number.unit == "个" and following.unit in ("百分点", "工作日", "小时")  # 1.2个、0.8个百分点
    if (
        (number.unit and not of_points)
        or number.chinese
        or not following.unit
        or following.chinese
        or following.form != "number"
    ):
        return False
    if masked[number.number_start - 1 : number.number_start] in ("第", "前"):
        return False
    between = _CONNECTIVE.match(masked, number.end)
    if between is None or between.end() != following.start:
        return False
    return number.scaled or of_points or following.dimension != "time"


def join_limits(masked: str, found: list[Quantity]) -> list[Quantity]:
    """``found`` with 一万元以上三万元以下 as one range."""
    joined: list[Quantity] = []
    for number in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.end == number.start
            and masked.endswith("以上", last.unit_end, last.end)
            and masked.startswith("以下", number.unit_end)
            and last.unit in (number.unit, "")
            and last.value < number.value
            and last.value_max is None
        ):
            joined[-1] = replace(
                number, start=last.start, number_start=last.number_start, value=last.value, value_max=number.value,
                bound="exact", number_text=masked[last.number_start : number.number_end],
            )  # fmt: skip
        else:
            joined.append(number)
    return joined
