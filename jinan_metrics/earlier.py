"""Nouns that stand earlier in the sentence than the clause of the number, as spans; empty spans where there is none."""

from __future__ import annotations

import re

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import ADJUSTED, ADJUSTMENTS, strip_leading
from jinan_metrics.coordination import ends_as_quantity, is_shared
from jinan_metrics.objects import verb_before
from jinan_metrics.state import Spot

_NOTHING = (0, 0)
# All up to the last mark of a clause, and up to the last mark of a noun.
_TO_CLAUSE = patterns.compile(r".*[，。;:!?\n]", re.DOTALL)
_TO_NOUN = patterns.compile(r".*[，。;:!?\n()、和]", re.DOTALL)
_SUBJECT_VERB = patterns.compile(
    r"(?:迈[上过入进]|跨[越过上入]|越过|站上|接连|[涨跌升降增减回][得势]|仍在|还在|逆势|表现(?!力|形)|[偏较][少多高低大小弱强慢快紧差](?!的|数)|下[滑跌降](?!率)|上[升涨扬](?!率)|回[升落]|走[高低]|萎缩|连续(?=[跨迈突越])|总体(?!规划|方案|目标)|整体(?!规划)|持续|[三四五六七八九]连[涨跌增降升]|虽|最[高多大低小快少强](?!生活|工资|收入|气温)|遭遇|受到|供应(?![量链商地总额])|同步|双双|迅猛|提前|有所|略有|绝对|开通(?!里程)|建成(?!区)|通车(?!总?里程)|投用|竣工(?!面积|房屋|率|验收)|涨幅|增幅|增速|降幅|连接|位于|起于|[东西南北]起|正式|近年来|首次|出现|正在|在(?![校建园职岗读])|创|再创|刷新|实现|保持|持续|稳步|不断|继续|明显|显著|大幅|加快|抵达|达到?|突破|超过|位居|位列|(?<![安宜])居(?!民|住|家|委|间)|(?<!活)跃|(?<!新)增(?!加值|值|量|资|收|长极|长率)|提(?!案|升机|单)|降(?!水|雨|雪|解)|(?<![毫公])升|稳(?!岗|产)|扩大|快速|进一步|取得|呈现|(?<!自)由|从(?!业|事)|(?<![行作])为|是|已|(?<![人户日月年平])均|将(?!军)|全面|成为|运行|较|(?<!占)比(?![重例率])|同比)"
)


_IDENTIFIED = patterns.compile(
    r"(?:是指|(?<![行作认因])为|(?<![不就但只总还])是)(?P<thing>[^，。;:、\d]{3,14})，"
)
# 对收费目录作全面清理
_TREATED = patterns.compile(
    r"对(?P<thing>[^，。;:\d]{2,20}?)(?:进行|作|开展|实施|予以|组织|逐[一项件个]|及时|集中|全面)"
)
# 依法惩治电信网络诈骗犯罪，起诉834人
_FOUGHT = patterns.compile(
    r"(?<=[，。;:\n法厉严决拳续入出准格])(?:惩治|严惩|打击|惩处|整治)(?P<thing>[^，。;:\d]{2,24}?)(?:行为|活动)?$"
)
_MOVES = patterns.compile(
    r"(?:提高|增加|提升|降低|减少|压减|压缩|扩大|加大|上调|下调)了?(?P<thing>[\u4e00-\u9fff]{4,20}?)(?:力度|幅度)?$"
)
# Works have a length and a cost: 甲乙高铁连接两市，全长约86公里.
_WORKS = (
    "工程",
    "项目",
    "铁路",
    "公路",
    "高铁",
    "高速",
    "大桥",
    "隧道",
    "机场",
    "水库",
    "线路",
    "大道",
    "园区",
    "港",
)


