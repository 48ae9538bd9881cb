"""Excel workbooks for people: claims with their evidence, years side by side with charts, documents, rules, fields.

``value`` is the number that every format has (20.58, its unit beside it). ``amount`` and the years of a comparison are
the same numbers as people write them, in true cells: per cent is Excel's own per cent (0.2058, shown as 20.58%).
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinan_metrics.messages import TEXTS, Lang, text
from jinan_metrics.model import FIELDS, Claim
from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.cells import amount, heading
from jinan_metrics.writing.spreadsheet import (
    Book,
    Column,
    Marked,
    Number,
    percent_format,
    plain_format,
    quoted,
)
from jinan_metrics.writing.whole_file import chunks

if TYPE_CHECKING:
    from jinan_metrics.comparing import Row as Compared

_WIDTHS = {
    "doc": 24,
    "name": 24,
    "title": 50,
    "issuer": 24,
    "place": 10,
    "section": 22,
    "metric": 32,
    "basis": 14,
    "scope": 18,
    "text": 18,
    "period_text": 14,
    "amount": 16,
    "value": 14,
    "id": 14,
    "reason": 80,
    "meaning": 80,
    "path": 40,
    "known": 40,
    "notes": 50,
    "sentence": 72,
    "other_sentence": 60,
    "explanation": 60,
    "rule": 18,
    "name_rule": 22,
}
_WRAP = ("sentence", "other_sentence", "explanation", "reason", "meaning", "notes", "title")
_DEFAULT_WIDTH = 11
_SIGNS = {
    "exact": ("", ""),
    "approx": ("≈ ", "约 "),
    "over": ("≥ ", "≥ "),
    "under": ("≤ ", "≤ "),
}
_ARROWS = {"up": "↑ ", "down": "↓ "}
# In sheets of claims, `amount` stands before the number itself.
_BEFORE_AMOUNT = "value"


def pieces(rows: Iterable[Row], layout: Layout) -> Iterator[bytes]:
    """A workbook of ``rows``; of claims also what they were read from, made by, and how years compare."""
    with tempfile.TemporaryFile() as file:
        book = Book(file)
        if set(layout.columns) <= {*FIELDS, "score"}:
            claims = _claims_sheet(book, rows, layout.columns, layout.lang)
            _comparison_of(book, claims, layout.lang)
            _documents_sheet(book, layout.documents, claims, layout.lang)
            _rules_and_fields(book, claims, layout.columns, layout.lang)
        else:
            book.table(
                text("sheet.data", layout.lang),
                _columns(layout.columns, layout.lang),
                ([_plain(row, column, layout.lang) for column in layout.columns] for row in rows),
            )
        book.close()
        yield from chunks(file)


def comparison_pieces(
    rows: Sequence[Compared], headings: Sequence[str], documents: Sequence[Row], lang: Lang
) -> Iterator[bytes]:
    """A workbook of a comparison: its rows, charts, and the claims behind them."""
    with tempfile.TemporaryFile() as file:
        book = Book(file)
        _comparison_sheet(book, rows, headings, lang)
        behind = [
            claim.to_dict()
            for row in rows
            for column, chosen in row.values.items()
            for claim in (*([chosen] if chosen else []), *row.others.get(column, ()))
        ]
        claims = _claims_sheet(book, behind, FIELDS, lang)
        _documents_sheet(book, documents, claims, lang)
        _rules_and_fields(book, claims, FIELDS, lang)
        book.close()
        yield from chunks(file)


def _columns(names: Sequence[str], lang: Lang) -> list[Column]:
    return [Column(_heading(name, lang), _WIDTHS.get(name, _DEFAULT_WIDTH), name in _WRAP) for name in names]


def _heading(name: str, lang: Lang) -> str:
    """A field's own name in English, so that a program finds it; in Chinese the words of the table."""
    if lang == "en":
        return name
    return text(f"column.{name}", lang) if f"column.{name}" in TEXTS else heading(name, lang) or name


def _plain(row: Row, column: str, lang: Lang) -> Any:
    """A field as a cell: numbers as numbers, in Chinese the record's words in Chinese."""
    value = row.get(column)
    if isinstance(value, str) and lang == "zh":
        for key in (f"word.{column}.{value}", f"{column}.{value}"):
            if value and key in TEXTS:
                return text(key, lang)
    if column == "value" or column == "value_max":
        return None if value is None else Number(value, plain_format(value, True), str(value))
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else value


# --- claims


