"""Fact, target, old value or top of a scale: the role a number plays."""

from __future__ import annotations

from functools import lru_cache

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import MADE_KNOWN
from jinan_metrics.model import Role
from jinan_metrics.state import Meaning, Spot

_TARGET_HEADING = patterns.compile(
    r"(?:下一步|下步|今后|(?:下半年|下季度|下阶段|明年)的?重点工作|工作打算|工作安排|工作计划|工作思路|主要目标|主要任务|工作部署|总体部署|工作总体部署|政府工作(?:的)?建议|预期目标|目标任务|重点任务|重点工作任务|工作建议|工作重点|发展目标|总体要求|明年|努力方向|招[聘录](?:岗位|职位|计划|名额|人数)|20\d\d[ ]?年[^，。；]{0,8}目标$|20\d\d[ ]?年[^，。；]{0,6}(?:安排|打算|计划|思路)$)"
)


# 2022年工作回顾和2023年工作的总体要求: what was done comes first
_LOOKING_BACK = patterns.compile(r"回顾|总结|成就|成绩|(?:不足|问题|困难|短板|原因)[^，。;]{0,4}[和与及]")
_TARGET_WORD = patterns.compile(
    rf"力争|届时|准备(?=[招新建再投启推]|在|将|把|用)|打算(?=[将把在于向新实建完让使用再投])|争取(?<![共计]争取)(?![^，。;\d]{{0,10}}(?:资金|补助)|到)|计划(?=总投资)|[今全本]年计划(?=再|安排|实施|投资|新建|开工|建设|完成|新增|改造)|计(?<![入持才动生资养展项作程新者助度年施实成额原按该本善究护升救励育业建”\x01]计)(?<![千万]人计)划(?![的、，。;和与及项内外书表总管目]|生育|经济|单列|体制|安排表|完成率)|拟(?<![模虚草比对]拟)(?!合|人|定(?!于)|公开(?![招选竞拍出])|录用|任|上市|聘|出让|征|南芥|声|态|物|制|订|音|除虫)|(?<!为)确保|预期(?!寿命)|目标(?:任务)?(?:是|为|:)|有望|务必|(?<!地)力保(?!护)|规划(?:总?投资(?!的)|建设|新建|改建|布局|新增|到|总)|努力(?:使|让|实现|达到|推动)|将(?<![即]将)(?={lexicon.alternation(lexicon.classes('verbs')['will'])}|[达建新实超突继进完会力有于增把开启迎陆逐打扩精率形着持再竣通贯投采]|全面|重点|大力|加快|努力|累计|在20|翻|分(?![子局公院行])|下[跌降滑调]|上[涨升调]|回[升落]|增[长加]|在(?![线校建逃押岗职编册])|推|安排|组织|为|从|由)(?!服务器)|到(?<![加升长降少展大高]到)[ ]?20\d\d[ ]?年|到“|未来|建成后|投产后|通车后|达产后|应(?<![供响适效相反对回]应)(?:该(?=在|达|会|超)|当(?!事|[^，。;:\d]{{2,16}}的[\u4e00-\u9fff]{{1,8}}\d)|(?=达|不[低少高超得]|于|在|控制|保持|符合|具备))|需(?:要)?(?=完成|实现|新增|建设|达到)|不少于|不低于|不超过|不高于|不得|须(?=[^，。;]{{0,20}}$)|最快(?!的)|要(?<![主重需必纪摘概首扼]要)(?=[由从把将达完力新筹办招发建提降压控确推让使按再努坚继扩培引覆占超])"
)


