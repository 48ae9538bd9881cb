"""Score claims against gold: what `fixtures/gold` and its format mean.

A claim and a gold line match where their spans overlap, one to one, the longest overlap first and among equals the
closest name. A match is *full* when value, unit, kind, bound, role, direction and name are right; a name is right
when it shares 0.7 of its characters with one of the accepted labels.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAME_UNIT = {"名": "人", "人民币元": "元", "名次": "位", "千米": "公里", "平米": "平方米", "月": "个月"}


@dataclass(frozen=True)
class Score:
    """Counts over one or more documents, and the two figures made of them."""

    gold: int
    found: int
    spurious: int
    full: int

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.gold + self.found + self.spurious)

    @property
    def full_f1(self) -> float:
        return 2 * self.full / (self.gold + self.found + self.spurious)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.spurious + other.spurious,
            self.full + other.full,
        )


def plain(name: str) -> str:
    kept = unicodedata.normalize("NFKC", name or "")
    return "".join(c for c in kept if unicodedata.category(c)[0] in "LNM" or c == "%").casefold()


def likeness(left: str, right: str) -> float:
    left, right = plain(left), plain(right)
    if not left or not right:
        return 0.0
    row = [0] * (len(right) + 1)
    for a in left:
        diagonal = 0
        for index, b in enumerate(right, 1):
            diagonal, row[index] = row[index], diagonal + 1 if a == b else max(row[index], row[index - 1])
    return 2 * row[-1] / (len(left) + len(right))


def read_gold(path: Path, text: str) -> list[dict[str, Any]]:
    claims = []
    for line in path.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        assert text.count(claim["context"]) == 1, claim["context"]
        claim["start"] = text.index(claim["context"]) + claim["context"].index(claim["expr"])
        claim["end"] = claim["start"] + len(claim["expr"])
        claims.append(claim)
    return claims


def unit(name: str) -> str:
    name = unicodedata.normalize("NFKC", name or "")
    return SAME_UNIT.get(name, name)


def same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-4 * max(1.0, abs(left), abs(right))


def fully_right(gold: dict[str, Any], claim: dict[str, Any]) -> bool:
    return (
        same(gold["value"], claim["value"])
        and same(gold.get("value_max"), claim["value_max"])
        and unit(gold.get("unit", "")) == unit(claim["unit"])
        and gold["kind"] == claim["kind"]
        and gold.get("bound", "exact") == claim["bound"]
        and gold.get("role", "actual") == claim["role"]
        and gold.get("direction") == claim["direction"]
        and any(likeness(name, claim["metric"]) >= 0.7 for name in gold["metric"])
    )


def score(gold: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Score:
    pairs = sorted(
        (
            (
                min(g["end"], c["end"]) - max(g["start"], c["start"]),
                max((likeness(name, c["metric"]) for name in g.get("metric") or [""]), default=0.0),
                -i,
                -j,
            )
            for i, g in enumerate(gold)
            for j, c in enumerate(claims)
            if min(g["end"], c["end"]) > max(g["start"], c["start"])
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, minus_i, minus_j in pairs:
        if -minus_i not in taken and -minus_j not in used:
            taken[-minus_i] = -minus_j
            used.add(-minus_j)
    required = [i for i, g in enumerate(gold) if not g.get("optional")]
    found = [i for i in required if i in taken]
    return Score(
        len(required),
        len(found),
        len(claims) - len(used),
        sum(fully_right(gold[i], claims[taken[i]]) for i in found),
    )
