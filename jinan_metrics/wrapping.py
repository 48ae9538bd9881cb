"""Lines that were broken at a fixed width, in the middle of sentences and words: which line breaks mean nothing.

A text is taken for wrapped where several lines of nearly its full width end without a mark that could end a sentence
or a list item. There a break behind such a line is soft, unless the next line begins as a heading or an item does. The text
is read without its soft breaks, and what is found there is told with the offsets of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from jinan_metrics import patterns

_CANDIDATE = patterns.compile(
    r"\n(?<=[\u4e00-\u9fff\dA-Za-z、，,％%‰）)”》\]]\n)(?:> ?)?[\u4e00-\u9fff\dA-Za-z．.％%，。、；;“《（(]"
)
# A mark that may end an item of a list as well: soft only behind a line that is as wide as lines get.
_MARK = patterns.compile(r"\n(?<=[；;：:．.]\n)(?:> ?)?[\u4e00-\u9fff\dA-Za-z“《]")
# Between the cells of a row
_CELLS = patterns.compile(r"(?<=\S)(?:[ \u3000]{2}|\t|[|｜])")
_ITEM = patterns.compile(
    r"(?:> ?)?(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十\d]{1,3}[章条节批]|[#*·•|—-])"
)
_BOLD = patterns.compile(r"\*\*(?=[^\s*])[^*\n]{1,120}\*\*")
_INLINE_TAG = patterns.compile(r"</?(?:strong|b|em|i|u|span|font)(?: [^<>\n]{0,200})?>", re.IGNORECASE)
_NARROWEST, _WIDEST = 20, 120
_ENOUGH = 5
_NEAR = 0.75


class Unwrapped:
    """A text without what only sets it (soft line breaks, marks of emphasis), and where its characters stood with that."""

    __slots__ = ("_joints", "_skipped", "text")

    def __init__(self, text: str) -> None:
        pieces, last, skipped = [], 0, 0
        self._joints: list[int] = []  # offsets in the joined text at which something was left out, and
        self._skipped = [0]  # how many characters were left out before them
        for start, end in sorted((*soft_breaks(text), *_emphasis(text))):
            pieces.append(text[last:start])
            self._joints.append(start - skipped)
            skipped += end - start
            self._skipped.append(skipped)
            last = end
        self.text = "".join((*pieces, text[last:])) if last else text

    @property
    def joined(self) -> bool:
        """Whether anything was left out."""
        return bool(self._joints)

    def start(self, offset: int) -> int:
        """Where the character at ``offset`` of the joined text stands in the text with its breaks."""
        return offset + self._skipped[bisect_right(self._joints, offset)]

    def end(self, offset: int) -> int:
        """Where a span that ends before ``offset`` of the joined text ends in the text with its breaks."""
        return self.start(offset - 1) + 1 if offset else 0


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """The spans of marks that set words in bold (**2.5 万**, <strong>2.5万</strong>): a number may stand between them."""
    if "**" in text:
        for match in _BOLD.finditer(text):
            yield match.start(), match.start() + 2
            yield match.end() - 2, match.end()
    if "</" in text:
        for match in _INLINE_TAG.finditer(text):
            yield match.span()


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
    full = {match.start() for match in _MARK.finditer(text)}
    for at in sorted((*found, *full)):
        begin = text.rfind("\n", 0, at) + 1
        if at - begin < (width - 1 if at in full else _NEAR * width) or _ITEM.match(text, at + 1):
            continue
        if not _CELLS.search(text, begin, at):
            yield at, at + (3 if text.startswith("> ", at + 1) else 2 if text[at + 1] == ">" else 1)
