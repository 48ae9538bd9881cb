"""Lines that were broken at a fixed width, in the middle of sentences and words: which line breaks mean nothing.

A text is taken for wrapped where several lines of nearly its full width end without a mark that could end a sentence
or a list item. There a break behind such a line is soft, unless the next line begins as a heading or an item does.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinan_metrics import patterns

SOFT = "\x04"  # stands for a line break that means nothing, and for the quotation mark of mail behind it

_CANDIDATE = patterns.compile(r"\n(?<=[\u4e00-\u9fff\d、，,％%]\n)(?:> ?)?[\u4e00-\u9fff\d％%，。、“（(]")
_ITEM = patterns.compile(
    r"(?:> ?)?(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十\d]{1,3}[章条节批]|[#*·•|—-])"
)
_NARROWEST, _WIDEST = 20, 120
_ENOUGH = 5
_NEAR = 0.75


def soft_breaks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of line breaks (with ``> `` behind them) that are soft, in order."""
    found = [match.start() for match in _CANDIDATE.finditer(text)]
    if len(found) < _ENOUGH:
        return
    widths = sorted(at - (text.rfind("\n", 0, at) + 1) for at in found)
    width = widths[len(widths) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST or sum(w >= _NEAR * width for w in widths) < _ENOUGH:
        return
    wide = 1 + width * 3 // 2
    longer = sum(len(line) > wide for line in text.split("\n"))
    if longer * 5 > len(widths):  # headlines above paragraphs, each on one line
        return
    for at in found:
        if at - (text.rfind("\n", 0, at) + 1) >= _NEAR * width and not _ITEM.match(text, at + 1):
            yield at, at + (3 if text.startswith("> ", at + 1) else 2 if text[at + 1] == ">" else 1)
