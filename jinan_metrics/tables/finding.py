"""The tables in a text: rows between bars (Markdown, and what readers make of other formats), and columns set apart
by tabs or wide gaps."""

from __future__ import annotations

from collections.abc import Iterator

from jinan_metrics import patterns
from jinan_metrics.tables.model import Cell, Table

_RULE = patterns.compile(r"[ \t\f]*+(?=[|:\-])\|?(?:[ ]*+:?-{2,}+:?[ ]*+\|)*+(?:[ ]*+:?-{2,}+:?)?[ \t\r]*+")
_GAP = patterns.compile(r"[|｜][ \t\u3000]*+|\t[ \t\u3000]*+|\u3000[ \u3000\t]*+| {2,}+[\u3000 \t]*+")
_GAPPED = patterns.compile(r"(?<!\s)(?: ?[|｜]|\t|\u3000| {2})[ \t\u3000]*+[-+]?\d")
_ABOVE = "^^"
# Blanks, and the marks of Markdown for strong words.
_AROUND = " \t\r\f\u3000\u00a0*"
_LONGEST_LINE = 100_000
_LONGEST_CAPTION = 80
_LONGEST_GAPPED_CELL = 40


def tables(text: str, folded: str) -> list[Table]:
    """The tables of ``text`` in order, the words in their cells as in ``folded``, the same in one spelling."""
    found = list(_barred(text)) if "|" in text else []
    if "｜" in text or "|" in text or "\t" in text or "  " in text or _has_wide_gap(text):
        found = _apart(found + list(_gapped(text)))
    for table in found:
        for cell in table.cells():
            cell.words = folded[cell.start : cell.end]
        table.captions = [folded[start:end] for start, end in _captions(text, table.lines[0][0])]
    return found


def _apart(tables: list[Table]) -> list[Table]:
    """``tables`` in order without those that begin within another one."""
    kept: list[Table] = []
    for table in sorted(tables, key=lambda table: table.lines[0]):
        if not kept or table.lines[0][0] > kept[-1].lines[-1][1]:
            kept.append(table)
    return kept


def _barred(text: str) -> Iterator[Table]:
    """Tables with a bar at both ends of every row, or with the rule under the head that Markdown has."""
    lines: list[tuple[int, int]] = []
    for start, end in _lines_with_bars(text):
        if lines and start != lines[-1][1] + 1:
            yield from _of_lines(text, lines)
            lines = []
        lines.append((start, end))
    yield from _of_lines(text, lines)


