"""Why two claims stand in one row or do not: the tests, one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.model import Explanation, Row, Step
from jinan_metrics.comparing.similarity import LEAST, TESTS, score
from jinan_metrics.messages import Remark

_NEAREST = 3


def explanations(row: Row, found: Sequence[Entry]) -> Iterator[Explanation]:
    """For each pair of neighbours in the row the tests that they passed, for each empty column the nearest misses."""
    by_id = {(entry.claim.doc, entry.claim.id): entry for entry in found}
    chosen = [claim and by_id.get((claim.doc, claim.id)) for claim in row.values.values()]
    present = [entry for entry in chosen if entry]
    for left, right in itertools.pairwise(present):
        yield explanation(left, right, matched=True)
    if not present:
        return
    for column, entry in enumerate(chosen):
        if entry is not None:
            continue
        anchor = present[0]
        there = (other for other in found if other.column == column)
        nearest = sorted(
            there, key=lambda other: -Indel.normalized_similarity(anchor.name.core, other.name.core)
        )[:_NEAREST]
        for other in nearest:
            if Indel.normalized_similarity(anchor.name.core, other.name.core) > 0.3:
                yield explanation(anchor, other, matched=False)


def explanation(left: Entry, right: Entry, *, matched: bool) -> Explanation:
    """The tests in their order up to the first that keeps the two apart."""
    steps: list[Step] = []
    for name, test in TESTS:
        obstacle = test(left, right)
        if obstacle is not None:
            steps.append(Step(name, False, Remark(obstacle[0], **obstacle[1])))
            break
        steps.append(Step(name, True, Remark(f"match.{name}_same", **_said(name, left, right))))
    else:
        if not matched:
            steps.append(Step("best", False, Remark("match.other_better")))
    return Explanation(
        left.claim,
        right.claim,
        matched,
        round(min(score(left, right), 1.0), 3) if steps[-1].passed or steps[-1].test == "best" else 0.0,
        tuple(steps),
    )


def _said(name: str, left: Entry, right: Entry) -> dict[str, str]:
    if name == "name":
        return {"left": left.name.core, "right": right.name.core, "least": str(LEAST)}
    return {
        "kind": left.claim.kind,
        "role": left.claim.role,
        "unit": f"{left.claim.unit} / {right.claim.unit}",
    }
