"""The records that pass from stage to stage: the document as read and the claim as told."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Kind = Literal["count", "rate", "rank", "change", "money", "measure", "duration", "score", "ratio"]
Bound = Literal["exact", "approx", "over", "under"]
Role = Literal["actual", "target", "baseline", "maximum"]
Direction = Literal["up", "down"]

KINDS: tuple[Kind, ...] = (
    "count",
    "rate",
    "rank",
    "change",
    "money",
    "measure",
    "duration",
    "score",
    "ratio",
)
BOUNDS: tuple[Bound, ...] = ("exact", "approx", "over", "under")
ROLES: tuple[Role, ...] = ("actual", "target", "baseline", "maximum")


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as read, and what is known about it.

    ``year_known`` says how the year is known: ``declared``, ``title``, ``dateline``, ``name`` or ``""`` for
    unknown. Offsets of claims are character offsets into ``text``.
    """

    name: str
    text: str
    title: str = ""
    year: int | None = None
    year_known: str = ""
    place: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantitative claim. Field meanings: docs of ``jmetrics extract``; order is the column order."""

    id: str
    doc: str
    year: int | None
    period: int | None
    period_text: str
    place: str | None
    section: str
    metric: str
    action: str
    kind: Kind
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    role: Role
    direction: Direction | None
    basis: str
    scope: str
    text: str
    start: int
    end: int
    sentence: str
    repeat_of: str | None
    rule: str
    confidence: float
    name_rule: str = field(default="")

    def to_dict(self) -> dict[str, Any]:
        """Every field in order; exact decimals become ``int`` where whole, else ``float``."""
        record: dict[str, Any] = {name: getattr(self, name) for name in FIELDS}
        for name in ("value", "value_max"):
            if record[name] is not None:
                record[name] = plain_number(record[name])
        return record


FIELDS: tuple[str, ...] = tuple(Claim.__slots__)


def plain_number(value: Decimal) -> int | float:
    """A Decimal as the JSON number that a spreadsheet shows: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
