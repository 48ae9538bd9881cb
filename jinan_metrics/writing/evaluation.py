"""An evaluation to text: a report for people, one list of records for programs, the whole run as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jinan_metrics.evaluating import Judgement
from jinan_metrics.messages import TEXTS, Lang, text
from jinan_metrics.writing import Layout, Piece, pieces
from jinan_metrics.writing.cells import heading, shown
from jinan_metrics.writing.markdown import escaped
from jinan_metrics.writing.width import wrapped

Record = dict[str, Any]

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")
_KINDS = ("kind", "claims", "found", "missed", "spurious", "right", "f1", "full_f1")
_KIND_RECORD = (*_KINDS, "full_exact_f1")
_FIELDS = ("field", "found", "right", "share")
_BINS = ("from", "to", "claims", "right", "share")
_ERROR = (
    "doc", "outcome", "wrong", "kind", "text", "expected", "got", "start", "end", "rule", "name_rule", "confidence",
    "sentence",
)  # fmt: skip
_CHANGE = ("change", "doc", "text", "before", "after", "start", "end", "sentence")


def records(
    format_name: str,
    run: Record,
    errors: Sequence[Judgement] | None,
    changed: Record | None,
) -> Iterator[Piece]:
    """CSV, TSV or JSON lines: what changed if that was asked for, else the errors, else a record for each kind and in all."""
    rows: list[Record]
    columns: tuple[str, ...]
    if changed is not None:
        rows, columns = [*changed["fixed"], *changed["broken"]], _CHANGE
    elif errors is not None:
        rows, columns = [error_record(one) for one in errors], _ERROR
    else:
        rows, columns = [*run["kinds"], {"kind": "total", **run["totals"]}], _KIND_RECORD
    return pieces(format_name, rows, Layout(columns=columns, chosen=True))


def whole(run: Record, changed: Record | None) -> Iterator[Piece]:
    """The run as JSON, its judgements one a line; ``--against`` reads it."""
    told = run if changed is None else run | {"against": changed}
    yield "{\n"
    for position, (key, value) in enumerate(told.items()):
        yield f"{',' * bool(position)}{json.dumps(key)}: "
        if isinstance(value, list):
            lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in value)
            yield f"[\n{lines}\n]\n"
        else:
            yield json.dumps(value, ensure_ascii=False) + "\n"
    yield "}\n"


def report(
    run: Record,
    errors: Sequence[Judgement] | None,
    changed: Record | None,
    before: Record | None,
    layout: Layout,
    *,
    markdown: bool,
) -> Iterator[Piece]:
    """The report for people, on a terminal or as Markdown."""
    page = _Page(layout, markdown)
    totals, lang = run["totals"], layout.lang
    counts = {key: f"{value:,}" for key, value in totals.items() if isinstance(value, int)}
    yield from page.paragraph(
        text("evaluate.totals", lang, per_thousand=f"{totals['spurious_per_thousand']:.2f}", **counts)
    )
    scores = {key: _score(totals[key]) for key in ("f1", "full_f1", "full_exact_f1")}
    yield from page.paragraph(text("evaluate.scores", lang, **scores))
    kinds = [*run["kinds"], {"kind": "total", **totals}]
    yield from page.table("evaluate.kinds", [_said(row) for row in kinds], _KINDS)
    fields = [_said(row) | {"field": _field(row["field"], lang)} for row in run["fields"]]
    yield from page.table("evaluate.fields", fields, _FIELDS)
    yield from page.table("evaluate.reliability", [_said(row) for row in run["reliability"]], _BINS)
    high = run["confident"]
    yield "\n"
    yield from page.paragraph(
        text(
            "evaluate.confident",
            lang,
            from_=high["from"],
            claims=high["claims"],
            coverage=_percent(high["coverage"]),
            share=_percent(high["share"]),
        )
    )
    if errors is not None:
        yield from page.title(text("evaluate.errors", lang, count=len(errors)))
        for one in errors:
            yield from page.item(_error_lines(one, lang))
    if changed is not None and before is not None:
        yield from _changes(page, run, before, changed, lang)


def error_record(one: Judgement) -> Record:
    """An error as one flat record: the fields that are wrong, what they should be and what they are."""
    gold, claim = one.gold, one.claim
    there = claim if gold is None else gold
    assert there is not None
    expected = {name: _value(gold, name) for name in one.wrong} if gold is not None else {}
    got = {name: _value(claim, name) for name in one.wrong} if claim is not None else {}
    if gold is not None and claim is None:
        expected = {"metric": gold.metric[0]}
    if gold is None and claim is not None:
        got = {"metric": claim.metric}
    return {
        "doc": one.doc,
        "outcome": one.outcome,
        "wrong": " ".join(one.wrong),
        "kind": one.kind,
        "text": there.text,
        "expected": "; ".join(f"{name}={value}" for name, value in expected.items()),
        "got": "; ".join(f"{name}={value}" for name, value in got.items()),
        "start": there.start,
        "end": there.end,
        "rule": claim.rule if claim is not None else "",
        "name_rule": claim.name_rule if claim is not None else "",
        "confidence": claim.confidence if claim is not None else None,
        "sentence": one.sentence,
    }


def _error_lines(one: Judgement, lang: Lang) -> Iterator[str]:
    record = error_record(one)
    said = [record["doc"], text(f"outcome.{one.outcome}", lang), record["text"]]
    for name in one.wrong:
        expected, got = _value(one.gold, name), _value(one.claim, name)
        said.append(
            text("evaluate.wrong", lang, field=_field(name, lang), expected=expected or "—", got=got or "—")
        )
    if one.outcome == "missed" and one.gold is not None:
        said.append(one.gold.metric[0])
    if one.outcome == "spurious" and one.claim is not None:
        said.append(one.claim.metric)
    yield "  ".join(said)
    if one.claim is not None:
        yield f"{one.claim.rule}  {one.claim.name_rule}  {one.claim.confidence}"
    yield one.sentence


def _changes(page: _Page, run: Record, before: Record, changed: Record, lang: Lang) -> Iterator[Piece]:
    for status in ("fixed", "broken"):
        yield from page.title(text(f"evaluate.{status}", lang, count=len(changed[status])))
        for one in changed[status]:
            states = {key: _state(one[key], lang) for key in ("before", "after")}
            became = text(
                "evaluate.became",
                lang,
                before=states["before"] or text("evaluate.new", lang),
                after=states["after"] or text("evaluate.gone", lang),
            )
            yield from page.item(["  ".join([one["doc"], one["text"], became]), one["sentence"]])
    scores = {f"{key}_before": _score(before["totals"][key]) for key in ("f1", "full_f1")}
    scores |= {key: _score(run["totals"][key]) for key in ("f1", "full_f1")}
    yield "\n"
    yield from page.paragraph(text("evaluate.against", lang, **scores))


class _Page:
    """Titles, paragraphs, tables and items, as a terminal or Markdown shows them."""

    def __init__(self, layout: Layout, markdown: bool) -> None:
        self._layout = layout
        self._markdown = markdown

    def paragraph(self, words: str) -> Iterator[Piece]:
        if self._markdown:
            yield f"{escaped(words)}\n\n"
        else:
            yield from (line + "\n" for line in wrapped(shown(words), self._layout.width))

    def title(self, words: str) -> Iterator[Piece]:
        yield f"\n## {escaped(words)}\n\n" if self._markdown else f"\n{shown(words)}\n"

    def table(self, key: str, rows: Iterable[Record], columns: tuple[str, ...]) -> Iterator[Piece]:
        yield from self.title(text(key, self._layout.lang))
        layout = Layout(columns, True, self._layout.lang, self._layout.width, self._layout.color)
        yield from pieces("md" if self._markdown else "table", rows, layout)

    def item(self, lines: Iterable[str]) -> Iterator[Piece]:
        first, *rest = lines
        if self._markdown:
            yield "- " + "  \n  ".join(escaped(line) for line in (first, *rest)) + "\n"
            return
        yield from (line + "\n" for line in wrapped(shown(first), self._layout.width))
        for line in rest:
            yield from ("  " + piece + "\n" for piece in wrapped(shown(line), self._layout.width - 2))


def _said(row: Record) -> Record:
    """``row`` with its figures as people read them."""
    said = dict(row)
    for key in ("f1", "full_f1"):
        if key in said:
            said[key] = _score(said[key])
    if "share" in said:
        said["share"] = _percent(said["share"])
    return said


def _score(value: float) -> str:
    return f"{value:.3f}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _field(name: str, lang: Lang) -> str:
    return heading(name, lang)


def _state(state: str, lang: Lang) -> str:
    outcome, _, rest = state.partition(" ")
    key = f"outcome.{outcome}"
    return f"{text(key, lang)} {rest}".strip() if key in TEXTS else state


def _value(there: Any, name: str) -> str:
    """The field of a gold claim or a claim in words; of several accepted names the best."""
    value = getattr(there, name)
    if name == "metric" and isinstance(value, tuple):
        return str(value[0])
    if name == "value" and there.value_max is not None:
        return f"{value}–{there.value_max}"
    return "" if value is None else str(value)
