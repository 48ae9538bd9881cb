"""Exact decimal arithmetic: nothing is rounded unless it has no finite decimal form.

``EXACT`` is roomy enough that sums and products of what 200 characters can say are never rounded; the reader makes it
the current context for its whole run, so that plain operators are exact whatever context the caller has set.
"""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

_TRAPS = [DivisionByZero, InvalidOperation, Overflow]
EXACT = Context(prec=3000, traps=_TRAPS)
_FINITE_PLACES = 300
_ROUNDED_PLACES = 28


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """``dividend / divisor``: exact where finite, else to 28 significant digits. ``divisor`` must not be 0."""
    roomy = Context(prec=_FINITE_PLACES, traps=_TRAPS)
    exact = roomy.divide(dividend, divisor)
    return Context(prec=_ROUNDED_PLACES).divide(dividend, divisor) if roomy.flags[Inexact] else exact


def power(base: Decimal, exponent: int) -> Decimal:
    """``base ** exponent``: exact where at most 300 digits long, else to 28 significant digits. No 0 to a negative."""
    roomy = Context(prec=_FINITE_PLACES, traps=_TRAPS)
    exact = roomy.power(base, exponent)
    return Context(prec=_ROUNDED_PLACES).power(base, exponent) if roomy.flags[Inexact] else exact


def canonical(value: Decimal) -> Decimal:
    """``value`` written without exponent and without zeros that say nothing: 142000.0 → 142000, 1E+2 → 100, -0 → 0."""
    if not value:
        return Decimal(0)
    shortest = value.normalize(EXACT)
    exponent = shortest.as_tuple().exponent
    return shortest.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else shortest
