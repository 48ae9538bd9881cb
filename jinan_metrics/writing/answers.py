"""Answers of a search: for programs a row each, for people the figure over the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinan_metrics.finding import Answer
from jinan_metrics.messages import Lang
from jinan_metrics.model import FIELDS
from jinan_metrics.writing import Layout, Piece
from jinan_metrics.writing import pieces as pieces_of
from jinan_metrics.writing.cells import amount, shown
from jinan_metrics.writing.comparison import marked
from jinan_metrics.writing.width import wrapped

_FOR_MARKDOWN = ("score", "metric", "amount", "period", "place", "doc", "sentence")
_BEFORE, _AROUND = 40, 90  # characters of a long sentence before the figure, and in all
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def pieces(format_name: str, answers: Sequence[Answer], layout: Layout) -> Iterator[Piece]:
    """``answers`` in the format of that name, in pieces."""
    if format_name == "table":
        yield from _page(answers, layout)
        return
    columns = _FOR_MARKDOWN if format_name == "md" else ("score", *FIELDS)
    rows = (answer.to_dict() for answer in answers)
    yield from pieces_of(
        format_name, rows, Layout(columns=columns, chosen=True, lang=layout.lang, width=layout.width)
    )


def _page(answers: Sequence[Answer], layout: Layout) -> Iterator[str]:
    for number, answer in enumerate(answers, 1):
        bold, plain = (_BOLD, _PLAIN) if layout.color else ("", "")
        head = f"{number}  {answer.score:.2f}  {bold}{_figure(answer, layout.lang)}{plain}"
        yield from (line + "\n" for line in wrapped(head, layout.width))
        for line in wrapped(_excerpt(marked(answer.claim)), layout.width - 9):
            yield f"         {line}\n"


def _figure(answer: Answer, lang: Lang) -> str:
    claim = answer.claim
    said = (shown(claim.metric), amount(claim.to_dict(), lang), claim.period, claim.place, claim.doc)
    return "  ".join(shown(str(part)) for part in said if part is not None and part != "")


def _excerpt(sentence: str) -> str:
    """As much of a long sentence as tells what its marked figure is."""
    at = max(sentence.find("【"), 0)
    start = max(0, at - _BEFORE) if len(sentence) > _AROUND else 0
    end = min(len(sentence), start + _AROUND)
    return ("…" if start else "") + sentence[start:end] + ("…" if end < len(sentence) else "")
