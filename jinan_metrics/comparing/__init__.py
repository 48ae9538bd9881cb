"""Relating claims to claims: the same metrics side by side across years, places or documents.

``entries`` gathers the claims of a column that state one metric, ``similarity`` says whether two entries are the
same metric, ``matching`` pairs them one to one by the best total, ``rows`` tells the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jinan_metrics.comparing.aliases import AliasError, Aliases
from jinan_metrics.comparing.entries import Entry, entries
from jinan_metrics.comparing.explaining import explanations
from jinan_metrics.comparing.matching import rows_of_entries
from jinan_metrics.comparing.model import STATUSES, By, Explanation, Row, Status, Step, Trend
from jinan_metrics.comparing.rows import row_of
from jinan_metrics.model import Claim

__all__ = [
    "STATUSES",
    "AliasError",
    "Aliases",
    "By",
    "Explanation",
    "Row",
    "Status",
    "Step",
    "Trend",
    "compare",
    "explain",
]


def compare(
    claims: Iterable[Claim],
    years: Sequence[int] = (),
    *,
    by: By = "year",
    columns: Sequence[str] | None = None,
    aliases: Aliases | None = None,
) -> list[Row]:
    """The metrics of ``claims`` side by side, in document order of the first column that has them.

    Columns are ``years`` (of ``Claim.period``); with ``by`` ``place`` or ``doc`` they are ``columns``, by default
    every place or document of the claims, and ``years``, if any, say which claims count. Repeats are left out.
    """
    counted = _counted(claims, years)
    labels = _labels(counted, years, by, columns)
    found = _entries(counted, labels, by, aliases)
    return [row_of(row, labels, in_order=by == "year") for row in rows_of_entries(found, len(labels))]


def explain(
    row: Row,
    claims: Iterable[Claim],
    years: Sequence[int] = (),
    *,
    by: By = "year",
    aliases: Aliases | None = None,
) -> list[Explanation]:
    """Why the claims of ``row`` were matched, and for each empty column why the nearest ones were not."""
    return list(explanations(row, _entries(_counted(claims, years), list(row.values), by, aliases)))


def _counted(claims: Iterable[Claim], years: Sequence[int]) -> list[Claim]:
    wanted = set(years)
    return [claim for claim in claims if claim.repeat_of is None and (not wanted or claim.period in wanted)]


def _labels(
    claims: Sequence[Claim], years: Sequence[int], by: By, columns: Sequence[str] | None
) -> list[str]:
    if by == "year":
        return [str(year) for year in years]
    if columns is not None:
        return list(columns)
    return list(dict.fromkeys(claim.doc if by == "doc" else claim.place or "" for claim in claims))


def _entries(claims: Sequence[Claim], labels: Sequence[str], by: By, aliases: Aliases | None) -> list[Entry]:
    return entries(claims, {label: i for i, label in enumerate(labels)}, by, aliases or Aliases())
