"""Words around a numeral that bound it: 约, 近, 超过, 以上, 左右."""

from __future__ import annotations

import re

from jinan_metrics import patterns
from jinan_metrics.numerals.lexicon import COUNTED_BY, PREFIXES, PREFIXES_BEFORE, SUFFIXES, Bound
from jinan_metrics.numerals.numeral import joined_bound


def _alternatives(words: dict[str, Bound]) -> str:
    """A pattern for any of ``words``, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_BEFORE = "|".join(f"{word}(?=[{following}])" for word, (_, following) in PREFIXES_BEFORE.items())
_PREFIX = patterns.compile(f"{_alternatives(PREFIXES)}|{_BEFORE}")
_PREFIX_BOUNDS = PREFIXES | {word: bound for word, (bound, _) in PREFIXES_BEFORE.items()}
_SUFFIX = patterns.compile(rf"(?:{_alternatives(SUFFIXES)})\Z")
_LONGEST_SUFFIX = max(map(len, SUFFIXES))
_COUNTED_BY = patterns.compile(f"{COUNTED_BY[0]}([十百千万亿]+){COUNTED_BY[1]}")


def without_modifiers(text: str) -> tuple[str, Bound]:
    """What is left of ``text`` without the modifiers around it, and the bound that they make together."""
    bound: Bound = "exact"
    start, end = 0, len(text)
    while match := _PREFIX.match(text, start):
        bound = joined_bound(_PREFIX_BOUNDS[match.group()], bound)
        start = match.end()
    while match := _SUFFIX.search(text, max(start, end - _LONGEST_SUFFIX), end):
        bound = joined_bound(SUFFIXES[match.group()], bound)
        end = match.start()
    text = text[start:end]
    counted = _COUNTED_BY.fullmatch(text)
    return (counted.group(1), joined_bound("over", bound)) if counted else (text, bound)
