"""Checked claims as gold: a line for each, with a context that stands once in the document.

A claim that nobody checked is ``optional``: an extractor is neither rewarded nor punished for it. A rejected one has no
line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from jinan_metrics.model import Claim, plain_number


def gold_lines(
    text: str, claims: Iterable[Claim], checked: Collection[str]
) -> Iterator[tuple[Claim, dict[str, Any] | None]]:
    """Each claim with its gold line; None where no context tells its place (a passage printed twice)."""
    for claim in claims:
        context = _context(text, claim.start, claim.end)
        yield claim, None if context is None else _line(claim, context, claim.id in checked)


def _line(claim: Claim, context: str, checked: bool) -> dict[str, Any]:
    line: dict[str, Any] = {
        "context": context,
        "expr": claim.text,
        "kind": claim.kind,
        "value": plain_number(claim.value),
    }
    if claim.value_max is not None:
        line["value_max"] = plain_number(claim.value_max)
    line |= {"unit": claim.unit, "bound": claim.bound, "role": claim.role}
    if claim.direction is not None:
        line["direction"] = claim.direction
    line["metric"] = [claim.metric]
    return line if checked else line | {"optional": True, "note": "not checked"}


def _context(text: str, start: int, end: int) -> str | None:
    """A few words around the expression that stand once in ``text`` and hold the expression once."""
    expression = text[start:end]
    # As far as the words may reach without a second expression in them.
    first = text.rfind(expression, 0, start + len(expression) - 1) + 1
    following = text.find(expression, start + 1)
    last = len(text) if following < 0 else following + len(expression) - 1
    if not _once(text, first, last):
        return None
    begin, finish = start, end
    while not _once(text, begin, finish):
        step = max(1, (finish - begin) // 4)
        # Words before the number tell more than those behind it.
        begin = max(first, begin - 2 * step)
        finish = min(last, finish + step)
    return text[begin:finish]


def _once(text: str, begin: int, finish: int) -> bool:
    words = text[begin:finish]
    return text.find(words) == begin and text.find(words, begin + 1) < 0
