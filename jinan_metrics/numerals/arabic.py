"""Numbers in Arabic digits: separators, decimals, powers, letters for thousands and millions."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.numerals.arithmetic import power
from jinan_metrics.numerals.lexicon import LETTER_SCALES
from jinan_metrics.numerals.numeral import NumeralError

# [0-9] throughout: \d also matches the digits of other scripts.
_LITERAL = patterns.compile(r"([0-9]*)((?:,[0-9]+)*|(?: [0-9]+)*)(\.[0-9]*)?")
_POWER = patterns.compile(r"([0-9.,]+)(\^|e)([+-]{0,2})([0-9]{1,3})")
_LARGEST_POWER_OF_TEN = 400


def number(text: str) -> Decimal:
    """The value of digits with or without separators and decimals: 1,234,567.8; 1 234; .5.

    Groups are of three digits, the first of one to three and without a leading zero: 1,23 and 0,123 may be a
    decimal comma, a list or a slip, and are refused.
    """
    match = _LITERAL.fullmatch(text)
    if match is None:
        raise NumeralError(f"{text!r} is no number in Arabic digits")
    whole, groups, decimals = match.group(1), match.group(2), match.group(3) or ""
    if decimals == ".":
        raise NumeralError(f"no digit follows the point of {text!r}")
    if groups:
        parts = groups[1:].split(groups[0])
        if not 1 <= len(whole) <= 3 or whole[0] == "0" or any(len(part) != 3 for part in parts):
            raise NumeralError(f"{text!r} is not grouped by threes: a slip, a list or a decimal comma")
        whole += "".join(parts)
    return Decimal(whole + decimals)


def raised(text: str) -> Decimal | None:
    """The value of 2e5, 1.1^+23 or 2^-1; None for a text without a power."""
    if "^" not in text and "e" not in text:
        return None
    match = _POWER.fullmatch(text)
    if match is None:
        raise NumeralError("a power is a number, ^ or e, and a whole exponent below 1000")
    base = number(match.group(1))
    exponent = int(match.group(4))
    if match.group(3).count("-") == 1:
        exponent = -exponent
    if match.group(2) == "^" and not base and exponent <= 0:
        raise NumeralError(f"0 to the power of {exponent} has no value")
    value = base.scaleb(exponent) if match.group(2) == "e" else power(base, exponent)
    if abs(value.adjusted()) > _LARGEST_POWER_OF_TEN:
        raise NumeralError(f"a power beyond 10^{_LARGEST_POWER_OF_TEN}")
    return value


def lettered(text: str) -> tuple[str, int]:
    """``text`` without the letter that multiplies it, and the factor: 40k → ("40", 1000), 40 → ("40", 1)."""
    factor = LETTER_SCALES.get(text[-1:])
    if factor is None or not "0" <= text[-2:-1] <= "9":
        return text, 1
    return text[:-1], factor
