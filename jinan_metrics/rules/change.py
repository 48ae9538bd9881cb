"""Changes: a difference to another time or place (增长5.3%, 减少1650万人, 高于全国0.5个百分点, 翻一番)."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.model import Direction
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.rules.saying import moved, say
from jinan_metrics.state import Meaning, Spot

_VERB_THEN_NOUN = patterns.compile(
    r"(?P<down>压减|调减|降低|减少|减轻(?!处罚|、)|(?<![不至很最极])少(?:开|发|付|收|报|缴|交|跑|花|生|用|办|填|设|查|走)(?![子年])|压缩|削减|精简|缩减|核减|裁减|减(?=材料|环节|时限|时间|跑动|流程|证明|次数))(?!排放|到|至|了?\d)[^，。;、到至]{0,18}$|(?P<up>净增|调增|延长|(?<![不至很最许众更])多(?:开|发|付|收|报|报销|缴|交|跑|花|用|办|设|种|收获)(?!元)|增加(?![到至为了值]))(?!长|加|至|到)[^，。;、到至]{0,18}$"
)


# 比去年同期多处置8.5亿元
_MORE_DONE = patterns.compile(
    r"(?:(?:比|较)[^，。;]{2,12}|同比|环比)(?:(?P<up>多)|少)(?![于年])[\u4e00-\u9fff]{1,2}$"
)


_CHANGE_NOUN = patterns.compile(
    r"(?P<up>增长(?=保持在|稳定在|控制在|维持在)|增速|增幅|升幅|涨幅|(?<!自然)增长率|增长速度|(?:增长|上涨)幅度)(?:为|达到?|保持在?|稳定在|控制在|维持在|回升至|加快至|提高至|提升至|超过?|约|在)?$|(?P<down>降幅|跌幅|降低率|下降率|(?:下降|降低|下跌|降温)幅度)(?:为|达到?|超过?|约)?$"
)


_GROWTH = frozenset(
    ["增速", "增幅", "升幅", "涨幅", "增长率", "增长速度", "平均增速", "年均增速", "降幅", "跌幅"]
)


_STREAK_TAIL = patterns.compile(r"连续(?:第|近|约|超过|超|了)?$|连续多?$|连[涨跌降增升涨]了?$")


_GROWTH_NOUNS = ("增长幅度", "上涨幅度", "下降幅度", "增速", "增幅", "涨幅", "降幅", "跌幅", "增长速度")


_FOLLOWING = patterns.compile(
    r"[ ]?的(?:[^，。;的]{2,16})?(?:同比|环比)?(?:(?P<up>增长率?|提升|增幅|涨幅|上涨|提高)|下降|降幅|降低)(?:目标|速度|预期目标)?(?=[，。;、\n]|$)|[ ]?(?P<pace>的(?:[^，。;的\d]{1,16})?增速|增长(?:速度)?(?=[，。;\n]|$)|扩张(?=[，。;\n]|$))"
)


# 分别实现13.1%、32.8%的增长: said of the last and meant of all
_MORE_OF_THEM = patterns.compile(r"(?:(?:、|和|与|以及)[ ]?\d[\d.]*%){1,8}")
_WITHIN = (("在", "level"),)
_PLACES_UP = patterns.compile(r"(?:提升|上升|前进|前移|进|晋升|跃升|提高|攀升|升)了?$")
_PLACES_DOWN = patterns.compile(r"(?:下降|下滑|后退|后移|退|降)了?$")
_FELL = patterns.compile(
    r"(?:下降|下调|下滑|下跌|调低|降低|回落|减少|缩小|收窄|放缓|下拉|拉低|拖累)[^，;]{0,12}$"
)


def change_times(spot: Spot) -> Meaning | None:
    """翻一番; 增长1.5倍."""
    quantity = spot.quantity
    if quantity.form == "fan":
        return say(spot, "change", "change.doubled", direction="up", unit="倍")
    if quantity.unit == "倍":
        if spot.masked[quantity.start - 1] == "的" and _TIMES_OF.search(
            spot.masked, spot.clause_start, quantity.start
        ):
            return say(spot, "ratio", "ratio.times")  # 这一增速是全省的2倍
        direction = moved(spot)
        if direction is not None:
            return say(spot, "change", "change.verb", direction=direction)
        return say(spot, "ratio", "ratio.times")
    return None


# 客座率71.2%(上年同期65.8%)
_OF_THE_TIME_BEFORE = patterns.compile(r"(?:上|去|前)(?:年|月|季度?)(?:同期)?(?:为|是)?$")
_TIMES_OF = patterns.compile(r"(?:是|为|相当于)[^，。;\d]{1,14}的$")
_PLACES = ("位", "名次", "位次")
_PULLED_DOWN = patterns.compile(r"(?:拉低|下拉)[^，。;\d]{1,14}$")


def change_difference(spot: Spot) -> Meaning | None:
    """A verb of difference before an amount (增长5.3%, 减少1650万人, 高于全国0.5个百分点)."""
    quantity = spot.quantity
    if quantity.kind == "rank" and quantity.unit not in _PLACES:
        return None
    if quantity.kind == "duration" and spot.masked.startswith(("来", "以来"), quantity.end):
        return None  # 增速为6年来最低
    ahead_of = spot.masked[quantity.start - 2 : quantity.start]
    if quantity.kind == "count" and (ahead_of == "的有" or ahead_of[-1:] == "的"):
        return None  # 价格上涨的有120个
    direction = moved(spot)
    if quantity.unit in ("百分点", "基点") and _PULLED_DOWN.search(
        spot.masked, spot.clause_start, quantity.start
    ):
        direction = "down"
    if quantity.unit in ("百分点", "基点"):
        return say(
            spot,
            "change",
            "change.points",
            direction=direction or _widely(spot) or "up",
        )
    shared = quantity.unit in ("%", "‰")
    if direction is None and not shared and quantity.unit != "倍":
        return _done_ahead(spot)
    named = _CHANGE_NOUN.search(spot.masked, spot.clause_start, quantity.start) if shared else None
    if named is not None:
        return say(spot, "change", "change.rate-of-growth", direction="up" if named.group("up") else "down")
    if spot.before.from_level and shared and spot.noun.endswith(_GROWTH_NOUNS):
        fall = spot.noun.endswith(("降幅", "跌幅", "下降幅度"))
        return say(spot, "change", "change.rate-of-growth", direction="down" if fall else "up")
    if direction is None and shared:
        growth = next((word for word, _ in spot.before.words if word in _GROWTH), "")
        if growth and not spot.before.has("share"):
            return say(
                spot,
                "change",
                "change.rate-of-growth",
                direction="down" if growth in ("降幅", "跌幅") else "up",
            )
    if direction is not None and quantity.kind == "count" and spot.before.words[:1] == _WITHIN:
        return None  # 增速在全省11个设区市中排第三
    if (
        direction is not None
        and quantity.kind == "duration"
        and _STREAK_TAIL.search(spot.masked[spot.clause_start : quantity.number_start])
    ):
        return None
    if (
        direction is not None
        and spot.before.words[:1]
        and spot.before.words[0][0] in ("提升", "提高", "扩大", "加快", "上升", "降低", "减轻")
        and (quantity.kind == "count" or (quantity.scaled and not quantity.unit))
        and spot.after.noun[1] - spot.after.noun[0] >= 2
        and quantity.unit not in _PLACES[1:]
    ):
        return None
    if (
        direction is not None
        and (quantity.unit or quantity.scaled)
        and (quantity.unit != "岁" or spot.before.words[0][0] in ("提高", "增加", "延长", "上升"))
    ):
        if (
            quantity.dimension == "time"
            and quantity.unit in ("年", "日")
            and not (spot.before.words and spot.before.words[0][1] in ("up", "down"))
        ):
            return None
        rule = "change.places" if quantity.unit in _PLACES else "change.verb"
        return say(spot, "change", rule, direction=direction)
    if (
        direction is not None
        and not quantity.chinese
        and (spot.before.basis is not None or spot.before.has("yoy"))
        and spot.before.words[0][1] in ("up", "down")
        and spot.rest[:1] in ("", "，", "。", ";", "、", ")", "\n")
    ):
        return say(spot, "change", "change.bare", direction=direction)
    following = None
    if (
        quantity.unit in ("%", "倍")
        and not spot.before.has("share")
        and not spot.masked.endswith("有", spot.clause_start, quantity.number_start)  # 有6%的企业有所提高
    ):
        more = _MORE_OF_THEM.match(spot.masked, quantity.end, spot.clause_end)
        at = quantity.end if more is None else more.end()
        following = _FOLLOWING.match(spot.masked, at, spot.clause_end)
    if following is not None:
        return say(
            spot,
            "change",
            "change.following",
            direction="up" if following.group("up") or following.group("pace") else "down",
        )
    if (
        quantity.unit == "%"
        and spot.before.has("yoy")
        and spot.masked[quantity.start - 1] != "的"
        and "相当于" not in spot.masked[spot.clause_start : quantity.start]
        and not spot.before.has("level", "to", "to_up", "to_down", "share")
        and not (
            spot.in_brackets and _OF_THE_TIME_BEFORE.search(spot.masked, spot.clause_start, quantity.start)
        )
    ):
        return say(spot, "change", "change.year-on-year", direction="up")
    return _done_ahead(spot)


_RATED = ("额", "标准", "费用", "价格", "成本", "时限", "比例", "门槛")


def _done_ahead(spot: Spot) -> Meaning | None:
    """压减会议30场, 比上年多办3件, 提升5个位次: the verb of difference stands further ahead."""
    quantity = spot.quantity
    ahead = None
    if (
        quantity.unit
        and quantity.kind in ("count", "money", "measure", "duration", "rate")
        and spot.after.noun[1] <= spot.after.noun[0]
        and not spot.before.has("to", "to_up", "to_down")
    ):
        ahead = _VERB_THEN_NOUN.search(spot.masked, spot.clause_start, quantity.number_start)
    if ahead is not None and not spot.noun.endswith("率"):  # 核减率8.3%
        if quantity.kind == "count" and spot.noun.endswith(_RATED):
            return None  # 降低罚款数额52项
        if ahead.start() > spot.clause_start and spot.masked[ahead.start() - 1] in "新增加":
            return None
        return say(spot, "change", "change.verb-noun", direction="up" if ahead.group("up") else "down")
    more = None
    if quantity.unit and quantity.kind in ("count", "money", "measure", "duration"):
        words = spot.masked[spot.clause_start : quantity.number_start]
        if "多" in words or "少" in words:
            more = _MORE_DONE.search(words)
    if more is not None:
        return say(spot, "change", "change.verb-noun", direction="up" if more.group("up") else "down")
    if quantity.unit in _PLACES:
        if _PLACES_UP.search(spot.masked, spot.clause_start, quantity.number_start):
            return say(spot, "change", "change.places", direction="up")
        if _PLACES_DOWN.search(spot.masked, spot.clause_start, quantity.number_start):
            return say(spot, "change", "change.places", direction="down")
    return None


def _widely(spot: Spot) -> Direction | None:
    fell = _FELL.search(spot.masked, spot.whole_start, spot.quantity.start)
    return None if fell is None else "down"


RULES = (
    Rule(
        "change.bare", "kind", "A number without a unit by which something has moved against another time (比上年缩小0.03).", "与另一时间相比增减的、不带单位的数。",
        (
            Example("城乡居民收入比为2.04，比上年缩小0.03。", {"kind": "change", "value": 0.03, "unit": "", "metric": "城乡居民收入比", "direction": "down"}),
        ),
        ("今年以来增加2.37",),
    ),
    Rule(
        "change.verb", "kind",
        "A verb of difference right before an amount makes it a change in the amount's own unit; with 到, 至 or 为 it is a level.",
        "数量紧跟增减类动词时是变化量，单位不变；动词后有“到、至、为”时是水平值。",
        (
            Example("涉企行政检查同比压减20.67%。", {"kind": "change", "direction": "down", "metric": "涉企行政检查", "basis": "同比"}),
            Example("经营主体比上年增加120户。", {"kind": "change", "value": 120, "direction": "up", "basis": "比上年"}),
        ),
        ("办理时限压减至3个工作日。", "新增就业岗位300个。"),
    ),
    Rule(
        "change.verb-noun", "kind", "压减, 减少, 降低 with their object before the amount: 压减会议30场.", "动词与数量之间隔着宾语：压减会议30场。",
        (Example("压减全市性会议30场。", {"kind": "change", "direction": "down", "value": 30}),),
        ("减免税费3亿元。",),
    ),
    Rule(
        "change.points", "kind", "百分点 and 基点 only measure differences.", "“百分点”“基点”只用于差值。",
        (Example("行政诉讼败诉率比去年下降3.4个百分点。", {"kind": "change", "value": 3.4, "unit": "百分点", "direction": "down"}),),
        ("办结率达到99.5%。",),
    ),
    Rule(
        "change.rate-of-growth", "kind", "增速, 涨幅 and 降幅 name a change even where the verb is one of level.", "“增速、涨幅、降幅”本身就是变化量，即使动词是“为、达”。",
        (Example("工业投资增速为7.1%。", {"kind": "change", "value": 7.1, "direction": "up"}),),
        ("城镇化率为63.4%。",),
    ),
    Rule(
        "change.year-on-year", "kind", "A percentage right after 同比 or 环比 without a verb is taken for growth, with low confidence.", "“同比”“环比”后直接跟百分数时按增长处理，置信度低。",
        (Example("接待游客同比12.5%。", {"kind": "change", "value": 12.5}),),
        ("失业率同比持平，为5%。",),
    ),
    Rule(
        "change.spoken-of", "kind", "A percentage in brackets, or after 分别达, where the words before speak of growth.", "上文说的是增速、增幅时，括号里或“分别达”之后的百分数。",
        (Example("两个集团增幅较大，分别达12.5%和10.2%。", {"kind": "change", "value": 12.5, "direction": "up"}),),
        ("增速较快，城镇化率达63.4%。",),
    ),
    Rule(
        "change.following", "kind", "The difference is named behind the number: 6%左右的地区生产总值增长目标.", "变化量的名称在数字之后：6%左右的地区生产总值增长目标。",
        (
            Example("提出6%左右的地区生产总值增长目标。", {"kind": "change", "value": 6, "metric": "地区生产总值"}),
            Example("粮食产量保持8%以上增长。", {"kind": "change", "value": 8, "metric": "粮食产量"}),
        ),
        ("将90%以上的执法力量下沉。",),
    ),
    Rule(
        "change.places", "kind", "Places gained or lost.", "名次的升降。",
        (Example("综合排名较上年前移3位。", {"kind": "change", "value": 3, "direction": "up"}),),
        ("综合排名居第14位。",),
    ),
    Rule(
        "change.doubled", "kind", "翻番 is a change by the factor 2, 翻两番 by 4.", "“翻番”即变为2倍，“翻两番”即4倍。",
        (Example("技术合同成交额翻一番。", {"kind": "change", "value": 2, "unit": "倍", "direction": "up"}),),
        ("翻修校舍3所。",),
    ),
)  # fmt: skip
