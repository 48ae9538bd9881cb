"""Cardinals: Chinese digits and scales, Arabic digits among them (三万四千五百, 1.07万, 2千零30万, 一百二十几亿).

Read from left to right in one pass. A numeral is a sum of parts, each a multiplier and a scale, the scales falling;
a large scale multiplies everything smaller before it (三万四千亿 is 34000 亿).
"""

from __future__ import annotations

import re
from decimal import Decimal

from jinan_metrics.numerals import arabic
from jinan_metrics.numerals.lexicon import (
    DIGITS,
    LARGE_SCALES,
    MORE,
    SMALL_SCALES,
    TENS,
    UNSAID,
    ZERO,
    Bound,
)
from jinan_metrics.numerals.numeral import NumeralError, joined_bound

_TOKEN = re.compile(r"[0-9.,]+(?: [0-9.,]+)*|.", re.DOTALL)
_DECIMALS = re.compile(rf"([0-9{''.join(DIGITS)}{ZERO}]*)([{UNSAID}]?)(.*)", re.DOTALL)
_SCALE_WORD = re.compile(r"[百千万亿兆]+")
_TO_ARABIC = str.maketrans({ZERO: "0"} | {character: str(digit) for character, digit in DIGITS.items()})


def cardinal(text: str) -> tuple[Decimal, Bound]:
    """The value of an unsigned cardinal and how exact it is. Raises NumeralError."""
    whole, point, rest = text.partition("点")
    if not point:
        return _whole(text)
    value, bound = _whole(whole) if whole else (None, "exact")
    if value is None:
        raise NumeralError("nothing stands in front of 点")
    if bound != "exact":
        raise NumeralError(f"a decimal follows the inexact {whole!r}")
    match = _DECIMALS.fullmatch(rest)
    digits, unsaid, rest = match.groups() if match else ("", "", rest)
    if not digits and not unsaid:
        raise NumeralError("no digit follows 点: a time of day, or cut short")
    if digits:
        value += Decimal("0." + digits.translate(_TO_ARABIC))
    if unsaid:
        bound = "over"
    if not rest:
        return value, bound
    rest, bound = _without_more(rest, bound)
    if rest:
        if not _SCALE_WORD.fullmatch(rest) or any(scale in whole for scale in LARGE_SCALES):
            raise NumeralError(f"{rest!r} cannot follow decimals")
        value *= _whole(rest)[0]
    return value, bound


def _without_more(text: str, bound: Bound) -> tuple[str, Bound]:
    """``text`` without one 多, 余 or 来 at either end, and the bound with it (二点一多万, 二点一万余)."""
    for rest, character in ((text[1:], text[0]), (text[:-1], text[-1])):
        if character in MORE:
            return rest, joined_bound(MORE[character], bound)
    return text, bound


def _whole(text: str) -> tuple[Decimal, Bound]:
    parts = _Parts()
    for token in _TOKEN.findall(text):
        if token in DIGITS:
            parts.digit(DIGITS[token])
        elif token in SMALL_SCALES:
            parts.small_scale(token, SMALL_SCALES[token])
        elif token in LARGE_SCALES:
            parts.large_scale(token, LARGE_SCALES[token])
        elif token == ZERO:
            parts.zero()
        elif token[0] in "0123456789.":
            parts.arabic(token)
        elif token in TENS:
            parts.tens(token, TENS[token])
        elif token in UNSAID:
            parts.unsaid(token)
        elif token in MORE:
            parts.more(token, MORE[token])
        else:
            raise NumeralError(f"{token!r} is no part of a number")
    return parts.total(), parts.bound


