"""Shares and scores: levels in per cent, tenths and fractions; points and index values; named ratios."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.folding import REMARK
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.rules.saying import NOTHING, say
from jinan_metrics.state import Meaning, Spot

_RATIO_NOUN = ("比", "性别比", "比价", "收入比", "比值", "存贷比", "倍差", "系数")


# 指数（PMI）为50.1%, 原料指数较上月上升0.4个百分点至51.2%
_INDEX_IN_PERCENT = patterns.compile(
    r"(?:指数|影响因子|PMI)\x02*(?:(?:较|比|环比|同比)[^，。;]{0,24}(?:至|为|到))?(?:达到?|为|升至|提升至|提高到|降至|回落至|值为|[ ])*$"
)
# 从增速看，东县(7.2%)、西县(6.4%); 两个集团增幅较大，分别达12.5%和10.2%
_GROWTH_SPOKEN_OF = patterns.compile(
    r"(?:增速|增幅|涨幅)(?![^(]{0,60}(?:占|率|比重))[^(]{0,40}[\u4e00-\u9fff]\((?:[\d.]+%\)[、，]?[^，。;()\d]{1,8}\()*$"
    r"|增长[\d.]+%，已?(?:连续[\d一二三四五六七八九十]{1,3}个?[年月季度]{1,2})保持在$|转为正增长，为$"
    r"|(?:增幅|增速|涨幅)(?:较大|较快|最大|最快|最高|居前|领先|明显)，(?:分别)?达到?(?:[\d.]+%(?:、|和))*$"
)
_INDEX = patterns.compile(
    r"(?:指数|影响因子|景气度|PMI|得分|评分)(?:(?:由|从)(?:[^，。;\d]{0,8}的)?|达到?|为|升至|是|报|:|回升至|提升至|提高到|降[到至]|降低到|回落[到至]|[ ])*$"
)

# 三次产业结构由4.1:36.2:59.7调整为3.5:34.7:61.8: what is made of the parts is named before the first
_MADE_OF = patterns.compile(
    r"(?:结构|比例|构成|比重|[之入]比|比)[^，。;:\d]{0,16}(?:\d[\d.:]{4,24}[^，。;:\d]{0,4}[为到至成])?(?:\d[\d.]{0,5}:){0,4}$"
)


# 甲省(6.1%)、乙省(5.9%)增速居前: said behind the brackets what is in them
_GROWTH_BEHIND = patterns.compile(
    r"\)(?:[、，和与][^，。;()\d]{1,8}\(\d[\d.]*%\)){0,12}(?:[等\d]{0,3}[^，。;()\d]{0,6}的?)?(?:增速|增幅|涨幅)"
)


def rate_share(spot: Spot) -> Meaning | None:
    """Percentages, per milles, tenths and fractions as levels."""
    quantity = spot.quantity
    if quantity.unit == "%" and _INDEX_IN_PERCENT.search(spot.masked, spot.whole_start, quantity.start):
        return say(spot, "score", "score.index")
    if quantity.unit == "%" and _GROWTH_SPOKEN_OF.search(
        spot.masked, max(0, quantity.start - 90), quantity.start
    ):
        return say(spot, "change", "change.spoken-of", direction="up")
    if (
        spot.in_brackets
        and quantity.unit == "%"
        and _GROWTH_BEHIND.match(spot.masked, quantity.end, spot.sentence_end)
    ):
        return say(spot, "change", "change.spoken-of", direction="up")
    if quantity.unit in ("%", "‰") or quantity.dimension == "incidence":
        return say(spot, "rate", "rate.level")
    return None


def score_points(spot: Spot) -> Meaning | None:
    """13.24分, 指数103.2."""
    quantity = spot.quantity
    if quantity.kind == "score" and spot.masked[quantity.end : quantity.end + 1] == "半":
        return NOTHING  # 只要两分半: a time
    if quantity.kind == "score" and _SCORED_SO.match(spot.masked, quantity.end):
        return NOTHING  # 600分以上的1260人
    if quantity.unit == "点" and _POINTS_MADE.match(spot.masked, quantity.end):
        return NOTHING  # 提出3点希望
    if quantity.kind == "score" and not (quantity.unit == "点" and quantity.chinese):  # 三点意见
        return say(spot, "score", "score.points")
    if quantity.unit in ("", "点") and _INDEX.search(spot.masked, spot.clause_start, quantity.start):
        return say(spot, "score", "score.index")
    return None


_SCORED_SO = patterns.compile(r"的(?:有|共有?)?\d")
_POINTS_MADE = patterns.compile("(?:希望|意见|建议|要求|看法|主张|体会|感受|共识|倡议|启示|认识|经验)")
_AGAINST = patterns.compile(r"\d{1,3}[:比]$")


def ratio_plain(spot: Spot) -> Meaning | None:
    """收入比缩小至2.2, 性别比103.5, 生师比16.8:1."""
    quantity = spot.quantity
    if quantity.form == "part":
        made = _MADE_OF.search(spot.masked, max(spot.sentence_start, quantity.start - 90), quantity.start)
        return None if made is None else say(spot, "ratio", "ratio.part")
    if quantity.form == "ratio":
        named = spot.noun.endswith((*_RATIO_NOUN, "比例")) or spot.before.has(
            "to", "to_up", "to_down", "level", "from"
        )
        return say(spot, "ratio", "ratio.named") if named and spot.noun else None
    if spot.masked.endswith((":", "比"), 0, quantity.start) and _AGAINST.search(
        spot.masked, max(spot.clause_start, quantity.start - 4), quantity.start
    ):
        return NOTHING  # 以3比0战胜: how a game ended
    if quantity.unit in ("", ":1") and spot.noun.rstrip(REMARK).endswith(_RATIO_NOUN) and not quantity.scaled:
        return say(spot, "ratio", "ratio.named")
    return None


RULES = (
    Rule(
        "rate.level", "kind", "A percentage, per mille, tenth or fraction that is no difference is a level.", "百分数、千分数、成数、分数，不是差值时是比率水平。",
        (
            Example("调解和解率20.58%。", {"kind": "rate", "value": 20.58, "unit": "%", "metric": "调解和解率"}),
            Example("将90%以上的执法力量下沉到一线。", {"kind": "rate", "value": 90, "bound": "over"}),
            Example("外来人口约占三分之一。", {"kind": "rate", "bound": "approx", "metric": "外来人口"}),
        ),
        ("用电成本下降4.6%。",),
    ),
    Rule(
        "score.points", "kind", "Points (分) are a score.", "“分”是得分。",
        (Example("平均得分13.24分（满分14分）。", {"kind": "score", "value": 13.24, "unit": "分"}),),
        ("用时10分钟。", "讨论十分热烈。", "会议提出3点希望。"),
    ),
    Rule(
        "score.index", "kind", "A number without a unit, or with %, after 指数 is an index value.", "“指数”之后的数（可带%）是指数值。",
        (Example("制造业采购经理指数为50.8。", {"kind": "score", "value": 50.8}),),
        ("指数上涨2.1%。",),
    ),
    Rule(
        "ratio.times", "kind", "倍 without a verb of growth compares two things.", "没有增长类动词的“倍”是倍数关系。",
        (Example("申请量是上年的1.8倍。", {"kind": "ratio", "value": 1.8, "unit": "倍"}),),
        ("申请量增长1.8倍。",),
    ),
    Rule(
        "ratio.named", "kind", "收入比, 性别比 and the like stand without a unit.", "“收入比、性别比”等不带单位。",
        (Example("城乡居民收入比缩小至2.37。", {"kind": "ratio", "value": 2.37, "unit": ""}),),
        ("比上年增加2.37万人。",),
    ),
    Rule(
        "ratio.part", "kind", "Each part of a ratio of three or more, where the words before say what is made of them.", "三项以上的比例：每一项各一条。",
        (Example("三次产业结构调整为4.6:41.2:54.2。", {"kind": "ratio", "value": 4.6, "unit": "", "metric": "三次产业结构"}),),
        ("会议于12:30:45开始。",),
    ),
)  # fmt: skip
