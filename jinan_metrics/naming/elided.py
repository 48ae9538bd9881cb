"""The name of a claim with no noun of its own: the subject in force, or what stands before its bracket."""

from __future__ import annotations

from jinan_metrics import earlier, patterns
from jinan_metrics.context import RATES_OF_CHANGE
from jinan_metrics.naming.name import Name
from jinan_metrics.naming.streaks import Streaks
from jinan_metrics.naming.wording import contest_ranked
from jinan_metrics.objects import without_verb
from jinan_metrics.state import Meaning, Spot

PLACE_UNITS = ("镇", "乡", "村", "县", "区", "市", "省")
# 13个司法所平均每所只有2.3人
# 进入前30的企业还有甲公司(18)
_LISTED_AS = patterns.compile(
    r"^(?:.{2,30}(?:还有|包括|分别[为是])|.{0,20}(?:前[一二三四五六\d]{1,2}[名位]?|首位|末位|最[高低多少])的?(?:依次|分别)?[为是]|以及)"
)
# 比上年（74.4%）: what is compared with is no name
_REFERENCE = patterns.compile(
    r"(?:比|较)(?:上年|去年|上月|上季度?|前年|\d{4}年|[^，。;()]{0,4}同期)(?:末|底)?$"
)
_GROWTH_OF = patterns.compile(r"(?<=...)(?:增速|增长速度|增幅|涨幅|降幅)$")
_MEANS = ("平均每天", "平均每日", "平均每月", "日均", "月均", "户均", "案均", "件均", "人均")
_NEWLY = patterns.compile(
    r"^(?:新增加?|新[建设引培认登注签开收]{1,2}[立册记定育进建成工通]?|净增)(?=[^，]{2})"
)


class ElidedNames(Streaks):
    """Names for claims that go on about what was told before."""

    def _elided(self, spot: Spot, meaning: Meaning) -> Name:
        """No noun of its own: the subject in force."""
        if spot.in_brackets:
            inside = self._before_bracket(spot)
            if inside:
                return Name(inside, "", "name.before-bracket")
        last = self.told.names[-1] if self.told.names else ""
        at = spot.before.start
        if meaning.unit == "分" and last == self.told.subject + "得分":
            return Name(last, self.told.action, "name.subject")  # 考核中我市得分96分，比上年的94分高2分
        if (
            last
            and at
            and self._masked[at - 1] == ")"
            and self._claimed_until > self._masked.rfind("(", 0, at)
        ):
            return Name(last, self.told.action, "name.subject")  # 进出口总额（2253亿元）增长4.3%
        if meaning.kind == "rank" or meaning.rule == "change.places":
            within = self._masked[spot.whole_start] == "在"
            contest = contest_ranked(self._masked, spot) if within or not self.told.subject else None
            if contest is not None and (not self.told.subject or contest[0] - 1 <= spot.whole_start):
                return Name(self.slice(*contest), "", "name.subject")
        if meaning.unit in PLACE_UNITS and last.endswith(PLACE_UNITS):
            return Name(last[:-1] + meaning.unit, self.told.action, "name.series")
        subject = ""
        if meaning.kind == "rate" and spot.before.has("share"):
            subject = self.slice(*earlier.told_of(self._masked, spot))
        if meaning.kind == "change" and self._claimed_until < spot.sentence_start:
            subject = self.slice(*earlier.moved_object(self._masked, spot))  # 提高基本养老金，人均每年增长10%
        subject = subject or self.slice(*earlier.singled_out(self._masked, spot))
        subject = subject or self.slice(
            *earlier.leading_subject(self._masked, spot, self._claimed_until, topic=True)
        )
        if not subject and meaning.kind in ("rank", "change", "rate", "money", "measure"):
            subject = self.slice(*earlier.sentence_topic(self._masked, spot, self._claimed_until))
        subject = subject or self.told.subject
        if subject:
            if meaning.kind == "change" and meaning.unit == "%":
                subject = _GROWTH_OF.sub("", subject)  # 增速居全省第3位，两年平均增长6%
            if meaning.kind == "rate" and self._masked.endswith("完成", 0, spot.quantity.start):
                return Name(subject + "完成", self.told.action, "name.subject")  # 计划投资90亿元，完成48%
            if (
                subject[:1] in "新净"
                and self._masked.find("累计", spot.whole_start, spot.quantity.start) >= 0
            ):
                subject = _NEWLY.sub("", subject)  # 新增上市公司6家，累计达52家
            mean = next((word for word, _ in spot.before.words if word in _MEANS), "")
            if mean and meaning.kind != "change":
                if "全年" in subject:  # 热线全年来电量36万次，日均1000次
                    return Name(subject.replace("全年", mean), self.told.action, "name.subject")
                return Name(mean + without_verb(subject, only_doing=True), self.told.action, "name.subject")
            return Name(subject, self.told.action, "name.subject")
        if spot.after.noun[1] > spot.after.noun[0]:
            return Name(self.slice(*spot.after.noun), "", "name.noun-after")
        if spot.after.happening[1] > spot.after.happening[0] and not spot.before.from_level:
            return Name(self.slice(*spot.after.happening), "", "name.happening")
        rate = next((word for word, _ in spot.before.words if word in RATES_OF_CHANGE), "")
        if rate:
            return Name(rate, "", "name.noun-before")  # 增速比上年下降1.1个百分点
        ranked = next((word for word, label in spot.before.words if label == "rank"), "")
        if ranked.endswith(("排名", "位次", "名次")):
            return Name(ranked, "", "name.noun-before")
        return Name(self.slice(spot.whole_start, spot.quantity.start), "", "name.none")

    def _before_bracket(self, spot: Spot) -> str:
        """(占七成) after a claim refers to it; (64%) right after a noun names that noun."""
        at = self._masked.rfind("(", spot.sentence_start, spot.quantity.start)
        if self.told.names and self._claimed_until > at:
            return self.told.names[-1]  # the second number of one bracket
        if _REFERENCE.search(self._masked, spot.sentence_start, at):
            return self.told.names[-1] if self.told.names else self.told.subject
        apart = any(mark in self._masked[max(self._claimed_until, 0) : at] for mark in "，、;。")
        near = self.told.names and self._claimed_until >= at - 3 and not apart
        if near and self.told.names[-1].endswith(self._masked[self._claimed_until : at]):
            return self.told.names[-1]  # 近半数参与者(48.2%)
        if self._masked[at - 1].isdigit() or near:
            return self.told.subject
        noun = self.slice(*earlier.noun_before(self._masked, spot.sentence_start, at))
        return _LISTED_AS.sub("", noun) or self.told.subject
