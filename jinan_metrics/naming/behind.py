"""Names by the noun behind the number, and what every way of naming shares."""

from __future__ import annotations

from abc import ABC, abstractmethod

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.coordination import counted_thing, divisions, ends_as_quantity, tidy
from jinan_metrics.earlier import sentence_topic
from jinan_metrics.naming.listed import DOINGS, level_ahead
from jinan_metrics.naming.name import Name
from jinan_metrics.naming.owners import BARE, FIELDS, PLACES
from jinan_metrics.objects import KEEP, opens_with_verb, verb_before, without_verb
from jinan_metrics.state import Meaning, Spot, Told

# Heads whose thing stands behind the number: 总规模30亿元的基金, 宽度50米的绿地.
_WORTH = "价值"
# 三分之二的村收益达到10万元: the level is the next number's
_REACHING = ("达到", "超过", "高于", "低于", "不足", "突破", "达")
_HEADS_OF = BARE | {
    _WORTH,
    "总规模",
    "总投资",
    "投资",
    "面积",
    "宽度",
    "高度",
    "长度",
    "深度",
    "厚度",
    "直径",
    "跨度",
}


_GROWTH = ("增幅", "涨幅", "降幅", "跌幅")  # CPI3%的涨幅


# 7个问题未整改到位, 9个集体、24名个人获得表彰: a short noun is told apart by what is said of it.
_SHORT_NOUN = 3
_PREDICATE = patterns.compile(
    r"(?:[、和与](?:\d{1,4}|[一二两三四五六七八九十]{1,3})[\u4e00-\u9fff]{2,6}?(?=新?获|荣|入))?新?"
    r"(?P<said>(?:(?:未(?!成)|被|没有)|(?:入选|入围|上榜|跻身|获评|获批|获得|获记|荣获|荣立|荣膺|纳入|列入))(?:[^，。;:!?\n、\d]|、(?![\d一二两三四五六七八九十])){2,18})"
)
# Not when, where from, or in comparison with what
_QUALIFYING = patterns.compile(
    r"(?!来自|[比较由从将对向把为与和在以])[^，。;:]{2,20}(?<![年月日前后中上下内外里时来在有初末期国省市县区])"
)
_OWNED = patterns.compile("(?<!目)的")
_BEARERS = lexicon.classes("heads")["bearer"]
_MEASURED = frozenset("超近约不达0123456789")
_MACHINES = ("机", "车辆", "设备", "机器人", "飞机", "船舶", "列车")
_DIRECTED = frozenset("对向给把将")
_RELATING = frozenset("等在与对向为给从")
_SPEEDS = ("时速", "速度", "均速", "航速", "车速")


class Slices:
    """The text that names are taken from, and what was told before."""

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked
        self.told = Told()
        self._slices: dict[tuple[int, int], str] = {}
        self._claimed_until = -1
        # The subject in force behind a claim whose own name is another.
        self._subject_behind = ""

    def slice(self, start: int, end: int) -> str:
        """The document's characters of a span, tidied: balanced brackets and quotation marks, no blanks at the ends."""
        span = (start, end)
        known = self._slices.get(span)
        if known is None:
            known = self._slices[span] = tidy(self._text[start:end])
        return known

    def claimed(self, end: int) -> None:
        """Tell the namer where the last claim ended."""
        self._claimed_until = end


# 对博士给予最高500万元资助
_TOGETHER_SHARE = patterns.compile(r"(?:加起来|加在一起|合计|总共|一共|共)?占")
_COVERING = ("覆盖", "涵盖", "覆盖了")
_GIVING = ("给予", "给与", "予以", "给予一次性")
_POINTING = tuple("该本我此这")