_WORK_BEHIND = patterns.compile(
    r"(?:提升|提质|扩大|扩容|建成|改造|升级)[^，。;、的]{0,4}?(?:工程|项目|行动|计划)"
)
_LONGEST_TOPIC = 8
_URGED = tuple(lexicon.classes("verbs")["urge"])
_LONGEST_HEADING = 40
_HEADING = patterns.compile(
    r"[ \u3000]*(?:\x02{3,4}|\d{1,2}[.、]|[一二三四五六七八九十]{1,2}[、是])(?=[^，。;:\d]{3,30}。$)"
)
# 总体来看, 与此同时, 三年来: when, where and how, but not what. The last are verbs and adverbs.
_CIRCUMSTANCE = patterns.compile(
    r"(?:[来看说]|方面|期间|以来|同时|此外|目前|日前|近日|如今|今天|[之以]?[前后中下上内外时间初末底际]|其中|年|月|日|季度|阶段|时期|情况|消息|报告|介绍|显示|[了着过的地得]|努力|发展|推进|见效|好转|向好|增强|改善|全力|影响|原因)$"
    r"|^(?:后|据|按|截至|自|从|在|随着|通过|为|对|与|和|以|因|受|经|同|根据|按照|围绕|面对|针对|例如|比如)"
    r"|[与和及沿把被向着了][^率量额值]{2}|在(?![校建园职岗读])"
)


_TOLD_OF = patterns.compile(
    r"(?:(?:分布|集中)[在于]|来自于?|(?:最[多高大]|其次|排名第[一二三])的?(?:分别)?[是为]|主要[是为]|多[是为]|以)"
    r"(?P<thing>[^，。;:\d]{2,30}?)(?:为主|居多|最多)?$|^(?P<next>[^，。;:\d]{2,20})(?:次之|紧随其后)$"
)
_CLAUSE_MARK = patterns.compile(r"[，。;:!?\n]")
_TOPIC = patterns.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9 &+.\x01-]*")


def _clause_start(masked: str, end: int, floor: int, marks: re.Pattern[str] = _TO_CLAUSE) -> int:
    found = marks.match(masked, floor, end)
    return floor if found is None else found.end()


def fronted_object(masked: str, spot: Spot) -> tuple[int, int]:
    """编印《手册》，向干部发放5000余册: the object that the clause before has named."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start:
        return _NOTHING
    verb, at = verb_before(masked, _clause_start(masked, end, spot.sentence_start), end)
    return (at, end) if verb else _NOTHING


def moved_object(masked: str, spot: Spot) -> tuple[int, int]:
    """提高企业退休人员基本养老金，人均每年增长10%: what the clause before moves."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start:
        return _NOTHING
    moved = _MOVES.search(masked, _clause_start(masked, end, spot.sentence_start), end)
    return _NOTHING if moved is None else moved.span("thing")


def identified(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int]:
    """“一纵”是指滨河大道，北起甲镇，全长165公里; 最高点为大寨山，海拔494米: what was last said to be so and so."""
    floor = max(spot.sentence_start, claimed_until)
    found: re.Match[str] | None = None
    for found in _IDENTIFIED.finditer(masked, floor, spot.whole_start):  # noqa: B007 - the last one is wanted
        pass
    return _NOTHING if found is None else found.span("thing")