_BASELINE = patterns.compile(
    r"(?:[较比]于?|高于|低于)(?:去年|上年|前年|同期|上年同期|去年同期|\d{4}[ ]?年|[改革施行启调]{2}前|此前|以前|过去|往年)的[ ]?$"
)
# 比上年（74.4%）减少2.1个百分点
_COMPARED_WITH = patterns.compile(
    r"(?:比|较)(?:上年|去年|上月|上季度?|前年|\d{4}年|[^，。;()]{0,4}同期)[末底]?\([^，。;()\d]{0,4}$"
)
# 在上年增长11.2%的高基数上再增6%
_UPON_IT = patterns.compile(r"[^，。;\d]{0,4}的?[高低]?(?:基数|基础)(?:之)?上")
# 客座率71.2%(上年同期65.8%)
_TIME_BEFORE = patterns.compile(r"\([ ]?(?:上|去|前)(?:年|月|季度?)(?:同期)?(?:为|是)?[ ]?$")
# 8%左右的国内生产总值增长目标; but 26个县实现目标 tells of a goal that is reached
_GOAL_BEHIND = patterns.compile(
    r"(?:(?!实现|完成|达到|超额)[^，。;的]){0,4}的?(?:预期|约束性|既定|发展|年度)?目标|的(?:(?!实现|完成|达到)[^，。;]){0,14}目标"
)
# 2015年为11%，2018年上升到12%; 合同工占四成，而2005年仅占5%: the earlier year is there for comparison
_LATER_LEVEL = patterns.compile(
    r"[，,;][ ]?(?:到|至)?[ ]?(?:19|20)\d\d[ ]?年(?:则|已|就)?(?:上升|下降|提高|提升|增加|减少|降低|增长|扩大|缩小|升|降|增|减)(?:到|至|为)"
)
_YEAR_BEFORE = patterns.compile(
    r"(?:19|20)\d\d[ ]?年[^，。;\d]{0,6}$|^[ ]?(?:19|20)\d\d[ ]?年[^，。;\d]{0,26}$"
)
# 环比上涨0.1%，上月为下降0.6%
_WAS_BEFORE = patterns.compile(
    r"[ ]?(?:上月|上季度|上年同期|去年同期|上年同月|上年|去年|\d{1,2}月份?)(?:则)?[为是](?:[^，。;\d]{0,6})$"
)
_BEFORE_BEGINS = frozenset(" 上去0123456789")
_CLAUSE_ENDS = frozenset("，,;")
_WHEREAS = ("而", " 而")
_EARLIER_YEAR = patterns.compile(r"[ ]?而(?:在)?(?:(?:19|20)\d\d[ ]?年|去年|上年|此前|过去)")
_OPENS_A_PLAN = patterns.compile(
    r"(?:^|。)[ ]?要(?=深入|大力|加快|着力|坚持|推进|推动|全面|把|积极|进一步|切实|突出|努力|实施|加强|持续|统筹|抓好|做好|健全|完善|强化|优化|培育|扩大|促进|提高|确保|力争)|"
    r"(?:^|[，。;])[ ]?我们(?:一定)?(?:要|必须)(?![求是看])|(?:^|[，。;])[ ]?明年(?!初)|(?:^|[，。;])[ ]?(?:本|全)?规划期(?:内|末)[，]|(?:^|[，。;])[ ]?今年(?:将)?继续(?:执行|实施|落实|安排)"
    r"|(?:^|[，。;])[ ]?(?:明年|下一年|下一步|下步|下阶段|下半年|新的?一年)[，]?(?:我们|全市|全省|全县|全区)?(?:要|将(?!军)|拟|计划)"
    rf"|(?:^|[，。;])[ ]?20[2-5]\d年[，]?(?:我[市省县区们]|全[国市省县区])?将(?={lexicon.alternation(lexicon.classes('verbs')['will'])}|改造|推动|实施)"
    rf"|(?:^|[，。;])[ ]?今年[，]?(?:我[市省县区们]|全[国市省县区])?将(?={lexicon.alternation(lexicon.classes('verbs')['will'])})"
)
_GOAL_MISSED = patterns.compile(r"(?:没有|未能?)(?:实现|完成|达到)")
_ARROW = patterns.compile(r"[ ]?(?:-{1,2}>|→|⟶|⇒)")
_ARROW_BEGINS = frozenset(" -→⟶⇒")
_INVESTMENT_PLANNED = patterns.compile(r"(?<!完成)计划(?:总)?投资[^，。;]{0,4}\d[\d.,]*[万亿]*元?$")
_PAST_PLAN = patterns.compile(
    r"(?:原|已|超额|提前)(?:完成)?(?:计划|目标)|将(?![由从会])[^，。;]{0,24}(?:下沉|纳入|列入|压缩|压减|提升|降|提高|缩短|整合|下放|划转|列为|作为|评为|确定为)"
)


# The last year that the words before a number name, plans (到2025年) and references (比2020年) aside.
_LAST_YEAR_NAMED = patterns.compile(
    r"(?<![到至比较于由从\d])(?<![到至比较于由从] )(20\d\d)[ ]?年(?!度工作)(.?)(?![^。]*20\d\d[ ]?年)"
)
_ENDED = patterns.compile(r"(?:截至|截止)")


