"""Sentences, clauses and the headings they stand under."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

# A sentence ends at 。！？ or the end of its line; closing quotation marks and brackets stay with it.
_SENTENCE = regex.compile(r"[^。!?\n]++(?:[。!?]++[”’\")]*+)?+")

# Heading marks by depth; a heading is what follows on the same line up to its first full stop.
_HEADING = regex.compile(
    r"^[ \t>*]{0,12}(?:"
    r"(?P<hash>#{1,6}) *+(?P<t0>[^\n]{1,80})"
    r"|(?P<chapter>第[一二三四五六七八九十百]{1,4}[章编篇部]分?)\s?(?P<t1>[^\n。]{0,60})"
    r"|(?P<one>[一二三四五六七八九十]{1,3})、(?P<t2>[^\n。]{1,60})"
    r"|\((?P<two>[一二三四五六七八九十]{1,3})\)(?P<t3>[^\n。]{1,60})"
    r"|(?P<three>\d{1,2})[、.](?!\d)(?P<t4>[^\n。]{1,40})"
    r")",
    regex.MULTILINE,
)
_FORMS = (("hash", "t0", 0), ("chapter", "t1", 7), ("one", "t2", 8), ("two", "t3", 9), ("three", "t4", 10))

_AROUND_TITLES = " \t\r#*\u3000"
CLAUSE_ENDS = "，。;:!?\n"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the document (end exclusive)."""

    start: int
    end: int


# A line without a full stop for this long is cut at its last clause end, so that no step depends on the line's length.
LONGEST_SENTENCE = 2000
_CLAUSE_END = regex.compile(r"(?r)[，;:、 ]")


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = _CLAUSE_END.search(folded, start + LONGEST_SENTENCE // 2, limit)
        middle = cut.end() if cut is not None else limit
        yield start, middle
        start = middle
    yield start, end


def sentences(folded: str) -> Iterator[Sentence]:
    """Sentences in order, without the blanks around them."""
    for start, end in (
        piece for match in _SENTENCE.finditer(folded) for piece in _pieces(folded, *match.span())
    ):
        while start < end and folded[start] in " \t\r\ufeff":
            start += 1
        while end > start and folded[end - 1] in " \t\r":
            end -= 1
        if end > start:
            yield Sentence(start, end)


class Outline:
    """The headings of a document; ``path(offset)`` is the headings that an offset stands under."""

    def __init__(self, folded: str, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._paths: list[tuple[tuple[int, int], ...]] = []
        open_headings: list[tuple[int, tuple[int, int]]] = []
        for start, depth, title in sorted(_headings(folded, text)):
            while open_headings and open_headings[-1][0] >= depth:
                open_headings.pop()
            open_headings.append((depth, title))
            self._starts.append(start)
            self._paths.append(tuple(span for _, span in open_headings))

    def spans(self, offset: int) -> tuple[tuple[int, int], ...]:
        """The spans of the headings above ``offset``, outermost first."""
        index = bisect_right(self._starts, offset) - 1
        return self._paths[index] if index >= 0 else ()

    def path(self, offset: int) -> tuple[str, ...]:
        """The headings above ``offset``, outermost first."""
        return tuple(self._text[start:end] for start, end in self.spans(offset))


def _headings(folded: str, text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    for match in _HEADING.finditer(folded):
        name, words, depth = next(form for form in _FORMS if match.group(form[0]) is not None)
        start, end = match.span(words)
        while start < end and text[start] in _AROUND_TITLES:
            start += 1
        while start < end and text[end - 1] in _AROUND_TITLES:
            end -= 1
        if start < end:
            yield match.start(), len(match.group(name)) if name == "hash" else depth, (start, end)
