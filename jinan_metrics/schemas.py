"""JSON Schemas (2020-12) of what ``--format json`` and ``jsonl`` print: a claim, and a row of a comparison."""

from __future__ import annotations

from typing import Any, get_args

from jinan_metrics.comparing import STATUSES, Trend
from jinan_metrics.comparing.model import CELL_FIELDS
from jinan_metrics.fields import CLAIM_FIELDS, Field
from jinan_metrics.messages import text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def claim_schema() -> dict[str, Any]:
    """The schema of one record of ``jmetrics extract``."""
    return {
        "$schema": _DIALECT,
        "title": "claim",
        "description": "One quantitative claim, as jmetrics extract --format jsonl prints it.",
        **_object({name: _property(field) for name, field in CLAIM_FIELDS.items()}),
    }


def row_schema() -> dict[str, Any]:
    """The schema of one row of ``jmetrics compare``."""
    cell = _object({name: _property(CLAIM_FIELDS[name]) for name in CELL_FIELDS})
    number = {"type": ["number", "null"]}

    def described(name: str) -> dict[str, str]:
        return {"description": text(f"meaning_of_row.{name}", "en")}

    return {
        "$schema": _DIALECT,
        "title": "row",
        "description": "One metric side by side, as jmetrics compare --format jsonl prints it.",
        **_object(
            {
                **{
                    name: _property(CLAIM_FIELDS[name])
                    for name in ("metric", "kind", "unit", "role", "place", "scope")
                },
                "values": {
                    "type": "object",
                    "additionalProperties": {"oneOf": [{"$ref": "#/$defs/cell"}, {"type": "null"}]},
                }
                | described("values"),
                "delta": number | described("delta"),
                "delta_pct": number | described("delta_pct"),
                "trend": {"enum": [*get_args(Trend), None]} | described("trend"),
                "status": {"enum": list(STATUSES)} | described("status"),
                "notes": {"type": "array", "items": {"type": "string"}} | described("notes"),
                "others": {
                    "type": "object",
                    "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/cell"}},
                }
                | described("others"),
            }
        ),
        "$defs": {"cell": cell},
    }


SCHEMAS = {"claim": claim_schema, "row": row_schema}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    described = {"description": text(f"meaning_of.{field.name}", "en")}
    if field.words:
        return {"enum": [*field.words, *([None] if field.nullable else [])]} | described
    kind: Any = [field.type, "null"] if field.nullable else field.type
    limits: dict[str, Any] = {}
    if field.name == "confidence":
        limits = {"minimum": 0, "maximum": 1}
    elif field.name in ("start", "end"):
        limits = {"minimum": 0}
    elif field.name == "id":
        limits = {"pattern": "^[0-9a-f]{12}$"}
    return {"type": kind} | limits | described
