"""Whether two entries state the same metric: the tests in their order, and how alike the names are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rapidfuzz.distance import Indel

from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.names import GENERAL

Obstacle = tuple[str, dict[str, Any]]

SAME, ELIDED, CONTAINED = 1.0, 0.93, 0.84
# Least likeness of two names that neither equal nor contain one another, and of anything that is matched at all.
LIKE, LEAST = 0.78, 0.7
_SHORT = 3  # so short a name is too general to be found inside a longer one by itself: 收入, 投资
_HEAD = 2
# How much the sentences of two general words (项目, 问题) must share.
_ONE_SUBJECT = 0.3


def obstacle(left: Entry, right: Entry) -> Obstacle | None:
    """The first test that keeps two entries apart, None if none does."""
    for _, test in TESTS:
        found = test(left, right)
        if found is not None:
            return found
    return None


def _kind(left: Entry, right: Entry) -> Obstacle | None:
    a, b = left.claim, right.claim
    if a.kind != b.kind:
        return "match.kind", {"left": a.kind, "right": b.kind}
    return None


def _role(left: Entry, right: Entry) -> Obstacle | None:
    a, b = left.claim, right.claim
    return ("match.role", {"left": a.role, "right": b.role}) if a.role != b.role else None


def _unit(left: Entry, right: Entry) -> Obstacle | None:
    if left.unit == right.unit:
        return None
    return "match.unit", {"left": left.claim.unit or "—", "right": right.claim.unit or "—"}


def _place(left: Entry, right: Entry) -> Obstacle | None:
    if left.place == right.place or left.place is None or right.place is None:
        return None
    return "match.place", {"left": left.place, "right": right.place}


def _span(left: Entry, right: Entry) -> Obstacle | None:
    if left.span == right.span or {left.span, right.span} <= {"year", "moment"}:
        return None
    return "match.span", {"left": left.claim.period_text or "—", "right": right.claim.period_text or "—"}


def _basis(left: Entry, right: Entry) -> Obstacle | None:
    if left.basis == right.basis:
        return None
    return "match.basis", {"left": left.claim.basis or "—", "right": right.claim.basis or "—"}


def _field(left: Entry, right: Entry) -> Obstacle | None:
    a, b = left.claim.scope, right.claim.scope
    if left.claim.kind != "rank" or not a or not b or a in b or b in a:
        return None
    return "match.field", {"left": a, "right": b}


def _extent(left: Entry, right: Entry) -> Obstacle | None:
    if left.claim.kind in ("rank", "duration"):  # 全市考核第三: the area is where it was ranked
        return None
    a, b = left.name.extent, right.name.extent
    return ("match.extent", {"left": left.claim.metric, "right": right.claim.metric}) if a != b else None


def _qualifiers(left: Entry, right: Entry) -> Obstacle | None:
    differing = left.name.strict ^ right.name.strict
    differing |= {
        word
        for one, other in ((left, right), (right, left))
        for word in one.name.elided - other.name.elided
        if word not in other.context
    }
    return ("match.qualifier", {"words": "、".join(sorted(differing))}) if differing else None


def _stage(left: Entry, right: Entry) -> Obstacle | None:
    a, b = left.name.stage, right.name.stage
    if not a or not b or a == b or {a, b} == {"received", "accepted"}:
        return None
    return "match.stage", {
        "left": left.claim.action or left.claim.metric,
        "right": right.claim.action or right.claim.metric,
    }


def _name(left: Entry, right: Entry) -> Obstacle | None:
    if likeness(left, right) >= LEAST:
        return None
    return "match.name", {"left": left.name.core, "right": right.name.core}


def _subject(left: Entry, right: Entry) -> Obstacle | None:
    """乡镇, 项目, 问题 by themselves name a metric only together with what the sentence says of them."""
    if left.name.core not in GENERAL and right.name.core not in GENERAL:
        return None
    if _shared(_around(left), _around(right)) >= _ONE_SUBJECT:
        return None
    return "match.subject", {"left": left.claim.metric, "right": right.claim.metric}


# The order in which they are tried and explained.
TESTS: tuple[tuple[str, Callable[[Entry, Entry], Obstacle | None]], ...] = (
    ("kind", _kind),
    ("role", _role),
    ("unit", _unit),
    ("place", _place),
    ("span", _span),
    ("basis", _basis),
    ("field", _field),
    ("extent", _extent),
    ("qualifier", _qualifiers),
    ("stage", _stage),
    ("name", _name),
    ("subject", _subject),
)


def _around(entry: Entry) -> str:
    """What the sentence says besides the figure and its general name."""
    return entry.context.replace(entry.claim.text, "").replace(entry.name.core, "")


def likeness(left: Entry, right: Entry) -> float:
    """How alike two names are, 0 to 1: equal, one inside the other, or alike in their letters with the same head."""
    a, b = left.name.core, right.name.core
    if a == b:
        return SAME
    (short, brief), (long, _) = sorted(((a, left), (b, right)), key=lambda pair: len(pair[0]))
    if long.endswith(short):
        extra = long[: -len(short)]
        if any(mark in extra for mark in "、和及与"):
            return 0.0  # a sum over several things is not one of them
        if _said(extra, brief.context):
            return ELIDED
        return CONTAINED if len(short) > _SHORT else 0.0
    if a[-_HEAD:] != b[-_HEAD:]:
        return 0.0
    ratio = Indel.normalized_similarity(a, b)
    return ratio * 0.95 if ratio >= LIKE else 0.0


def _said(words: str, context: str) -> bool:
    """Whether a sentence speaks of ``words``: all of it, or every two characters of it."""
    if words in context:
        return True
    return len(words) >= 3 and all(words[i : i + 2] in context for i in range(0, len(words) - 1, 2))


def score(left: Entry, right: Entry) -> float:
    """The likeness of the names, with what the sentences around them have in common to decide between equals."""
    base = likeness(left, right)
    if base == 0.0:
        return 0.0
    stage = (
        0.02
        if left.name.stage == right.name.stage
        else 0.0
        if not (left.name.stage and right.name.stage)
        else -0.05
    )
    section = 0.01 if left.claim.section == right.claim.section else 0.0
    return base + stage + section + 0.05 * _shared(left.context, right.context)


def _shared(a: str, b: str) -> float:
    """The share of the pairs of characters that two sentences have in common."""
    pairs_a = {a[i : i + 2] for i in range(min(len(a), 200) - 1)}
    pairs_b = {b[i : i + 2] for i in range(min(len(b), 200) - 1)}
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b) or 1)
