"""Claims as a pandas table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from jinan_metrics.fields import CLAIM_FIELDS, Field
from jinan_metrics.model import Claim


def to_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim, one column a field, in the order of ``FIELDS``.

    ``value`` and ``value_max`` become float64 (``Claim.value`` is the exact decimal), years the nullable
    Int64, everything else the nullable string type. A frame of no claims has the same columns and types.
    """
    records = [claim.to_dict() for claim in claims]
    return pd.DataFrame(
        {
            name: pd.Series([record[name] for record in records], dtype=_dtype(field))
            for name, field in CLAIM_FIELDS.items()
        }
    )


def _dtype(field: Field) -> str:
    if field.type == "integer":
        return "Int64" if field.nullable else "int64"
    return "float64" if field.type == "number" else "string"
