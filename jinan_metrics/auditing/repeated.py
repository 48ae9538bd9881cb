"""One metric with two values in a document, and values that lost a 万 or shrank over the years."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.auditing.dossier import Dossier
from jinan_metrics.auditing.intervals import stated
from jinan_metrics.auditing.model import Check, Finding, Severity
from jinan_metrics.auditing.words import words
from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.names import GENERAL, Name
from jinan_metrics.comparing.similarity import CONTAINED, likeness, obstacle
from jinan_metrics.folding import HAN
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_KINDS = ("count", "money", "measure")
_PART = patterns.compile(r"其中|分别|[(][^()]*$|新增|每|平均|[日月人户]均")
_PLACE = patterns.compile(rf"(?<![全本各我市省该])[{HAN}]{{2,4}}?(?:自治县|县|市|区|镇|乡|街道)")
_CLAUSE_END = patterns.compile(r"[，。;]")
# Names by which the comparison would keep two figures apart, and the same verb with the same digits does not.
_BY_NAME = ("match.name", "match.subject")
_DIGITS = patterns.compile(r"[^\d.]")
_SHORTEST = 3
_TWO, _LONG_NAME = 2, 4
_ROUNDED, _NEAR = Decimal("1.01"), Decimal("1.5")
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
            if len(entry.name.core) > 1:
                by_head[entry.name.core[-2:], entry.unit].append(entry)
        for entries in by_head.values():
            values: dict[Name, set[Decimal]] = defaultdict(set)
            for entry in entries:
                values[entry.name].add(entry.claim.value)
            for one, other in _pairs(entries):
                # A name with three values or more is no metric but what several are about: 14, 15 and 17个国家.
                severity = _likely(one, other, few=len(values[one.name]) == _TWO)
                if severity is not None and _same_time_and_whole(dossier, one.claim, other.claim):
                    said = Remark(
                        "audit.two", metric=other.claim.metric, one=one.claim.text, other=other.claim.text
                    )
                    yield Finding("value.two", severity, (other.claim, one.claim), said)


def _pairs(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two entries; of very many (the rows of a table) each and the next only, so that time stays linear."""
    return itertools.combinations(entries, 2) if len(entries) <= _MANY else itertools.pairwise(entries)


def _same_time_and_whole(dossier: Dossier, one: Claim, other: Claim) -> bool:
    """Whether two claims of different sentences are of one time, and neither of a part or an average."""
    if one.sentence == other.sentence or one.period != other.period or stated(one).meets(stated(other)):
        return False
    return not any(_PART.search(dossier.passage(claim).before(claim, 16)) for claim in (one, other))


def _likely(one: Entry, other: Entry, *, few: bool) -> Severity | None:
    """How sure it is that two entries are one metric and one of the figures a slip; None where nothing says so."""
    slip = _slip(one.claim, other.claim)
    if slip and one.claim.action and one.claim.action == other.claim.action:
        kept_apart = obstacle(one, other)
        if _bare(one) == _bare(other) and (kept_apart is None or kept_apart[0] in _BY_NAME):
            return "warning"
    if (
        min(len(one.name.core), len(other.name.core)) < _SHORTEST
        or {one.name.core, other.name.core} & GENERAL
    ):
        return None
    if obstacle(one, other) is not None:
        return None
    if slip and likeness(one, other) >= CONTAINED:
        return "warning"
    smaller, larger = sorted((one.claim.value, other.claim.value))
    alike = few and one.name == other.name and len(one.name.core) >= _LONG_NAME
    # Nearer than that, one may be the other rounded.
    near = smaller * _NEAR >= larger >= smaller * _ROUNDED
    return "warning" if alike and near and not _of_other_places(one.claim, other.claim) else None


def _of_other_places(one: Claim, other: Claim) -> bool:
    """Whether the sentences speak of different places within the document's own (阿合奇县 and 乌什县)."""
    named = [set(_PLACE.findall(claim.sentence)) for claim in (one, other)]
    return named[0] != named[1]


def _bare(entry: Entry) -> str:
    """The name without its verb and what sets nothing apart: 案件 of 共受理各类案件."""
    name = entry.name.core.removeprefix(entry.claim.action)
    match = words("loose").match(name)
    return name[match.end() :] if match is not None else name


def _slip(one: Claim, other: Claim) -> bool:
    """Whether two figures have the same digits in another order, or all but one."""
    a, b = (_DIGITS.sub("", claim.text) for claim in (one, other))
    if len(a) != len(b) or len(a) < 3:
        return False
    differing = sum(x != y for x, y in zip(a, b, strict=True))
    return (differing == 1 and len(a) > 3) or (differing <= 3 and sorted(a) == sorted(b))


def lost_scale(dossier: Dossier) -> Iterator[Finding]:
    """8.6万件 in one year, 9.1件 in the next: the 万 was lost."""
    for row in dossier.rows:
        present = [claim for claim in row.values.values() if claim is not None]
        for before, after in itertools.pairwise(present):
            if before.kind not in _KINDS or not before.value or not after.value:
                continue
            larger, smaller = (before, after) if before.value > after.value else (after, before)
            ratio = larger.value / smaller.value / _TEN_THOUSAND
            if _LEAST <= ratio <= _MOST and ("万" in larger.text or "亿" in larger.text):
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
    return str(_CLAUSE_END.split(dossier.passage(claim).before(claim, 30))[-1])


def _of_year(claim: Claim) -> str:
    return f"{claim.text} ({claim.period})"


CHECKS = (
    Check(
        "value.two", "warning",
        "The same metric of the same time stands in a document with two figures. Names that are only alike count where the figures differ as by a slip of the hand: digits in another order, or one digit. Parts, averages and sentences about different places are not looked at.",
        "同一文件中同一指标、同一时间出现两个数。名称只是相近的，仅在差别像是笔误（数字颠倒或错一位）时报告。分项、均值和说的是不同地方的句子不查。",
        two_values,
        (("全年化解矛盾纠纷8640件。\n调解组织化解矛盾纠纷8460件，成功率98%。",), ("全年开展执法检查1286次。\n全年共开展执法检查1350次，出动人员4260人次。",)),
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
