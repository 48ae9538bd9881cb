"""The noun before a number, without what only looks like its name: pronouns, fields, times, movements."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns
from jinan_metrics.naming.members import MOVES, MemberNames
from jinan_metrics.naming.owners import FIELDS
from jinan_metrics.state import Meaning, Spot

# 全国有900多万人受益: no level, but how many there are who did
THERE_ARE = ("全国有", "有", "还有", "共有", "已有", "约有")
# 二者合计, 上述三类: they stand for what was named before
_THIS = r"(?:[这那][一个]|该)(?:比例|比重|占比|数字|数据|数值|数|指标|增速|增幅|降幅|水平|[\u4e00-\u9fff][率额量值])"
_PRONOUN = patterns.compile(
    rf"(?:[这那][里儿]?|[二两三四\d]者|两项|三项|[这那]一[\u4e00-\u9fff]{{2}}|{_THIS})(?:合计|相加|之和|总和)?"
)
_PRONOUN_TAKEN = patterns.compile(f"[将把]{_THIS}$")
# ，是“十二五”的2.6倍: what it is compared with is no name
_IS_SO_MANY = patterns.compile(r"[ ]*(?:是|为|约为|相当于|达到?)[^，。;]{1,16}的[ ]?$")
# 参保人次均少付183元: the verb of the difference is no part of the name
_MORE_OR_LESS = patterns.compile(
    r"(?:同比|比[^，]{2,8})?(?:分别)?(?<![减增至不最])[多少][\u4e00-\u9fff]{0,2}$"
)
_COMPARED_WITH = patterns.compile(r"(?:是|为|相当于|等于|达到?|约为)[^，、;]{1,24}$")
_BEFORE = ("上月", "上季度", "上年同期", "去年同期", "上年同月", "上年", "去年")
_LEFT_OVER = frozenset(lexicon.classes("heads")["left_over"])
_LONGEST_EMPTY, _SHORT_PLACE = 16, 3
_HERE = ("我省", "我市", "我县", "我区", "我国", "全国", "全省", "全市")
_ADJUSTED_BEGINS, _PRONOUN_BEGINS = frozenset(("", *"按以美人自同可")), frozenset("二两三四这那该0123456789")
_ADJUSTED_ONLY = patterns.compile(
    r"(?:[按以])?(?:美元|人民币|自然口径|同口径|可比口径|可比价格?)(?:计价|计算|计)?"
)
_EMPTY_BEGINS = frozenset(
    (
        *_PRONOUN_BEGINS,
        *_ADJUSTED_BEGINS,
        *"每居位列排我全受因",
        *(word[0] for words in (_LEFT_OVER, MOVES, _BEFORE, FIELDS) for word in words),
    )
)
AT_FIELD = patterns.compile(r"(?:位?居|位?列|排)(?:全国|全省|全市|全县|全区|全球|世界)")
_EACH_AMOUNT = patterns.compile(r"每\d{0,4}(?:公斤|千克|克|斤|吨|升|桶|袋)")


class OwnNouns(MemberNames):
    """Tells the noun that a claim has of its own."""

    def _own_noun(self, spot: Spot, meaning: Meaning) -> str:
        """The noun before the number, without what only looks like its name; ``spot.before`` is cut to it."""
        quantity = spot.quantity
        start, end = spot.before.start, spot.before.end
        noun = self.slice(start, end) if end > start else ""
        if not noun:
            return noun
        if ("把" in noun or "将" in noun) and _PRONOUN_TAKEN.search(noun):
            noun, spot.before.end = "", spot.before.start  # 把这个比例提高到九成
            return noun
        if meaning.rule == "ratio.times" and noun:
            against = _COMPARED_WITH.search(self._masked, start, end)
            if against is not None:
                end = against.start()
                spot.before.end = end
                noun = self.slice(start, end) if end > start else ""
        if meaning.rule == "ratio.times" and _IS_SO_MANY.match(
            self._masked, spot.clause_start, quantity.start
        ):
            noun, spot.before.end = "", spot.before.start
        if meaning.rule == "change.verb-noun":
            noun = _MORE_OR_LESS.sub("", noun)
            end = spot.before.end = start + len(noun) if self._text.startswith(noun, start) else end
        if meaning.rule == "duration.run":
            noun = noun.removesuffix("连")
        # 迈上两个千亿元台阶
        empty = noun != "" and noun[-1] in "阶口关" and noun.endswith(("台阶", "关口", "大关"))
        if empty or (
            noun
            and noun[0] in _EMPTY_BEGINS
            and len(noun) <= _LONGEST_EMPTY
            and self._says_nothing(noun, spot, meaning)
        ):
            noun, spot.before.end = "", spot.before.start
        return noun

    def _says_nothing(self, noun: str, spot: Spot, meaning: Meaning) -> bool:
        """Whether a short noun only looks like a name: a pronoun, a field, a movement, a price's base."""
        if noun in _LEFT_OVER or noun in MOVES:
            listed = meaning.kind == "count" and self._masked[spot.quantity.start - 1] in "、，"
            return noun in _LEFT_OVER or listed  # 15种上涨、6种下降
        first = noun[0]
        if first in _ADJUSTED_BEGINS and _ADJUSTED_ONLY.fullmatch(noun):
            return True
        if first in "受因" and noun.endswith("影响"):
            return True  # 生猪出栏18万头，受价格低迷影响减少1万头
        if first in _PRONOUN_BEGINS and _PRONOUN.fullmatch(noun):
            return True
        if first == "每" and self.told.names and _EACH_AMOUNT.fullmatch(noun):
            return True  # 24种蔬菜均价每500克3.62元
        if first in "居位列排" and self.told.names and AT_FIELD.fullmatch(noun):
            return True  # 其中3项居全省第一
        if noun in _BEFORE and spot.before.has("level"):
            return True  # 上月为下降0.6%
        if noun in FIELDS and (meaning.kind == "rank" or spot.in_brackets):
            return True
        if not noun.endswith(_HERE) or len(noun) > _SHORT_PLACE or meaning.kind != "count":
            return False
        there = spot.before.words[:1] and spot.before.words[0][0] in THERE_ARE
        happened = spot.after.happening  # 我省有4人获此殊荣
        return bool(there) and happened[1] - happened[0] >= 3 and spot.after.noun[1] <= spot.after.noun[0]
