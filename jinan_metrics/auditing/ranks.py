"""Ranks that got better in words and not in number, and ranks beyond their field."""

from __future__ import annotations

from collections.abc import Iterator

from jinan_metrics import numerals, patterns
from jinan_metrics.auditing.dossier import Dossier
from jinan_metrics.auditing.model import Check, Finding
from jinan_metrics.auditing.pairs import pairs
from jinan_metrics.auditing.words import leads
from jinan_metrics.folding import HAN
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_PLACES = ("位", "名", "名次", "位次", "个位次", "个名次")
_COUNTED = patterns.compile(
    rf"(\d+|[一二三四五六七八九十百]{{1,5}})个?(?=[{HAN}]{{0,8}}(?:城市|市|区|县|省|州|旗|国家|地区|省份|单位|部门|高校|法院|企业))"
)


def in_words(dossier: Dossier) -> Iterator[Finding]:
    """由第6位上升到第9位; 第7位，较上年的第5位提升2位."""
    for passage in dossier.passages:
        for pair in pairs(passage):
            if pair.before.kind != "rank":
                continue
            changes = [change for change in pair.changes if change.unit in _PLACES]
            said = leads(pair.verb, ranks=True) or (changes[0].direction if changes else "")
            better = pair.before.value - pair.after.value
            claims = (pair.after, pair.before)
            details = {"before": pair.before.text, "after": pair.after.text}
            if (said == "up" and better < 0) or (said == "down" and better > 0):
                key = "audit.rank_worse" if better < 0 else "audit.rank_better"
                yield Finding("rank.words", "error", claims, Remark(key, **details, places=abs(better)))
                continue
            for change in changes:
                if change.value != abs(better):
                    words = Remark("audit.rank_places", **details, places=abs(better), said=change.text)
                    yield Finding("rank.words", "error", (change, *claims), words)


def over_the_years(dossier: Dossier) -> Iterator[Finding]:
    """The document of the year before says 第8位, this one 第11位，比上年提升3位."""
    for row in dossier.rows:
        for year, after in row.values.items():
            before = row.values.get(str(int(year) - 1))
            if row.kind != "rank" or before is None or after is None or before.doc == after.doc:
                continue
            passage = dossier.passage(after)
            following = passage.claims[passage.claims.index(after) + 1 :][:1]
            for change in following:
                if (
                    change.kind != "change"
                    or change.unit not in _PLACES
                    or len(passage.between(after, change)) > 14
                ):
                    continue
                said = change.value if change.direction != "down" else -change.value
                if before.value - after.value != said:
                    words = Remark(
                        "audit.rank_years",
                        before=_of_year(before),
                        after=_of_year(after),
                        places=before.value - after.value,
                        said=change.text,
                    )
                    yield Finding("rank.years", "warning", (change, after, before), words)


def beyond_the_field(dossier: Dossier) -> Iterator[Finding]:
    """在全省16个设区市中排名第18位."""
    for passage in dossier.passages:
        for claim in passage.claims:
            if claim.kind != "rank" or claim.unit != "位" or claim.bound != "exact":
                continue
            before = passage.before(claim, 30)
            match = None
            for found in _COUNTED.finditer(before):
                match = found
            if (
                match is None
                or "。" in before[match.end() :]
                or "第" in before[max(match.start() - 1, 0) : match.start()]
            ):
                continue
            size = numerals.parse(match.group(1))
            if size is not None and 1 < size < claim.value:
                words = Remark("audit.rank_field", rank=claim.text, size=match.group())
                yield Finding("rank.field", "error", (claim,), words)


def _of_year(claim: Claim) -> str:
    return f"{claim.text} ({claim.period})"


CHECKS = (
    Check(
        "rank.words", "error",
        "A rank improves when its number falls: 由第6位上升到第9位 is a slip, and so is a number of places that is not the difference.",
        "名次变好则数字变小：“由第6位上升到第9位”有误；所说位数须等于两名次之差。",
        in_words,
        (("政府透明度指数由全省第6位上升到第9位。",), ("在全省考核中列第7位，较上年的第5位提升2位。",)),
        (("政府透明度指数由全省第9位上升到第6位。",), ("第三方评估列全市第4位，较上年第9位上升5位。",)),
    ),
    Check(
        "rank.years", "warning",
        "The places gained or lost on the year before must follow from the ranks that the documents of the two years give.",
        "比上年升降的位数须与两年文件中的名次相符。",
        over_the_years,
        (("安河市2022年工作报告\n全市考核列第8位。", "安河市2023年工作报告\n全市考核列第11位，比上年提升3位。"),),
        (("安河市2022年工作报告\n全市考核列第8位。", "安河市2023年工作报告\n全市考核列第5位，比上年提升3位。"),),
    ),
    Check(
        "rank.field", "error",
        "A rank cannot be beyond the number of those ranked.",
        "名次不会超过参加排名的总数。",
        beyond_the_field,
        (("运行质效在全省16个设区市中排名第18位。",),),
        (("运行质效在全省16个设区市中排名第8位。",),),
    ),
)  # fmt: skip
