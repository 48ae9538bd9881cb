"""Which year a document covers and which year a quantity is about."""

from __future__ import annotations

import regex

from jinan_metrics.state import Spot

_TITLE_YEAR = regex.compile(r"(?:19|20)\d\d(?=[ ]?年)")


def year_of(folded: str) -> int | None:
    """The year in the title: the first of the opening lines that names one, dates of publication aside."""
    for line in folded[:600].split("\n")[:6]:
        if len(line) > 60 or regex.search(r"(?:发布|来源|时间|日期|原文|http|索引|年\d{1,2}月\d{1,2}日)", line):
            continue
        match = _TITLE_YEAR.search(line)
        if match is not None:
            return int(match.group())
    return None


def period(masked: str, spot: Spot, year: int | None) -> tuple[int | None, str]:
    """The year that a quantity is about and the words that say so."""
    return None, ""
