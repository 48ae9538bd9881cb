"""Exact decimal arithmetic: nothing is rounded unless it has no finite decimal form.

``EXACT`` is roomy enough that sums and products of what 200 characters can say are never rounded. The reader
makes it the current context for its whole run, so that plain operators are exact in any caller's context.
"""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

_TRAPS = [DivisionByZero, InvalidOperation, Overflow]
EXACT = Context(prec=3000, traps=_TRAPS)
# Raises Inexact where there is no finite result of 300 digits.
_FINITE = Context(prec=300, traps=[*_TRAPS, Inexact])
_ROUNDED_PLACES = 28


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """``dividend / divisor``: exact where finite, else to 28 significant digits. The divisor is not 0."""
    try:
        return _FINITE.divide(dividend, divisor)
    except Inexact:
        return Context(prec=_ROUNDED_PLACES).divide(dividend, divisor)


def power(base: Decimal, exponent: int) -> Decimal:
    """``base ** exponent``: exact where it has at most 300 digits, else to 28. No 0 to 0 or to a negative."""
    try:
        return _FINITE.power(base, exponent)
    except Inexact:
        return Context(prec=_ROUNDED_PLACES).power(base, exponent)


def canonical(value: Decimal) -> Decimal:
    """``value`` without an exponent or idle zeros: 142000.0 → 142000, 1E+2 → 100, -0 → 0."""
    if not value:
        return Decimal(0)
    shortest = value.normalize(EXACT)
    exponent = shortest.as_tuple().exponent
    return EXACT.quantize(shortest, Decimal(1)) if isinstance(exponent, int) and exponent > 0 else shortest
