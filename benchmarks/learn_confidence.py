"""``python -m benchmarks.learn_confidence [-o FILE] GOLD_DIR[=WEIGHT]…``: learn ``jinan_metrics/data/confidence.tsv``.

Extracts the annotated documents of the folders, compares them with their gold, and fits a weight for each sign of a claim
(``jinan_metrics.confidence``): a logistic regression with a penalty on large weights. A document that is in several folders
counts in the first. ``=0.5`` makes the claims of a folder count half, for documents that the rules were developed on or that
were picked for being hard. Run it after the rules have changed.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from jinan_metrics import evaluating
from jinan_metrics.confidence import EVERY, TABLE, signs
from jinan_metrics.extract import claims_of
from jinan_metrics.model import Claim

PENALTY = 5.0
# A sign seen less often has no weight of its own.
SELDOM = 4
TARGET = Path(__file__).resolve().parent.parent / "jinan_metrics" / "data" / TABLE


def signs_of(claim: Claim, text: str) -> list[str]:
    """The signs of a claim that was read from ``text``."""
    sentence = claim.sentence
    at = claim.start - text.rfind(sentence, 0, claim.start + len(sentence))
    return signs(claim.metric, claim.rule, claim.name_rule, claim.role, claim.unit, claim.text, sentence, at)


def told(folders: dict[str, float]) -> tuple[list[tuple[list[str], bool, float]], int]:
    """Signs, rightness and weight of every claim that is not optional, and the number of documents."""
    seen: set[str] = set()
    examples = []
    for folder, weight in folders.items():
        for one in evaluating.annotated(folder, _refuse):
            text = one.document.text
            if text.strip() in seen:
                continue
            seen.add(text.strip())
            judgements = evaluating.judged(one.name, text, one.gold, claims_of(one.document))
            examples += [
                (signs_of(told_so.claim, text), told_so.outcome == "right", weight)
                for told_so in judgements
                if told_so.claim is not None
            ]
    return examples, len(seen)


def fitted(examples: list[tuple[list[str], bool, float]]) -> dict[str, float]:
    """Sign → weight in log-odds: Newton's method on the penalised likelihood, which has one maximum."""
    counts = Counter(sign for found, _, _ in examples for sign in found)
    known = [EVERY, *sorted(sign for sign, count in counts.items() if count >= SELDOM and sign != EVERY)]
    place = {sign: position for position, sign in enumerate(known)}
    rows = np.zeros((len(examples), len(known)))
    for row, (found, _, _) in zip(rows, examples, strict=True):
        row[[place[sign] for sign in found if sign in place]] = 1
    right = np.array([right for _, right, _ in examples], float)
    share = np.array([weight for _, _, weight in examples])
    penalty = np.full(len(known), PENALTY)
    penalty[0] = 0.01
    solution = np.zeros(len(known))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ solution))
        slope = rows.T @ (share * (right - chance)) - penalty * solution
        curve = (rows.T * (share * chance * (1 - chance))) @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        solution += step
        if np.abs(step).max() < 1e-9:
            break
    return dict(zip(known, solution.tolist(), strict=True))


def main(arguments: list[str]) -> None:
    target, folders = TARGET, {}
    if arguments[:1] == ["-o"]:
        target, arguments = Path(arguments[1]), arguments[2:]
    for argument in arguments:
        folder, _, weight = argument.partition("=")
        folders[folder] = float(weight or 1)
    if not folders:
        sys.exit(__doc__)
    examples, documents = told(folders)
    right = sum(right for _, right, _ in examples)
    weights = fitted(examples)
    lines = [
        "# Weight of each sign of a claim in log-odds; see jinan_metrics/confidence.py. Made by benchmarks/learn_confidence.py",
        f"# from {documents} annotated documents: {len(examples)} claims, {right} of them right in every field.",
        *(f"{sign}\t{weight:.3f}" for sign, weight in weights.items()),
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    chance = 1 / (1 + math.exp(-weights[EVERY]))
    print(
        f"{documents} documents, {len(examples)} claims, {right} right; {len(weights)} weights, without signs {chance:.2f}"
    )


def _refuse(where: str, remark: str) -> None:
    sys.exit(f"{where}: {remark}")


if __name__ == "__main__":
    main(sys.argv[1:])
