"""Cardinals: Chinese digits and scales, Arabic digits among them (三万四千五百, 1.07万, 2千零30万, 十几亿).

Read from left to right in one pass. A numeral is a sum of parts, each a multiplier and a scale, the scales
falling; a large scale multiplies everything smaller before it (三万四千亿 is 34000 亿).
"""

from __future__ import annotations

import re
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.numerals import arabic
from jinan_metrics.numerals.lexicon import (
    DIGITS,
    LARGE_SCALES,
    MORE,
    SMALL_SCALES,
    TENS,
    TO_ARABIC,
    UNSAID,
    ZERO,
    Bound,
)
from jinan_metrics.numerals.numeral import NumeralError, joined_bound

_TOKEN = patterns.compile(r"[0-9.,]+(?: [0-9.,]+)*|.", re.DOTALL)
_DECIMALS = patterns.compile(rf"([0-9{''.join(DIGITS)}{ZERO}]*)([{''.join(UNSAID)}]?)(.*)", re.DOTALL)
_SCALE_WORD = patterns.compile(r"[百千万亿兆]+")


def cardinal(text: str) -> tuple[Decimal, Bound]:
    """The value of an unsigned cardinal and how exact it is. Raises NumeralError."""
    whole, point, decimals = text.partition("点")
    return _with_decimals(whole, decimals) if point else _whole(text)


def _with_decimals(whole: str, decimals: str) -> tuple[Decimal, Bound]:
    """The value of ``whole`` 点 ``decimals``; scales after the decimals multiply it all (二点五万)."""
    if not whole:
        raise NumeralError("nothing stands in front of 点")
    value, bound = _whole(whole)
    if bound != "exact" or value % 1:
        raise NumeralError(f"a decimal follows {whole!r}, which is no exact whole number")
    match = _DECIMALS.fullmatch(decimals)
    digits, unsaid, scale = match.groups() if match else ("", "", decimals)
    if not digits and not unsaid:
        raise NumeralError("no digit follows 点: a time of day, or cut short")
    value += Decimal("0." + (digits.translate(TO_ARABIC) or "0"))
    if unsaid:
        bound = "over"
    if scale:
        scale, bound = _without_more(scale, bound)
    if scale:
        if not _SCALE_WORD.fullmatch(scale) or any(large in whole for large in LARGE_SCALES):
            raise NumeralError(f"{scale!r} cannot follow decimals")
        value *= _whole(scale)[0]
    return value, bound


def _without_more(text: str, bound: Bound) -> tuple[str, Bound]:
    """``text`` without one 多, 余 or 来 at either end, and the bound with it (二点一多万, 二点一万余)."""
    for rest, character in ((text[1:], text[0]), (text[:-1], text[-1])):
        if character in MORE:
            return rest, joined_bound(MORE[character], bound)
    return text, bound