def _lines_with_bars(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("|")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST_LINE:
            yield start, end
        at = text.find("|", end)


def _of_lines(text: str, lines: list[tuple[int, int]]) -> Iterator[Table]:
    """The tables in lines that follow each other and all hold a bar."""
    block: list[tuple[int, int]] = []
    ruled = -1
    for start, end in lines:
        rule = _RULE.fullmatch(text, start, end) is not None
        if rule and block:
            ruled = len(block) if ruled < 0 else ruled
        else:
            block.append((start, end))
    closed = [span for span in block if _is_closed(text, *span)]
    rows = block if ruled > 0 else closed
    if len(rows) >= 2 or (ruled > 0 and rows):
        yield _table(text, rows, [_split(text, *span) for span in rows], max(ruled, 0))


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether a line has a bar at both ends."""
    line = text[start:end].strip()
    return len(line) > 2 and line[0] == "|" == line[-1]


def _split(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The cells of a row: the span of each, and how many columns it covers."""
    while end > start and text[end - 1] in " \t\r":
        end -= 1
    while start < end and text[start] in " \t\f":
        start += 1
    start += text[start] == "|"
    end -= end > start and text[end - 1] == "|" and text[end - 2] != "\\"
    found: list[tuple[int, int, int]] = []
    at = start
    while at <= end:
        bar = text.find("|", at, end)
        stop = end if bar < 0 else bar
        if stop == at and found and bar >= 0:  # ||: the cell before is wider
            first, last, wide = found[-1]
            found[-1] = (first, last, wide + 1)
        elif stop > at or bar >= 0 or not found:
            found.append((at, stop, 1))
        if bar < 0:
            if stop == at and found and at > start:
                first, last, wide = found[-1]
                found[-1] = (first, last, wide + 1)
            break
        at = bar + 1
    return found


def _table(
    text: str, lines: list[tuple[int, int]], rows: list[list[tuple[int, int, int]]], headers: int
) -> Table:
    grid: list[list[Cell | None]] = []
    for number, spans in enumerate(rows):
        row: list[Cell | None] = []
        for start, end, wide in spans:
            while start < end and text[start] in _AROUND:
                start += 1
            while end > start and text[end - 1] in _AROUND:
                end -= 1
            words = text[start:end]
            above = grid[-1][len(row)] if grid and len(row) < len(grid[-1]) else None
            if words == _ABOVE and above is not None:
                above.rows = number - above.row + 1
                row += [above] * wide
            else:
                row += [Cell(number, len(row), start, end, words, 1, wide)] * wide
        grid.append(row)
    return Table(lines, grid, headers, width=max(map(len, grid)))


def _captions(text: str, start: int) -> list[tuple[int, int]]:
    """The spans of the short lines right above a table, the nearest first."""
    found: list[tuple[int, int]] = []
    at = start - 1
    for _ in range(4):
        if at <= 0:
            break
        before = text.rfind("\n", max(0, at - 200), at) + 1
        line = text[before:at].strip()
        if len(line) > _LONGEST_CAPTION or "。" in line or "|" in line or (before == 0 and at > 200):
            break
        if line:
            found.append((before, at))
        if len(found) == 2:
            break
        at = before - 1
    return found


def _has_wide_gap(text: str) -> bool:
    """Whether a wide blank stands between words, not only at the head of paragraphs."""
    at = text.find("\u3000")
    while at >= 0:
        if at and not text[at - 1].isspace():
            return True
        at = text.find("\u3000", at + 1)
    return False


def _gapped(text: str) -> Iterator[Table]:
    """Tables whose columns are set apart by tabs or wide gaps: a head, then rows with as many cells, one with a figure."""
    done = 0
    for match in _GAPPED.finditer(text):
        if match.start() < done:
            continue
        line = text.rfind("\n", 0, match.start()) + 1, (text.find("\n", match.end()) + 1 or len(text) + 1) - 1
        done = line[1]
        if _is_closed(text, *line):
            continue
        cells = _gap_cells(text, *line)
        lines = [line]
        rows = [cells]
        for start, end in _lines_before(text, line[0]):
            above = _gap_cells(text, start, end)
            figures = any(_is_figure(text[a:b]) for a, b, _ in above)
            if len(above) != len(cells) or len(rows) > 50 or (figures and not _alike(text, cells, above)):
                break
            lines.insert(0, (start, end))
            rows.insert(0, above)
        for start, end in _lines_after(text, line[1]):
            below = _gap_cells(text, start, end)
            if len(below) != len(cells) or len(rows) > 5000 or not _alike(text, cells, below):
                break
            lines.append((start, end))
            rows.append(below)
        done = lines[-1][1]
        head = [text[a:b] for a, b, _ in rows[0]]
        if len(rows) < 2 or len(cells) < 2 or any(_is_figure(words) for words in head):
            continue
        if any(b - a > _LONGEST_GAPPED_CELL or "。" in text[a:b] for row in rows for a, b, _ in row):
            continue
        barred = text[line[0] : line[1]].find("|") >= 0 or text.find("｜", *line) >= 0
        if len(cells) == 2 and len(rows) < 3 and not barred:
            continue
        yield _table(text, lines, rows, 1)


def _alike(text: str, row: list[tuple[int, int, int]], other: list[tuple[int, int, int]]) -> bool:
    """Whether two rows have figures in the same columns; a dash may stand for one."""
    pairs = zip(row, other, strict=True)
    return all(_sort(text[a:b]) * _sort(text[c:d]) >= 0 for (a, b, _), (c, d, _) in pairs)


def _sort(words: str) -> int:
    """1 for a figure, -1 for words, 0 for a dash and the like."""
    if words.lstrip("+-")[:1].isdigit():
        return 1
    return -1 if any(character.isalnum() for character in words) else 0


def _is_figure(words: str) -> bool:
    words = words.lstrip("+-")
    return words[:1].isdigit() and not (len(words) >= 4 and words[:2] in ("19", "20"))


def _gap_cells(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    if end - start > 400:
        return []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    found: list[tuple[int, int, int]] = []
    for gap in _GAP.finditer(text, start, end):
        found.append((start, gap.start(), 1))
        start = gap.end()
    return [*found, (start, end, 1)] if start < end else []


def _lines_before(text: str, at: int) -> Iterator[tuple[int, int]]:
    while at > 0:
        end = at - 1
        at = text.rfind("\n", 0, end) + 1
        yield at, end


def _lines_after(text: str, at: int) -> Iterator[tuple[int, int]]:
    while at < len(text):
        start = at + 1
        at = text.find("\n", start)
        at = len(text) if at < 0 else at
        yield start, at