def _claims_sheet(book: Book, rows: Iterable[Row], columns: Sequence[str], lang: Lang) -> list[Row]:
    names = list(columns)
    if _BEFORE_AMOUNT in names:
        names.insert(names.index(_BEFORE_AMOUNT), "amount")
    written: list[Row] = []
    anchor = Anchor()

    def cells() -> Iterator[list[Any]]:
        for row in rows:
            written.append(row)
            yield [_of_claim(row, name, lang, anchor) for name in names]

    book.table(text("sheet.claims", lang), _columns(names, lang), cells())
    return written


def _of_claim(row: Row, name: str, lang: Lang, anchor: Anchor) -> Any:
    if name == "amount":
        return number_of(row, lang)
    if name == "sentence":
        at = anchor.offset(row)
        return row["sentence"] if at < 0 else Marked(row["sentence"], at, at + len(row["text"]))
    return _plain(row, name, lang)


class Anchor:
    """Where an expression stands in its sentence, also if the same characters stand there twice.

    Claims come in reading order: the first of a sentence is at its first place in it, which tells where the sentence
    begins and so where the others are.
    """

    def __init__(self) -> None:
        self._sentence = ("", "")
        self._begin = 0

    def offset(self, row: Row) -> int:
        """The offset of ``row["text"]`` in ``row["sentence"]``, -1 if it is not in it."""
        sentence, words = row["sentence"], row["text"]
        at = row["start"] - self._begin
        if (
            self._sentence == (row["doc"], sentence)
            and 0 <= at < len(sentence)
            and sentence.startswith(words, at)
        ):
            return int(at)
        found = int(sentence.find(words))
        self._sentence, self._begin = (row["doc"], sentence), row["start"] - found
        return found


def number_of(row: Row, lang: Lang, *, signed: bool = False) -> Number | str:
    """Value, bound and direction in one cell; ``signed``: a fall is a negative number, for sums and charts.

    A range has no number of its own and is written in words.
    """
    words = amount(row, lang)
    if row["value_max"] is not None:
        return words
    value, unit = row["value"], row["unit"]
    sign = _SIGNS[row["bound"]][lang == "zh"]
    if row["kind"] == "rank" and unit == "位":
        top = row["bound"] == "under"
        before, after = (
            (("top ", "") if top else ("#", "")) if lang == "en" else ("前 " if top else "第 ", " 位")
        )
        return Number(value, f"{quoted(before)}{plain_format(value)}{quoted(after)}", words)
    share = unit == "%"
    shape = percent_format(value) if share else plain_format(value, True) + quoted(f" {unit}" if unit else "")
    number = _hundredth(value) if share else value
    arrow = _ARROWS.get(row["direction"] or "", "")
    if signed and row["direction"] == "down":
        return Number(-number, f"{quoted(sign)}+{shape};{quoted(sign)}-{shape}", words)
    if signed and row["direction"] == "up":
        return Number(number, f"{quoted(sign)}+{shape};{quoted(sign)}-{shape}", words)
    return Number(number, quoted(arrow + sign) + shape, words)


def _hundredth(value: float) -> float:
    """``value`` / 100, to the digit: 20.58 is 0.2058."""
    return float(f"{value}e-2") if "e" not in str(value) else value / 100


# --- comparison


def _comparison_of(book: Book, rows: Sequence[Row], lang: Lang) -> None:
    """Where the documents are of several years, their metrics side by side."""
    years = sorted({row["year"] for row in rows if row.get("year") is not None})
    if len(years) < 2:
        return
    from jinan_metrics.comparing import compare

    claims = [Claim.from_dict(row) for row in rows if row["role"] in ("actual", "target")]
    _comparison_sheet(book, compare(claims, years), [str(year) for year in years], lang)


def _comparison_sheet(book: Book, rows: Sequence[Compared], headings: Sequence[str], lang: Lang) -> None:
    key = ("metric", "kind", "unit", "role", "place", "scope")
    end = ("delta", "delta_pct", "trend", "status", "notes")
    columns = _columns(key, lang)
    columns += [Column(heading_, _WIDTHS["amount"]) for heading_ in headings]
    columns += _columns(end, lang)
    columns += [
        Column(text("column.sentence_of", lang, column=heading_), 60, wraps=True) for heading_ in headings
    ]
    anchor = Anchor()

    def cells() -> Iterator[list[Any]]:
        for row in rows:
            told = row.to_dict() | {"notes": "; ".join(note.said(lang) for note in row.notes)}
            claims = [None if claim is None else claim.to_dict() for claim in row.values.values()]
            yield [
                *(_plain(told, name, lang) for name in key),
                *(claim and number_of(claim, lang, signed=True) for claim in claims),
                _difference(told),
                None if told["delta_pct"] is None else _per_cent(told["delta_pct"]),
                *(_plain(told, name, lang) for name in end[2:]),
                *(claim and _of_claim(claim, "sentence", lang, anchor) for claim in claims),
            ]

    name = text("sheet.comparison", lang)
    book.table(name, columns, cells(), frozen=1)
    _charts_sheet(book, rows, headings, name, len(key), lang)