_NOW = patterns.compile(r"目前|现已|已达|已有|已建成|已完成")
# 将16支基金整合为2支
_MERGED = patterns.compile(
    r"[^，。;\d]{1,16}?(?:整合|合并|精简|归并|撤并|压减|优化|压缩)(?:为|成|至|到)[^，。;\d]{0,8}\d"
)
_LIMITS = ("不少于", "不低于", "不超过", "不高于")
_MOVED_TO = patterns.compile(r"(?:减|降|压缩|缩短|压减|减少|增加|提高|提升|增|升)(?:为|到|至)$")
_USED_TO = patterns.compile(
    r"(?:过去|原来|原先|以前|从前|此前|以往)[^，。;\d]{0,8}(?:要|需|得)[^，。;\d]{0,6}$"
)  # 过去要跑9个部门
_HANDLED = ("反馈", "办", "完成", "审", "出证", "拿证", "响应", "发证", "送达", "取证", "领证")
_FULL_MARK = patterns.compile(r"满分(?:为|是|:)?[ ]?$")
_TOTAL_MARK = patterns.compile(r"总分(?:为|是)?[ ]?$")
_TOTAL_GRADE = patterns.compile(r"(?:总成绩|总评成绩|总分)(?:为|是|按|以)?[ ]?$")
_FULL = 100
_PAST_NEAR = patterns.compile(r"(?:去年|上年|已(?!婚))")
_UNTIL = patterns.compile(r"(?<![加升长降少展大高])到[ ]?(20\d\d)[ ]?年")
_FROM_YEAR_TO = patterns.compile(r"\d{4}年到")
_AIM = patterns.compile(
    r"(?:力争|确保|争取(?![^，。;\d]{0,10}(?:资金|补助)|到)|目标是|预期目标(?:是|为|:)|将把|今后五年|未来[三五]年|下一步)|^[ 　]*(?:总体|主要|发展|工作|奋斗)?目标:"
)
_OPENS_WITH_YEAR = patterns.compile(
    r"(?!进入)[^，。;]{0,4}(20[1-5]\d)[ ]?年(?!度?(?:计划|规划|目标|方案|起|前|以前))"
)


# What plans say without telling it done: 《方案》提出, 报告明确
_DEMANDED = patterns.compile(
    r"(?:^|[，。;])[^，。;]{0,4}要求(?![的书是和、，。;])|(?:^|[，。;])[^，。;]{2,14}(?:明确)?规定[，:]"
)
_EXPECTED_LATER = patterns.compile(
    r"建成后(?![一多未至已两\d])|预计(?:[^，。;]{0,8}(?:实施|建成|投产|投用)后|[^，。;]{0,20}(?:竣工|建成|完工|交付|交验|贯通|投产|投运|投用|投入运营|投入使用|开工|开业|通车|达产))"
)
# 春运期间预计发送旅客4亿人次: what news expects of a time to come
_COMING = patterns.compile(r"(?:明[天日]|期间|假期|[春暑]运|未来[^，。;]{1,6})[^，。;]{0,8}预计")
# 完成年度计划的104%: how much of the plan is done
_OF_THE_PLAN = patterns.compile(
    r"(?:低于|高于|超过|超出|超)[^，。;]{0,8}目标(?:值|任务)?$|(?:完成|占)了?(?:[^，。;]{0,4}(?:年度|全年|年初|预算|本年))?[^，。;]{0,4}(?:计划|目标|任务)(?:数|量|总量)?的[ ]?$"
)
# 3座水库将陆续开工: what is counted will only come about
_WILL_BEHIND = patterns.compile(
    r"[^，。;\d]{0,12}(?<![即由从必终])将(?=转型|升级|全部|全面|陆续|相继|分别[建投竣开]|于|在20|如期|按期|竣工|开工|建成|投产|投入|投用|惠及)"
)
# 责令改正，处二万元以上十万元以下的罚款: what a law lays down
_FINED = patterns.compile(r"(?:以[上下])?的?(?:罚款|罚金|罚锾|拘留|拘役)|不得")
_LAW = patterns.compile(r"内$|的，处|违反|责令|逾期|情节|下列|可以|应当|并处|由[^，。;]{2,24}(?:部门|机关)")
_THIS_YEAR = ("全年", "今年", "本年", "去年", "上年", "当年", "年末", "年底", "月份", "季度")
_PROPOSED = patterns.compile(
    r"(?:报告|规划|方案|计划|意见|纲要|通知|行动|要点|文件|\x01)(?:中|还|明确|也|同时){0,2}(?:提出|要求|明确)(?!了)[，:]?|(?:银行|世行|组织|机构|专家|分析|报告)[^，。;]{0,6}预测(?!的|数|值)|今明两年|明后两年"
)
# Without a year of the document nothing before this one is taken for a plan.
_SURELY_AHEAD = 2025


_CLASS_OF = patterns.compile(r"(20\d\d)[ ]?[届级]")


def _names_later_year(lead: str, year: int | None) -> bool:
    """预计2022届毕业生…: said of a class that will leave after the document's year."""
    named = _CLASS_OF.search(lead) if year is not None and "20" in lead else None
    return named is not None and year is not None and int(named.group(1)) > year


