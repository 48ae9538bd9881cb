"""Names that certain words around the number give, wherever its noun stands."""

from __future__ import annotations

from collections.abc import Callable

from jinan_metrics import patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.naming.name import Name
from jinan_metrics.state import Meaning, Spot

# 42.5%，这是2021年服务业增加值占比: the name follows
_THIS_IS = patterns.compile(
    r"(?:[，]?[ ]?(?:这|那)?|[!][ ]?这)是(?:截[至止][^，。;]{2,12}，)?(?P<name>[^，。;!?\n]{2,40})"
)
# 将人均收入2300元作为新的扶贫标准: the figure is the standard
_MADE_INTO = patterns.compile(
    r"\x02{0,20}(?:作为|设为|定为|确定为)(?P<name>[^，。;!?\n\d]{2,20})(?=[，。;!?\n]|$)"
)
_MADE_BEGINS = frozenset("\x02作设定确")
_TAKING = patterns.compile("将|把|以")


# 投资6000万元实施湿地公园整治工程: what is paid for stands behind the money
_PAYMENTS = ("投资", "总投资", "计划投资", "计划总投资", "累计投资", "投", "争取资金")
_NEXT_TIMES = patterns.compile(r"、(?=\d{1,3}次)")
_PAID_FOR = patterns.compile(
    r"(?:[ ]?(?:用于)?|，(?=实施|建设|新建|改造))(?:加快|大力|启动)?(?:实施|建设|新建|改造|推进|进行|开展|修建|兴建|打造|整治)(?:了|的)?"
    r"(?:[\d一二两三四五六七八九十百]{1,6}[个项座条处家])?(?P<name>[^，。;:\d\n]{3,40}?)(?=[，。;\n]|的基础上|建设[，。;\n]|$)"
)
# 投资70亿元用于河道治理
_SPENT_ON = patterns.compile(r"[ ]?(?:全部)?用于(?P<name>[^，。;:\d\n]{3,20}?)(?:[，。;\n]|$)")
# 斥资11亿元兴建水利工程: what is done with it
_LAID_OUT = ("斥资", "出资", "耗资")
# 对个人处二百元以上一千元以下罚款, 处五日以上十日以下拘留
_PENALTY = patterns.compile(r"的?(?P<penalty>罚款|罚金|拘留|拘役)")
_LAYS_DOWN = ("处", "处以", "或者", "或")
_ON_WHOM = patterns.compile(r"(?P<whom>对(?:单位|个人|其?直接[^，。;]{2,16}人员?|法人))(?:可以?)?(?:并)?处$")
# 明年是两国建交40周年, 祝贺新中国成立73周年
_CELEBRATED = patterns.compile(
    r".*(?:庆祝|祝贺|纪念|迎来|值此|正值|适逢|[今明去]年是|也?[向就以为])了?(?P<event>[^，。;向就以为]{2,})$"
)
# 历时25天对9个乡镇开展督导
_DONE_TO = patterns.compile(r"对[^，。;]{2,30}?(?P<done>(?:开展|进行|实施)[\u4e00-\u9fff]{2})")
_ONE_AFTER_OTHER = (("先后", "adverb"),)
_HOW_OFTEN = patterns.compile(r"(?:一|[两二三1-3])次$")
# 在全省营商环境评估中，甲市名列第二
_CONTEST_AHEAD = patterns.compile(
    r"(?:^|[，。;:在])(?P<name>[^，。;:在\d]{2,24}(?:考核|评估|测评|评比|评价|测试|排名|榜单|大赛|竞赛))中，$"
)
_MUST = patterns.compile(r"(?<=...)(?:应当?|必须|须|要)(?=[^，。;]{0,12}在?$)")


def _to_be_done(masked: str, spot: Spot) -> tuple[int, int]:
    """What is done within a time: 1小时内响应, 自验收之日起三十日内，将竣工图报送主管部门."""
    begin, end = min(spot.after.noun[0], spot.after.happening[0]), spot.after.happening[1]
    if begin >= end and masked[spot.clause_end : spot.clause_end + 1] == "，":
        begin = spot.clause_end + 1
        end = next(
            (at for at in range(begin, spot.sentence_end) if masked[at] in "，。;:!?\n"), spot.sentence_end
        )
    return strip_leading(masked, begin, end), end


