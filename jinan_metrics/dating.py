"""Which year a document covers and which year a quantity is about."""

from __future__ import annotations

import regex

from jinan_metrics.state import Spot

_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?=[ ]?年)")
_NOT_A_TITLE = regex.compile(r"发布|来源|时间|日期|原文|http|索引|年\d{1,2}月\d{1,2}日|文号")

# Words that place a quantity in time, the last one before it counts. The years of a basis (比2020年, 由2019年的) place
# nothing: they are what the quantity is measured against.
_TIME = regex.compile(
    r"(?P<against>[比较与同由从自])?(?P<words>(?:截至|截止|到|至)?(?:"
    r"(?P<year>(?:19|20)\d\d)[ ]?年(?:\d{1,2}月(?:\d{1,2}日)?|[上下]半年|[一二三四]季度)?(?:以来|以前|年?[底末初])?"
    r"|(?P<last>去年|上年)(?:[底末]|同期)?|(?P<this>今年|本年度?)(?:以来|前?\d{1,2}个?月份?|[上下]半年)?|(?P<next>明年|下一年)"
    r"|全年|[上下]半年|[一二三四]季度|\d{1,2}月[底末]|(?:[三四五六七八九十两]|\d{1,2})年(?:来|间|以来))(?:以来)?)"
)


def year_of(folded: str) -> int | None:
    """The year in the title: the first of the opening lines that names one, dates of publication aside."""
    for line in folded[:600].split("\n")[:6]:
        if len(line) > 60 or _NOT_A_TITLE.search(line):
            continue
        match = _YEAR.search(line)
        if match is not None:
            return int(match.group())
    return None


def period(text: str, masked: str, spot: Spot, year: int | None) -> tuple[int | None, str]:
    """The year that a quantity is about and the words that say so; the heading's year where the sentence has none.

    Relative words are read against ``year``, the year that the document covers; without it they give no year.
    """
    found: regex.Match[str] | None = None
    for match in _TIME.finditer(masked, spot.sentence_start, spot.quantity.start):
        if match.group("against") is None:
            found = match
    if found is not None:
        words = text[slice(*found.span("words"))]
        if found.group("year") is not None:
            return int(found.group("year")), words
        if found.group("last") is not None:
            return (None if year is None else year - 1), words
        if found.group("next") is not None:
            return (None if year is None else year + 1), words
        return year, words
    for heading in reversed(spot.section):
        dated = _YEAR.search(heading)
        if dated is not None:
            return int(dated.group()), dated.group() + "年"
    return year, ""