def treated_object(masked: str, spot: Spot) -> tuple[int, int]:
    """对收费目录作集中清理，取消9项: what the clause before says was treated."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start:
        return _NOTHING
    start = _clause_start(masked, end, spot.sentence_start)
    treated = _TREATED.search(masked, start, end) or _FOUGHT.search(masked, start, end)
    return _NOTHING if treated is None else treated.span("thing")


def noun_before(masked: str, floor: int, at: int) -> tuple[int, int]:
    """The noun that ends at a bracket."""
    if at <= floor:
        return _NOTHING
    start = strip_leading(masked, _clause_start(masked, at, floor, _TO_NOUN), at)
    return verb_before(masked, start, at)[1], at


def leading_subject(
    masked: str, spot: Spot, claimed_until: int, *, topic: bool = False, owner_of: str = ""
) -> tuple[int, int]:
    """The noun that opens the clause before, where that has no number (进出口总值创新高，达到920亿元).

    With ``topic`` a clause that is nothing but a noun counts whatever it ends in (绿色信贷，比上年增长5%), and so does
    what stands before its verb; with ``owner_of``, which is a bare head (产量), a noun of two characters does (夏粮).
    """
    opening = _opening(masked, spot, claimed_until)
    if opening is None:
        return _NOTHING
    begin, stop, end = opening
    owner = masked[begin:stop]
    if (
        ends_as_quantity(owner)
        or owner.endswith(_WORKS)
        or (topic and stop == end and _is_topic(masked, spot, begin, end))
        or (topic and stop < end and _is_owner(masked, begin, stop))
        or (owner_of and stop < end and stop - begin == 2 and owner.isalpha())
    ):
        return begin, stop
    return _NOTHING


def topic(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int]:
    """大家关心的物业纠纷，全年接到8200件: the noun that a clause before is, behind what is said of it."""
    opening = _opening(masked, spot, claimed_until)
    if opening is None or opening[1] != opening[2]:
        return _NOTHING
    begin = masked.rfind("的", *opening[:2]) + 1 or opening[0]
    return (begin, opening[1]) if _is_topic(masked, spot, begin, opening[1]) else _NOTHING


def moving_subjects(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int]:
    """公证和见证逆势上扬，增幅分别为…: what the clause before, which has no number, says has moved."""
    opening = _opening(masked, spot, claimed_until)
    return _NOTHING if opening is None or opening[1] == opening[2] else opening[:2]


def _opening(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int, int] | None:
    """The clause before, where it has no number: where its subject begins, where that ends (before a verb) and where it ends."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start or masked[end] in ";:":
        return None
    start = _clause_start(masked, end, spot.sentence_start)
    if start > spot.sentence_start and ADJUSTED.match(masked, start, end):
        end = start - 1
        start = _clause_start(masked, end, spot.sentence_start)
    adjusted = ADJUSTED.search(masked, start + 2, end) if masked.endswith(ADJUSTMENTS, start, end) else None
    end = end if adjusted is None else adjusted.start()  # 生产总值按可比价格计算，增长5%
    if start > spot.sentence_start and masked.startswith(
        "也就是", start
    ):  # 居民消费价格指数，也就是CPI，上涨2%
        end = start - 1
        start = _clause_start(masked, end, spot.sentence_start)
    against = _AGAINST.search(masked, start + 2, end) if masked[end - 1] in "比较" else None
    end = end if against is None else against.start()  # 平均浓度与五年前相比，降幅达60%
    if (
        claimed_until > start
        or end - start < 3
        or (masked[end - 1] in "比较" and masked.endswith(("相比", "比较", "对比"), start, end))
    ):
        return None
    begin = strip_leading(masked, start, end)
    if masked.startswith(("仍为", "仍是", "仍居", "为全", "是全", "居全"), begin):
        return None  # 仍为全球最高，占到38%
    match = _SUBJECT_VERB.search(masked, begin + 2, end)
    work = None if match is None else _WORK_BEHIND.match(masked, match.start(), end)
    if work is not None:  # 农村电网巩固提升工程全面展开
        match = _SUBJECT_VERB.search(masked, work.end(), end)
    stop = end if match is None else match.start()
    while match is not None and stop > begin and masked[stop - 1] in "也仍都却则又还虽以骤猛陡锐急":
        stop -= 1
    return begin, stop, end


_AGAINST = patterns.compile(r"[与同和][^，。;:]{2,16}(?:相比|比较|对比)$")
# 增幅最大的是旅游消费类，共1830件; 丙类最多，占五成
_SINGLED_OUT = patterns.compile(
    r"(?:垫底|居首|领跑|居末)的[是为](?P<last>[^，。;:\d]{2,16})$|(?:短板|弱项|强项|亮点|难点)(?:仍|还|则)?[是为](?P<trait>[^，。;:\d]{2,16})$|(?:最[大多高低小少快慢好]|第[一二三])(?:的(?:行业|地区|县区|类别|品种|领域|部门)?|行业|地区|县区|类别|品种|领域|部门)[是为](?P<thing>[^，。;:\d]{2,16})$|(?:涉及|关于|属于|反映)(?P<about>[^，。;:\d]{2,30}?)的?最[多大高少低]$|(?:其中|^(?!其中))(?P<most>(?![为是创属达])[^，。;:\d]{2,10}?)的?最[多大高少低]$"
)


