"""How a claim and a row of a comparison look in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from jinan_metrics.messages import Lang
from jinan_metrics.writing.cells import amount, cell, heading, shown

if TYPE_CHECKING:
    from jinan_metrics.comparing import Row
    from jinan_metrics.model import Claim

_LEFT = 'style="text-align: left"'


def claim_html(claim: Claim, lang: Lang = "en") -> str:
    """A small table: what is claimed, and the sentence with the number marked."""
    row = claim.to_dict()
    told = [
        (heading(name, lang), cell(row, name, lang))
        for name in ("metric", "amount", "kind", "role", "period")
    ]
    lines = [(label, escape(shown(words))) for label, words in told if words]
    lines.append((heading("sentence", lang), _marked(claim.sentence, claim.text)))
    body = "".join(
        f"<tr><th {_LEFT}>{escape(label)}</th><td {_LEFT}>{words}</td></tr>" for label, words in lines
    )
    return f"<table>{body}</table>"


def row_html(row: Row, lang: Lang = "en") -> str:
    """A table of one line: the metric and its value in every column."""
    values = ["—" if claim is None else amount(claim.to_dict(), lang) for claim in row.values.values()]
    head = _line("th", [heading("metric", lang), *row.values, heading("status", lang) or "status"])
    return f"<table>{head}{_line('td', [row.metric, *values, row.status])}</table>"


def _line(tag: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag} {_LEFT}>{escape(shown(words))}</{tag}>" for words in cells) + "</tr>"


def _marked(sentence: str, expression: str) -> str:
    before, found, after = (escape(shown(words)) for words in sentence.partition(expression))
    return f"{before}<mark>{found}</mark>{after}"
