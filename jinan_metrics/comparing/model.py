"""A row of the comparison: one metric with its claim in each column, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim, Kind, Role, plain_number

Status = Literal["same", "changed", "appeared", "gone", "mixed"]
STATUSES: tuple[Status, ...] = ("changed", "same", "appeared", "gone", "mixed")
Trend = Literal["better", "worse", "up", "down", "same"]
By = Literal["year", "place", "doc"]


@dataclass(frozen=True, slots=True)
class Row:
    """One metric across columns (years, places or documents).

    ``values`` holds every column in order, None where there is no such claim; ``others`` the claims of a column
    that stand for the same metric and were not chosen. ``delta`` is last minus first present value in ``unit`` (for
    ranks in places; None where bounds or ranges allow no difference), ``delta_pct`` in per cent of the first (None
    for rates, ranks, scores and changes). ``trend`` tells the direction also where only bounds allow it: ``better``
    and ``worse`` for ranks, where a falling number is an improvement. ``notes`` say what makes the row doubtful.
    """

    metric: str
    kind: Kind
    unit: str
    role: Role
    place: str | None
    scope: str
    values: Mapping[str, Claim | None]
    others: Mapping[str, tuple[Claim, ...]]
    delta: Decimal | None
    delta_pct: Decimal | None
    trend: Trend | None
    status: Status
    notes: tuple[Remark, ...]

    def _repr_html_(self) -> str:
        """The row as a notebook shows it."""
        from jinan_metrics.writing.notebook import row_html

        return row_html(self)

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON holds it (a line of ``compare --format jsonl``)."""
        return {
            "metric": self.metric,
            "kind": self.kind,
            "unit": self.unit,
            "role": self.role,
            "place": self.place,
            "scope": self.scope,
            "values": {
                column: None if claim is None else _cell(claim) for column, claim in self.values.items()
            },
            "delta": None if self.delta is None else plain_number(self.delta),
            "delta_pct": None if self.delta_pct is None else plain_number(self.delta_pct),
            "trend": self.trend,
            "status": self.status,
            "notes": [str(note) for note in self.notes],
            "others": {column: [_cell(claim) for claim in claims] for column, claims in self.others.items()},
        }


@dataclass(frozen=True, slots=True)
class Step:
    """Why two claims were matched or not: what was looked at (``test``), whether it held, and in words."""

    test: str
    passed: bool
    words: Remark


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two claims of different columns, whether they stand in one row, and the steps that decided it."""

    left: Claim
    right: Claim
    matched: bool
    score: float
    steps: tuple[Step, ...]


CELL_FIELDS = (
    "value",
    "value_max",
    "bound",
    "direction",
    "id",
    "doc",
    "text",
    "metric",
    "period_text",
    "start",
    "end",
    "sentence",
    "confidence",
)


def _cell(claim: Claim) -> dict[str, Any]:
    record = claim.to_dict()
    return {name: record[name] for name in CELL_FIELDS}
