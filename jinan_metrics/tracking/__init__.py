"""One indicator over the years, a row a place: found by description, put side by side as in a comparison.

``find`` gives the claims that answer, ``comparing`` decides which of them state the same metric.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jinan_metrics.comparing import Aliases, Row, compare
from jinan_metrics.comparing.entries import entries
from jinan_metrics.comparing.similarity import obstacle
from jinan_metrics.finding import Answer, Source, find
from jinan_metrics.model import Claim

# How much worse than the best answer another may be to be looked at.
_WORTH = 0.6
_CANDIDATES = 3000

__all__ = ["series", "years_of"]


def series(
    source: Source | Sequence[Claim],
    text: str,
    *,
    aliases: Aliases | None = None,
    kinds: Collection[str] = (),
    years: Collection[int] = (),
    places: Collection[str] = (),
) -> list[Row]:
    """The metric that answers ``text`` best, over the years that have it: a row a place, the longest series first.

    Years are those of ``years`` or of the text, else every year that any place has. Figures of unknown year are left out.
    """
    answers = find(
        source,
        text,
        aliases=aliases,
        kinds=kinds,
        years=years,
        places=places,
        limit=None,
        candidates=_CANDIDATES,
    )
    if not answers:
        return []
    own = aliases or Aliases()
    leading = answers[0].claim
    alike = [
        answer
        for answer in answers
        if answer.score >= answers[0].score * _WORTH
        and answer.claim.role == leading.role
        and answer.claim.period is not None
        and _of_one_metric(leading, answer.claim, own)
    ]
    rows: list[Row] = []
    columns = sorted({answer.claim.period for answer in alike if answer.claim.period is not None})
    for place in dict.fromkeys(answer.claim.place for answer in alike):
        rows += _rows([answer for answer in alike if answer.claim.place == place], columns, own)
    return sorted(rows, key=lambda row: -sum(claim is not None for claim in row.values.values()))


def years_of(rows: Sequence[Row]) -> list[str]:
    """The years that the rows have columns for."""
    return list(rows[0].values) if rows else []


def _of_one_metric(leading: Claim, other: Claim, aliases: Aliases) -> bool:
    """Whether two claims would stand in one row but for their places."""
    if leading is other:
        return True
    one, two = (entries([claim], {claim.doc: 0}, "doc", aliases)[0] for claim in (leading, other))
    return obstacle(one, two) is None


def _rows(answers: Sequence[Answer], columns: Sequence[int], aliases: Aliases) -> list[Row]:
    """The row with the best of ``answers``, all of one place."""
    best = answers[0].claim
    found = compare([answer.claim for answer in answers], columns, aliases=aliases)
    for row in found:
        if any(claim is best for claim in row.values.values()) or any(
            best in others for others in row.others.values()
        ):
            return [row]
    return []