def _in_clause_before(pattern: re.Pattern[str], masked: str, spot: Spot) -> tuple[int, int]:
    """What ``pattern`` finds in the clause right before, which a comma ends: the span of its last group."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start or masked[end] != "，":
        return _NOTHING
    start = _clause_start(masked, end, spot.sentence_start)
    found = pattern.search(masked[start:end])
    if found is None:
        return _NOTHING
    begin, stop = found.span(found.lastgroup or 0)
    return start + begin, start + stop


def singled_out(masked: str, spot: Spot) -> tuple[int, int]:
    """What the clause right before says has the most or the least."""
    return _in_clause_before(_SINGLED_OUT, masked, spot)


def told_of(masked: str, spot: Spot) -> tuple[int, int]:
    """受访者主要分布在互联网行业，占比72%; 其次是在校学生，占43%: what the clause before ends in, which has the share."""
    return _in_clause_before(_TOLD_OF, masked, spot)


def sentence_topic(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int]:
    """What a sentence opens with, where nothing was claimed in it yet (甲集团发展很快，…，排名第三); no circumstance."""
    start = strip_leading(masked, spot.sentence_start, spot.whole_start)
    if claimed_until > spot.sentence_start or start >= spot.whole_start:
        return _NOTHING
    mark = _CLAUSE_MARK.search(masked, start, spot.whole_start)
    end = spot.whole_start if mark is None else mark.start()
    match = _SUBJECT_VERB.search(masked, start + 2, end)
    stop = end if match is None else match.start()
    while stop > start and masked[stop - 1] in "也仍都却则又还虽骤猛陡锐急 ":
        stop -= 1
    words = masked[start:stop]
    plain = 2 <= len(words) <= 20 and _TOPIC.fullmatch(words) is not None
    if not plain or _CIRCUMSTANCE.search(words) is not None or verb_before(masked, start, stop)[0]:
        return _NOTHING
    return start, stop


def headed(masked: str, start: int, claimed_until: int, *, whole: bool = False) -> tuple[int, int]:
    """What the heading tells of that stands right before a sentence: (二)物业类诉求居高不下。|全年受理3520件."""
    line = masked.rfind("\n", start - _LONGEST_HEADING if start > _LONGEST_HEADING else 0, start) + 1
    if (not line and start > _LONGEST_HEADING) or line == start or claimed_until > line:
        return _NOTHING
    heading = _HEADING.match(masked, line, start)
    if heading is None:
        return _NOTHING
    begin, end = heading.end(), start - 1
    match = _SUBJECT_VERB.search(masked, begin + 2, end)
    stop = end if match is None else match.start()
    words = masked[begin:stop]
    if whole:  # (一)物业管理。|受理2.31万件
        plain = match is None and 2 < len(words) <= _LONGEST_TOPIC and not words.startswith(_URGED)
        return (begin, stop) if plain and words.isalpha() and not _does(masked, begin, stop) else _NOTHING
    named = words.isalpha() and is_shared(words)
    return (begin, stop) if named else _NOTHING


def _is_owner(masked: str, start: int, end: int) -> bool:
    """Whether what stands before the verb of a clause is a noun (市场主体呈现…势头，达1.6亿户)."""
    return (
        3 <= end - start <= 16
        and masked[start:end].replace(" ", "").isalpha()
        and _CIRCUMSTANCE.search(masked[start:end]) is None
        and not _does(masked, start, end)
    )


def _does(masked: str, start: int, end: int) -> bool:
    """Whether a span has a verb of doing with an object (修复信用, but not 信用修复)."""
    verb, at = verb_before(masked, start, end)
    return bool(verb) and at < end


_LONGEST_HEAD = 8


def _is_topic(masked: str, spot: Spot, start: int, end: int) -> bool:
    """Whether a clause opens its sentence and is nothing but a noun."""
    begin = _clause_start(masked, end, spot.sentence_start)
    return (
        (begin == spot.sentence_start or masked[begin - 1] == ";")
        and 3 <= end - start <= 16
        and masked[start:end].replace(" ", "").isalpha()
        and _CIRCUMSTANCE.search(masked[begin:end]) is None
        and (
            not verb_before(masked, start, end)[0]
            # 组建联盟的学校，由35所增加到100所
            or (spot.before.from_level and 0 < end - masked.rfind("的", start, end) <= _LONGEST_HEAD)
        )
    )