def _is_ahead(named: int, year: int | None) -> bool:
    return named > year if year is not None else named >= _SURELY_AHEAD


def role(spot: Spot, year: int | None) -> Role:
    """actual, or target where the words of the clause or its heading speak of a plan."""
    text = spot.masked
    begin, end = spot.quantity.start, spot.quantity.end
    whole, clause = text[spot.whole_start : begin], text[spot.clause_start : begin]
    behind = text[end : end + 1]
    if spot.quantity.unit in ("", "分") and (
        _FULL_MARK.search(text, spot.clause_start, begin)
        or (spot.in_brackets and _TOTAL_MARK.search(text, spot.clause_start, begin))
    ):
        return "maximum"
    if behind in _ARROW_BEGINS and _ARROW.match(text, end):
        return "baseline"
    if (
        "总" in clause
        and spot.quantity.value == _FULL
        and _TOTAL_GRADE.search(text, spot.clause_start, begin)
    ):
        return "maximum"
    if ("要" in whole or "需" in whole or "得" in whole) and _USED_TO.search(text, spot.whole_start, begin):
        return "baseline"
    opened = spot.sentence_start < spot.whole_start
    if opened and whole[:1] in _BEFORE_BEGINS and _WAS_BEFORE.match(text, spot.whole_start, begin):
        return "baseline"
    if (
        opened
        and text.startswith(_WHEREAS, spot.whole_start)
        and _EARLIER_YEAR.match(text, spot.whole_start, begin)
    ):
        return "baseline"
    if behind in _CLAUSE_ENDS and (_LATER_LEVEL.match(text, end) and _YEAR_BEFORE.search(whole)):
        return "baseline"
    if spot.in_brackets and (
        _COMPARED_WITH.search(text, spot.sentence_start, begin)
        or (text[begin - 1] in "年月期为是" and _TIME_BEFORE.search(text, spot.clause_start - 1, begin))
    ):
        return "baseline"
    moving = "将" in clause or "把" in clause or text[begin - 1] in "将把"
    if moving and _MERGED.match(text, end):
        return "baseline"
    if spot.before.from_level or (
        text[begin - 1] in "的 " and _BASELINE.search(text, spot.clause_start, begin)
    ):
        return "baseline"
    rest = text[end : spot.sentence_end]
    if "基" in rest[:8] and ("年" in clause or "期" in clause) and _UPON_IT.match(text, end):
        return "baseline"
    if "标" in rest and "目标" in rest:
        if _GOAL_BEHIND.match(text, end, spot.sentence_end):
            return "target"
        if text.find("目标", end, spot.whole_end) >= 0 and _GOAL_MISSED.search(text, spot.whole_start, begin):
            return "target"
    if "将" in rest[:14] and _WILL_BEHIND.match(text, end, spot.sentence_end):
        return "target"
    lead = text[spot.sentence_start : end]
    if (
        ("罚" in rest[:5] or "拘" in rest[:5] or rest[:2] == "不得")
        and _FINED.match(text, end)
        and _LAW.search(lead)
        and not _DONE.search(lead)
    ):
        return "target"
    near = text[spot.whole_start : end]
    for word, label in spot.before.words:
        if label == "plan" and not _OF_THE_PLAN.search(text, spot.clause_start, begin):
            thisyear = year is not None or any(mark in lead for mark in _THIS_YEAR)
            if (
                "预计" in word
                and spot.quantity.kind != "duration"
                and thisyear
                and not _EXPECTED_LATER.search(lead)
                and not _names_later_year(lead, year)
                and not _planned_section(spot)
            ):
                continue  # 预计全年增长5%: an estimate of the year under review
            return "target"
    years = "20" in lead
    if "划" in near and "计划" in near and _INVESTMENT_PLANNED.search(near):
        return "target"
    dated = _LAST_YEAR_NAMED.search(lead) if years and year is not None else None
    if dated is not None and year is not None and int(dated.group(1)) < year and dated.group(2) != "起":
        return "actual"
    if _planned_section(spot) and not _ENDED.search(lead) and not _PAST_NEAR.search(near):
        return "target"
    found = further = _TARGET_WORD.search(near)
    while further is not None:  # the last one is wanted
        found, further = further, _TARGET_WORD.search(near, further.end())
    if found is not None and found.group() in _LIMITS and _MOVED_TO.search(near[: found.start()]):
        found = None  # 由120个工作日减为不超过80个
    if found is not None and found.group() == "计划" and MADE_KNOWN.search(near, 0, found.end()):
        found = None  # 公示改造计划96个
    if found is not None and found.group() == "最快" and text.startswith(_HANDLED, end):
        found = None  # 最快1小时办结: so it is
    if found is not None and found.group() == "争取" and _DONE.search(lead):
        found = None  # 今年以来争取补助1.26亿元: got
    if found is not None and not _PAST_PLAN.search(near):
        word = found.group().replace(" ", "")
        if not word.startswith("到20"):
            return "target"
        return "target" if _is_ahead(int(word[1:5]), year) else "actual"
    until = _UNTIL.search(lead) if years and "到" in lead else None
    if until is not None and _NOW.search(near):
        until = None
    if until is not None and _is_ahead(int(until.group(1)), year) and not _FROM_YEAR_TO.search(lead):
        return "target"
    # One character is looked for many times as fast as a word.
    sure = "确" in lead
    aims = (
        sure or "争" in lead or "标" in lead or "未" in lead or "今" in lead or "步" in lead or "把" in lead
    )
    aim = _AIM.search(lead) if aims else None
    if aim is not None and aim.group() == "争取" and _DONE.search(lead):
        aim = None
    expected = "预" in lead
    if expected and "预计" in near and _COMING.search(near):
        return "target"
    if aim is not None or ((expected or "成后" in lead) and _EXPECTED_LATER.search(lead)):
        return "target"
    if spot.planned or (
        ("年" in lead or "下" in lead or "期" in lead or "要" in lead) and _OPENS_A_PLAN.search(lead)
    ):
        return "target"
    demands = ("求" in lead and "要求" in lead) or ("规" in lead and "规定" in lead)
    proposes = demands or (
        (sure or expected or "提" in lead or "两" in lead)
        and ("提出" in lead or "明确" in lead or "预测" in lead or "两年" in lead)
    )
    demanded = (proposes and _PROPOSED.search(lead)) or (demands and _DEMANDED.search(lead))
    if demanded and not told_as_done(spot):
        return "target"
    opening = _OPENS_WITH_YEAR.match(lead) if years else None
    if opening is not None and year is not None and int(opening.group(1)) > year:
        return "target"
    return "actual"


