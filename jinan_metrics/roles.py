"""Fact, target, old value or top of a scale: the role a number plays."""

from __future__ import annotations

import regex

from jinan_metrics.model import Role
from jinan_metrics.state import Meaning, Spot

_TARGET_HEADING = regex.compile(
    r"(?:下一步|下步|今后|工作打算|工作安排|工作计划|工作思路|主要目标|主要任务|工作部署|总体部署|工作总体部署|政府工作(?:的)?建议|预期目标|目标任务|重点任务|重点工作任务|工作建议|工作重点|发展目标|总体要求|明年|努力方向)"
)


_TARGET_WORD = regex.compile(
    r"力争|争取|(?<![持才动生资养展项作程新者助度年施实成额原按该本善究护升救励育业建”\x01])计划(?![的、，。;和与及项内外书表总管目]|生育|经济|单列|体制|安排表|完成率)|(?<![模虚草比])拟(?!合|人|定(?!于)|南芥|声|态|物|制|订|音|除虫)|确保|预期(?!寿命)|目标(?:是|为|:)|有望|务必|力保|规划(?:建设|新建|改建|布局|新增|到|总)|努力(?:使|让|实现|达到|推动)|(?<![即])将(?=[达建新实超突继进完会力有于增把开启迎陆逐打扩精率形着持再竣通贯投采]|全面|重点|大力|加快|努力|累计|在20|推|安排|组织|为|从)|(?<![加升长降少展大高])到20\d\d[ ]?年|到“|未来|建成后|投产后|通车后|达产后|(?<![供响适效相反对回])应当?(?![急诉届用对收录付邀到检]|出席|参|缴|纳|交|税|得|享)|不少于|不低于|不超过|不高于|不得|须(?=[^，。;]{0,20}$)|最快|(?<![主重需必纪摘概首扼])要(?=[由从把将达完力新建提降压控确推让使按再努坚继扩培引])"
)


_BASELINE = regex.compile(r"(?:较|比|高于|低于)(?:去年|上年|前年|同期|上年同期|去年同期|\d{4}[ ]?年)的[ ]?$")
# 8%左右的国内生产总值增长目标; but 317个县实现目标 tells of a goal that is reached
_GOAL_BEHIND = regex.compile(
    r"(?:(?!实现|完成|达到|超额)[^，。;的]){0,4}的?(?:预期|约束性|既定|发展)?目标|的(?:(?!实现|完成|达到)[^，。;]){0,14}目标"
)
# 2015年为11%，2018年上升到12%; 合同制职工占60%，而1985年仅占5%: the earlier year is there for comparison
_LATER_LEVEL = regex.compile(
    r"[，,;][ ]?(?:到|至)?(?:19|20)\d\d[ ]?年(?:则|已|就)?(?:上升|下降|提高|提升|增加|减少|降低|增长|扩大|缩小|升|降|增|减)(?:到|至|为)"
)
_YEAR_BEFORE = regex.compile(r"(?:19|20)\d\d[ ]?年[^，。;\d]{0,6}$")
_EARLIER_YEAR = regex.compile(r"^[ ]?而(?:在)?(?:(?:19|20)\d\d[ ]?年|去年|上年|此前|过去)")
_OPENS_A_PLAN = regex.compile(
    r"(?:^|[，。;])[ ]?(?:明年|下一年|下一步|下步|下阶段|下半年|新的一年)[，]?(?:我们|全市|全省|全县|全区)?(?:要|将(?!军)|拟|计划)"
)
_ARROW = regex.compile(r"[ ]?(?:-{1,2}>|→|⟶|⇒)")
_PAST_PLAN = regex.compile(
    r"(?:原|已|超额|提前)(?:完成)?(?:计划|目标)|将[^，。;]{0,24}(?:下沉|纳入|列入|压缩|压减|提升|降|提高|缩短|整合|下放|划转|列为|作为|评为|确定为)"
)


# The last year that the words before a number name, plans (到2025年) and references (比2020年) aside.
_LAST_YEAR_NAMED = regex.compile(r"(?<![到至比较于由从\d])(20\d\d)[ ]?年(?!度工作)(.?)(?![^。]*20\d\d[ ]?年)")
_ENDED = regex.compile(r"(?:截至|截止)")


# What plans say without telling it done: 《方案》提出, 报告明确
_DEMANDED = regex.compile(r"(?:^|[，。;])[^，。;]{0,4}要求(?![的书是和、])")
_EXPECTED_LATER = regex.compile(
    r"建成后|预计[^，。;]{0,12}(?:竣工|建成|完工|交付|贯通|投产|投运|投入运营|开工|通车)"
)
_PROPOSED = regex.compile(
    r"(?:报告|规划|方案|计划|意见|纲要|通知|行动|要点|文件|\x01)(?:中|还|明确|也|同时){0,2}(?:提出|要求|明确)(?!了)[，:]?"
)
# Without a year of the document nothing before this one is taken for a plan.
_SURELY_AHEAD = 2025


