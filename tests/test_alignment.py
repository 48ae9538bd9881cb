"""True alignments between documents of two years (the shared set, where it is beside the project)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jinan_metrics.comparing import compare
from jinan_metrics.extract import claims_of
from jinan_metrics.model import Claim
from jinan_metrics.reading import read

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev"


def _claims_at(gold: Path, name: str, context: str, claims: list[Claim]) -> set[tuple[str, int]]:
    """The claims that stand where the gold file has one in ``context``, old values aside."""
    text = read(gold / f"{name}.txt").text
    found: set[tuple[str, int]] = set()
    for line in (gold / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["context"] != context or record["role"] == "baseline":
            continue
        start = text.index(context) + context.index(record["expr"])
        end = start + len(record["expr"])
        found |= {(c.doc, c.start) for c in claims if c.start < end and c.end > start}
    return found


@pytest.mark.skipif(
    not (GOLD / "pairs.jsonl").exists(), reason="the shared gold set is not beside the project"
)
def test_metrics_of_two_years_meet() -> None:
    pairs = [json.loads(line) for line in (GOLD / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    names = dict.fromkeys((pair["left"], pair["right"]) for pair in pairs)
    right = wrong = 0
    for left_name, right_name in names:
        left, later = (read(GOLD / f"{name}.txt") for name in (left_name, right_name))
        before, after = claims_of(left), claims_of(later)
        assert left.year is not None
        assert later.year is not None
        counted = [claim for claim in before + after if claim.role in ("actual", "target")]
        years = [left.year, later.year]
        matched = [
            tuple((claim.doc, claim.start) for claim in row.values.values() if claim)
            for row in compare(counted, years)
            if all(row.values.values())
        ]
        true = [
            (
                _claims_at(GOLD, left_name, pair["left_expr_context"], before),
                _claims_at(GOLD, right_name, pair["right_expr_context"], after),
            )
            for pair in pairs
            if (pair["left"], pair["right"]) == (left_name, right_name)
        ]
        hits = [
            pair for pair in matched if any(pair[0] in lefts and pair[1] in rights for lefts, rights in true)
        ]
        right += len(hits)
        wrong += len(matched) - len(hits)
    assert right / (right + wrong) >= 0.97
    assert right / len(pairs) >= 0.90
