"""Rows of a comparison in every format: for programs as they are, for people with arrows, courses and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from jinan_metrics.comparing import Explanation, Row
from jinan_metrics.messages import Lang, text
from jinan_metrics.model import Claim, plain_number
from jinan_metrics.writing import Layout, Piece
from jinan_metrics.writing import pieces as pieces_of
from jinan_metrics.writing.cells import amount, heading, quantity, shown
from jinan_metrics.writing.width import width_of, wrapped

_KEY = ("metric", "kind", "unit", "role", "place", "scope")
_END = ("delta", "delta_pct", "trend", "status", "notes")
_PARTS = ("", "_max", "_bound", "_text", "_doc", "_sentence")
_LONG = (
    *_KEY,
    "column",
    "value",
    "value_max",
    "bound",
    "direction",
    "period_text",
    "text",
    "doc",
    "sentence",
    "id",
    "chosen",
    "status",
)
_ARROWS = {"up": "↑", "down": "↓", "better": "↑", "worse": "↓", "same": "="}
_BARS = "▁▂▃▄▅▆▇█"
_FEW = 2


@dataclass(frozen=True, slots=True)
class Form:
    """How to show a comparison: its columns in order, a line a metric or a figure, for whom, and what it was read from."""

    columns: Sequence[str]
    by: str = "year"
    long: bool = False
    lang: Lang = "en"
    width: int = 80
    color: bool = False
    documents: Sequence[Mapping[str, Any]] = ()


def arranged(rows: Sequence[Row], statuses: Sequence[str], order: str) -> list[Row]:
    """The rows of these statuses (all if none), in document order or by metric or by the size of the difference."""
    kept = [row for row in rows if not statuses or row.status in statuses]
    if order == "metric":
        return sorted(kept, key=lambda row: (row.metric, row.kind))
    if order in ("delta", "pct"):
        name = "delta" if order == "delta" else "delta_pct"
        return sorted(
            kept, key=lambda row: -abs(getattr(row, name)) if getattr(row, name) is not None else Decimal(1)
        )
    return kept


def pieces(format_name: str, rows: Sequence[Row], form: Form) -> Iterator[Piece]:
    """``rows`` in the format of that name, in pieces."""
    if format_name == "xlsx":
        from jinan_metrics.writing.workbook import comparison_pieces

        return comparison_pieces(rows, form.columns, form.documents, form.lang)
    return _pieces(format_name, rows, form)


def _pieces(format_name: str, rows: Sequence[Row], form: Form) -> Iterator[Piece]:
    if format_name in ("json", "jsonl"):
        records = [row.to_dict() for row in rows]
        columns: tuple[str, ...] = tuple(records[0]) if records else _KEY
        yield from pieces_of(format_name, records, Layout(columns=columns))
    elif format_name in ("csv", "tsv", "parquet"):
        if form.long:
            yield from pieces_of(format_name, _figures(rows), Layout(columns=_LONG))
        else:
            columns = (*_KEY, *(column + part for column in form.columns for part in _PARTS), *_END)
            yield from pieces_of(format_name, map(_wide, rows), Layout(columns=columns))
    else:
        yield from _for_people(format_name, rows, form)


def _wide(row: Row) -> dict[str, Any]:
    line: dict[str, Any] = {name: getattr(row, name) for name in (*_KEY, *_END)}
    for name in ("delta", "delta_pct"):
        line[name] = None if line[name] is None else plain_number(line[name])
    line["notes"] = "; ".join(row.notes)
    for column, claim in row.values.items():
        names = _names_of(column)
        if claim is None:
            line |= dict.fromkeys(names)
            continue
        most = claim.value_max
        signed = plain_number(-claim.value if claim.direction == "down" else claim.value)
        told = (
            signed,
            None if most is None else plain_number(most),
            claim.bound,
            claim.text,
            claim.doc,
            claim.sentence,
        )
        line |= zip(names, told, strict=True)
    return line


@cache
def _names_of(column: str) -> tuple[str, ...]:
    return tuple(column + part for part in _PARTS)


def _figures(rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        key = {name: getattr(row, name) for name in (*_KEY, "status")}
        for column, claim in row.values.items():
            chosen = () if claim is None else (claim,)
            for figure in (*chosen, *row.others.get(column, ())):
                told = figure.to_dict()
                yield (
                    key
                    | {"column": column, "chosen": figure is claim}
                    | {name: told[name] for name in _LONG[7:16]}
                    | {"metric": figure.metric}
                )


def _for_people(format_name: str, rows: Sequence[Row], form: Form) -> Iterator[Piece]:
    several = len(form.columns) > _FEW
    places = {row.place for row in rows if row.place} if form.by == "year" else set()
    names = ["number", "metric", *(["place"] if len(places) > 1 else []), *(["unit"] if several else [])]
    ends = ["delta", "pct", *(["spark"] if several and form.by == "year" else []), "status"]
    notes: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        line: dict[str, Any] = {
            "number": number,
            "kind": row.kind,
            "place": row.place,
            "unit": row.unit,
            "doc": "",
        }
        line["metric"] = row.metric + _of_kind(row, form.lang) + ("*" if row.notes else "")
        for column, claim in row.values.items():
            line[column] = "—" if claim is None else _amount(claim, row.unit if several else "", form.lang)
        if len(form.columns) == _FEW or form.by == "year":
            line["delta"], line["pct"] = _difference(row, form.lang), _per_cent(row)
        line["spark"] = course(row)
        line["status"] = text(f"status.{row.status}", form.lang) if form.by == "year" else ""
        lines.append(line)
        notes += [f"* {number}: {shown(note.said(form.lang))}" for note in row.notes]
    ends = [name for name in ends if any(line.get(name) for line in lines)]
    parts = [[*form.columns, *ends]]
    if format_name == "table":
        parts = _side_by_side(parts[0], lines, form, names)
    for position, part in enumerate(parts):
        if position:
            yield "\n"
        columns = (*names, *part)
        layout = Layout(columns=columns, chosen=True, lang=form.lang, width=form.width, color=form.color)
        yield from pieces_of(format_name, lines, layout)
    if notes:
        yield "\n"
        for note in notes:
            yield from (
                line + "\n"
                for line in (wrapped(note, form.width) if format_name == "table" else [note + "  "])
            )


# What the names of the rows need beside the figures, in cells of a terminal.
_NAMES_NEED = 28


def _side_by_side(
    columns: Sequence[str], lines: Sequence[Mapping[str, Any]], form: Form, names: Sequence[str]
) -> list[list[str]]:
    """``columns`` in as many tables below each other as the width asks for, so that no figure is cropped."""
    room = (
        form.width
        - _NAMES_NEED
        - sum(_widest(name, lines, form.lang) + 2 for name in names if name != "metric")
    )
    parts: list[list[str]] = [[]]
    used = 0
    for column in columns:
        needed = _widest(column, lines, form.lang) + 2
        if parts[-1] and used + needed > room:
            parts.append([])
            used = 0
        parts[-1].append(column)
        used += needed
    return parts


def _widest(column: str, lines: Sequence[Mapping[str, Any]], lang: Lang) -> int:
    words = (str(line.get(column) or "") for line in lines)
    return max(map(width_of, (heading(column, lang), *words)))


def _amount(claim: Claim, unit_apart: str, lang: Lang) -> str:
    """The figure; without its unit where a column of its own says it."""
    record = claim.to_dict()
    if not unit_apart or claim.kind == "rank":
        return amount(record, lang)
    if claim.unit == unit_apart:
        record["unit"] = ""
    return amount(record, lang)


def _of_kind(row: Row, lang: Lang) -> str:
    """What tells a row from one of the same name: a change, a target."""
    words = []
    if row.kind == "change":
        words.append(text("kind.change", lang))
    if row.role != "actual":
        words.append(text(f"role.{row.role}", lang))
    inner = (", " if lang == "en" else "、").join(words)
    return "" if not words else f" ({inner})" if lang == "en" else f"（{inner}）"


def _difference(row: Row, lang: Lang) -> str:
    if row.trend is None:
        return "?" if sum(claim is not None for claim in row.values.values()) > 1 else ""
    if row.delta is None or row.trend == "same":
        return _ARROWS[row.trend]
    number, unit = quantity(plain_number(abs(row.delta)), "", lang), ""
    if row.kind == "rank":
        unit = text("compare.places", lang)
    elif row.unit in ("%", "百分点") and row.kind in ("rate", "change"):
        unit = text("compare.points", lang)
    return f"{_ARROWS[row.trend]} {number}" + (f" {unit}" if unit else "")


def _per_cent(row: Row) -> str:
    return "" if row.delta_pct is None or not row.delta else f"{row.delta_pct:+.1f}%"


def course(row: Row) -> str:
    """The values as bars from the least to the greatest, a dot for none."""
    values = [
        None if claim is None else float(claim.value) * (-1 if claim.direction == "down" else 1)
        for claim in row.values.values()
    ]
    present = [value for value in values if value is not None]
    low, high = min(present), max(present)
    steps = len(_BARS) - 1
    return "".join(
        "·"
        if value is None
        else _BARS[steps // 2 if high == low else round((value - low) / (high - low) * steps)]
        for value in values
    )


def explained(
    numbered: tuple[int, Row], told: Sequence[Explanation], lang: Lang, width: int
) -> Iterator[str]:
    """The page of one row: each figure in its sentence, its rules, and the steps that matched it or kept it apart."""
    number, row = numbered
    yield from _lines(text("explain.row", lang, number=number, metric=shown(row.metric)), width)
    for column, claim in row.values.items():
        for figure in (*([claim] if claim else []), *row.others.get(column, ())):
            yield "\n"
            place = text(
                "explain.claim", lang, column=shown(column), text=shown(figure.text), doc=shown(figure.doc), start=figure.start, end=figure.end,
                section=shown(figure.section) or "—",
            )  # fmt: skip
            yield from _lines(place, width)
            yield from _lines("  " + marked(figure), width)
            rules = text(
                "explain.rules",
                lang,
                rule=figure.rule,
                name_rule=figure.name_rule,
                confidence=figure.confidence,
            )
            yield from _lines("  " + rules, width)
    for note in row.notes:
        yield from _lines("* " + shown(note.said(lang)), width)
    yield "\n"
    if not told:
        yield from _lines(text("explain.alone", lang), width)
    for explanation in told:
        key = "explain.matched" if explanation.matched else "explain.apart"
        left, right = (f"{shown(c.metric)} {shown(c.text)}" for c in (explanation.left, explanation.right))
        yield from _lines(text(key, lang, left=left, right=right), width)
        for step in explanation.steps:
            yield from _lines(f"  {'✓' if step.passed else '✗'} {shown(step.words.said(lang))}", width)


def marked(claim: Claim) -> str:
    """The sentence with the figure between 【 and 】."""
    before, found, after = claim.sentence.partition(claim.text)
    return shown(f"{before}【{found}】{after}" if found else claim.sentence)


def _lines(words: str, width: int) -> Iterator[str]:
    return (line + "\n" for line in wrapped(words, width))
