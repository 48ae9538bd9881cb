"""Accuracy on annotated documents: how many claims are found, and how much of each is right.

>>> from jinan_metrics import evaluating
>>> evaluation = evaluating.evaluate("fixtures")                       # doctest: +SKIP
>>> evaluation.counts.full_f1                                          # doctest: +SKIP
"""

from __future__ import annotations

import os

from jinan_metrics.evaluating.evaluation import Counts, Evaluation
from jinan_metrics.evaluating.gold import Annotated, Complain, GoldClaim, annotated
from jinan_metrics.evaluating.runs import RunError, changes, read_run, run_of
from jinan_metrics.evaluating.scoring import FIELDS, Judgement, judged
from jinan_metrics.messages import Remark

__all__ = [
    "FIELDS",
    "Annotated",
    "Counts",
    "Evaluation",
    "GoldClaim",
    "Judgement",
    "RunError",
    "annotated",
    "changes",
    "evaluate",
    "judged",
    "read_run",
    "run_of",
]


def evaluate(folder: str | os.PathLike[str], complain: Complain | None = None) -> Evaluation:
    """Extract and score every annotated document of ``folder`` and the folders below.

    ``complain`` is told of what cannot be used (place, remark); without it, that raises ``ValueError``.
    """
    from jinan_metrics.extract import claims_of

    evaluation = Evaluation()
    for one in annotated(folder, complain or _refuse):
        text = one.document.text
        evaluation.add(one.name, len(text), judged(one.name, text, one.gold, claims_of(one.document)))
    return evaluation


def _refuse(where: str, remark: Remark) -> None:
    raise ValueError(f"{where}: {remark}")