class NamesBehind(Slices, ABC):
    """Names by the noun behind the number; those before it are for the class made of this one."""

    def _noun_behind(self, spot: Spot, meaning: Meaning, noun: str) -> tuple[int, int] | None:
        """The span of the noun after the number where that is what is counted."""
        quantity = spot.quantity
        start, end = spot.before.start, spot.before.end
        after_start, after_end = spot.after.noun
        has_after = (
            after_end - after_start >= 1
            and spot.noun_follows
            and meaning.kind not in ("change", "rank", "ratio", "score")
            and meaning.rule not in ("duration.limit", "duration.age")
            and not (meaning.rule == "duration.anniversary" and noun)
        )
        if meaning.kind == "money" and noun.endswith("投资") and not spot.after.with_de:
            has_after = False  # 规划投资90亿元发展水利
        if noun and not spot.after.with_de and self._masked.startswith(("目标", "任务"), after_start):
            has_after = False  # 新增就业4万人目标
        if meaning.kind == "rate" and noun and spot.before.share_of is not None and not spot.after.with_de:
            has_after = False  # 教育经费支出占国内生产总值的4%编制预算
        if meaning.kind == "rate" and noun.endswith(_COVERING):
            has_after = False  # 签约服务覆盖46%的常住居民
        if meaning.rule == "rank.largest":
            has_after = True
            after_start += 1 if self._masked[after_start] == "大" else 0
        if (
            has_after
            and noun
            and noun not in FIELDS
            and not spot.after.with_de
            and self._masked[quantity.start - 1] not in "的了等对将把"
            and not self._masked.endswith(_GIVING, 0, quantity.start)
            and not noun.endswith(("领域", "方面"))
            and not (
                after_end - after_start > 2
                and spot.before.words[:1]
                and spot.before.words[0][0].endswith("有")
            )
            and opens_with_verb(self._masked, after_start, after_end)
        ):
            _, rest = self._last_verb(start, end)
            has_after = not rest or rest in DOINGS
        owned = (
            _OWNED.search(self._masked, after_start, after_end) if has_after and not quantity.unit else None
        )
        if owned is not None:
            after_end = owned.start()
            spot.after.noun = (after_start, after_end)
        if (
            not noun
            and meaning.kind == "change"
            and quantity.kind in ("count", "money")
            and after_end - after_start >= 2
            and spot.before.words[:1]
            and spot.before.words[0][1] in ("up", "down")
            and not spot.before.basis
        ):
            has_after = True
        if (
            meaning.kind == "money"
            and noun
            and self._masked[quantity.start - 1] == "的"
            and after_end - after_start >= 3
            and not ends_as_quantity(noun)
        ):
            has_after = True  # 政府的5万元贴息贷款
        if has_after and meaning.kind == "count" and quantity.unit and not spot.after.with_de:
            bearer = self._masked.find("的", after_start, after_end)
            if bearer > after_start and self._masked.endswith(_BEARERS + _MACHINES, after_start, bearer):
                after_end = bearer
                spot.after.noun = (after_start, after_end)
        if meaning.rule == "change.following" and after_end - after_start >= 2:
            has_after = not (noun and self._masked[after_start:after_end].endswith(_GROWTH))
        return (after_start, after_end) if has_after else None

    def _with_noun_after(self, spot: Spot, meaning: Meaning, noun: str, start: int, end: int) -> Name:
        if spot.after.with_de and self._masked.startswith(_SPEEDS, start):
            end = start + 2  # 以410公里的时速交会
        if (
            meaning.kind == "count"
            and (spot.after.happening[1] > end or self._masked[end : end + 1] in _MEASURED)
            and ends_as_quantity(self._masked[start:end])
        ):
            whole, end = self.slice(start, end), counted_thing(self._masked, start, end)
            self._subject_behind = whole  # what is told next is told of the quantity
        if (
            "、" in noun
            and spot.before.end == spot.quantity.start
            and _TOGETHER_SHARE.match(self._masked, end)
            and len(divisions(self._masked, spot.before.start, spot.before.end)) == meaning.value
        ):
            self._subject_behind = self.slice(spot.before.start, end)  # 餐饮、住宿、零售三个行业占六成
        if meaning.rule == "rank.largest":  # 水稻是第一大口粮作物，面积占…: it goes on about 水稻
            topic = self.slice(*sentence_topic(self._masked, spot, self._claimed_until))
            owner = "" if noun.endswith(PLACES) or noun[:1] in _POINTING else noun
            self._subject_behind = topic or owner  # 北盟为我国第一大贸易伙伴，占12.6%
        after = self.slice(start, end)
        action, kept = "", ""
        if noun:
            verb, rest = self._last_verb(spot.before.start, spot.before.end)
            if verb:
                action = verb
                if verb in KEEP and not rest:
                    kept = verb
            head = rest or noun
            if spot.after.with_de and after in _SPEEDS and len(head) <= 10:
                return Name(head + after, action, "name.noun-around")
            last = _WORTH if head.endswith(_WORTH) else without_verb(head.rpartition("、")[2])
            if spot.after.with_de and last in _HEADS_OF:
                head = last  # 规模最大、总投资近200亿元的清洁能源基地
                return Name(after + head, "", "name.noun-after-head")
            by_it = spot.after.with_de and self._masked[spot.quantity.start - 1] == "以"
            if by_it and len(noun) <= 12 and ends_as_quantity(after):
                return Name(noun + after, "", "name.noun-around")  # 甲公司以43亿元的销售收入排在第一位
            if (after in BARE or after == "资金") and len(head) >= 2 and not spot.after.with_de:
                return Name(head + after, action, "name.noun-around")
            of_owner = meaning.kind == "rate" and rest and noun not in FIELDS
            if of_owner and not verb and len(noun) <= 12 and len(after) <= 4:
                return Name(noun + after, "", "name.noun-around")
            if of_owner and verb and len(after) <= 3:
                return Name(rest + after, verb, "name.noun-around")
            if (
                spot.after.with_de
                and (meaning.kind in ("money", "measure") or noun.endswith(("量", "额")))
                and ends_as_quantity(noun)
                and len(after) > 1
            ):
                return Name(noun, action, "name.noun-before")
        if after.endswith("目标") and spot.after.with_de and not noun and ends_as_quantity(self.told.subject):
            return Name(self.told.subject + after, "", "name.head-of-subject")  # 失业率2.9%，低于4%的控制目标
        happened = spot.after.happening
        shared = (
            meaning.kind == "rate"
            and happened[1] - happened[0] >= 2
            and (not noun or noun in FIELDS)
            and happened[1] - start <= 24
            and self._masked[happened[0] : happened[1]] not in _REACHING
        )
        if shared:
            after = self.slice(start, happened[1])  # 8%的社区得到企业资助: the share of what happened to them
        elif spot.after.with_de and len(after) <= 1:
            return (
                self._with_noun_before(spot, meaning, spot.before.start, spot.before.end)
                if noun
                else self._elided(spot, meaning)
            )
        thing = level_ahead(self._masked, end, after) if after.endswith("级") else None
        after = after if thing is None else after + self.slice(*thing)
        name = kept + after
        if (
            not kept
            and _RELATING.isdisjoint(self._masked[spot.before.end : spot.quantity.start])
            and len(after) <= 2
            and noun
            and not action
            and len(noun) <= 10
            and noun[0] not in "这那该此每"
            and _DIRECTED.isdisjoint(self._masked[spot.before.start : spot.before.end])
            and "、" not in noun
            and meaning.kind == "count"
            and not noun.endswith(("局", "市", "省", "县", "区", "国"))
        ):
            name = noun + after if noun not in ("我们", "我市", "我省") else after
        if (
            meaning.kind == "count"
            and meaning.unit
            and len(after) == 2
            and self._masked.endswith(("的", "的 "), 0, spot.quantity.start)
        ):
            qualified = self._qualified(spot, after)
            if qualified:
                self.told.thing = after
                return Name(qualified, action, "name.noun-around")
        predicate = self._predicate(spot, after, end) if meaning.kind == "count" else ""
        if predicate:
            self.told.thing = after if len(after) > 1 else self.told.thing
            return Name(after + predicate, action, "name.noun-with-predicate")
        self.told.action = action or self.told.action
        if meaning.kind == "count" and not spot.in_brackets and len(after) > 1:
            self.told.thing = after
        return Name(name, action, "name.noun-after")

    def _predicate(self, spot: Spot, noun: str, end: int) -> str:
        """What a short noun is told apart by: what was not done, or was done to it, or what it won; "" where nothing."""
        if len(noun) > _SHORT_NOUN or spot.after.happening[0] not in (end, spot.after.happening[1]):
            return ""
        predicate = _PREDICATE.match(self._masked, end, spot.whole_end)
        return "" if predicate is None else self.slice(*predicate.span("said"))

    def _qualified(self, spot: Spot, noun: str) -> str:
        """市里挂牌督办的6起案件: a noun that says little, with what is said of it before the number; "" where that is nothing."""
        end = self._masked.rfind("的", 0, spot.quantity.start)
        start = strip_leading(self._masked, spot.clause_start, end)
        words = self._masked[start:end]
        said = _QUALIFYING.fullmatch(words) is not None and not spot.before.from_level
        return self.slice(start, end) + "的" + noun if said and words not in FIELDS else ""

    def _last_verb(self, start: int, end: int) -> tuple[str, str]:
        verb, at = verb_before(self._masked, start, end)
        return verb, self.slice(at, end)

    @abstractmethod
    def _with_noun_before(self, spot: Spot, meaning: Meaning, start: int, end: int) -> Name:
        """By the noun before the number."""

    @abstractmethod
    def _elided(self, spot: Spot, meaning: Meaning) -> Name:
        """Without a noun of its own."""
