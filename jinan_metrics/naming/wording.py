"""Names by fixed wordings before the number, told ahead of every other way of naming: outcomes, plans, sums, contests."""

from __future__ import annotations

from collections.abc import Callable

from jinan_metrics import patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.naming.listed import outcome
from jinan_metrics.naming.name import Name
from jinan_metrics.state import Meaning, Spot

# 新增就业1.9万人，完成年计划的64%
_OF_A_PLAN = patterns.compile(
    r"(?:已)?(?P<plan>完成了?(?:年度|全年|年初|全省|全市|下达|调整)?[^，。;、的\d]{0,4}(?:计划|任务|预算|目标任务|目标))的[ ]?$"
)
# 三者合计占诉求总量的37.4%
_SUM_OF = patterns.compile(
    r"(?P<sum>(?:[两二三四五六七八九十]者|[上前][述面]?[两二三四五六七八九十][者项类个])合计)占到?(?P<whole>[^，。;、\d]{0,10}?)的?$"
)
# 价格上涨的有60个，下跌的25个
_MOVED = patterns.compile(r"(?P<name>[\u4e00-\u9fff]{2,10})的有?$")
# 4个3000吨级泊位
_SIZED_BEHIND = patterns.compile(
    r"(?P<name>\d[\d.]*[万千]?(?:吨|千瓦|兆瓦|千伏|公里|平方米|立方米|亩|亿元|张)级?以?上?"
    r"(?:[^，。;、\d和]{2,12}?(?:发电项目|电站|机组|生产线|装置)|[^，。;、\d和]{2,8}?)"
    r"(?=分别|均|在|提前|建成|投产|投用|投入|开工|竣工|完工|[，。;、和]|$))"
)
_WHO_PASSED = patterns.compile(
    r"(?P<name>\d{2,3}(?:\.\d)?分(?:及)?以[上下]|[\u4e00-\u9fff]{2,12}(?:超过?|突破|过|达到?|不足|低于|高于)[\d.,]{1,9}[万亿]{0,2}[元人吨亩%]?(?:以上|以下)?)的(?:企业|单位)?(?:已|共)?(?:有|达到?|增至|增加到|(?<=分以[上下]的))$"
)
_STAYED = ("持平的", "持平的有")
_MOVE = "上涨"
_MOVES = (_MOVE, "下降", "持平", "增长", "回落", "上升", "下跌", "增加", "减少")
_MADE_UP = patterns.compile(r"组成的(?P<name>[^，。;:、\d]{2,20})")
_DIGIT = patterns.compile(r"\d")
# 在全市年度考核中获评优秀，位列第五
_CONTEST = patterns.compile(
    r"在(?P<name>[^，。;:在]{2,20}(?:考核|评估|测评|评比|评价|竞赛|大赛|评选|评议|检查|考评|评审))中"
)
# 消费者满意度测评中，我市得分82.06分
_CONTEST_AHEAD = patterns.compile(
    r"(?:^|[，。;:在]|年度?)(?P<name>[^，。;:在\d]{2,20}(?:考核|评估|测评|评比|评价|测试|检查|调查|考评|评审))中，$"
)
_SHORT_SCORE = 6

NameOf = Callable[[int, int], str]


def by_wording(masked: str, name_of: NameOf, spot: Spot, meaning: Meaning, subject: str) -> Name | None:
    """The name that a fixed wording gives; ``name_of`` makes the name of a span, ``subject`` is the one in force."""
    if meaning.kind == "count":
        return _counted(masked, name_of, spot, subject)
    if meaning.kind == "rate":
        return _shared(masked, name_of, spot, subject)
    return None


def _counted(masked: str, name_of: NameOf, spot: Spot, subject: str) -> Name | None:
    start, end = spot.quantity.start, spot.quantity.end
    came_to = outcome(masked, spot)
    if came_to is not None:
        return Name(name_of(*came_to), "", "name.outcome")
    passed = (
        _WHO_PASSED.search(masked, spot.whole_start, start) if "的" in masked[start - 7 : start] else None
    )
    if passed is not None and spot.after.noun[1] <= spot.after.noun[0]:  # 年产值超10亿元的达到20个
        return Name(name_of(*passed.span("name")), "", "name.happening")
    if masked[start - 1] in "的有" and (spot.before.has("up", "down") or masked.endswith(_STAYED, 0, start)):
        moved = _MOVED.search(masked, spot.clause_start, start)
        if moved is not None:
            name = name_of(*moved.span("name"))
            if len(name) == len(_MOVE) and subject[-2:] in _MOVES:  # 价格上涨的有22个，下降的17个
                name = subject[:-2] + name
            return Name(name, "", "name.happening")
    made_up = _MADE_UP.match(masked, end, spot.sentence_end) if masked.startswith("组成的", end) else None
    if made_up is not None:  # 由46人组成的主席团
        return Name(name_of(*made_up.span("name")), "", "name.noun-after")
    if (
        masked[start - 1] == "为"
        and masked.startswith("提供", end)
        and spot.after.noun[0] == spot.after.noun[1]
    ):
        return Name(name_of(*spot.after.happening), "", "name.happening")  # 为900多人提供咨询服务
    sized = _SIZED_BEHIND.match(masked, end, spot.whole_end) if masked[end : end + 1].isdecimal() else None
    return None if sized is None else Name(name_of(*sized.span("name")), "", "name.noun-after")


def _shared(masked: str, name_of: NameOf, spot: Spot, subject: str) -> Name | None:
    at = spot.quantity.start
    done = _OF_A_PLAN.search(masked, spot.clause_start, at) if masked[at - 1] == "的" else None
    if done is not None:
        begin = strip_leading(masked, spot.clause_start, done.start())
        owner = name_of(begin, done.start()) or subject
        return Name(owner + name_of(*done.span("plan")), "", "name.head-of-subject")
    sum_of = None
    if spot.before.share_of is not None:
        sum_of = _SUM_OF.search(masked, spot.clause_start, at)
    if sum_of is None:
        return None
    return Name(f"{name_of(*sum_of.span('sum'))}占{name_of(*sum_of.span('whole'))}", "", "name.noun-before")


def contest_scored(masked: str, spot: Spot, start: int, end: int) -> tuple[int, int] | None:
    """The contest in the clause before a bare score (…测评中，我市得分82.06分), whose noun spans ``start`` to ``end``."""
    told = masked.endswith("得分", start, end) or masked[spot.quantity.start - 1] == "得"
    if end - start > _SHORT_SCORE or not told:
        return None
    contest = _CONTEST_AHEAD.search(masked, spot.sentence_start, spot.whole_start)
    return None if contest is None else contest.span("name")


def contest_ranked(masked: str, spot: Spot) -> tuple[int, int] | None:
    """The contest that a place was won in, where no number stands between."""
    contest = None
    for contest in _CONTEST.finditer(masked, spot.sentence_start, spot.quantity.start):  # noqa: B007 - the last one
        pass
    if contest is None or _DIGIT.search(masked, contest.end(), spot.whole_start):
        return None
    return contest.span("name")
