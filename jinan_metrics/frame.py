"""Claims as a pandas table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from jinan_metrics.model import FIELDS, Claim

_NUMBERS = {
    "year": "Int64",
    "period": "Int64",
    "value": "float64",
    "value_max": "float64",
    "start": "int64",
    "end": "int64",
    "confidence": "float64",
}


def to_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim, one column a field, in the order of ``FIELDS``.

    ``value`` and ``value_max`` become float64 (``Claim.value`` is the exact decimal), years the nullable
    Int64, everything else the nullable string type. A frame of no claims has the same columns and types.
    """
    records = [claim.to_dict() for claim in claims]
    return pd.DataFrame(
        {
            name: pd.Series([record[name] for record in records], dtype=_NUMBERS.get(name, "string"))
            for name in FIELDS
        }
    )
