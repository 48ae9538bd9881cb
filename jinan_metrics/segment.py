"""Sentences, clauses and the headings they stand under."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinan_metrics import patterns

# A sentence ends at 。！？ or the end of its line; closing quotation marks and brackets stay with it.
_SENTENCE_END = patterns.compile(r"[。!?\n](?:(?<!\n)[。!?]*+[”’\")]*+)?+")

# Heading marks by depth; a heading is what follows on the same line up to its first full stop.
_HEADING = patterns.compile(
    r"^[ \t>*]{0,12}(?:"
    r"(?P<hash>#{1,6}) *+(?P<t0>[^\n]{1,80})"
    r"|(?P<chapter>第[一二三四五六七八九十百]{1,4}[章编篇部]分?)\s?(?P<t1>[^\n。]{0,60})"
    r"|(?P<one>[一二三四五六七八九十]{1,3})、(?P<t2>[^\n。]{1,60})"
    r"|\((?P<two>[一二三四五六七八九十]{1,3})\)(?P<t3>[^\n。]{1,60})"
    r"|(?P<three>\d{1,2})[、.](?!\d)(?P<t4>[^\n。]{1,40})"
    r")",
    re.MULTILINE,
)
_FORMS = (("hash", "t0", 0), ("chapter", "t1", 7), ("one", "t2", 8), ("two", "t3", 9), ("three", "t4", 10))

_AROUND_TITLES = " \t\r#*\u3000"
_CLAUSE_END = patterns.compile(r"[，。;:!?\n]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the document (end exclusive)."""

    start: int
    end: int


# A line without a full stop for this long is cut at its last clause end, so that no step depends on the line's length.
LONGEST_SENTENCE = 2000


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        middle = (
            max(folded.rfind(mark, start + LONGEST_SENTENCE // 2, limit) for mark in "，;:、 ") + 1 or limit
        )
        yield start, middle
        start = middle
    yield start, end


def _spans(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(folded):
        at, end = match.span()
        if start < at:
            yield start, at if folded[at] == "\n" else end
        elif folded[at] != "\n":  # a mark without a sentence before it: what closes behind it begins the next
            while folded[end - 1] in '”’")':
                end -= 1
        start = end
    if start < len(folded):
        yield start, len(folded)


def sentences(folded: str, holding: Sequence[int] | None = None) -> Iterator[Sentence]:
    """Sentences in order, without the blanks around them; only those with one of the offsets ``holding``, if given."""
    at = 0
    for start, end in _spans(folded):
        if holding is not None:
            if at >= len(holding):
                return
            if holding[at] >= end:
                continue
            at = bisect_left(holding, end, at)
        if end - start > LONGEST_SENTENCE:
            for piece in _pieces(folded, start, end):
                yield from _trimmed(folded, *piece)
        else:
            yield from _trimmed(folded, start, end)


def _trimmed(folded: str, start: int, end: int) -> tuple[Sentence, ...]:
    while start < end and folded[start] in " \t\r\ufeff":
        start += 1
    while end > start and folded[end - 1] in " \t\r":
        end -= 1
    return (Sentence(start, end),) if end > start else ()


class Clauses:
    """The clauses of a sentence, whose marks are found once for all its numbers."""

    __slots__ = ("_marks", "_masked", "bracketed", "end", "start")

    def __init__(self, masked: str, sentence: Sentence) -> None:
        self.start, self.end = sentence.start, sentence.end
        self._masked = masked
        self._marks = [mark.start() for mark in _CLAUSE_END.finditer(masked, self.start, self.end)]
        self.bracketed = (
            masked.find(")", self.start, self.end) >= 0 or masked.find("(", self.start, self.end) >= 0
        )

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span between the mark before ``start`` and the mark at or after ``end``."""
        marks = self._marks
        before, after = bisect_left(marks, start), bisect_left(marks, end)
        return (marks[before - 1] + 1 if before else self.start), (
            marks[after] if after < len(marks) else self.end
        )

    def bracket_around(self, at: int) -> int:
        """Where the bracket opens that ``at`` stands in, -1 outside of brackets."""
        if not self.bracketed:
            return -1
        opening = self._masked.rfind("(", self.start, at)
        return opening if opening >= 0 and self._masked.rfind(")", opening, at) < 0 else -1


class Outline:
    """The headings of a document; ``path(offset)`` is the headings that an offset stands under."""

    def __init__(self, folded: str, text: str) -> None:
        self._text = text
        self._texts: dict[tuple[tuple[int, int], ...], tuple[str, ...]] = {}
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
        spans = self.spans(offset)
        if spans not in self._texts:
            self._texts[spans] = tuple(self._text[start:end] for start, end in spans)
        return self._texts[spans]


def _headings(folded: str, text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Headings as where they begin, their depth and the span of their title."""
    line = 0
    while True:
        match = _HEADING.match(folded, line)
        if match is None:
            line = folded.find("\n", line) + 1
        else:
            name, words, depth = next(form for form in _FORMS if match.group(form[0]) is not None)
            start, end = match.span(words)
            while start < end and text[start] in _AROUND_TITLES:
                start += 1
            while start < end and text[end - 1] in _AROUND_TITLES:
                end -= 1
            if start < end:
                yield line, len(match.group(name)) if name == "hash" else depth, (start, end)
            line = folded.find("\n", match.end() - 1) + 1
        if not line:
            return
