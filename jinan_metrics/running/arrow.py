"""Claims and documents as Arrow tables, and documents from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from jinan_metrics.fields import CLAIM_FIELDS
from jinan_metrics.messages import Remark
from jinan_metrics.model import Document
from jinan_metrics.reading import ReadError

_TYPES = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64()}

CLAIMS = pa.schema([pa.field(name, _TYPES[field.type]) for name, field in CLAIM_FIELDS.items()])
DOCUMENTS = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("doc", "path", "title", "issuer", "place", "published")),
        pa.field("year", pa.int32()),
        pa.field("claims", pa.int32()),
        pa.field("failure", pa.string()),
    ]
)


def claims_table(records: Sequence[dict[str, Any]]) -> pa.Table:
    """Records of claims (``Claim.to_dict``) as a table; values are float64, as in pandas."""
    return _table(records, CLAIMS)


def documents_table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """What is known of documents, how many claims each has, and what kept it from being read (else empty)."""
    return _table(rows, DOCUMENTS)


def _table(rows: Sequence[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    return pa.table(
        {field.name: [_plain(row.get(field.name), field) for row in rows] for field in schema}, schema=schema
    )


def _plain(value: Any, field: pa.Field) -> Any:
    if value is None:
        return None
    if field.type == pa.float64():
        return float(value)
    # A lone surrogate, which some files hold, cannot be stored.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def document_of(row: dict[str, Any], where: str) -> Document:
    """The document in a row with its ``text`` and, where they are there, ``name`` (or ``doc``)."""
    text = row.get("text")
    if not isinstance(text, str):
        raise ReadError(where, Remark("running.no_text"))
    return Document(name=str(row.get("name") or row.get("doc") or where), text=text)


def declared_in(row: dict[str, Any]) -> dict[str, Any]:
    """The year and the place that a row declares."""
    year, place = row.get("year"), row.get("place")
    return {"year": int(year) if year else None, "place": str(place) if place else None}
