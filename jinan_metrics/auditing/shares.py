"""Shares above 100 %, and shares that do not match their numerator and denominator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.auditing.dossier import Dossier, Passage
from jinan_metrics.auditing.intervals import stated
from jinan_metrics.auditing.model import Check, Finding
from jinan_metrics.auditing.saying import span
from jinan_metrics.auditing.words import words
from jinan_metrics.comparing.entries import unit_key
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_RATES = patterns.compile(r"(?:率|面|占比|比重|比例|满意度)$")
_WHOLE = patterns.compile(r"占(?P<of>[^，。;、占]{0,16})$")
_BARE = patterns.compile(r"[，、(]?占(?:比)?(?:为|达|约)?$")
_OF_IT = patterns.compile(r"^的$")


def over(dossier: Dossier) -> Iterator[Finding]:
    """合格率104.6%."""
    for passage in dossier.passages:
        for claim in passage.claims:
            if claim.kind != "rate" or claim.unit != "%" or claim.value <= 100 or claim.bound != "exact":
                continue
            around = passage.before(claim, 16) + claim.metric
            if not _RATES.search(claim.metric) or words("may_exceed").search(around):
                continue
            yield Finding(
                "share.over", "error", (claim,), Remark("audit.over", metric=claim.metric, said=claim.text)
            )


def quotients(dossier: Dossier) -> Iterator[Finding]:
    """58个，已整改51个，整改率92.7%; 其中女性344名，占32.0%; 得分12.60分，满分14分，得分率95%."""
    for passage in dossier.passages:
        for at, rate in enumerate(passage.claims):
            if rate.kind != "rate" or rate.unit != "%" or rate.role not in ("actual", "target"):
                continue
            found = _numerator_and_denominator(passage, at)
            if found is None:
                continue
            part, whole, sure = found
            quotient = stated(part).over(stated(whole))
            if quotient is None or part is whole:
                continue
            worked = quotient.scaled(_HUNDRED)
            if worked.meets(stated(rate, cut=True)):
                continue
            said = Remark(
                "audit.quotient",
                part=part.text,
                whole=whole.text,
                worked=span(worked),
                said=rate.text,
                metric=rate.metric,
            )
            yield Finding("share.quotient", "error" if sure else "warning", (rate, part, whole), said)


_HUNDRED = Decimal(100)


def _numerator_and_denominator(passage: Passage, at: int) -> tuple[Claim, Claim, bool] | None:
    """What the rate at ``at`` is a share of, and whether that is certain."""
    earlier = list(passage.claims[:at])
    if not earlier:
        return None
    rate, last = passage.claims[at], earlier[-1]
    before = passage.between(last, rate)
    if len(earlier) > 1:
        first = earlier[-2]
        between = passage.between(first, last)
        # 51.8万件，占受理总量86.4万件的66.0%
        if _OF_IT.search(before) and re.search("占|完成", between) and _fits(first, last, planned=True):
            return first, last, True
        if {first.role, last.role} == {"actual", "maximum"} and first.kind == last.kind == "score":
            score, most = (first, last) if last.role == "maximum" else (last, first)
            return (score, most, True) if "率" in rate.metric else None
    if _BARE.fullmatch(before) or _share_of(before, earlier):
        whole = _whole_of(passage, earlier)
        return None if whole is None else (last, whole, True)
    if len(earlier) > 1 and _RATES.search(rate.metric) and len(before) <= 16:
        first = earlier[-2]
        if _fits(first, last) and _named_for(rate, passage, last, before) and _directly(passage, first, last):
            return last, first, False
    return None


def _fits(one: Claim, other: Claim, *, planned: bool = False) -> bool:
    same = one.kind == other.kind and one.kind in ("count", "money", "measure")
    roles = (one.role, "target") if planned else (one.role,)
    return (
        same
        and one.role in ("actual", "target")
        and other.role in roles
        and (one.unit == other.unit or unit_key(one) == unit_key(other))
    )


def _directly(passage: Passage, first: Claim, last: Claim) -> bool:
    between = passage.between(first, last)
    return len(between) <= 18 and not re.search(r"[。;]|比|较|同比|上年", between)


def _share_of(before: str, earlier: list[Claim]) -> bool:
    """占一般公共预算收入的: the whole is named, and it is one of the figures before."""
    match = _WHOLE.search(before.removesuffix("的"))
    if match is None or not before.endswith("的") or not match.group("of"):
        return False
    return any(match.group("of") == claim.metric for claim in earlier[:-1])


def _whole_of(passage: Passage, earlier: list[Claim]) -> Claim | None:
    """The figure before 其中, that the last figure is a part of."""
    part = earlier[-1]
    for number in range(len(earlier) - 2, -1, -1):
        whole = earlier[number]
        between = passage.between(whole, earlier[number + 1])
        if "其中" in between:
            return whole if _fits(whole, part) else None
        if re.search(r"[。;]", between):
            return None
    return None


def _named_for(rate: Claim, passage: Passage, part: Claim, before: str) -> bool:
    """整改率 behind 已整改51个: the rate's name is made of the part's words."""
    stem = _RATES.sub("", rate.metric)[-3:]
    own = re.split(r"[，。;、:\d]", passage.before(part, 20))[-1] + passage.after(part, 6).split("，")[0]
    inner = own + part.action + part.metric
    if len(stem) < 2 or not before.startswith(("，", "、", "(")):
        return False
    if re.search(r"(?:占比|比重|比例)$", rate.metric):
        return stem in inner
    if any(stem[i : i + 2] in inner for i in range(len(stem) - 1)):
        return True
    return stem[-1] in inner and stem[-2] in inner  # 结案 behind 审执结的案件


CHECKS = (
    Check(
        "share.over", "error",
        "A rate of things that were handled, passed or satisfied is at most 100 %. Rates that may be above (预算完成率, 存贷比, 产销率) are not looked at.",
        "办结率、合格率、满意率一类比率不超过100%。可以超过的（预算完成率、存贷比、产销率等）不查。",
        over,
        (("执法案卷合格率达到104.6%。",),),
        (("金融机构存贷比为108.6%。",), ("产品销售率101.2%。",)),
    ),
    Check(
        "share.quotient", "error",
        "A share must be its part divided by its whole, where the sentence gives both: 其中 … 占, 占 … 的, a score and its maximum; and, as a warning, a rate named for the second of two figures. A stated 95 % for 94.57 % is fine.",
        "同句给出部分与总数时，占比须等于二者之商：“其中…占”“占…的”、得分与满分；以及（警告）以后一数命名的比率。94.57%写作95%不算错。",
        quotients,
        (("人民陪审员820名，其中女性344名，占32.0%。",), ("得分12.60分，满分14分，得分率95%。",), ("反馈问题58个，已整改51个，整改率92.7%。",)),
        (("政务诚信平均得分13.24分，满分14分，得分率95%。",), ("反馈问题58个，已整改51个，整改率88%。",)),
    ),
)  # fmt: skip
