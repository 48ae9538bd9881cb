"""Word documents (DOCX): paragraphs, headings, tables, text boxes and notes, without what was deleted from them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from jinan_metrics.reading.archive import package
from jinan_metrics.reading.decoding import Decoded
from jinan_metrics.reading.extras import library
from jinan_metrics.reading.layout import Block, Cell, Grid, Paragraph, laid_out, one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_BOX = f"{_W}txbxContent"
_AS_TEXT = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LONGEST_CELL = 1500
_HEADING_NAMES = ("heading ", "标题 ")


def text_of(data: bytes) -> Decoded:
    """The text of a Word document."""
    package(data, "DOCX")
    docx = library("docx", "docx")
    document = docx.Document(io.BytesIO(data))
    levels = _levels(document)
    blocks = [*_blocks(document.element.body, levels)]
    for part in _notes(document):
        blocks += _blocks(part, levels)
    return Decoded(laid_out(blocks))


def _levels(document: Any) -> dict[str, int]:
    """Style id -> level of the headings that have it."""
    levels: dict[str, int] = {}
    for style in document.styles.element.iter(f"{_W}style"):
        name = _value(style.find(f"{_W}name")).casefold()
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        number = next((name.removeprefix(start) for start in _HEADING_NAMES if name.startswith(start)), "")
        if number.isascii() and number.isdigit():
            level = int(number[:2])
        elif name in ("title", "标题"):
            level = 1
        else:
            level = _whole(outline, 9) + 1
        if 1 <= level <= 9:
            levels[style.get(f"{_W}styleId", "")] = level
    return levels


def _notes(document: Any) -> Iterator[Any]:
    """The elements that hold foot- and endnotes."""
    etree = library("lxml.etree", "docx")

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for note in etree.fromstring(relation.target_part.blob, parser):
                if note.get(f"{_W}type") is None:  # the others are the lines above the notes
                    yield note


def _blocks(container: Any, levels: dict[str, int]) -> Iterator[Block]:
    """What stands in ``container``: its paragraphs and tables, also in content controls and the like."""
    for element in container:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, levels)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, levels)
        elif isinstance(element.tag, str) and element.tag not in _NOT_TEXT:
            yield from _blocks(element, levels)


def _paragraph(element: Any, levels: dict[str, int]) -> Iterator[Block]:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    outline = _whole(element.find(f"{_W}pPr/{_W}outlineLvl"), 9) + 1
    level = outline if outline <= 9 else levels.get(_value(style), 0)
    boxes: list[Any] = []
    for line in "".join(_pieces(element, boxes)).split("\n"):
        words = one_line(line)
        if words:
            yield Paragraph(words, level)
    for box in boxes:
        yield from _blocks(box, levels)


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The text of a paragraph in order; text boxes that are anchored in it are put into ``boxes``."""
    waiting = [element]
    while waiting:
        child = waiting.pop()
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _AS_TEXT:
            yield _AS_TEXT[child.tag]
        elif child.tag == _BOX:
            boxes.append(child)
        elif child.tag not in _NOT_TEXT:
            waiting += reversed(child)


def _table(table: Any, levels: dict[str, int]) -> Iterator[Block]:
    rows = [list(_inside(row, f"{_W}tc")) for row in _inside(table, f"{_W}tr")]
    headers = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in _inside(table, f"{_W}tr")]
    cells = [cell for row in rows for cell in row]
    words = {cell: _words(cell) for cell in cells}
    nested = any(next(cell.iter(f"{_W}tbl"), None) is not None for cell in cells)
    if (
        nested
        or max(map(len, rows), default=0) < 2
        or any(len(text) > _LONGEST_CELL for text in words.values())
    ):
        for cell in cells:
            yield from _blocks(cell, levels)
        return
    yield Grid(_merged(rows, headers, words))


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row: also those in content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _inside(child, tag)


def _words(cell: Any) -> str:
    boxes: list[Any] = []
    lines = ["".join(_pieces(paragraph, boxes)) for paragraph in cell.iter(f"{_W}p")]
    return one_line(" ".join(lines))


def _merged(rows: list[list[Any]], headers: list[bool], words: dict[Any, str]) -> list[list[Cell]]:
    """The rows as cells, those merged downwards in one."""
    heights: dict[Any, int] = {}
    above: dict[int, Any] = {}  # column -> the cell that goes on there
    begun: list[list[tuple[Any, int]]] = []
    for row in rows:
        begun.append([])
        column = 0
        for cell in row:
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            wide = max(1, min(_whole(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1), 256))
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            if goes_on and column in above:
                heights[above[column]] += 1
            else:
                heights[cell] = 1
                begun[-1].append((cell, wide))
                above.pop(column, None)
                if merge is not None:
                    above[column] = cell
            column += wide
    return [
        [Cell(words[cell], heights[cell], wide, header) for cell, wide in row]
        for row, header in zip(begun, headers, strict=True)
    ]


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))


def _whole(element: Any, default: int) -> int:
    """The number that an element's ``w:val`` is, ``default`` if it is none."""
    value = _value(element)[:6]
    return int(value) if value.isascii() and value.isdigit() else default
