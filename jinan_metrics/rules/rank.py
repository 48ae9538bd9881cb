"""Ranks: a place in an order (第N位, 排名第四, 前十名, 居首位)."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics import patterns
from jinan_metrics.folding import HAN
from jinan_metrics.model import Bound
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.rules.saying import say
from jinan_metrics.state import Meaning, Spot

_RANK_VERB = patterns.compile(
    r"(?:排名|位列|位居|居|名列|排在|排第|列|排|退居|滑落|跃居|稳居|跃升|升至|升到|上升到|提升至|提升到|进入|跻身|挤进|迈进|闯进|挺进|进位|位次|位于|并列|蝉联|保持|荣获|获得?|夺得|拿下|包揽|获评|重[回返]|为|是|从|由|至|到)[^，。;]{0,22}$"
)


_RANK_WORD = patterns.compile(
    r"(?:排名|位列|位居|居|名列|列|排|跃居|稳居|跃升|跻身|挤进|挺进|名次|位次|升至|升到|进位|蝉联)"
)
_SCOPE = patterns.compile(
    r"(?:在(?P<within>[^，。;在]{2,20}?)[中内里]?(?:综合)?(?:排名|位列|位居|名列|居|列|排)[^，。;]{0,4}|(?:列|居|排名|排|进入|跻身|跃升至?|升至|蝉联|为|是)(?P<field>[^，。;居列位排名获]{2,14}))$"
)


# What may stand behind a place; the last only where a verb of ranking stands before it.
_ENDS = ("", "，", "。", ";", "、", "\n", ")", " ", "\x02", "的")
_ENDS_OR_AND = (*_ENDS, "和")
_IS = patterns.compile(r"(?:是|为|成为|居|列|保持|跃升|蝉联|和)[^，。;]{0,10}$")
_FIELD = patterns.compile(r"(?:全国|全省|全市|全县|全区|全州|全球|世界|国内|西部|东部|中部)$")


# 位列全国49个城市第四: the verb stands before the field, which is counted.
_COUNTED_FIELD = patterns.compile(
    rf"[\d一二两三四五六七八九十百多余]个?[{HAN}]{{0,6}}(?:城市|市|区|县|省|州|旗|国家|地区|省份|单位|部门|高校|学校|医院|企业|法院|检察院|经济体)\x02{{0,9}}[中里之]?(?:排名?|位?列|居)?前?$"
)


def _verb_before(spot: Spot) -> bool:
    """Whether a verb of ranking stands before the place, over the field that it is a place in."""
    text, end = spot.masked, spot.quantity.start
    if _RANK_VERB.search(text, spot.clause_start, end):
        return True
    return (
        spot.whole_start < spot.clause_start
        and _COUNTED_FIELD.search(text, spot.whole_start, end) is not None
        and _RANK_VERB.search(text, spot.whole_start, end) is not None
    )


# 排名68, 只列19名, 挤进三甲, 位列十强: places without 第.
_RANKED_AT = patterns.compile(
    r"(?:排名|位次|位列|名列|列|位居|排在?)(?:全国|全省|全市|全球|世界|国内|全县|行业)?(?:第|为|在|到|至)?[ ]?$"
)
_INTO = patterns.compile(
    r"(?:进入?|[挤闯挺]进|跻身|跨入|迈入|位列|名列|入围|入选|位居|列|是|获评|评为)[^，。;、\d]{0,8}$"
)
# 排名从近60位提升至12位: places that a rank moves from and to.
_MOVED_PLACE = patterns.compile(
    r"(?:排名|位次|名次|排位)[^，。;、]{0,8}(?:从|由)(?:\d{1,2}年前)?[^，。;、\d]{0,8}(?:\d{1,4}[位名](?:[提上跃攀晋下滑]?[升降进到跌落移])?[到至]?)?$"
)
# 由上年的第九名升至第五名
_TO_ANOTHER = patterns.compile(
    r"(?:[提上跃攀晋下滑]?[升降进跌落移跃退]|前进|后退)[到至为](?:全[国省市县]|世界)?第"
)
_BEHIND = patterns.compile(r"[ ]?(?:以后|之后|开外|名?以外)")


def rank_bare(spot: Spot) -> Meaning | None:
    """排名68, 只列19名, 跻身三甲, 位列十强: a place that a verb of ranking tells without 第."""
    quantity, text = spot.quantity, spot.masked
    if quantity.value_max is not None or quantity.scaled or quantity.value != int(quantity.value):
        return None
    behind = text[quantity.end : quantity.end + 1]
    if quantity.unit == "" and behind in ("甲", "强") and quantity.value >= 3:
        if _INTO.search(text, spot.clause_start, quantity.start) is None:
            return None
        quantity.end += 1
        quantity.unit_end = quantity.end
        return _ranked(spot, "rank.bare", quantity.value, "under")
    if quantity.chinese or quantity.unit not in ("", "名", "位"):
        return None
    if spot.in_brackets and quantity.unit == "" and text[quantity.start - 1] == "(" and behind == ")":
        return _ranked(spot, "rank.bare", quantity.value, "exact")  # 前30的企业有甲公司(18)、乙公司(19)
    if quantity.unit and _MOVED_PLACE.search(text, spot.whole_start, quantity.start):
        return _ranked(spot, "rank.bare", quantity.value, quantity.bound)
    if _RANKED_AT.search(text, spot.clause_start, quantity.start) is None:
        return None
    beyond = _BEHIND.match(text, quantity.end)
    if beyond is not None:
        return _ranked(spot, "rank.bare", quantity.value, "over")
    if behind in _ENDS and quantity.bound == "exact":
        return _ranked(spot, "rank.bare", quantity.value, "exact")
    return None


_PUT = tuple(verb + ordinal for verb in ("放在", "摆在", "置于", "放到", "摆到") for ordinal in ("", "第"))
_PUT_ENDS = frozenset(words[-1] for words in _PUT)
# 从全国第五提升到第三
_RISES = patterns.compile(
    r"(?:提升|上升|跃升|跃居|攀升|前移|前进|升|进|下降|下滑|下跌|滑落|跌|掉|退|降|后移)"
)
_LEAVING = patterns.compile(r"(?:从|由)(?:[ ]?\d{1,2}[ ]?月)?[^，。;:\d]{0,8}$")


_NOT_FRONT = ("提前", "目前", "之前", "以前", "当前", "此前", "日前")


def rank_ordinal(spot: Spot) -> Meaning | None:
    """第N位, 排名第四, 前十名: a place after a verb of ranking or with a word of rank."""
    quantity = spot.quantity
    text = spot.masked
    if text[quantity.number_start - 1] in _PUT_ENDS and text.endswith(
        _PUT, spot.clause_start, quantity.number_start
    ):
        return None  # 把安全放在第一位
    if quantity.form == "first":
        if _verb_before(spot) or spot.before.has("rank"):
            return _ranked(spot, "rank.first", Decimal(1), "exact")
        return None
    ordinal = text[quantity.number_start - 1 : quantity.number_start] == "第"
    ahead = text[max(0, quantity.number_start - 2) : quantity.number_start]
    front = ahead[-1:] == "前" and ahead not in _NOT_FRONT
    if (front and quantity.unit in ("位", "名", "强", "", "%", "‰")) or (
        front and quantity.form == "fraction"
    ):
        if quantity.unit == "" and not (
            _RANK_WORD.search(text, spot.clause_start, quantity.start) or _verb_before(spot)
        ):
            return None
        if quantity.unit == "" and text[quantity.end : quantity.end + 1] not in (
            "",
            "，",
            "。",
            ";",
            "、",
            "\n",
            ")",
            "(",
            "\x02",
            "位",
            "名",
        ):
            return None
        found = _ranked(spot, "rank.front", quantity.value, "under")
        if quantity.unit in ("%", "‰") or quantity.form == "fraction":
            found.unit = quantity.unit or "%"
        quantity.start = min(quantity.start, quantity.number_start - 1)
        return found
    if not ordinal:
        return None
    quantity.start = quantity.number_start - 1
    following = text[quantity.number_end : quantity.number_end + 2].lstrip()[:1]
    if following in ("大",) and text[quantity.number_end : quantity.number_end + 2] != "大道":
        if (
            text[quantity.number_start - 3 : quantity.number_start - 1]
            in ("全国", "世界", "全球", "中国", "国内", "亚洲")
            or text[quantity.number_start - 2 : quantity.number_start - 1] == "的"
            or _IS.search(text, spot.clause_start, quantity.start)
        ):
            return _ranked(spot, "rank.largest", quantity.value, "exact")
        return None
    if quantity.unit in ("位", "名次"):
        if following == "位" or quantity.unit == "名次":
            return _ranked(spot, "rank.place", quantity.value, "exact")
        return None
    if quantity.unit == "名" and (
        _RANK_WORD.search(text, spot.clause_start, quantity.start)
        or spot.rest[:1] in ("", "，", "。", ";", "、")
        or _TO_ANOTHER.match(text, quantity.end)
    ):
        return _ranked(spot, "rank.place", quantity.value, "exact")
    high = spot.rest.startswith(("高位", "高产", "高水平"))
    if quantity.unit == "" and (high or spot.rest[:1] in _ENDS_OR_AND) and _verb_before(spot):
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    if (
        quantity.unit == ""
        and (
            spot.rest[:1] in _ENDS[:-1]
            or spot.rest.startswith(("高位", "高产", "高水平", "的位置", "的排名", "的位次"))
        )
        and _FIELD.search(text, spot.clause_start, quantity.start)
    ):
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    if quantity.unit == "" and _RISES.match(spot.rest) and _LEAVING.search(spot.lead.rstrip("第")):
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    if quantity.unit == "" and spot.in_list_of_ranks:
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    return None


def _ranked(spot: Spot, rule: str, value: Decimal, bound: Bound) -> Meaning:
    found = say(spot, "rank", rule, unit="位", value=value, bound=bound)
    scope = _SCOPE.search(spot.masked, spot.whole_start, spot.quantity.start)
    if scope is not None:
        found.scope = scope.span("within" if scope.group("within") is not None else "field")
    return found


RULES = (
    Rule(
        "rank.verb", "kind",
        "第 and a number after a verb of ranking is a place; without such a verb it is part of a name (第二产业).",
        "排名类动词之后的“第N”是名次；没有这类动词时是名称的一部分（第二产业）。",
        (
            Example("政府透明度指数位列全国第六。", {"kind": "rank", "value": 6, "unit": "位", "scope": "全国"}),
            Example("创新指数位列全国40个城市第五。", {"kind": "rank", "value": 5, "metric": "创新指数"}),
        ),
        ("第二产业占比提高。", "第三批示范区名单公布。"),
    ),
    Rule(
        "rank.place", "kind", "A number with 位 or 名 behind it and 第 before it is a place.", "“第N位”“第N名”是名次。",
        (Example("网上政府排名列省会城市第2位。", {"kind": "rank", "value": 2, "metric": "网上政府排名", "scope": "省会城市"}),),
        ("共有9位专家参加评审。",),
    ),
    Rule(
        "rank.front", "kind", "前N名, 前N%: a place at N or better, so the bound is under.", "“前N名”“前N%”表示不低于该名次，界限为 under。",
        (Example("综合评价进入全省前十。", {"kind": "rank", "value": 10, "bound": "under"}),),
        ("前5个月进出口平稳。",),
    ),
    Rule(
        "rank.bare", "kind", "A place that a verb of ranking tells without 第: 排名68, 只列19名, 跻身三甲.", "没有“第”、由排名类动词点明的名次：排名68、只列19名、跻身三甲。",
        (
            Example("数字化竞争力排名68。", {"kind": "rank", "value": 68}),
            Example("项目建设挤进三甲。", {"kind": "rank", "value": 3, "bound": "under", "metric": "项目建设"}),
        ),
        ("共有19名专家参会。", "引进世界500强企业。"),
    ),
    Rule(
        "rank.first", "kind", "首位, 榜首 and 居首 after a verb of ranking mean place 1.", "排名类动词之后的“首位”“榜首”“居首”即第1位。",
        (Example("快递业务量稳居全省首位。", {"kind": "rank", "value": 1}),),
        ("坚持把安全放在首位。",),
    ),
    Rule(
        "rank.largest", "kind", "第N大 tells a place by size.", "“第N大”表示按规模排列的位次。",
        (Example("该港是全国第三大集装箱港。", {"kind": "rank", "value": 3}),),
        ("沿第二大道铺设管网。",),
    ),
)  # fmt: skip
