"""An explanation for a terminal: the sentence with its number underlined, then the steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinan_metrics.explaining import Explained, Reason
from jinan_metrics.messages import Lang, text
from jinan_metrics.model import Claim
from jinan_metrics.writing.cells import amount, cell, shown
from jinan_metrics.writing.width import width_of, wrapped

_INDENT = "  "
_BOLD_UNDERLINED, _PLAIN = "\x1b[1;4m", "\x1b[0m"


def pieces(explained: Explained, lang: Lang, width: int, *, color: bool = False) -> Iterator[str]:
    """The page in pieces. ``color``: underline as a terminal does, else with a line of ^ below."""
    yield f"{shown(explained.doc)}:{explained.start}\n"
    start = explained.start - explained.sentence_start
    span = (start, start + explained.end - explained.start)
    for line in underlined(explained.sentence, span, width - len(_INDENT), color=color):
        yield _INDENT + line + "\n"
    for claim, reasons in explained.claims:
        yield "\n"
        yield from (line + "\n" for line in wrapped(_headline(claim, lang), width))
        yield from _steps(reasons, lang, width)
    if explained.reasons:
        yield "\n"
        yield from _steps(explained.reasons, lang, width)


def underlined(sentence: str, span: tuple[int, int], width: int, *, color: bool) -> Iterator[str]:
    """``sentence`` in lines of that width, the characters of ``span`` underlined."""
    begin = 0
    while begin < len(sentence):
        end, room = begin, width
        while end < len(sentence) and (room := room - width_of(shown(sentence[end]))) >= 0:
            end += 1
        end = max(end, begin + 1)
        low, high = (min(max(at, begin), end) for at in span)
        before, found, after = (shown(sentence[a:b]) for a, b in ((begin, low), (low, high), (high, end)))
        if color and found:
            yield f"{before}{_BOLD_UNDERLINED}{found}{_PLAIN}{after}"
        else:
            yield before + found + after
            if found:
                yield " " * width_of(before) + "^" * width_of(found)
        begin = end


def _headline(claim: Claim, lang: Lang) -> str:
    row = claim.to_dict()
    told = (cell(row, "kind", lang), claim.role, str(claim.period or "—"), f"id {claim.id}")
    return shown(f"{claim.metric}: {amount(row, lang)} ({', '.join(told)})")


def _steps(reasons: Sequence[Reason], lang: Lang, width: int) -> Iterator[str]:
    labels = [text(f"about.{reason.about}", lang) for reason in reasons]
    column = max(map(width_of, labels)) + len(_INDENT)
    previous = ""
    for label, reason in zip(labels, reasons, strict=True):
        first, *rest = wrapped(shown(reason.words.said(lang)), max(width - column - len(_INDENT), 20))
        told = "" if label == previous else label
        previous = label
        yield _INDENT + told + " " * (column - width_of(told)) + first + "\n"
        for line in rest:
            yield _INDENT + " " * column + line + "\n"
