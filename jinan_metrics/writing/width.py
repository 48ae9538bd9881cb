"""How wide text is on a terminal, for those who must not wait for rich to load."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

# A run of Latin letters and signs stays together, with the punctuation that follows it; a Chinese character may end a
# line unless a mark follows that may not begin one.
_UNIT = re.compile(r"[^\s\u2e80-\uffff]+[，。；：、）”]*|[\u2e80-\uffff][，。；：、）”]*|\s+")


def width_of(words: str) -> int:
    """Terminal cells that ``words`` take: two for a Chinese character or a full-width sign."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def wrapped(words: str, width: int) -> list[str]:
    """``words`` in lines of at most ``width`` cells; only a single word that is wider than that stands out."""
    lines = [""]
    for unit in _UNIT.findall(words):
        if width_of(lines[-1]) + width_of(unit.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not unit.isspace():
            lines[-1] += unit
    return lines