# What ends the reach of a word of planning within its sentence: facts, other times.
_PLAN_ENDS = patterns.compile(
    r"了(?!解)|(?<!业)已(?!婚)|目前|去年|上年|同比|截至|累计|现有|此前|[12]\d{3}[ ]?年|达到了|；|;|。|但|发现|实际(?![利使])|为计划|上半年|前[一二三\d]{1,2}(?:个月|季度)|而(?!且)|当前|现在|原"
)


def goes_on(spot: Spot, meaning: Meaning, last: Spot, planned: Meaning) -> bool:
    """Whether a number still stands under the plan that the one before it states.

    Either it is another side of the same plan (计划开工项目20个，总里程5387公里), or how much the planned level adds to the
    year before (拟安排专项资金75亿元，比上年增加20亿元).
    """
    if meaning.kind == "rate" and spot.masked.endswith("完成", 0, spot.quantity.start):
        return False  # 计划投资90亿元，完成48%
    if planned.role != "target" or spot.quantity.start - last.quantity.end > 40:
        return False
    against = spot.before.basis is not None or spot.before.has("yoy")
    adds = meaning.kind == "change" and against and spot.before.end <= spot.before.start
    if adds and spot.whole_start <= last.whole_end + 1:
        return True
    return _PLAN_ENDS.search(spot.masked, last.quantity.end, spot.quantity.start) is None


_DONE = patterns.compile(
    r"了(?!解)|(?<!业)已(?!婚)|以来|截至|(?<![由从比较与同])(?:去年|上年)|(?<![由从])目前|我国(?:有|是)|现有"
)


_ENTERED_YEAR = patterns.compile(r"进入[ ]?20\d\d[ ]?年")  # 进入2019年后，增量放大


def told_as_done(spot: Spot) -> bool:
    """Whether the clause tells of something done or existing, in a part of the document that plans."""
    masked, end = spot.masked, spot.quantity.end
    if _DONE.search(masked, spot.whole_start, end) is not None:
        return True
    return (
        masked.find("进入", spot.sentence_start, end) >= 0
        and _ENTERED_YEAR.search(masked, spot.sentence_start, end) is not None
    )


@lru_cache(maxsize=256)
def _plan_headed(section: tuple[str, ...]) -> bool:
    return any(_TARGET_HEADING.search(heading) and not _LOOKING_BACK.search(heading) for heading in section)


def _planned_section(spot: Spot) -> bool:
    return bool(spot.section) and _plan_headed(spot.section)
