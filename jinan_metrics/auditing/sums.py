"""Parts that do not add up to their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.auditing.dossier import Dossier, Passage
from jinan_metrics.auditing.intervals import Interval, stated
from jinan_metrics.auditing.model import Check, Finding
from jinan_metrics.auditing.saying import number, span
from jinan_metrics.auditing.words import divisions, words
from jinan_metrics.comparing.entries import unit_key
from jinan_metrics.comparing.names import name_of
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_OPENS = patterns.compile(r"[，。;:(]?其中[:，]?[^，。;]{0,20}$|^[^，。;]{0,10}中[，:]")
_ENDS = patterns.compile(r"其中|包括|此外|另|同时|共|合计|比|较|由|从|上年|去年|;|。|从而|[)）]|截至|累计")
_TOTALS = patterns.compile(r"[，;]?(?:以上)?(?:合计|总计|共计|一共|总共)(?:为|达|有)?")
_AVERAGE = patterns.compile(r"[人户亩地日月年]均|平均|每")
_AND_SO_ON = patterns.compile(r"^[^，。;、]{0,8}等")
_KINDS = ("count", "money", "measure")
_NEARLY_ALL = Decimal("0.93")
_MORE_THAN = Decimal("1.3")


def parts(dossier: Dossier) -> Iterator[Finding]:
    """审结640件，其中维持402件、驳回88件 … : the parts together and the whole."""
    return (finding for finding in _wholes(dossier) if finding.check == "sum.parts")


def part(dossier: Dossier) -> Iterator[Finding]:
    """基金收入18.4亿元，其中土地出让收入19.6亿元: one part and the whole."""
    return (finding for finding in _wholes(dossier) if finding.check == "sum.part")


def _wholes(dossier: Dossier) -> Iterator[Finding]:
    previous: Passage | None = None
    for passage in dossier.passages:
        claims = passage.claims
        if previous is not None and passage.text.startswith("其中"):
            yield from _of_the_sentence_before(previous, passage)
        previous = passage
        told: set[tuple[Claim, ...]] = set()
        for at, whole in enumerate(claims):
            if (
                _in_brackets(passage, whole)
                or whole.role != "actual"
                or whole.kind not in _KINDS
                or whole.bound != "exact"
            ):
                continue
            found = _parts_of(passage, whole, claims[at + 1 :])
            if found:
                told.add(tuple(found))
                earlier = [claim for claim in claims[:at] if _same(whole, claim) and claim.role == "actual"]
                yield from _judged(passage, whole, found, earlier)
            if at and _TOTALS.fullmatch(passage.between(claims[at - 1], whole)):
                before = _parts_before(passage, claims[:at], whole)
                if len(before) > 1 and tuple(before) not in told:
                    yield from _judged(passage, whole, before, (), all_told=True)


def _of_the_sentence_before(previous: Passage, passage: Passage) -> Iterator[Finding]:
    """What is wrong with the parts that a sentence of its own gives of the last figure before it."""
    first = passage.claims[0]
    if first.doc != previous.claims[0].doc or first.kind not in _KINDS:
        return
    wholes = [claim for claim in previous.claims if _same(claim, first) and claim.role == "actual"]
    found = _parts_of(passage, wholes[-1], passage.claims) if wholes and wholes[-1].bound == "exact" else []
    if found:
        yield from _judged(passage, wholes[-1], found, wholes[:-1])


def _parts_of(passage: Passage, whole: Claim, following: Sequence[Claim]) -> list[Claim]:
    """The figures in the unit of ``whole`` behind 其中, up to where something else begins."""
    found: list[Claim] = []
    last = whole
    if _AVERAGE.search(whole.metric):
        return []  # 居民人均可支配收入 lies between those of town and country
    for claim in following:
        # 全县生产总值198.6亿元。其中，第一产业…: the whole may stand in the sentence before.
        between = (
            passage.before(claim, 60) if last.sentence != claim.sentence else passage.between(last, claim)
        )
        if _in_brackets(passage, claim):
            last = claim  # 审结74件(含上年结转5件)，其中…: said of the whole, no part of it
            continue
        if not found:
            if _OPENS.search(between) is None:
                return []
        elif _ENDS.search(between) or _AND_SO_ON.search(passage.after(last, 10)):
            break
        if claim.kind in ("change", "rate") and found:
            last = claim  # 税收收入13亿元，增长5%，非税收入…: what is said of a part
            continue
        if not _same(whole, claim) or claim.role != "actual" or (_core(claim) == _core(whole) and found):
            break
        found.append(claim)
        last = claim
    return found


def _in_brackets(passage: Passage, claim: Claim) -> bool:
    before = passage.before(claim, 60)
    return before.rfind("(") > before.rfind(")")


def _parts_before(passage: Passage, earlier: Sequence[Claim], whole: Claim) -> list[Claim]:
    """The figures in a row before 合计, in its unit."""
    found: list[Claim] = []
    following = whole
    for claim in reversed(earlier):
        between = passage.between(claim, following)
        if not _same(whole, claim) or re.search(r"[。;]|其中|比|较", between):
            break
        found.insert(0, claim)
        following = claim
    return found


def _same(whole: Claim, part: Claim) -> bool:
    return part.kind == whole.kind and (part.unit == whole.unit or unit_key(part) == unit_key(whole))


def _core(claim: Claim) -> str:
    return name_of(claim.metric, "", claim.place).core


def _judged(
    passage: Passage,
    whole: Claim,
    found: Sequence[Claim],
    earlier: Sequence[Claim],
    *,
    all_told: bool = False,
) -> Iterator[Finding]:
    """What is wrong with the parts; an ``earlier`` figure that they fit may be the whole that is meant."""
    total = stated(whole)
    for one in found:
        if stated(one).low > total.high and not all_told:
            if any(stated(other).high >= stated(one).low for other in earlier):
                return
            said = Remark("audit.part", part=f"{one.metric} {one.text}", whole=whole.text)
            yield Finding("sum.part", "error", (one, whole), said)
            return
    if len(found) < 2:
        return
    together = sum((stated(part) for part in found), Interval(Decimal(0), Decimal(0)))
    if together.meets(total) or any(together.meets(stated(other)) for other in earlier):
        return
    details = {
        "parts": " + ".join(part.text for part in found),
        "worked": span(_in_unit(together, whole)),
        "whole": whole.text,
        "unit": whole.unit,
    }
    claims = (whole, *found)
    if all_told or _leaves_nothing_out(passage, found):
        yield Finding("sum.parts", "error", claims, Remark("audit.sum", **details))
    elif together.low > total.high:
        if not _overlapping(passage, found) and together.low <= total.high * _MORE_THAN:
            yield Finding("sum.parts", "error", claims, Remark("audit.sum", **details))
    elif (
        len(found) > 2
        and together.high >= total.low * _NEARLY_ALL
        and not _AND_SO_ON.search(passage.after(found[-1], 10))
        and not _overlapping(passage, found)
    ):
        yield Finding("sum.parts", "warning", claims, Remark("audit.sum_short", **details))


def _in_unit(interval: Interval, whole: Claim) -> Interval:
    """``interval`` in the scale that ``whole`` is written in (亿, 万), for people to add up."""
    for size, mark in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if mark in whole.text:
            return interval.scaled(1 / size)
    return interval


def _own_words(passage: Passage, claim: Claim) -> str:
    """The words of a part: its clause before the figure, back to the figure before."""
    before = passage.before(claim, 24)
    return re.split(r"[，。;、:\d]|其中", before)[-1] + claim.metric


def _leaves_nothing_out(passage: Passage, found: Sequence[Claim]) -> bool:
    """Whether the parts are a division known to be complete (男, 女), or the last is the rest."""
    said = [_own_words(passage, part) for part in found]
    if words("rest").search(said[-1]) and len(found) > 2:
        return True
    return any(
        len(names) == len(found) and all(any(name in own for own in said) for name in names)
        for names in divisions()
    )


def _overlapping(passage: Passage, found: Sequence[Claim]) -> bool:
    return any(words("overlapping").search(_own_words(passage, part)) for part in found)


_SHARE = patterns.compile(r"占(?:比)?(?:为|达|到|约)?$")
_NEXT = patterns.compile(r"^[，、;]?[^，。;、]{1,18}占(?:比)?(?:为|达|到|约)?$")
_HUNDRED = Interval(Decimal(100), Decimal(100))


def shares(dossier: Dossier) -> Iterator[Finding]:
    """从渠道看，电话占72.6%，网络占24.3%，来信占13.1%: together above 100 %."""
    for passage in dossier.passages:
        if words("several").search(passage.text):
            continue
        group: list[Claim] = []
        for claim in (*passage.claims, None):
            if claim is not None and claim.kind == "rate" and claim.unit == "%" and claim.role == "actual":
                if (
                    group
                    and _NEXT.search(passage.between(group[-1], claim))
                    and "其中" not in passage.between(group[-1], claim)
                ):
                    group.append(claim)
                    continue
                yield from _too_much(passage, group)
                group = [claim] if _SHARE.search(passage.before(claim, 6)) else []
                continue
            yield from _too_much(passage, group)
            group = []


def _too_much(passage: Passage, group: Sequence[Claim]) -> Iterator[Finding]:
    if len(group) < 2 or len({claim.metric for claim in group}) < len(group) or _overlapping(passage, group):
        return
    together = sum((stated(claim) for claim in group), Interval(Decimal(0), Decimal(0)))
    if together.low <= 100:
        return
    said = Remark(
        "audit.shares",
        parts=" + ".join(claim.text for claim in group),
        worked=number(sum((c.value for c in group), Decimal(0))),
    )
    opened = words("breakdown").search(passage.before(group[0], 30)) is not None
    yield Finding("sum.shares", "error" if opened else "doubt", tuple(group), said)


_RATIO = patterns.compile(
    r"(?:结构|之比|比例|构成|比重)[^。;，\d]{0,12}?(\d{1,2}(?:\.\d+)?)[ ]?:[ ]?(\d{1,2}(?:\.\d+)?)[ ]?:[ ]?(\d{1,2}(?:\.\d+)?)"
)


def ratios(dossier: Dossier) -> Iterator[Finding]:
    """三次产业结构比为12.4:38.6:51.0: parts of a hundred that are not a hundred."""
    for passage in dossier.passages:
        for match in _RATIO.finditer(passage.text):
            parts_ = [Decimal(part) for part in match.groups()]
            slack = (
                sum((Decimal(1).scaleb(-len(part.partition(".")[2])) for part in match.groups()), Decimal(0))
                / 2
            )
            together = sum(parts_, Decimal(0))
            # Far from a hundred it is no division of a whole: 1:2:3.
            if not 80 <= together <= 120 or abs(together - 100) <= slack:
                continue
            inside = [c for c in passage.claims if match.start(1) <= c.start - passage.base < match.end()]
            if inside:
                said = Remark("audit.ratio", parts=" + ".join(match.groups()), worked=number(together))
                yield Finding("sum.ratio", "error", (inside[0],), said)


CHECKS = (
    Check(
        "sum.parts", "error",
        "Parts that are named behind 其中 or before 合计 must not come to more than their whole, and where they leave nothing out (男 and 女, a rest under 其他) not to less. Parts that nearly come to the whole and are three or more are a warning. Every figure stands for all values that round to it.",
        "“其中”之后或“合计”之前的各部分之和不得超过总数；各部分已无遗漏时（男女、“其他”等）也不得少于总数。三项以上而略少于总数的列为警告。各数按舍入区间相加。",
        parts,
        (("审结案件640件，其中维持402件、驳回88件、撤销47件、确认违法12件、终止101件。",), ("户籍人口52.30万人，其中男性26.84万人，女性24.56万人。",)),
        (("审结案件640件，其中维持402件、撤销47件。",), ("生产总值286.4亿元，其中第一产业增加值35.5亿元，第二产业增加值110.6亿元，第三产业增加值140.4亿元。",), ("在校学生6.82万人，其中女生3.26万人，寄宿生2.84万人，随迁子女1.12万人。",)),
    ),
    Check(
        "sum.part", "error",
        "A part cannot be larger than its whole.",
        "部分不会大于总数。",
        part,
        (("政府性基金收入18.4亿元，其中土地出让收入19.6亿元。",),),
        (("政府性基金收入18.4亿元，其中土地出让收入16.6亿元。",),),
    ),
    Check(
        "sum.shares", "error",
        "The shares of one breakdown come to no more than 100 %, but for answers of which several may be given.",
        "同一分类的各占比之和不超过100%（可多选的除外）。",
        shares,
        (("从受理渠道看，电话占72.6%，网络占24.3%，来信来访占13.1%。",),),
        (("从受理渠道看，电话占62.6%，网络占24.3%，来信来访占13.2%。",), ("受访者（可多选）中，停车占62%，噪声占48%，物业占41%。",)),
    ),
    Check(
        "sum.ratio", "error",
        "A structure given as three parts of a hundred comes to a hundred, give or take the rounding of its parts.",
        "三项百分构成之和为100（允许各项舍入之差）。",
        ratios,
        (("三次产业结构比为12.4:38.6:51.0。",),),
        (("三次产业结构比为12.4:38.6:49.1。",),),
    ),
)  # fmt: skip
