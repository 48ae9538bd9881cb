"""The words around a quantity, taken apart: what stands before it, what comes after it, as far as the clause reaches."""

from jinan_metrics.context.trimming import MADE_KNOWN, strip_leading, strip_trailing
from jinan_metrics.context.words_after import After, after
from jinan_metrics.context.words_before import (
    ADJUSTED,
    ADJUSTMENTS,
    RATES_OF_CHANGE,
    Before,
    before,
    before_rank,
)

__all__ = [
    "ADJUSTED",
    "ADJUSTMENTS",
    "MADE_KNOWN",
    "RATES_OF_CHANGE",
    "After",
    "Before",
    "after",
    "before",
    "before_rank",
    "strip_leading",
    "strip_trailing",
]
