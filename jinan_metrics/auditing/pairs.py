"""From-to pairs: a figure and the one that it became, with the changes stated of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinan_metrics import patterns
from jinan_metrics.auditing.dossier import Passage
from jinan_metrics.auditing.words import words
from jinan_metrics.comparing.entries import unit_key
from jinan_metrics.comparing.names import name_of
from jinan_metrics.model import Claim

_FROM = patterns.compile(r"(?:由|从|自)[^，。;]*$")
_TO = patterns.compile(
    r"(?:到|至|为|成|达)(?:了)?(?:今年|目前|现在|当前|现|\d{4}年|上年|本年)?(?:[底末])?(?:的)?$"
)
_AGAINST = patterns.compile(r"(?:(?:比|较)[^，。;、]{0,10}|同比(?:由|从)[^，。;、]{0,6})$")
# 比上年末的46.2%: the figure is of the year before, whatever else is said of it.
_BEFORE = patterns.compile(r"(?:比|较)(?:上年|去年|上一年|前一年|\d{4}年)(?:同期|[末底])?的?$")
_SHORT, _NEAR = 14, 26


@dataclass(frozen=True, slots=True)
class Pair:
    """``before`` became ``after``; ``verb`` the words that lead from one to the other; ``changes`` what is said of it."""

    before: Claim
    after: Claim
    verb: str
    changes: tuple[Claim, ...]
    passage: Passage


def pairs(passage: Passage) -> Iterator[Pair]:
    """The pairs of a passage: 由A增加到B，增长C; B，比上年的A增长C."""
    claims = passage.claims
    for at, (one, other) in enumerate(itertools.pairwise(claims)):
        if not _comparable(one, other):
            continue
        between = passage.between(one, other)
        if len(between) > _NEAR or "。" in between or ";" in between:
            continue
        if (
            one.role == "baseline"
            and _TO.search(between)
            and "、" not in between
            and _FROM.search(passage.before(one, 60))
        ):
            changes = _changes(passage, one, other, claims[at + 2 :])
            yield Pair(one, other, between, changes, passage)
        elif (
            _AGAINST.search(between)
            and one.role == "actual"
            and (other.role == "baseline" or one.kind == "rank" or _BEFORE.search(between))
        ):
            if not related(one, other):
                continue
            changes = _changes(passage, one, other, claims[at + 2 :])
            verb = passage.after(other, 6) if not changes else passage.between(other, changes[0])
            yield Pair(other, one, verb, changes, passage)


def _comparable(one: Claim, other: Claim) -> bool:
    if one.kind != other.kind or one.kind == "change":
        return False
    return one.unit == other.unit or (one.kind == "count" and unit_key(one) == unit_key(other))


def related(one: Claim, other: Claim) -> bool:
    """Whether two claims of a sentence are of one metric, going by their names."""
    a, b = (name_of(claim.metric, "", claim.place).core for claim in (one, other))
    return a == b or a.endswith(b) or b.endswith(a)


def _changes(passage: Passage, first: Claim, last: Claim, following: Sequence[Claim]) -> tuple[Claim, ...]:
    """The changes stated right behind the pair of ``first`` and ``last``, none against another basis or of another metric."""
    found: list[Claim] = []
    pair = (first, last)
    for claim in following:
        between = passage.between(last, claim)
        if (
            claim.kind != "change"
            or len(between) > _SHORT
            or words("other_basis").search(between + claim.basis)
        ):
            break
        if "分别" in between or "、" in between or not any(related(claim, one) for one in pair):
            break
        found.append(claim)
        last = claim
    return tuple(found)
