"""One spelling for a numeral expression: simplified, half-width, without the blanks that mean nothing."""

from __future__ import annotations

import re

from jinan_metrics import patterns
from jinan_metrics.numerals.lexicon import DIGITS, SPELLINGS, ZERO
from jinan_metrics.numerals.numeral import NumeralError

# The longest numeral met so far has some thirty characters; the limit keeps every later step short.
LONGEST = 200

_CHINESE_DIGITS = "".join(DIGITS) + ZERO
_BLANKS = patterns.compile(r" +")
_CHINESE_POINT = patterns.compile(rf"(?<=[{_CHINESE_DIGITS}])\.(?=[0-9{_CHINESE_DIGITS}])")
# 三个亿: the classifier between a number and its scale says nothing.
_CLASSIFIER = patterns.compile(r"个(?=[万亿兆])")


def one_spelling(text: str) -> str:
    """``text`` in the spelling that the lexicon is written in.

    A blank stays only where it tells something: between Arabic digits, or a comma and a digit (1 3/5).
    Raises NumeralError for blank or overlong text.
    """
    text = text.strip()
    if not text:
        raise NumeralError("it is empty")
    if len(text) > LONGEST:
        raise NumeralError(f"it is {len(text)} characters long, a numeral has at most {LONGEST}")
    text = text.translate(SPELLINGS)
    if " " in text:
        text = _BLANKS.sub(_kept_blank, text.strip())
    if "." in text:
        text = _CHINESE_POINT.sub("点", text)
    if "个" in text:
        text = _CLASSIFIER.sub("", text)
    return text.replace("份之", "分之") if "份" in text else text


def _kept_blank(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if before in "0123456789," and after in "0123456789" else ""
