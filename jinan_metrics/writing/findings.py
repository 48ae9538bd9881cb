"""Findings of an audit: for programs a row each, for people the arithmetic over the sentences it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinan_metrics.auditing import FINDING_COLUMNS, Finding
from jinan_metrics.messages import Lang, text
from jinan_metrics.writing import Layout, Piece
from jinan_metrics.writing import pieces as pieces_of
from jinan_metrics.writing.cells import shown
from jinan_metrics.writing.comparison import marked
from jinan_metrics.writing.width import wrapped

_FOR_MARKDOWN = ("severity", "explanation", "doc", "sentence", "other_sentence", "check")
_COLORS = {"error": "\x1b[31m", "warning": "\x1b[33m", "doubt": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def pieces(format_name: str, findings: Sequence[Finding], layout: Layout) -> Iterator[Piece]:
    """``findings`` in the format of that name, in pieces."""
    if format_name == "table":
        yield from _page(findings, layout)
        return
    columns = _FOR_MARKDOWN if format_name == "md" else FINDING_COLUMNS
    rows = [finding.to_dict(layout.lang) for finding in findings]
    if format_name == "md":
        for row in rows:
            if row["other_sentence"] == row["sentence"]:
                row["other_sentence"] = ""
    yield from pieces_of(
        format_name, rows, Layout(columns=columns, chosen=True, lang=layout.lang, width=layout.width)
    )


def _page(findings: Sequence[Finding], layout: Layout) -> Iterator[str]:
    for number, finding in enumerate(findings, 1):
        if number > 1:
            yield "\n"
        severity = text(f"severity.{finding.severity}", layout.lang)
        if layout.color:
            severity = f"{_COLORS[finding.severity]}{severity}{_PLAIN}"
        yield f"{number}  {severity}  {finding.check}  {finding.id}\n"
        for line in wrapped(shown(finding.words.said(layout.lang)), layout.width - 3):
            yield f"   {_BOLD}{line}{_PLAIN}\n" if layout.color else f"   {line}\n"
        yield from _sentences(finding, layout.lang, layout.width)


def _sentences(finding: Finding, lang: Lang, width: int) -> Iterator[str]:
    """Each sentence that the finding is about once, with where it stands."""
    told: set[tuple[str, str]] = set()
    for claim in finding.claims:
        if (claim.doc, claim.sentence) in told:
            continue
        told.add((claim.doc, claim.sentence))
        where = text("finding.where", lang, doc=shown(claim.doc), start=claim.start, end=claim.end)
        for words in (where, marked(claim)):
            for line in wrapped(words, width - 5):
                yield f"     {line}\n"
