"""Changes that do not follow from the figures before and after."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jinan_metrics.auditing.dossier import Dossier, Passage
from jinan_metrics.auditing.intervals import Interval, change_in_per_cent, stated
from jinan_metrics.auditing.model import Check, Finding, Severity
from jinan_metrics.auditing.pairs import pairs, related
from jinan_metrics.auditing.saying import amount, figure, span
from jinan_metrics.auditing.words import leads, words
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_REAL_MONEY = ("money", "measure")
_THOUSAND = 1000
_CLOSE = 14  # characters between a figure and what is said of it


def from_to(dossier: Dossier) -> Iterator[Finding]:
    """由118人增加到146人，增长33.7%: the stated change and the two figures."""
    for passage in dossier.passages:
        for pair in pairs(passage):
            if pair.before.kind == "rank":
                continue
            for change in pair.changes:
                found = _judged(pair.before, pair.after, change, passage)
                if found is not None:
                    yield _finding("change.from-to", *found, change, pair.after, pair.before)


def amounts(dossier: Dossier) -> Iterator[Finding]:
    """146人，比上年增加26人，增长33.7%: the change in the unit and the change in per cent are of one level."""
    for passage in dossier.passages:
        for level, by, share in zip(passage.claims, passage.claims[1:], passage.claims[2:], strict=False):
            if not (by.kind == share.kind == "change") or by.unit != level.unit or share.unit != "%":
                continue
            if level.role != "actual" or by.direction != share.direction or level.kind == "rate":
                continue
            if len(passage.between(level, by)) > _CLOSE or len(passage.between(by, share)) > _CLOSE:
                continue
            if not related(level, by) or not related(level, share) or _otherwise(passage, by, share):
                continue
            now, moved = stated(level), stated(by)
            before = now - moved if by.direction != "down" else now + moved
            ratio = moved.over(before)
            if ratio is None or ratio.scaled(Decimal(100)).meets(stated(share, cut=True)):
                continue
            said = Remark(
                "audit.amounts",
                level=level.text,
                by=by.text,
                worked=span(ratio.scaled(Decimal(100))),
                before=amount(level.value - (by.value if by.direction != "down" else -by.value), level),
                said=share.text,
            )
            yield Finding("change.amounts", "error", (share, by, level), said)


def _otherwise(passage: Passage, by: Claim, share: Claim) -> bool:
    """Whether the two changes may be against different things, or one of them at constant prices."""
    between = passage.between(by, share)
    if words("other_basis").search(passage.before(by, 12) + between) or words("real").search(passage.text):
        return True
    return bool(by.basis and share.basis and by.basis != share.basis)


def times(dossier: Dossier) -> Iterator[Finding]:
    """由1200万元增加到3600万元，增长3倍: three times as much is two times more."""
    for passage in dossier.passages:
        for pair in pairs(passage):
            ratio = stated(pair.after).over(stated(pair.before))
            for change in pair.changes:
                if change.unit != "倍" or change.direction == "down" or ratio is None:
                    continue
                details = {"before": pair.before.text, "after": pair.after.text, "times": span(ratio)}
                claims = (change, pair.after, pair.before)
                said = stated(change)
                if _DOUBLED in change.text:
                    if not ratio.meets(
                        Interval(change.value * _NEARLY_DOUBLED, change.value * _WELL_DOUBLED)
                    ):
                        words_ = Remark("audit.doubled", **details, said=change.text)
                        yield Finding("change.times", "warning", claims, words_)
                    continue
                more = Interval(ratio.low - 1, ratio.high - 1)
                if more.meets(said):
                    continue
                words_ = Remark("audit.times", **details, more=span(more), said=change.text)
                severity: Severity = "warning" if ratio.meets(said) else "error"
                yield Finding("change.times", severity, claims, words_)


# 翻一番 is said of what has about doubled; the claim's value is how many times as much it is.
_DOUBLED = "翻"
_NEARLY_DOUBLED, _WELL_DOUBLED = Decimal("0.9"), Decimal("1.1")


def direction(dossier: Dossier) -> Iterator[Finding]:
    """由96.8%提升到95.9%: the verb leads the other way than the figures."""
    for passage in dossier.passages:
        for pair in pairs(passage):
            if pair.before.kind == "rank":
                continue
            said = leads(pair.verb)
            before, after = stated(pair.before), stated(pair.after)
            if (said == "up" and after.high < before.low) or (said == "down" and after.low > before.high):
                key = "audit.rose" if said == "down" else "audit.fell"
                words_ = Remark(
                    key, before=pair.before.text, after=pair.after.text, verb=pair.verb.strip("，, ")
                )
                yield Finding("change.direction", "error", (pair.after, pair.before), words_)


def years(dossier: Dossier) -> Iterator[Finding]:
    """2022: 443, 2023: 356, and the text of 2023 says 下降15%."""
    for row in dossier.rows:
        for year, after in row.values.items():
            before = row.values.get(str(int(year) - 1))
            if before is None or after is None or after.kind == "rank":
                continue
            if before.unit != after.unit or _far(before, after):
                continue
            if any(claim.confidence < _SURE or claim.bound != "exact" for claim in (before, after)):
                continue
            if _other_values(row.others, year):
                continue
            for change in _stated_of(dossier.passage(after), after):
                found = _judged(before, after, change, dossier.passage(after))
                if found is not None:
                    words_, severity = found
                    yield _finding("change.years", words_, _less(severity), change, after, before)


# A claim below this is more often wrong than right.
_SURE = 0.5


def _other_values(others: object, year: str) -> bool:
    """Whether the year before or this one has several values: which one the change is of is then open."""
    assert hasattr(others, "get")
    return any(others.get(y) for y in (year, str(int(year) - 1)))


def _far(before: Claim, after: Claim) -> bool:
    """Whether one of two figures has lost its 万, which another check tells."""
    smaller, larger = sorted((before.value, after.value))
    return smaller * _THOUSAND < larger


def _less(severity: Severity) -> Severity:
    """One degree less grave: the year before may have been revised since."""
    return "warning" if severity == "error" else "doubt"


def _stated_of(passage: Passage, level: Claim) -> Iterator[Claim]:
    """The changes on the year before that are stated right behind ``level``."""
    following = passage.claims[passage.claims.index(level) + 1 :]
    last = level
    for claim in following:
        between = passage.between(last, claim)
        if (
            claim.kind != "change"
            or len(between) > _CLOSE
            or words("other_basis").search(between + claim.basis)
        ):
            return
        if "分别" in between or "、" in between or not related(level, claim):
            return
        if claim.basis or "比" in between or claim.direction:
            yield claim
        last = claim


def _judged(before: Claim, after: Claim, change: Claim, passage: Passage) -> tuple[Remark, Severity] | None:
    """The arithmetic in words where ``change`` does not follow from the two levels, and how grave that is."""
    low, high = stated(before), stated(after)
    sign = -1 if change.direction == "down" else 1
    said = stated(change, cut=True)
    signed = said if sign > 0 else Interval(-said.high, -said.low)
    details = {"before": figure(before, after), "after": figure(after, before), "said": change.text}
    if before.kind in _REAL_MONEY and words("real").search(passage.text):
        return None
    if change.unit == "%":
        if before.kind in _REAL_MONEY and words("real_metric").search(passage.text):
            return None
        relative = change_in_per_cent(low, high)
        if relative is None or relative.meets(signed):
            return None
        details["worked"] = span(relative, sign=True)
        if before.unit == "%":
            points = high - low
            if points.meets(signed):
                return Remark("audit.points", **details, points=span(points, sign=True)), "doubt"
        return Remark("audit.per_cent", **details), "error"
    if change.unit == "百分点" and before.unit != "%":
        return None
    if change.unit == "倍":
        return None
    if change.unit not in ("百分点", before.unit):
        return None
    difference = high - low
    if difference.meets(signed):
        return None
    return Remark("audit.difference", **details, worked=amount(after.value - before.value, after)), "error"


def _finding(check: str, words_: Remark, severity: Severity, *claims: Claim) -> Finding:
    return Finding(check, severity, claims, words_)


CHECKS = (
    Check(
        "change.from-to", "error",
        "A change in per cent, in points or in the unit itself must follow from the two figures that stand with it, each taken for every value that rounds to it. Growth at constant prices is not expected to.",
        "同一句中“由甲到乙”的变化（百分比、百分点或绝对数）须与两个数相符；每个数按其所能代表的舍入区间计算。按可比价计算的增速不在此列。",
        from_to,
        (("公职律师由118人增加到146人，增长33.7%。",), ("败诉率由9.8%下降到7.2%，下降3.6个百分点。",), ("卫生支出6.3亿元，比上年的5.6亿元增长21.5%。",)),
        (("公职律师由118人增加到146人，增长23.7%。",), ("解读率由84%提高到92%，提高7.6个百分点。",), ("地区生产总值由271.2亿元增加到286.4亿元，按可比价格计算增长4.1%。",)),
    ),
    Check(
        "change.amounts", "error",
        "A level with its change both in the unit and in per cent: the one must be the other of the level before.",
        "同时给出增减数和增减幅度时，二者须与本期数相符。",
        amounts,
        (("公职律师146人，比上年增加26人，增长33.7%。",),),
        (("公职律师146人，比上年增加26人，增长21.7%。",),),
    ),
    Check(
        "change.times", "warning",
        "增长N倍 means N times more; from 12 to 36 is 增长2倍. Many mean three times as much (a warning); any other number is an error. 翻一番 is said of what has about doubled.",
        "“增长N倍”是指多出N倍；由12到36是“增长2倍”，写作3倍列为警告，其他数为错误。“翻一番”指大约增加一倍。",
        times,
        (("补贴支出由1200万元增加到3600万元，增长3倍。",), ("智能座席由20个增加到50个，翻了一番。",)),
        (("补贴支出由1200万元增加到3600万元，增长2倍。",), ("视频座席由20个增加到41个，翻了一番。",)),
    ),
    Check(
        "change.direction", "error",
        "A verb of growth between two figures must lead to the larger one, a verb of decline to the smaller one.",
        "两数之间的增长类动词须指向较大的数，下降类动词须指向较小的数。",
        direction,
        (("企业满意度由96.8%提升到95.9%。",), ("执法人员由3260人增加到3206人。",)),
        (("企业满意度由95.9%提升到96.8%。",), ("办理时限由20天压缩到5天。",)),
    ),
    Check(
        "change.years", "warning",
        "A change on the year before must follow from this year's figure and the one that the document of the year before gives. Figures are revised, so this is a warning.",
        "“比上年”的变化须与本年数和上年文件中的数相符。上年数可能经过修订，故列为警告。",
        years,
        (("安河市2022年工作报告\n全市办理人大代表建议443件。", "安河市2023年工作报告\n全市办理人大代表建议356件，同比下降15%。"),),
        (("安河市2022年工作报告\n全市办理人大代表建议443件。", "安河市2023年工作报告\n全市办理人大代表建议356件，同比下降19.6%。"),),
    ),
)  # fmt: skip
