"""Heads that say nothing alone (总量, 占比, 全长), and the subject that owns them."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns
from jinan_metrics.coordination import ends_as_quantity
from jinan_metrics.objects import KEEP_AT

BARE = frozenset(lexicon.classes("heads")["bare"])
_DIVISIONS = lexicon.longest_first(lexicon.classes("heads")["division"])
# Heads that come in pairs: 一般公共预算收入…, 支出… means 一般公共预算支出.
_PARALLEL = (
    ("收入", "支出"),
    ("进口", "出口"),
    ("存款", "贷款"),
    ("存款余额", "贷款余额"),
    ("销售面积", "销售额"),
    ("存栏", "出栏"),
    ("存栏量", "出栏量"),
    ("全长", "总长", "长", "宽", "高", "深", "直径", "重"),
    ("播种面积", "种植面积", "养殖面积", "栽培面积", "总产量", "总产", "产量", "单产"),
)
# 国家财政收入比上年增加…，总额首次突破万亿元: the total is that of the quantity named before
_ALL_OF = ("中国", "我国", "全国", "全省", "全市", "全县", "全区")
_TOTALS = ("总额", "金额", "总值", "合计", "总计", "规模", "数量")
_SHARES = ("率", "比重", "占比", "比例", "指数", "增速")
# 民营企业进出口…，其中出口: the exports are theirs
_BOTH_WAYS = patterns.compile(r"(.{0,20}?)进出口(?:总额|总值)?$")


# Bodies that own a figure without being what it tells of.
PLACES = ("市", "省", "县", "区", "我们")
# Where a thing is ranked, or what a figure in brackets is set beside, is not the thing: 全球第二, (全省平均88.3%).
FIELDS = frozenset(
    (
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全球",
        "世界",
        "国内",
        "全国平均",
        "全省平均",
        "全市平均",
        "上年",
        "上年同期",
        "去年",
        "去年同期",
    )
)
# Among what things are ranked.
FIELD_ENDS = ("城市", "省份", "省市", "省区", "地市", "市州", "区县", "县区", "县市", "设区市", "州市")
_ATTRIBUTES = frozenset(
    ("全长", "总长", "占地", "占地面积", "总面积", "总建筑面积", "建筑面积", "长", "里程")
)
_SHARES_TOLD = ("个数占比", "数量占比", "金额占比", "投资占比", "总投资", "占比")
_SO_FAR = patterns.compile(r"^(?:(?:累计|现有|目前|新增|新)?(?:报告|登记|认定|引进|培育|发现)?)")


def with_owner(head: str, subject: str, group: list[str]) -> str:
    """``subject`` with a bare head (总量, 占比) of its own."""
    if head in subject[-len(head) - 1 :]:
        return subject
    if subject in _ATTRIBUTES:  # 全长36公里，总投资260亿元
        return head
    for other in _SHARES_TOLD:  # 项目250个，个数占比28.3%，总投资1037亿元
        if subject.endswith(other) and other != head and len(subject) > len(other) + 2:
            subject = subject[: -len(other)]
            break
    if subject.endswith(("满分", "总分")):  # 考核满分100分，平均得分91.3分
        return subject[:-2] + head
    if head == "新增":  # 累计报告病例100例，当日新增3例
        return head + _SO_FAR.sub("", subject)
    match = KEEP_AT.match(subject, 2 if subject.startswith(_ALL_OF) else 0)
    if match is not None and head in ("总量", "总数", "存量", "保有量"):
        subject = subject[match.end() :]
    for parallel in _PARALLEL:
        if head in parallel:
            ending = next((other for other in parallel if subject.endswith(other)), "")
            if ending:
                return subject[: -len(ending)] + head
    if "、" in subject and len(group) > 1:
        return head
    if not head.endswith("占比") and head not in (
        "增速",
        "占比",
        "比重",
        "增幅",
        "贡献率",
        "涨幅",
        "降幅",
        "提升幅度",
        "总量",
        "总数",
        "增速排名",
        "增速位次",
    ):
        for ending in ("总量", "总数", "数量", "人次"):
            if subject.endswith(ending):
                return subject[: -len(ending)] + head
        if ends_as_quantity(subject):
            return subject if head in _TOTALS and not subject.endswith(_SHARES) else head
    return subject + head if len(subject) <= 24 else head


def with_division(name: str, subject: str) -> str:
    """A bare part (城镇, 东部) of the quantity in force, "" where the name is none or there is no quantity."""
    if name not in _DIVISIONS or not ends_as_quantity(subject) or "、" in subject:
        return ""
    if name.endswith("居民") and ("人均" not in subject or subject.endswith("增速")):
        return ""
    for other in (*_ALL_OF, *_DIVISIONS):
        if subject.startswith(other) and len(subject) - len(other) >= 2:
            subject = subject[len(other) :]
            break
    if name.endswith("居民"):  # 全体居民人均可支配收入…，城镇居民…
        subject = subject.removeprefix("全体").removeprefix("常住").removeprefix("居民")
    return name + subject


def of_both_ways(head: str, subject: str) -> str:
    """``head``, which is exports or imports, of those whose trade the subject is; "" where it is nobody's."""
    other = "进口" if head == "出口" else "出口"
    if subject.endswith(other) and len(subject) > 2 and not subject.endswith("进出口"):
        return subject[:-2] + head
    owner = _BOTH_WAYS.match(subject)
    return owner.group(1) + head if owner is not None and owner.group(1) else ""
