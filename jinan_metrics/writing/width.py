"""How wide text is on a terminal, for those who must not wait for rich to load."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

_MAY_NOT_BEGIN_A_LINE = "，。；：、）”！？"


def width_of(words: str) -> int:
    """Terminal cells that ``words`` take: two for a Chinese character or a full-width sign."""
    return sum(map(_cells, words))


def wrapped(words: str, width: int) -> list[str]:
    """``words`` in lines of at most ``width`` cells; only a single word wider than that stands out."""
    lines = [""]
    for unit in _units(words):
        if lines[-1] and width_of(lines[-1]) + width_of(unit.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not unit.isspace():
            lines[-1] += unit
    return lines


def _cells(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1


def _units(words: str) -> Iterator[str]:
    """The pieces of ``words`` between which a line may end: after each Chinese character and each space."""
    unit = ""
    for character in words:
        breaks = unit and (unit[-1].isspace() or _cells(unit[-1]) == 2 or _cells(character) == 2)
        if breaks and character not in _MAY_NOT_BEGIN_A_LINE and not character.isspace():
            yield unit
            unit = ""
        unit += character
    yield unit
