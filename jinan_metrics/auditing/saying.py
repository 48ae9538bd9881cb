"""Figures and intervals in the words of an explanation."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics.auditing.intervals import Interval
from jinan_metrics.model import Claim

_PLACES = Decimal("0.01")


def number(value: Decimal) -> str:
    """``value`` to two places, without zeros at the end."""
    if value.is_infinite():
        return "∞"
    shown = format(value.quantize(_PLACES), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def span(interval: Interval, *, sign: bool = False) -> str:
    """``interval`` as one number where its ends look alike, else from … to."""
    mark = "+" if sign and interval.low > 0 else ""
    low, high = number(interval.low), number(interval.high)
    return f"{mark}{low}" if low == high else f"{mark}{low} … {mark}{high}"


def amount(value: Decimal, like: Claim) -> str:
    """``value`` with the unit of ``like`` and in the scale that its text has: -43.2亿元."""
    for size, mark in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if mark in like.text:
            return f"{number(value / size)}{mark}{like.unit}"
    return number(value) + ("个百分点" if like.unit == "%" else like.unit)


def figure(claim: Claim, other: Claim) -> str:
    """The figure as written, with its year where ``other`` is of another."""
    return claim.text if claim.period in (None, other.period) else f"{claim.text} ({claim.period})"
