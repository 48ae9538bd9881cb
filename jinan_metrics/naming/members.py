"""Names of members of what was counted before: 其余8件, 取得证书的85名, 3项持平, 两者合计."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.coordination import ends_as_quantity
from jinan_metrics.naming.elided import ElidedNames
from jinan_metrics.naming.name import Name
from jinan_metrics.objects import without_verb
from jinan_metrics.state import Spot

_WHEN_OR_WHENCE = patterns.compile(r"\d{4}|[年月日末初期]$|[由从至较比]|[中里内共]$")
_OF_WHOM = patterns.compile("的(?:尚|仍|还|共|仅|约)?[有达]?$")
MOVES = frozenset(lexicon.classes("verbs")["moved"])
_MOVED_SO = MOVES | frozenset(lexicon.classes("verbs")["fared"])
_REACHING_A_PLACE = (
    "进入",
    "挤进",
    "挺进",
    "闯进",
    "迈进",
    "跻身",
    "位列",
    "排在",
    "位居",
    "名列",
    "列",
    "居",
    "排",
)
_PLACE_NAMED = patterns.compile(r"(?:前|第)?[一二三四五六七八九十\d]{1,3}[名位强]?|首位|榜首")
_LATER = patterns.compile(r"(?:限期|下月|下周|次月|今年|明年|年底|年内|\d{1,2}月|将|计划|拟|预计|力争|确保)")
_REMAINING = lexicon.classes("verbs")["remaining"]
_TOGETHER = patterns.compile(
    r"(?P<all>(?P<many>[二两三四])(?:者|[项类](?=合计|相加|加起来))(?:合计|相加|之和|总和|加起来|共)?)占?[^，。;\d]{0,2}$"
)
_HOW_MANY = {"二": 2, "两": 2, "三": 3, "四": 4}


class MemberNames(ElidedNames):
    """Names for claims that tell of some of what was told before, or of all of it together."""

    def _of_whom(self, spot: Spot) -> Name | None:
        """取得等级证书的85名: those of whom so much is said."""
        at = spot.quantity.start
        told = _OF_WHOM.search(self._masked, max(spot.clause_start, at - 3), at)
        if told is None:
            return None
        start = spot.clause_start if told.start() > spot.clause_start else spot.whole_start
        begin = strip_leading(self._masked, start, told.start())  # 办结率100%的有41家
        begin -= self._masked[begin - 1 : begin + 1] == "达到"
        if told.start() - begin < 2 or _WHEN_OR_WHENCE.search(self._masked, begin, told.start()):
            return None
        return Name(self.slice(begin, told.start()), "", "name.happening")

    def _both(self, spot: Spot) -> Name | None:
        """减轻处罚420件、不予处罚680件，两者合计占35.5%: as many of those told before."""
        both = _TOGETHER.search(self._masked, spot.clause_start, spot.quantity.start)
        if both is None:
            return None
        if not self.told.names and both.start() == spot.sentence_start:
            return Name(self.slice(*both.span("all")), "", "name.noun-before")  # 三者合计接近六成
        count = _HOW_MANY[both.group("many")]
        known = list(dict.fromkeys(self.told.names))[-count:]
        return (
            Name("、".join(known), "", "name.subject")
            if count == len(known) != len(self.told.group)
            else None
        )

    def _rest_of(self, spot: Spot) -> Name | None:
        """改造电梯310部，其余90部年底前投用: the rest of what was counted before."""
        if not self._masked.endswith(_REMAINING, 0, spot.quantity.start) or not self.told.thing.isalpha():
            return None
        begin, end = spot.after.happening
        if begin < end and _LATER.match(self._masked, begin) is None:
            return None
        thing = self.told.thing
        if ends_as_quantity(thing):  # 问题36个，整改率80%，剩余7个
            thing = next((known for known in self.told.names[::-1] if not ends_as_quantity(known)), thing)
        return Name(without_verb(thing), "", "name.subject")

    def _done_or_not(self, start: int, end: int) -> Name | None:
        """累计有7个获评示范村, 有3个未按期完工: of a count without a noun, what they won or what was not done."""
        if self._masked.startswith(("获评", "被评为", "荣获", "入选", "上榜"), start):
            return Name(self.slice(start, end), "", "name.happening")
        if self.told.thing.isalpha() and self._masked.startswith(("未", "被", "没有"), start):
            return Name(self.slice(start, end) + self.told.thing, "", "name.happening")
        return None

    def _with_place(self, spot: Spot, noun: str) -> Name | None:
        """18项指标中有13项进入前五: what happened reaches over the place, which is another claim about the same things."""
        after = spot.after
        begin = after.noun[0] if after.noun[0] < after.happening[0] else after.happening[0]
        end = after.noun[1] if after.noun[1] > after.happening[1] else after.happening[1]
        if begin == end:
            return None
        if not self._masked.startswith(_REACHING_A_PLACE, begin):
            if self._masked[end - 1] in "前第":  # 居14个市州前三
                after.noun = (after.noun[0], min(after.noun[1], end - 1))
                after.happening = (min(after.happening[0], end - 1), end - 1)
            return None
        place = _PLACE_NAMED.match(self._masked, end)
        if place is None or noun:
            return None
        thing = self.told.thing if self.told.thing.isalpha() else ""
        self._subject_behind = thing
        return Name(thing + self.slice(begin, place.end()), "", "name.happening")

    def _moved(self, spot: Spot) -> Name | None:
        """监测的30种产品中，18种上涨、9种下跌: members of what was counted just before, told apart by how they moved."""
        begin = min(spot.after.noun[0], spot.after.happening[0])
        end = max(spot.after.noun[1], spot.after.happening[1])
        thing = self.told.thing
        if not thing.isalpha() or self._masked[begin:end] not in _MOVED_SO:
            return None
        of_them = self._masked.find(spot.quantity.unit, spot.sentence_start, spot.quantity.start)
        if of_them < 0 or not 0 <= self._masked.find(thing, of_them) < spot.quantity.start:
            return None
        return Name(thing + self.slice(begin, end), "", "name.happening")