def _is_ahead(named: int, year: int | None) -> bool:
    return named > year if year is not None else named >= _SURELY_AHEAD


def role(spot: Spot, year: int | None) -> Role:
    """actual, or target where the words of the clause or its heading speak of a plan."""
    text = spot.masked
    lead = text[spot.sentence_start : spot.quantity.end]
    near = text[spot.whole_start : spot.quantity.end]
    if regex.search(r"满分(?:为|是|:)?[ ]?$", text[spot.clause_start : spot.quantity.start]) or (
        regex.search(r"总分(?:为|是)?[ ]?$", text[spot.clause_start : spot.quantity.start])
        and spot.in_brackets
    ):
        return "maximum"
    if _ARROW.match(text, spot.quantity.end):
        return "baseline"
    if _LATER_LEVEL.match(text, spot.quantity.end) and _YEAR_BEFORE.search(
        text, spot.whole_start, spot.quantity.start
    ):
        return "baseline"
    if (
        _EARLIER_YEAR.search(text[spot.whole_start : spot.quantity.start])
        and spot.sentence_start < spot.whole_start
    ):
        return "baseline"
    if spot.before.from_level or _BASELINE.search(text, spot.clause_start, spot.quantity.start):
        return "baseline"
    if _GOAL_BEHIND.match(text, spot.quantity.end, spot.sentence_end):
        return "target"
    for word, label in spot.before.words:
        if label == "plan":
            if "预计" in word and not _EXPECTED_LATER.search(lead) and not _planned_section(spot):
                continue
            return "target"
    dated = None if year is None else _LAST_YEAR_NAMED.search(lead)
    if dated is not None and year is not None and int(dated.group(1)) < year and dated.group(2) != "起":
        return "actual"
    if (
        _planned_section(spot)
        and not _ENDED.search(lead)
        and not regex.search(r"(?:去年|上年|已(?!婚))", near)
    ):
        return "target"
    found: regex.Match[str] | None = None
    for found in _TARGET_WORD.finditer(near):  # noqa: B007 - the last one is wanted
        pass
    if found is not None and not _PAST_PLAN.search(near):
        word = found.group()
        if not word.startswith("到20"):
            return "target"
        return "target" if _is_ahead(int(word[1:5]), year) else "actual"
    until = regex.search(r"(?<![加升长降少展大高])到(20\d\d)[ ]?年", lead)
    if until is not None and _is_ahead(int(until.group(1)), year) and not regex.search(r"\d{4}年到", lead):
        return "target"
    if regex.search(r"(?:力争|确保|争取|目标是|预期目标(?:是|为|:)|将把|今后五年|未来[三五]年|下一步)", lead):
        return "target"
    if spot.planned or _OPENS_A_PLAN.search(lead):
        return "target"
    if (_PROPOSED.search(lead) or _DEMANDED.search(lead)) and not told_as_done(spot):
        return "target"
    opening = regex.match(r"[^，。;]{0,4}(20[2-5]\d)[ ]?年[，将]", lead)
    if opening is not None and year is not None and int(opening.group(1)) > year:
        return "target"
    return "actual"


# What ends the reach of a word of planning within its sentence: facts, other times.
_PLAN_ENDS = regex.compile(
    r"了(?!解)|(?<!业)已(?!婚)|目前|去年|上年|同比|截至|累计|现有|此前|[12]\d{3}[ ]?年|达到了|；|;|。|但|而(?!且)|当前|现在|原"
)


def goes_on(spot: Spot, meaning: Meaning, last: Spot, planned: Meaning) -> bool:
    """Whether a number still stands under the plan that the one before it states.

    Either it is another side of the same plan (计划开工项目20个，总里程5387公里), or how much the planned level adds to the
    year before (拟安排赤字7500亿元，比上年增加5700亿元).
    """
    if planned.role != "target" or spot.quantity.start - last.quantity.end > 40:
        return False
    against = spot.before.basis is not None or spot.before.has("yoy")
    adds = meaning.kind == "change" and against and spot.before.end <= spot.before.start
    if adds and spot.whole_start <= last.whole_end + 1:
        return True
    return _PLAN_ENDS.search(spot.masked, last.quantity.end, spot.quantity.start) is None


_DONE = regex.compile(
    r"了(?!解)|(?<!业)已(?!婚)|以来|截至|(?<![由从比较与同])(?:去年|上年)|(?<![由从])目前|我国(?:有|是)|现有"
)


def told_as_done(spot: Spot) -> bool:
    """Whether the clause tells of something done or existing, in a part of the document that plans."""
    return _DONE.search(spot.masked, spot.whole_start, spot.quantity.end) is not None


def _planned_section(spot: Spot) -> bool:
    return any(_TARGET_HEADING.search(heading) for heading in spot.section)
