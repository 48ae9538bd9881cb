"""Claims as rows of the library and back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jinan_metrics.library.schema import CLAIM_COLUMNS
from jinan_metrics.model import FIELDS, Claim, new_claim

# The fields of a claim from the tables ``claims`` and ``documents``.
SELECTED = ", ".join("documents.name" if name == "doc" else f'claims."{name}"' for name in FIELDS)
_VALUE, _VALUE_MAX = FIELDS.index("value"), FIELDS.index("value_max")


def values_of(claim: Claim) -> list[Any]:
    """``claim`` as the columns of its row, exact decimals as text."""
    values = [getattr(claim, name) for name in CLAIM_COLUMNS]
    return [str(value) if isinstance(value, Decimal) else value for value in values]


def claim_of(row: Sequence[Any]) -> Claim:
    """The claim of a row of ``SELECTED``."""
    values = list(row)
    values[_VALUE] = Decimal(values[_VALUE])
    if values[_VALUE_MAX] is not None:
        values[_VALUE_MAX] = Decimal(values[_VALUE_MAX])
    return new_claim(*values)
