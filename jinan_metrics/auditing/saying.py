"""Figures and intervals in the words of an explanation."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics.auditing.intervals import Interval
from jinan_metrics.model import Claim

_PLACES = Decimal("0.01")


def number(value: Decimal) -> str:
    """``value`` to two places, without zeros at the end."""
    shown = format(value.quantize(_PLACES), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def span(interval: Interval, *, sign: bool = False) -> str:
    """``interval`` as one number where its ends look alike, else from … to."""
    mark = "+" if sign and interval.low > 0 else ""
    low, high = number(interval.low), number(interval.high)
    return f"{mark}{low}" if low == high else f"{mark}{low} … {mark}{high}"


def figure(claim: Claim) -> str:
    """The claim's figure as written, with its year where it is of another document's."""
    return f"{claim.text} ({claim.period})" if claim.period is not None else claim.text
