"""From a text to its reading, and the four shorter questions that callers ask of it."""

from __future__ import annotations

from decimal import Decimal, localcontext

from jinan_metrics import patterns
from jinan_metrics.numerals.arithmetic import EXACT, canonical
from jinan_metrics.numerals.expression import expression
from jinan_metrics.numerals.lexicon import MORE, SMALL_SCALES, Bound
from jinan_metrics.numerals.modifiers import without_modifiers
from jinan_metrics.numerals.numeral import Numeral, NumeralError, bounded, transformed
from jinan_metrics.numerals.ranges import ranged, sides
from jinan_metrics.numerals.spelling import LONGEST, one_spelling

# What nearly every number of a report looks like: 2623, 14.2万, 9500余万, 20.58%. Read without the grammar.
_COMMON = patterns.compile(r"(-?[0-9]{1,40})(?:\.([0-9]{1,40}))?([余多])?(万亿|[百千万亿])?([余多])?(%)?")
_ZERO = Decimal(0)
_PLACES = {None: 0, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}


def read(text: str) -> Numeral:
    """The reading of a numeral expression with its modifiers: value, upper end of a range, bound and form.

    ``text`` is the expression alone, without the unit that it counts; blanks around it are ignored. Raises
    NumeralError for a text that is no numeral, may mean two numbers, or has more than 200 characters.
    """
    if len(text) <= LONGEST:
        match = _COMMON.fullmatch(text)
        if match is not None:
            whole, decimals, more, scale, more_after, percent = match.groups()
            if not more or not (more_after or scale in SMALL_SCALES):
                value = _shifted(whole, decimals or "", _PLACES[scale])
                bound: Bound = MORE[more or more_after] if more or more_after else "exact"
                if percent:
                    return Numeral(value, None, bound, True, "percent")
                return Numeral(value, None, bound)
    return _read_by_grammar(text)


def _shifted(whole: str, decimals: str, places: int) -> Decimal:
    """``whole.decimals`` times ten to ``places``, built digit by digit: no arithmetic, no rounding."""
    if not places and decimals and decimals[-1] != "0":
        return Decimal(f"{whole}.{decimals}")
    shift = places - len(decimals)
    if shift >= 0:
        return Decimal(whole + decimals + "0" * shift) or _ZERO
    return canonical(Decimal(f"{whole}{decimals[:places]}.{decimals[places:]}"))


def _read_by_grammar(text: str) -> Numeral:
    try:
        with localcontext(EXACT):
            core, bound = without_modifiers(one_spelling(text))
            pair = sides(core)
            found = ranged(*pair) if pair else expression(core)
            return transformed(bounded(found, bound), canonical)
    except NumeralError as error:
        raise NumeralError(error.reason, text) from None


def parse(text: str) -> Decimal:
    """The value of a numeral expression as a number: 14.2万 → 142000, 九成 → 0.9, 第四 → 4, 十几 → 10.

    Exact, except that a fraction without finite decimals has 28 digits. Raises NumeralError as ``read`` does,
    and for a range, which has two values.
    """
    numeral = _single(text)
    if numeral.form == "percent":
        return canonical(numeral.value.scaleb(-2, EXACT))
    return canonical(numeral.value.scaleb(-3, EXACT)) if numeral.form == "permille" else numeral.value


def parse_percent(text: str) -> Decimal:
    """The value of a share in percent points: 九成 → 90, 0.4个百分点 → 0.4, 4.2‰ → 0.42, 一半 → 50.

    Raises NumeralError as ``parse`` does, and for a text that is no share (a plain number, an ordinal).
    """
    numeral = _single(text)
    if numeral.form in ("plain", "ordinal"):
        raise NumeralError("it is no share: no percent sign, no 分之, no 成", text)
    return canonical(numeral.as_percent)


def parse_ordinal(text: str) -> Decimal:
    """The place that an ordinal names: 第四 → 4. Raises NumeralError as ``parse`` does, and without 第."""
    numeral = _single(text)
    if numeral.form != "ordinal":
        raise NumeralError("it is no ordinal: no 第 in front", text)
    return numeral.value


def _single(text: str) -> Numeral:
    numeral = read(text)
    if numeral.value_max is not None:
        raise NumeralError(f"it is a range from {numeral.value} to {numeral.value_max}: use read", text)
    return numeral
