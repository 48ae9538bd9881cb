"""Numbers in Arabic digits: separators, decimals, powers, letters for thousands and millions."""

from __future__ import annotations

import re
from decimal import Decimal

from jinan_metrics.numerals.arithmetic import power
from jinan_metrics.numerals.lexicon import LETTER_SCALES
from jinan_metrics.numerals.numeral import NumeralError

# [0-9] throughout: \d also matches the digits of other scripts.
_LITERAL = re.compile(r"([0-9]*)((?:,[0-9]+)*|(?: [0-9]+)*)(\.[0-9]*)?")
_POWER = re.compile(r"([0-9.,]+)(\^|e)([+-]{0,2})([0-9]{1,3})")


def number(text: str) -> Decimal:
    """The value of digits with or without separators and decimals: 1,234,567.8; 1 234; .5.

    Groups must be of three digits, the first of one to three and without a leading zero: 1,23 and 0,123 may be a
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
            raise NumeralError(f"{text!r} is not grouped by threes: a list, a decimal comma or a slip")
        whole += "".join(parts)
    return Decimal(whole + decimals)


def raised(text: str) -> Decimal | None:
    """The value of 2e5, 1.1^+23 or 2^-1; None for a text without a power. Exponents have at most three digits."""
    if "^" not in text and "e" not in text:
        return None
    match = _POWER.fullmatch(text)
    if match is None:
        raise NumeralError("a power is a number, ^ or e, and a whole exponent below 1000")
    base = number(match.group(1))
    exponent = int(match.group(4))
    if match.group(3).count("-") == 1:
        exponent = -exponent
    if match.group(2) == "e":
        return base.scaleb(exponent)
    if not base and exponent <= 0:
        raise NumeralError(f"0 to the power of {exponent} has no value")
    return power(base, exponent)


def lettered(text: str) -> tuple[str, int]:
    """``text`` without a letter that multiplies the Arabic digits before it, and the factor: 40k → ("40", 1000)."""
    factor = LETTER_SCALES.get(text[-1:])
    if factor is None or text[-2:-1] not in set("0123456789"):
        return text, 1
    return text[:-1], factor
