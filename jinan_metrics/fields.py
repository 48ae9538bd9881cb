"""The fields of a claim as data: type, whether they may be empty, and the words that are allowed in them.

What a field means is in ``messages`` under ``meaning_of.NAME``. Tables with types (pandas, Parquet, spreadsheets, schemas
and the reference) are made from this list, so that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from jinan_metrics.model import BOUNDS, FIELDS, KINDS, ROLES, Direction

Type = Literal["string", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record. ``nullable``: null where the text does not tell; other strings are then ``""``."""

    name: str
    type: Type = "string"
    nullable: bool = False
    words: tuple[str, ...] = ()


_SPECIAL = {
    "year": Field("year", "integer", nullable=True),
    "period": Field("period", "integer", nullable=True),
    "place": Field("place", nullable=True),
    "kind": Field("kind", words=KINDS),
    "value": Field("value", "number"),
    "value_max": Field("value_max", "number", nullable=True),
    "bound": Field("bound", words=BOUNDS),
    "role": Field("role", words=ROLES),
    "direction": Field("direction", nullable=True, words=get_args(Direction)),
    "start": Field("start", "integer"),
    "end": Field("end", "integer"),
    "repeat_of": Field("repeat_of", nullable=True),
    "confidence": Field("confidence", "number"),
}

CLAIM_FIELDS: Mapping[str, Field] = {name: _SPECIAL.get(name, Field(name)) for name in FIELDS}
