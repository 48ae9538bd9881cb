"""PDF files with a text layer: lines joined to paragraphs, a form feed where a page begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from jinan_metrics.messages import Remark
from jinan_metrics.reading.decoding import Decoded
from jinan_metrics.reading.errors import ContentError
from jinan_metrics.reading.extras import library
from jinan_metrics.reading.layout import PAGE, one_line

MOST_PAGES = 5000
# A page with fewer characters than this has no text to speak of.
_FEW = 8
_PAGE_NUMBER = regex.compile(
    r"[-—–·\s]*+(?:第\s*+)?\d{1,4}(?:\s*+页)?[-—–·\s]*+(?:[,，/]?\s*+共?\s*+\d{1,4}\s*+页?)?"
)
_ENDS = tuple("。！？；：!?;:")
_CLAUSE_ENDS = "。！？；：，、!?;:,"
_BEGINS = regex.compile(
    r"第[一二三四五六七八九十百]{1,4}[章编篇部节]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|[\d●•▪]{1,2}[、.．]\D"
)


@dataclass(slots=True)
class _Line:
    """A line as printed, with its left and right edge in points, 0 where they are not known."""

    text: str
    left: float
    right: float
    size: float


def text_of(data: bytes) -> Decoded:
    """The text of a PDF. Raises ``ContentError`` where it is locked, or pictures of pages."""
    pdfium: Any = library("pypdfium2", "pdf")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise ContentError("read.encrypted", format="PDF") from error
        raise ContentError("read.damaged", format="PDF", reason=error) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise ContentError("read.too_many_pages", count=count, most=MOST_PAGES)
        pages = [_lines(document, number) for number in range(count)]
    finally:
        document.close()
    empty = [number for number, lines in enumerate(pages, 1) if sum(len(line.text) for line in lines) < _FEW]
    if len(empty) == count:
        raise ContentError("read.scanned", count=count)
    warnings = (Remark("read.pages_without_text", pages=_listed(empty)),) if empty else ()
    return Decoded("\n".join(_paragraphs(_without_furniture(pages))) + "\n", warnings)


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")


def _lines(document: Any, number: int) -> list[_Line]:
    page = document[number]
    try:
        layer = page.get_textpage()
        try:
            text = layer.get_text_range()
            exact = len(text) == layer.count_chars()
            lines, at = [], 0
            for raw in text.split("\n"):
                words = raw.strip("\r\ufffe\uffff\x02 ")
                if words:
                    first = at + raw.index(words)
                    lines.append(_placed(layer, words, first) if exact else _Line(one_line(words), 0, 0, 0))
                at += len(raw) + 1
        finally:
            layer.close()
    finally:
        page.close()
    return [line for line in lines if line.text]


def _placed(layer: Any, words: str, first: int) -> _Line:
    left, bottom, _, top = layer.get_charbox(first)
    _, _, right, _ = layer.get_charbox(first + len(words) - 1)
    clean = words.replace("\ufffe", "").replace("\r", " ").replace("\0", "\ufffd")
    return _Line(one_line(clean), left, right, max(top - bottom, (right - left) / max(len(words), 1)))


def _without_furniture(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without their numbers and without the line that stands at the top or bottom of most of them."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_shape(line.text) for line in (*lines[:1], *lines[-1:])})
    often = {shape for shape, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    kept = []
    for lines in pages:
        body = list(lines)
        while body and _is_furniture(body[-1], often):
            body.pop()
        while body and _is_furniture(body[0], often):
            body.pop(0)
        kept.append(body)
    return kept


def _is_furniture(line: _Line, often: set[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None or _shape(line.text) in often


def _shape(text: str) -> str:
    return regex.sub(r"\d++", "#", text)


def _paragraphs(pages: list[list[_Line]]) -> Iterator[str]:
    """Lines joined where one goes on in the next. A page that begins within a paragraph is marked at a clause's end."""
    left = min((line.left for page in pages for line in page), default=0.0)
    right = max((line.right for page in pages for line in page), default=0.0)
    whole = ""
    last: _Line | None = None
    for number, lines in enumerate(pages):
        mark = PAGE if number else ""
        for line in lines:
            if last is not None and _goes_on(last, line, left, right):
                if mark:
                    at = max(whole.rfind(end) for end in _CLAUSE_ENDS) + 1
                    whole = whole[:at] + mark + whole[at:]
                whole += (
                    " " if whole[-1].isascii() and line.text[0].isascii() and whole[-1].isalpha() else ""
                ) + line.text
            else:
                if last is not None:
                    yield whole
                whole = mark + line.text
            mark = ""
            last = line
        if mark and not lines:
            whole += mark
    if last is not None:
        yield whole


def _goes_on(line: _Line, following: _Line, left: float, right: float) -> bool:
    """Whether ``line`` was only broken where the page is at its end: it is full, and what follows begins nothing."""
    if line.text.endswith(_ENDS) or _BEGINS.match(following.text):
        return False
    size = max(line.size, 6.0)
    if right > 0:
        return line.right > right - 2.2 * size and following.left < left + 1.5 * size
    return len(line.text) > 30
