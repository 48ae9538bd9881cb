"""Claims against gold: which belong together, and what is right about each.

A claim and a gold claim belong together where their spans overlap, one to one, the longest overlap first and among equals
the closest name. Such a claim is *right* when value, unit, kind, bound, role, direction and name are; a name is right
when it shares 0.7 of its characters, in order, with one of the accepted ones.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import LCSseq

from jinan_metrics.evaluating.gold import GoldClaim
from jinan_metrics.model import Claim, plain_number

Outcome = Literal["right", "wrong", "missed", "spurious"]

# What must be right, in the order of the tables.
FIELDS = ("value", "unit", "kind", "bound", "role", "direction", "metric")
NAME_LIKENESS = 0.7
_SAME_UNIT = {
    "名": "人",
    "人民币元": "元",
    "个百分点": "百分点",
    "名次": "位",
    "千米": "公里",
    "平米": "平方米",
    "个工作日": "工作日",
    "月": "个月",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one gold claim that is not optional (``missed`` without a claim), or of one spurious claim.

    ``wrong`` are the fields that are not as in the gold; ``exact_name``: the name is one of the accepted ones.
    """

    doc: str
    outcome: Outcome
    gold: GoldClaim | None
    claim: Claim | None
    wrong: tuple[str, ...]
    exact_name: bool
    sentence: str

    @property
    def kind(self) -> str:
        """The kind that the tables count it under: the gold's; a spurious claim's own."""
        return self.gold.kind if self.gold is not None else self.claim.kind if self.claim is not None else ""

    def to_dict(self) -> dict[str, Any]:
        """The record in a run: gold and claim whole, with what is scored of them."""
        there = self.claim if self.gold is None else self.gold
        assert there is not None
        return {
            "doc": self.doc,
            "outcome": self.outcome,
            "wrong": list(self.wrong),
            "kind": self.kind,
            "start": there.start,
            "end": there.end,
            "text": there.text,
            "exact_name": self.exact_name,
            "gold": None if self.gold is None else self.gold.to_dict(),
            "claim": None if self.claim is None else self.claim.to_dict(),
            "sentence": self.sentence,
        }


def judged(doc: str, text: str, gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> list[Judgement]:
    """Every gold claim of a document that is not optional, and every spurious claim, in reading order.

    A claim that meets an optional gold claim is neither right nor wrong and has no judgement.
    """
    found = matched(gold, claims)
    taken = set(found.values())
    judgements = []
    for i, expected in enumerate(gold):
        if expected.optional:
            continue
        if i not in found:
            words = sentence_around(text, expected.start, expected.end)
            judgements.append(Judgement(doc, "missed", expected, None, (), False, words))
            continue
        claim = claims[found[i]]
        wrong = wrong_fields(expected, claim)
        exact = any(plain(name) == plain(claim.metric) for name in expected.metric)
        outcome: Outcome = "wrong" if wrong else "right"
        judgements.append(Judgement(doc, outcome, expected, claim, wrong, exact, claim.sentence))
    judgements += [
        Judgement(doc, "spurious", None, claim, (), False, claim.sentence)
        for j, claim in enumerate(claims)
        if j not in taken
    ]
    return sorted(judgements, key=lambda one: (one.gold or one.claim).start)  # type: ignore[union-attr]


def matched(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> dict[int, int]:
    """For each gold claim that is found, by its position in ``gold``, the position in ``claims``."""
    order = sorted(range(len(claims)), key=lambda j: claims[j].start)
    starts = [claims[j].start for j in order]
    longest = max((claim.end - claim.start for claim in claims), default=0)
    pairs = []
    for i, expected in enumerate(gold):
        for position in range(
            bisect_left(starts, expected.start - longest), bisect_left(starts, expected.end)
        ):
            claim = claims[order[position]]
            overlap = min(expected.end, claim.end) - max(expected.start, claim.start)
            if overlap > 0:
                pairs.append((overlap, best_likeness(expected, claim), -i, -order[position]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs, reverse=True):
        if -i not in found and -j not in taken:
            found[-i] = -j
            taken.add(-j)
    return found


def wrong_fields(gold: GoldClaim, claim: Claim) -> tuple[str, ...]:
    """The fields of ``claim`` that are not as in ``gold``."""
    value_max = None if claim.value_max is None else plain_number(claim.value_max)
    right = {
        "value": _same(gold.value, plain_number(claim.value)) and _same(gold.value_max, value_max),
        "unit": _unit(gold.unit) == _unit(claim.unit),
        "kind": gold.kind == claim.kind,
        "bound": gold.bound == claim.bound,
        "role": gold.role == claim.role,
        "direction": gold.direction == claim.direction,
        "metric": best_likeness(gold, claim) >= NAME_LIKENESS,
    }
    return tuple(field for field in FIELDS if not right[field])


def best_likeness(gold: GoldClaim, claim: Claim) -> float:
    """How close the name of ``claim`` comes to an accepted one, 0 to 1."""
    return max((likeness(name, claim.metric) for name in gold.metric), default=0.0)


def likeness(left: str, right: str) -> float:
    """The share of their characters that two names have in common, in order; 0 to 1."""
    left, right = plain(left), plain(right)
    if not left or not right:
        return 0.0
    return 2 * LCSseq.similarity(left, right) / (len(left) + len(right))


def plain(name: str) -> str:
    """A name without what does not count: punctuation, blanks, width and case of letters."""
    kept = unicodedata.normalize("NFKC", name)
    return "".join(c for c in kept if unicodedata.category(c)[0] in "LNM" or c == "%").casefold()


def sentence_around(text: str, start: int, end: int) -> str:
    """The words around a span as far as the marks that end a sentence."""
    begin = max(text.rfind(mark, 0, start) for mark in "。！？；\n") + 1
    ends = [at for mark in "。！？；\n" if (at := text.find(mark, end)) >= 0]
    return text[begin : min(ends, default=len(text) - 1) + 1].strip()


def _unit(name: str) -> str:
    name = unicodedata.normalize("NFKC", name).strip()
    return _SAME_UNIT.get(name, name)


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-4 * max(1.0, abs(left), abs(right))