class _Parts:
    """The parts of one numeral as far as it has been read."""

    __slots__ = (
        "_ended", "_lone", "_pending", "_section", "_section_scale", "_terms", "_touching", "_unit", "_unsaid",
        "_zero", "bound",
    )  # fmt: skip

    def __init__(self) -> None:
        self.bound: Bound = "exact"
        # Closed by a large scale: (value, scale), the scales falling.
        self._terms: list[tuple[Decimal, int]] = []
        # Sum of the parts since the last large scale, and the last small scale among them (0: none).
        self._section = Decimal(0)
        self._section_scale = 0
        # A multiplier that waits for its scale, and whether it is one single digit.
        self._pending: Decimal | None = None
        self._lone = False
        # 几 waits for its scale.
        self._unsaid = False
        # 零 was read since the last scale: what follows is counted in ones, not in tenths of that scale.
        self._zero = False
        # The last scale read, 万亿 taken together (0: none), and whether it was a large one just now.
        self._unit = 0
        self._touching = False
        # What has ended the list of parts: only scales may follow.
        self._ended = ""

    # -- what a token does ---------------------------------------------------------------------------------------
    def digit(self, digit: int) -> None:
        self._begin_part()
        self._pending, self._lone = Decimal(digit), True

    def arabic(self, token: str) -> None:
        self._begin_part()
        self._pending = arabic.number(token)
        self._lone = len(token) == 1 and token != "0"
        if "." in token:
            self._ended = f"the decimals of {token}"

    def tens(self, token: str, value: int) -> None:
        self._begin_part()
        self._add_small(token, Decimal(value), 10)

    def zero(self) -> None:
        self._begin_part()
        self._zero = True

    def unsaid(self, token: str) -> None:
        self._begin_part()
        self._unsaid = True
        self._ended = token
        self.bound = "over"

    def more(self, token: str, bound: Bound) -> None:
        if self._pending is None and not self._unit or self._zero and self._pending is None:
            raise NumeralError(f"no number stands in front of {token}")
        if self._ended == "几" or self._ended in MORE:
            raise NumeralError(f"{token} follows {self._ended}")
        if self._lone and not self._unit:
            raise NumeralError(f"{token} follows a single digit: it needs a round number or a scale before it")
        self._ended = token
        self.bound = joined_bound(bound, self.bound)

    def small_scale(self, token: str, scale: int) -> None:
        if self._unsaid:
            self._pending, self._unsaid, self._ended = Decimal(1), False, ""
        elif self._ended in MORE:
            raise NumeralError(f"{token} follows {self._ended}")
        pending = self._pending
        if pending is None:
            begins = not (self._terms or self._section_scale or self._zero)
            if not begins and scale != 10:
                raise NumeralError(f"{token} has no digit in front of it")
            pending = Decimal(1)
        self._add_small(token, pending * scale, scale)

    def large_scale(self, token: str, scale: int) -> None:
        pending = self._pending
        if self._unsaid:
            begins = not (self._section_scale or self._zero)
            pending, self._unsaid = Decimal(1 if begins else 0), False
        value = self._section + (pending or 0)
        empty = pending is None and not self._section_scale
        together = 1
        if empty and self._touching:
            together = self._unit
            if scale < together or (scale == together and len(self._terms[-1:]) and scale == 10**12):
                raise NumeralError(f"{token} stands directly after a larger scale")
        elif empty and (self._terms or self._zero):
            raise NumeralError(f"{token} has no number in front of it")
        elif empty:
            value = Decimal(1)
        elif self._lone and not self._zero and (self._section_scale > 10 or self._smaller_term(scale)):
            # 一百五万 may be 150万 (as in 一百五) or 105万 (a slip for 一百零五万).
            raise NumeralError(f"the digit before {token} has no scale of its own: 零 or a scale is missing")
        while self._terms and (self._terms[-1][1] < scale or (together == scale and empty)):
            value += self._terms.pop()[0]
            if together == scale:
                break
        self._check_falling(token, value * scale, scale * together)
        self._terms.append((value * scale, scale * together))
        self._section, self._section_scale = Decimal(0), 0
        self._close_part(scale * together)
        self._touching = True

    def total(self) -> Decimal:
        """The number that the parts make up."""
        value = self._section
        for term, _ in self._terms:
            value += term
        if self._unsaid:
            if not self._unit and not self._zero:
                raise NumeralError("几 or 数 alone says no number")
            return value
        if self._pending is None:
            if self._zero:
                raise NumeralError("nothing follows 零")
            return value
        if self._lone and self._unit and not self._zero:
            # The scale left out at the end is the next one down: 一万三 13000, 二百五 250, 二十五 25.
            return value + self._pending * (self._unit // 10)
        if self._unit and self._pending >= self._unit:
            raise NumeralError(f"{self._pending} after a scale of only {self._unit}")
        return value + self._pending

    # -- steps that several tokens share ---------------------------------------------------------------------------
    def _begin_part(self) -> None:
        if self._pending is not None or self._unsaid:
            raise NumeralError("two digits stand side by side without a scale")
        if self._ended:
            raise NumeralError(f"a further number follows {self._ended}")
        self._touching = False

    def _close_part(self, unit: int) -> None:
        self._pending, self._lone, self._zero = None, False, False
        self._unit = unit

    def _add_small(self, token: str, value: Decimal, scale: int) -> None:
        if self._section_scale and value >= self._section_scale:
            raise NumeralError(f"{token} does not come after a larger scale")
        self._section += value
        self._section_scale = scale
        self._close_part(scale)
        self._touching = False

    def _smaller_term(self, scale: int) -> bool:
        return bool(self._terms) and self._terms[-1][1] < scale

    def _check_falling(self, token: str, value: Decimal, scale: int) -> None:
        if self._terms and (self._terms[-1][1] <= scale or value >= self._terms[-1][1]):
            raise NumeralError(f"{token} does not come after a larger scale")