def _difference(row: Row) -> Number | None:
    delta = row["delta"]
    if delta is None:
        return None
    shape = plain_format(delta, True)
    return Number(delta, f"+{shape};-{shape};0", str(delta))


def _per_cent(value: float) -> Number:
    shape = "0.0%"
    return Number(_hundredth(value), f"+{shape};-{shape};{shape}", f"{value:+.1f}%")


_CHART_LEAST = 3
_CHARTS_IN_A_LINE = 3
_CHART_SIZE = {"width": 440, "height": 260}
_CHART_CELLS = (14, 7)  # rows and columns of the sheet that a chart takes


def _charts_sheet(
    book: Book, rows: Sequence[Compared], headings: Sequence[str], source: str, first: int, lang: Lang
) -> None:
    """A chart for every metric with numbers of three years or more, made from the cells of the comparison."""
    charted = [(line, row, _values(row)) for line, row in enumerate(rows, 1)]
    charted = [(line, row, values) for line, row, values in charted if len(values) >= _CHART_LEAST]
    if not charted:
        return
    sheet = book.sheet(text("sheet.charts", lang))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    last = first + len(headings) - 1
    for number, (line, row, values) in enumerate(charted):
        ranked = row.kind == "rank"
        chart = book.chart("line" if ranked else "column")
        name = text("chart.title", lang, metric=row.metric, unit=row.unit) if row.unit else row.metric
        chart.add_series(
            {
                "name": name,
                "categories": [source, 0, first, 0, last],
                "values": [source, line, first, line, last],
                "data_labels": {"value": True, "font": {"size": 8}},
                "marker": {"type": "circle"},
                "gap": 80,
            }
        )
        chart.set_title({"name": name, "name_font": {"size": 11}, "overlay": False})
        chart.set_legend({"none": True})
        chart.set_size(_CHART_SIZE)
        axis: dict[str, Any] = {
            "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}},
            "reverse": ranked,
            "num_format": "General" if ranked else "0%" if row.unit == "%" else "#,##0.##",
        }
        # A bar that does not begin at nothing shows a difference that is not there.
        if not ranked:
            axis |= ({"min": 0} if min(values) >= 0 else {}) | ({"max": 0} if max(values) <= 0 else {})
        chart.set_y_axis(axis)
        chart.set_x_axis({"label_position": "low"})
        down, across = divmod(number, _CHARTS_IN_A_LINE)
        told = ", ".join(f"{column}: {claim.text if claim else '—'}" for column, claim in row.values.items())
        sheet.insert_chart(
            down * _CHART_CELLS[0], across * _CHART_CELLS[1], chart, {"description": f"{name}: {told}"}
        )


def _values(row: Compared) -> list[Decimal]:
    """The numbers of a row that are single ones; a fall is negative."""
    return [
        -claim.value if claim.direction == "down" else claim.value
        for claim in row.values.values()
        if claim is not None and claim.value_max is None
    ]


# --- what the claims were read from and made by


def _documents_sheet(book: Book, documents: Sequence[Row], claims: Sequence[Row], lang: Lang) -> None:
    counts = Counter(row["doc"] for row in claims)
    if not documents:  # what a claim says of its document
        first = {row["doc"]: row for row in reversed(claims)}
        known = (first[name] for name in counts)
        documents = [{"name": row["doc"], "place": row["place"], "year": row["year"]} for row in known]
    names = [name for name in documents[0] if name != "claims"] if documents else ["name"]
    book.table(
        text("sheet.documents", lang),
        _columns([*names, "claims"], lang),
        ([*(_plain(row, name, lang) for name in names), counts.get(row["name"], 0)] for row in documents),
        frozen=1,
    )


def _rules_and_fields(book: Book, claims: Sequence[Row], columns: Sequence[str], lang: Lang) -> None:
    from jinan_metrics.rules import all_rules

    counts = Counter(row["rule"] for row in claims)
    counts.update(row["name_rule"] for row in claims)
    book.table(
        text("sheet.rules", lang),
        _columns(("id", "family", "reason", "claims"), lang),
        (
            [rule.id, rule.family, rule.reason_zh if lang == "zh" else rule.reason, counts[rule.id]]
            for rule in all_rules()
            if counts[rule.id]
        ),
        frozen=1,
    )
    names = [name for name in (*columns, "amount") if f"meaning_of.{name}" in TEXTS]
    book.table(
        text("sheet.fields", lang),
        _columns(("name", "label", "meaning"), lang),
        ([name, _heading(name, "zh"), text(f"meaning_of.{name}", lang)] for name in names),
    )
