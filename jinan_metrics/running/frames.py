"""Documents in pandas frames to claims in pandas frames: what Spark's ``mapInPandas`` and its like call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jinan_metrics.about import declared
from jinan_metrics.extract import claims_of
from jinan_metrics.fields import CLAIM_FIELDS
from jinan_metrics.frame import to_frame
from jinan_metrics.model import FIELDS, Document

if TYPE_CHECKING:
    from pandas import DataFrame

# Of the type of a field in Spark, and in pandas where a frame may have nothing in it.
_SPARK = {"string": "string", "integer": "int", "number": "double"}
_PANDAS = {"integer": "Int32", "number": "Float64"}

# The columns of a claim as Spark writes a schema.
SPARK_SCHEMA = ", ".join(f"`{name}` {_SPARK[field.type]}" for name, field in CLAIM_FIELDS.items())


def claims_of_frames(frames: Iterable[DataFrame]) -> Iterator[DataFrame]:
    """For each frame of documents the frame of their claims, in the columns of ``SPARK_SCHEMA``.

    A document is a row with ``text`` and, where they are there, ``name``, ``year`` and ``place``. Rows without text have
    no claims.
    """
    for frame in frames:
        claims: list[Any] = []
        for row in frame.to_dict("records"):
            text = row.get("text")
            if not isinstance(text, str):
                continue
            year, place, name = (_known(row.get(key)) for key in ("year", "place", "name"))
            document = Document(name=str(name or "-"), text=text)
            claims += claims_of(
                declared(document, year=None if year is None else int(year), place=place or None)
            )
        found = to_frame(claims)[list(FIELDS)]
        yield found.astype({n: _PANDAS[f.type] for n, f in CLAIM_FIELDS.items() if f.type in _PANDAS})


def _known(value: Any) -> Any:
    """``value``, None for what a frame holds where there is nothing (NaN is not equal to itself)."""
    return value if value == value else None