def _of_time(
    masked: str, name_of: Callable[[int, int], str], spot: Spot, meaning: Meaning, noun: str
) -> Name | None:
    """The same for a length of time: what is to be done within it, what took so long."""
    quantity = spot.quantity
    if meaning.rule == "duration.within" and (
        not noun
        or noun == "限期"
        or masked[quantity.start - 1] in "、后起在"
        or masked.startswith("不得", quantity.end)
    ):
        done = name_of(*_to_be_done(masked, spot))
        must = _MUST.search(noun) if len(done) <= 2 else None  # 争议要当天立案并在7日内结案
        return Name(done if must is None else noun[: must.start()] + done, "", "name.happening")
    if meaning.rule == "duration.within" and len(noun) >= 2 and masked[quantity.start - 1] != "的":
        done = name_of(*_to_be_done(masked, spot))
        if 2 <= len(done) <= 4:
            return Name(noun + done, "", "name.happening")  # 紧急类工单2小时内响应
    if meaning.rule == "duration.every":
        done = masked[min(spot.after.noun[0], spot.after.happening[0]) : spot.clause_end]
        return Name(noun.removesuffix("每") + _HOW_OFTEN.sub("", done), "", "name.happening")
    if meaning.rule == "duration.anniversary":
        event = _CELEBRATED.search(noun)
        if event is not None:
            return Name(event.group("event"), "", "name.noun-before")
    if meaning.rule == "duration.limit" and noun.endswith(("提前", "提早")):
        begin, end = _to_be_done(masked, spot)  # 应当提前三十日发布告示
        if end - begin >= 2:
            owner = noun if end - begin == 2 else noun[-2:]
            return Name(owner + name_of(begin, end), "", "name.happening")
    if noun in ("限期", "花", "花费", "经过", "历经", "历时", "时隔", "相隔", "过", "经", ""):
        begin = min(spot.after.noun[0], spot.after.happening[0])
        if (
            spot.clause_end - begin >= 2
            and spot.before.words in _NO_WORDS
            and meaning.rule != "duration.streak"
        ):
            if masked.startswith("时间", begin):
                begin += 3 if masked[begin + 2] in "就便" else 2
            to_do = _DONE_TO.match(masked, begin, spot.clause_end)
            begin = begin if to_do is None else to_do.start("done")
            return Name(name_of(begin, spot.clause_end), "", "name.happening")
    at_it = masked[spot.after.noun[1] : spot.after.noun[1] + 1] == "中" and masked[quantity.start - 1] == "在"
    if spot.after.with_de and (at_it or masked.endswith(_LASTS, 0, quantity.number_start)):
        return Name(name_of(*spot.after.noun), "", "name.noun-after")
    return None


_NO_WORDS = ((), (("了", "adverb"),))
_LASTS = ("为期", "持续", "长达")
# 第3次到云南考察并发表讲话, 第一次集体学习时强调
_AND_THEN = patterns.compile(r"并|时(?=强调|指出|表示|提出|发表|说)")


def told_outright(
    masked: str, name_of: Callable[[int, int], str], spot: Spot, meaning: Meaning, noun: str
) -> Name | None:
    """A name that certain words around the number give; ``name_of`` makes the name of a span."""
    quantity = spot.quantity
    if meaning.kind == "duration" and meaning.rule != "duration.penalty":
        of_time = _of_time(masked, name_of, spot, meaning, noun)
        if of_time is not None:
            return of_time
    if meaning.kind == "money" or meaning.unit == "倍" or meaning.rule == "duration.penalty":
        penalty = _PENALTY.match(masked, quantity.end, spot.clause_end)
        if penalty is not None and masked.endswith(_LAYS_DOWN, 0, quantity.start):
            whom = _ON_WHOM.search(masked, spot.clause_start, quantity.start)
            owner = "" if whom is None else name_of(*whom.span("whom"))
            return Name(owner + penalty.group("penalty"), "", "name.noun-after")
    paid_for = _PAID_FOR.match(masked, quantity.end, spot.sentence_end) if noun in _PAYMENTS else None
    if paid_for is not None:
        return Name(name_of(*paid_for.span("name")) + noun, "", "name.paid-for")
    ends = noun[-2:] if noun else ""
    if ends in _LAID_OUT and spot.after.happening[1] > spot.after.noun[0] and not spot.after.with_de:
        begin = min(spot.after.noun[0], spot.after.happening[0])
        return Name(name_of(begin, spot.clause_end), ends, "name.happening")
    spent_on = (
        _SPENT_ON.match(masked, quantity.end, spot.sentence_end + 1)
        if ends in _PAYMENTS or noun == "投"
        else None
    )
    if spent_on is not None:
        return Name(name_of(*spent_on.span("name")) + "投资", "投资", "name.paid-for")
    made = None
    if masked[quantity.end : quantity.end + 1] in _MADE_BEGINS:
        made = _MADE_INTO.match(masked, quantity.end, spot.sentence_end)
    if made is not None and _TAKING.search(masked, spot.whole_start, quantity.start):
        return Name(name_of(*made.span("name")), "", "name.made-into")
    if not noun and spot.whole_start == spot.sentence_start and not spot.in_brackets:
        this_is = _THIS_IS.match(masked, quantity.end)
        if this_is is not None and not masked[spot.whole_start : quantity.start].strip():
            begin = strip_leading(masked, *this_is.span("name"))
            return Name(name_of(begin, this_is.end("name")), "", "name.this-is")
    if meaning.rule == "count.labelled" and ":" in masked[spot.sentence_start : quantity.start]:
        at = masked.rfind(":", spot.sentence_start, quantity.start)
        return Name(name_of(spot.sentence_start, at), "", "name.label")
    if (
        meaning.kind == "rank"
        and len(noun) <= 4
        and masked.endswith("中，", spot.sentence_start, spot.whole_start)
    ):
        contest = _CONTEST_AHEAD.search(masked, spot.sentence_start, spot.whole_start)
        if contest is not None:
            return Name(name_of(*contest.span("name")), "", "name.noun-before")
    if meaning.unit == "次" and spot.before.words[:1] == _ONE_AFTER_OTHER and not spot.after.with_de:
        begin = min(spot.after.noun[0], spot.after.happening[0])
        again = _NEXT_TIMES.search(masked, begin, spot.clause_end)  # 先后3次召开会议、2次现场督导
        end = spot.clause_end if again is None else again.start()
        if end - begin >= 3:
            return Name(name_of(begin, end), "", "name.happening")
    if meaning.rule == "count.nth-time":
        begin = min(spot.after.noun[0], spot.after.happening[0])
        end = max(spot.after.noun[1], spot.after.happening[1])
        further = _AND_THEN.search(masked, begin + 3, end)
        return Name(name_of(begin, end if further is None else further.start()), "", "name.happening")
    return None
