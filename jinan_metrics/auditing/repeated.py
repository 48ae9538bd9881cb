"""One metric with two values in a document, and values that lost a 万 or shrank over the years."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.auditing.dossier import Dossier
from jinan_metrics.auditing.intervals import stated
from jinan_metrics.auditing.model import Check, Finding
from jinan_metrics.auditing.words import words
from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.names import GENERAL
from jinan_metrics.comparing.similarity import CONTAINED, likeness, obstacle
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_KINDS = ("count", "money", "measure")
_PART = patterns.compile(r"其中|分别|[(][^()]*$|新增|每|平均|[日月人户]均")
_SHORTEST = 3
_MANY = 200
# How far from ten thousand times a lost 万 may be, the metric having grown or shrunk as well.
_LEAST, _MOST = Decimal("0.3"), Decimal("3")
_TEN_THOUSAND = Decimal(10_000)


def two_values(dossier: Dossier) -> Iterator[Finding]:
    """化解矛盾纠纷8640件 … 化解矛盾纠纷8460件: the same metric, figures that differ as by a slip of the hand."""
    for claims in dossier.of_document.values():
        levels = [
            claim
            for claim in claims
            if claim.kind in _KINDS
            and claim.role == "actual"
            and claim.bound == "exact"
            and claim.value_max is None
        ]
        by_head: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in dossier.of_one_document(levels):
            if len(entry.name.core) >= _SHORTEST and entry.name.core not in GENERAL:
                by_head[entry.name.core[-2:], entry.unit].append(entry)
        for entries in by_head.values():
            for one, other in _pairs(entries):
                if _slip(one.claim, other.claim) and _one_metric(dossier, one, other):
                    said = Remark(
                        "audit.two", metric=other.claim.metric, one=one.claim.text, other=other.claim.text
                    )
                    yield Finding("value.two", "warning", (other.claim, one.claim), said)


def _pairs(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two entries; of very many (the rows of a table) each and the next only, so that time stays linear."""
    return itertools.combinations(entries, 2) if len(entries) <= _MANY else itertools.pairwise(entries)


def _one_metric(dossier: Dossier, one: Entry, other: Entry) -> bool:
    a, b = one.claim, other.claim
    if a.sentence == b.sentence or a.period != b.period or stated(a).meets(stated(b)):
        return False
    if any(_PART.search(dossier.passage(claim).before(claim, 16)) for claim in (a, b)):
        return False
    return obstacle(one, other) is None and likeness(one, other) >= CONTAINED


def _slip(one: Claim, other: Claim) -> bool:
    """Whether two figures have the same digits in another order, or all but one."""
    a, b = (re.sub(r"[^\d.]", "", claim.text) for claim in (one, other))
    if len(a) != len(b) or len(a) < 3:
        return False
    differing = sum(x != y for x, y in zip(a, b, strict=True))
    return (differing == 1 and len(a) > 3) or (differing == 2 and sorted(a) == sorted(b))


def lost_scale(dossier: Dossier) -> Iterator[Finding]:
    """8.6万件 in one year, 9.1件 in the next: the 万 was lost."""
    for row in dossier.rows:
        present = [claim for claim in row.values.values() if claim is not None]
        for before, after in itertools.pairwise(present):
            if before.kind not in _KINDS or not before.value or not after.value:
                continue
            larger, smaller = (before, after) if before.value > after.value else (after, before)
            ratio = larger.value / smaller.value / _TEN_THOUSAND
            if _LEAST <= ratio <= _MOST and re.search(r"[万亿]", larger.text):
                said = Remark(
                    "audit.scale", before=_of_year(before), after=_of_year(after), short=smaller.text
                )
                yield Finding("value.scale", "error", (after, before), said)


def shrinking_totals(dossier: Dossier) -> Iterator[Finding]:
    """累计培养4260名, a year later 4026名: a running total cannot fall."""
    for row in dossier.rows:
        present = [claim for claim in row.values.values() if claim is not None]
        for before, after in itertools.pairwise(present):
            if before.kind not in _KINDS or before.doc == after.doc:
                continue
            running = all(
                words("cumulative").search(_clause(dossier, claim) + claim.metric + claim.action)
                for claim in (before, after)
            )
            if running and stated(after).high < stated(before).low:
                said = Remark(
                    "audit.shrinks", before=_of_year(before), after=_of_year(after), metric=after.metric
                )
                yield Finding("value.shrinks", "error", (after, before), said)


def _clause(dossier: Dossier, claim: Claim) -> str:
    return str(re.split(r"[，。;]", dossier.passage(claim).before(claim, 30))[-1])


def _of_year(claim: Claim) -> str:
    return f"{claim.text} ({claim.period})"


CHECKS = (
    Check(
        "value.two", "warning",
        "The same metric of the same time stands in a document with two figures that differ as by a slip of the hand: digits in another order, or one digit.",
        "同一文件中同一指标、同一时间出现两个数，且差别像是笔误：数字颠倒或错一位。",
        two_values,
        (("全年化解矛盾纠纷8640件。\n调解组织化解矛盾纠纷8460件，成功率98%。",),),
        (("网站访问量412.6万人次。\n网站访问量413万余人次。",), ("审查市政府规范性文件42件。\n审查部门规范性文件48件。",)),
    ),
    Check(
        "value.scale", "error",
        "A figure that is ten thousand times smaller than the year before, or larger, lost its 万, or has one too many.",
        "与上年相差约一万倍的数，是漏写或多写了“万”。",
        lost_scale,
        (("安河市2022年工作报告\n12345热线受理群众诉求8.6万件。", "安河市2023年工作报告\n12345热线受理群众诉求9.1件。"),),
        (("安河市2022年工作报告\n12345热线受理群众诉求8.6万件。", "安河市2023年工作报告\n12345热线受理群众诉求9.1万件。"),),
    ),
    Check(
        "value.shrinks", "error",
        "A running total (累计) is never smaller than the year before.",
        "累计数不会比上年小。",
        shrinking_totals,
        (("安河市2022年工作报告\n累计培养法律明白人4260名。", "安河市2023年工作报告\n累计培养法律明白人4026名。"),),
        (("安河市2022年工作报告\n培养法律明白人4260名。", "安河市2023年工作报告\n培养法律明白人4026名。"),),
    ),
)  # fmt: skip
