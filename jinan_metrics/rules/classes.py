"""Sizes and grades that say which things are meant, not how many: 万吨级, 三级医院, 亿元以上项目, 装机100万千瓦以上的电厂."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.quantity import Quantity

_CLASS_WORDS = frozenset("级型强制联色胎")


_ENTERED = patterns.compile(r"(?:进入|跻身|位列|名列|入围|挤进|闯进)[^，。;\d]{0,8}$")


# 50亿元以上项目12个: the size by which things are told apart, in front of how many there are
_SIZED = patterns.compile(
    r"的?[^，。;、\d一二两三四五六七八九十]{0,6}(?:项目|企业|单位|地块|工程|纳税大户|税源|园区|集群|用户|大户|基地|村|乡镇|街道|平台)(?=[ ]?[\d一二两三四五六七八九十达共有为占])"
)


# 满意率超95%的9个, 人口超过8万人的有3个: what is counted is told by a bound
_BOUNDED = patterns.compile(r"的(?:共?有|仅有|达)?[ ]?\d+[ ]?(?:个|家|件|所|户|名|项|起|座|条|宗)")


# 装机容量20万千瓦以上的电厂7个, 月薪2万以上岗位40个
_SORTED = patterns.compile(
    r"的?[^，。;、\d的]{1,10}(?:共有?|达|有|仅有?)?[ ]?\d[\d.]*[万千]?(?:余|多)?(?:个|家|户|座|所|项|名|只|台|艘|种|条|处|人)(?=[，。;、)\n]|$)"
)


# 违法所得一万元以上不足三万元的，…: what a rule applies to
_LEAST = patterns.compile(r"[\d一二三四五六七八九十百千万]{1,6}[元人年次]以上$")


_SCALES = frozenset("十百千万亿")
# 百亿县区26个, 千亿元产业集群: how large a thing of the kind is
_BY_SCALE = patterns.compile(
    r"[十百千万]{0,2}亿(?:元)?(?:产业|集群|园区|大?县|强?镇|区(?!间)|企业|项目|城市|品牌|行业|板块|赛道|龙头|工程)"
)
_COUNTED = patterns.compile(r"\d[余多]?[个家座条项所处户名艘台]$")


def is_class(text: str, quantity: Quantity) -> bool:
    """万吨级, 三级医院, 500强, 6.4级地震, 亿元以上项目: words of class."""
    start, end = quantity.start, quantity.end
    behind = text[end : end + 1]
    limited = text[end - 1] in "上下"
    if (
        (limited or text[start] in "超逾")
        and quantity.kind in ("money", "measure")
        and _SIZED.match(text, end)
    ):
        return True
    if limited and text[end - 2] == "以":
        if behind == "的" and _COUNTED.search(text, max(0, start - 3), start):
            return True  # 3座6公里以上的隧道
        if _SORTED.match(text, end):
            return True
    if behind == "的" and text.startswith("不足", start) and _LEAST.search(text, max(0, start - 12), start):
        return True
    if (
        start != quantity.number_start
        and quantity.bound in ("over", "under")
        and quantity.unit not in ("", "位", "名")
        and _BOUNDED.match(text, end)
    ):
        return True
    if quantity.form == "fraction":
        return False
    if text[start] in _SCALES and _BY_SCALE.match(text, start):
        return True
    if behind == "强" and _ENTERED.search(text, max(0, start - 14), start):
        return False
    if behind in _CLASS_WORDS and text[end : end + 2] not in (
        "级次",
        "强化",
        "制定",
        "制造",
        "强降",
        "制发",
        "制作",
        "制度",
        "制种",
        "制衣",
        "制药",
        "制品",
        "制冷",
    ):
        return True
    return quantity.dimension == "grade" or quantity.unit in ("级", "星级", "A级", "年级", "等")
