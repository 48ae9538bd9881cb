"""A document as lines of pieces, each piece with the claims that it belongs to: expressions may share characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# One character stays one character: offsets in the page are those of the document. HTML has no place for the C0
# controls, nor a file for half a surrogate pair.
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_SHOWN |= {0x7F: "\u2421", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"} | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document that is not blank: where it begins, and its pieces with the claims on them."""

    start: int
    pieces: tuple[tuple[str, tuple[int, ...]], ...]


def lines(text: str, spans: Sequence[tuple[int, int, int]]) -> Iterator[Line]:
    """The lines of ``text`` that are not blank. ``spans``: start, end and number of each claim."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, end, number in spans:
        begins.setdefault(start, []).append(number)
        ends.setdefault(end, []).append(number)
    points = sorted({*begins, *ends})
    on: list[int] = []
    at = 0
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        limit = start + len(words.removesuffix("\r"))  # of a line break as Windows writes it
        pieces: list[tuple[str, tuple[int, ...]]] = []
        place = start
        while at < len(points) and points[at] <= end:
            point = points[at]
            if min(point, limit) > place:
                pieces.append((shown(text[place : min(point, limit)]), tuple(on)))
            on = [number for number in on if number not in ends.get(point, ())] + begins.get(point, [])
            place = max(point, place)
            at += 1
        if place < limit:
            pieces.append((shown(text[place:limit]), tuple(on)))
        if words.strip():
            yield Line(start, tuple(pieces))
        start = end + 1


def shown(words: str) -> str:
    """``words``, as many characters, as a page can hold them."""
    return words.translate(_SHOWN)