def _whole(text: str) -> tuple[Decimal, Bound]:
    if text[1:2] in MORE and text[0] in DIGITS:
        # 三多, 五余: names and slips; Arabic digits do take it (12余万).
        raise NumeralError(f"{text[1]} follows a single digit: it needs a round number or a scale before it")
    parts = _Parts()
    for token in _TOKEN.findall(text):
        if token in DIGITS:
            parts.number(Decimal(DIGITS[token]), lone=True)
        elif token in SMALL_SCALES:
            parts.small_scale(token, SMALL_SCALES[token])
        elif token in LARGE_SCALES:
            parts.large_scale(token, LARGE_SCALES[token])
        elif token == ZERO:
            parts.zero()
        elif token[0] in "0123456789.":
            parts.number(arabic.number(token), lone=token in "123456789")
            if "." in token:
                parts.end(f"the decimals of {token}")
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
    """The parts of one numeral as far as it has been read. Methods are named for the tokens they take."""

    __slots__ = (
        "_ended", "_lone", "_pending", "_section", "_section_scale", "_terms", "_touching", "_unit",
        "_unsaid", "_zero", "bound",
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
        # 零 was read since the last scale: a last digit then counts ones (一千零五), not hundreds.
        self._zero = False
        # The last scale read, 万亿 taken together (0: none), and whether it was a large one just now.
        self._unit = 0
        self._touching = False
        # What allows no further number, only scales: decimals, 几, 多.
        self._ended = ""

    def number(self, value: Decimal, *, lone: bool) -> None:
        self._begin_part()
        self._pending, self._lone = value, lone

    def tens(self, token: str, value: int) -> None:
        self._begin_part()
        self._add_small(token, Decimal(value), 10)

    def zero(self) -> None:
        self._begin_part()
        self._zero = True

    def unsaid(self, token: str) -> None:
        if self._pending is not None and not self._lone:
            # 20几万: after Arabic digits 几 stands for the ones, as 多 does.
            self.more(token, "over")
            return
        self._begin_part()
        self._unsaid = True
        self._ended = token
        self.bound = "over"

    def end(self, token: str) -> None:
        self._ended = token

    def more(self, token: str, bound: Bound) -> None:
        if self._pending is None and (self._zero or not self._unit):
            raise NumeralError(f"no number stands in front of {token}")
        if self._unsaid or self._ended in MORE or (self._ended in UNSAID and self._pending is not None):
            raise NumeralError(f"{token} follows {self._ended}")
        self._ended = token
        self.bound = joined_bound(bound, self.bound)

    def small_scale(self, token: str, scale: int) -> None:
        if self._unsaid:
            self._pending, self._unsaid = Decimal(1), False
        elif self._pending is None:
            begins = not (self._unit or self._zero)
            if self._ended or (not begins and token != "十"):
                raise NumeralError(f"{token} has no digit in front of it")
            self._pending = Decimal(1)
        elif self._ended in MORE or self._ended in UNSAID:
            raise NumeralError(f"{token} follows {self._ended}")
        self._add_small(token, self._pending * scale, scale)

    def large_scale(self, token: str, scale: int) -> None:
        unit = scale
        if self._touching:
            # 万亿, 万万: one scale made of two. 亿万 is a figure of speech.
            if scale < self._unit:
                raise NumeralError(f"{token} stands directly after a larger scale")
            unit *= self._unit
            value = self._terms.pop()[0]
        else:
            value = self._multiplier(token, scale)
        while self._terms and self._terms[-1][1] < scale:
            value += self._terms.pop()[0]
        value *= scale
        if self._terms and (self._terms[-1][1] <= unit or self._terms[-1][1] <= value):
            raise NumeralError(f"{token} does not come after a larger scale")
        self._terms.append((value, unit))
        self._section, self._section_scale = Decimal(0), 0
        self._close_part(unit)
        self._touching = True

    def total(self) -> Decimal:
        """The number that the parts make up."""
        value = sum((term for term, _ in self._terms), self._section)
        if self._unsaid:
            if not self._unit:
                raise NumeralError("几 or 数 alone says no number")
            return value
        if self._pending is None:
            if self._zero and self._unit:
                raise NumeralError("nothing follows 零")
            return value
        if self._lone and self._unit and not self._zero:
            # The scale left out at the end is the next one down: 一万三 13000, 二百五 250, 二十五 25.
            return value + self._pending * (self._unit // 10)
        if self._unit and self._pending >= self._unit:
            raise NumeralError(f"{self._pending} is too large to follow a smaller scale")
        return value + self._pending

    def _begin_part(self) -> None:
        if self._pending is not None or self._unsaid:
            raise NumeralError("two digits stand side by side without a scale")
        if self._ended:
            raise NumeralError(f"a further number follows {self._ended}")
        self._touching = False

    def _add_small(self, token: str, value: Decimal, scale: int) -> None:
        above = self._section_scale or (self._terms[-1][1] if self._terms else 0)
        if above and value >= above:
            raise NumeralError(f"{token} does not come after a larger scale")
        self._section += value
        self._section_scale = scale
        self._close_part(scale)

    def _close_part(self, unit: int) -> None:
        self._pending, self._lone, self._zero, self._touching = None, False, False, False
        self._unit = unit

    def _multiplier(self, token: str, scale: int) -> Decimal:
        """What stands between the last large scale and this one."""
        if self._unsaid:
            # 几万 is at least one 万; 十几万 and 零几万 at least the round part before 几.
            begins = not (self._section_scale or self._zero)
            self._unsaid = False
            return Decimal(1) if begins else self._section
        if self._pending is None:
            if self._section_scale:
                return self._section
            if self._terms or self._zero:
                raise NumeralError(f"{token} has no number in front of it")
            return Decimal(1)
        gap = self._section_scale > SMALL_SCALES["十"]
        if not self._section_scale and self._terms:
            # 三万二亿: the same one scale up.
            gap = self._terms[-1][1] < scale
        if self._lone and gap and not self._zero:
            # 一百五万 may be 150万 (as 一百五 is 150) or a slip for 一百零五万.
            raise NumeralError(f"the digit before {token} has no scale of its own: 零 or a scale is missing")
        return self._section + self._pending
