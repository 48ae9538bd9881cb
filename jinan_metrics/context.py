"""The words around a quantity, taken apart: what stands before it, what comes after it.

``before`` takes function words off the end of the words in front of a number (达, 分别增长, 比上年, 由…) until a noun
is left; ``after`` finds the noun, or the happening, behind a number. Both look only as far as the clause reaches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinan_metrics import lexicon, patterns

_TAILS = lexicon.by_word("tails")
# 提高到, 下降至, 增加为: a movement that ends at a level
for _movement in ("up", "down"):
    for _verb in lexicon.classes("tails")[_movement]:
        for _end in ("到", "至", "为", "了", "成"):
            _TAILS.setdefault(_verb + _end, _movement if _end == "了" else f"to_{_movement}")
# For every last character of a tail the lengths of such tails, longest first.
_TAIL_LENGTHS = lexicon.lengths(_TAILS, at=-1)

_BASIS = patterns.compile(
    r"(?:(?<![占对同环相类评可])比(?![例重率值赛分特])|(?<![比计])较(?![大高好快为强低少]|多(?!年))|(?<!参)与(?=[^，]{1,12}(?:相比|比较|(?<!占)比)$)|同(?=[^，]{1,8}相比$))"
    r"[^，、;:]{1,24}$"
)
_COMPARED = patterns.compile(
    r"(?P<up>跑赢|高于|快于|多于|优于|好于|高出|超出|领先|超过?(?=[^，]{0,4}(?:去年|上年|同期|全国|全省|全市|平均)))[^，、;:\d]{1,16}$|(?P<down>低于|慢于|少于)[^，、;:\d]{1,16}$"
)
_MOVES_ON = patterns.compile(
    r"[^，。;\n]{0,12}，(?:已|则|进一步|稳步|逐步|大幅)?(?:上升|下降|提高|提升|增加|减少|降低|增长|缩短|压缩|扩大|降|升|增|减)(?:到|至|为)"
    r"|[^，。;\n]{0,24}?(?:到|至|(?<![作成])为|转|变|[升降增减提压扩缩跃退]|整合|优化|调整)"
)
# 间隔15分钟缩为8分钟: the movement follows the old value at once
_MOVES_AT_ONCE = patterns.compile(
    r"[ ]?(?:[缩减增降升提压扩延变调]|下降|上升|增加|减少|提高|压缩|缩短|扩大|提升|压减|精简|整合|合并)(?:减|短|加|整|升|高)?(?:为|到|至|成)了?[^，。;\d]{0,4}(?=[\d一二两三四五六七八九十])"
)
_MOVE_BEGINS = frozenset(" 缩减增降升提压扩延变调下上整精合")
_NOT_BEYOND = patterns.compile(r"(?<=不[得应能])(?P<up>超过|高于)[^，、;:\d]{2,14}$")
_MUST_NOT = ("不得", "不应", "不能", "不")
_EXCEEDING = patterns.compile(r"(?P<up>超过?|领先)[^，、;:\d]{2,14}$")
_FROM = patterns.compile(
    r"(?:由|(?<!自)从)(?:原来|原先|原有|原|最初|过去|此前|之前|去年(?:同期)?|上月|上季度?|上周|上年(?:同期)?|前年|[^，。、;:]{0,6}?\d{4}[ ]?年[底末初]?|[^，。、;:]{0,6}?[〇零一二三四五六七八九]{4}年[底末初]?|\x01{3,6}(?:时期|期)?[末初底]|居[^，。]{0,4}|[一二两三四五六七八九十\d]{1,3}年前|前[一二两三四五六七八九十\d]{1,2}年|每[^，。、;:\d]{1,3}|[^，。、;:\d到至]{1,5}的|[^，。、;:]{0,2}期)?(?:同期)?的?[ ]?$"
)
_UPON = patterns.compile(r"在[^，、;:]{2,12}(?:基础上|的基础上)$")
_REFERENCE = patterns.compile(
    r"(?:由|从)?(?:(?:19|20)\d\d[ ]?年(?:同期)?[底末初]?|上年(?:同期|末)?|去年(?:同期|底)?|前年|原来|此前|之前|现在|目前|如今|当前|同期|当初|年初|期初|全国|全省|全市|全球|世界|全县|全行业)的?$"
)
# 扣除价格因素, 考虑物价上涨影响: how the figure was made, not what it is a figure of
ADJUSTED = patterns.compile(r"(?:扣除|剔除|考虑|除去|不计)[^，。;:]{2,12}(?:因素|影响)[后]?$")
_SHARE_WITHIN = patterns.compile(r"(?:在|占)[^，、;:占在]{1,14}[中里](?:的)?(?:占比|比重|比例|份额)$")
_SHARE = patterns.compile(r"占(?![地有用领据])[^，、;:占]{0,24}$")

# 约为全国人均水平的七分之一, 不足玉米的三分之一
_MEASURED_BY = patterns.compile(
    r"(?:(?P<over>超过|逾)|(?P<under>不足|不到|接近)|(?P<approx>约为|约占|约)|(?P<level>相当于|仅为|只有|达到?|为))[^，、;:\d]{2,16}$"
)
# What is looked for before it is asked where: every match of _COMPARED, _EXCEEDING, _BASIS and _SHARE holds one of
# these characters, every match of _FROM one of 由 and 从; _REFERENCE and _TRAILING end in theirs.
_RELATING = patterns.compile("[于出领超比较与同占]")
_ADJUSTMENTS = ("因素", "影响", "后")
_SHARES = ("占比", "比重", "比例", "份额")
_REFERENCE_ENDS = frozenset("今在业初前县国市年底期末来球界的省")
_TRAILING_ENDS = frozenset("已\t *-:|—\u3000、上与且中了以共及后和并来的着等里间面")

_LEADING = patterns.compile(
    r"(?=[ (\d①-⑳一七三仍即如尤尽特甚由虽上下不与事据未没且为两九也了争二于五仅今从令以但使依先全八六共其再几则到前力包十去又及另只合同向含和四因在均多大实对将已年并当总成截扎把拟持按是月有期本此深率的目着确积第累后经给统继而自至被要计让达近还进逐都重陆预首我单这过])"
    r"(?:[一二两三四五六七八九十\d]{1,3}年前的?|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){1,2}[ ]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九]，|首先|其次|再次|即使是?|虽然|尽管|由于|因为|如果|依然|依旧|仍然|甚至|尤其是|特别是|(?:全国|全省|全市)?(?:没有|未能?)(?:实现|完成|达到)(?:[^，。;的\d]{0,6}的)|事实上|实际上|总体上|据统计，?|据测算，?"
    r"|(?:(?:截至|截止|到|至|自|从)[ ]?)?(?:(?:\d\x03?){2,4}[ ]?年(?:度)?|今年|去年|上年|当年|本年度?|全年|年内|上半年|下半年|第?[一二三四]季度|前[ ]?[一二三四五六七八九十\d]{1,3}[ ]?个?(?:月|季度))"
    r"(?:以来|来)?(?:\d{1,2}[ ]?月份?)?(?:\d{1,2}日)?(?:年?[末底初])?(?:以来|为?止|期间|以后)?"
    r"|\d{1,2}[ ]?月份?(?:\d{1,2}日)?[末底初]?(?:当月)?|当月|当季(?!度)|单季度?|这也是|这是|也是|过去\d{1,3}(?:小时|天|个月|年)(?:内|里)?|年末|年底前?|月底前?|月末|期末|本月|本期|本季度?|目前|近年来|五年来|几年来|一年来|多年来|近[ ]?[一二三四五六七八九十两\d]{1,2}[ ]?年(?:来|中|间)?|[一二三四五六七八九十]年(?!以[上下]|级|制|期)(?:来|间|内|里|中)?|后(?=预计|保留|每|将|可)|[一二三四五六七八九十\d]{1,2}年间"
    r"|(?:全国|全[省市县区州盟旗]|[我本][省市县区州])(?:现|共|已)?(?:设|建)?有(?=[^，、效色机关限组资])(?!线|望|条件|责)|其中|同时|使其|令其|此外|另外|另有|另|还|并且|并|且|而|则|但|也|又|再|仅|只|共|累计|先后|不断|进一步|持续|继续|全力|积极|着力|大力|深入|扎实|统筹|有效|依法依规|依法(?!行政)|率先|逐步|陆续|重点|成功|实际(?!使用|利用|执)|预计|力争|计划|确保|争取|拟|将|要|其余|以及|及|和|与|对|为|在|于|使|让|令|把|被|向|给|按|经|已|已经|均|都|共计|合计|总计|不含|含|包括|因|了|的|达|是|有"
    r")"
)
_LEADING_KEEP = patterns.compile(
    r"(?:成功率|有效率|含[\u4e00-\u9fff]率|再犯率|对外|对口|对中|对共|对日|对美|对欧|对东|对\x01|并网|并购|还款|还林|还田|还湖|重点(?=[^，]{2})|为民|在校|在建|在库|在册|在岗|在园|在职|在编|在保|在线|在读|在学|在校生|将军|要素|要闻|要案|被告|被诉|被征|被申|被执行|中小|中央|中国|中医|中等|中心|中型|中外|中欧|中学|中职|中药|中级|中高|中试|及时|有效发明|有关|有色|有限|有条件|有组织|有机|有进|有资质|有资格|有责|有线|和解|和谐|向上|向社会|使用|给排水|把关|按期|按时|按比例|按规定|经营|经济|经费|经常|经适|经办|已婚|均价|都市|因公|因病|因灾|因工|因信|达标|的士|再生|再就业|再贷款|另类|持续|与会|再担保|被评|被|累计(?=确诊)|重点)"
)
_TRAILING = patterns.compile(
    r"(?:(?<![初高集空城镇])中|里|方面|期间|以来|以后|的|了|着|等|共|并|且|(?<![早业])已|(?<!总|调|共|温|缓)和|(?<!涉|普|惠|波)及|(?<!参)与|、|以及|[ \t　\-—:*|]|上(?<!以上|网上|线上|海上|路上|水上|马上|零上|村上))$"
)


@dataclass(slots=True)
class Before:
    """What stands before a number. Offsets are the document's; ``noun`` is empty where start == end."""

    start: int
    end: int
    words: tuple[tuple[str, str], ...]  # (word, class) from the number leftwards
    basis: tuple[int, int] | None
    direction: str | None  # of a comparison that stands before its reference (高于全国)
    from_level: bool
    share_of: tuple[int, int] | None

    def has(self, *labels: str) -> bool:
        """Whether one of the function words is of one of these classes."""
        for _, label in self.words:  # noqa: SIM110 - asked of every number, and a generator costs more than it says
            if label in labels:
                return True
        return False


def before(masked: str, start: int, number_start: int, quantity_end: int = 0) -> Before:
    """The words between a boundary at ``start`` and the number, taken apart; what follows tells an old value."""
    end = number_start
    while end > start and masked[end - 1] in " \t":
        end -= 1
    leaving: re.Match[str] | None = None
    departing = masked.find("由", start, end) >= 0 or masked.find("从", start, end) >= 0
    if departing and _MOVES_ON.match(masked, number_start):
        leaving = _FROM.search(masked, start, end)
    if leaving is not None:
        noun_start, noun_end, words = _strip(masked, start, leaving.start())
        return Before(noun_start, noun_end, (("由", "from"), *words), None, None, True, None)
    if (
        quantity_end
        and masked[quantity_end : quantity_end + 1] in _MOVE_BEGINS
        and _MOVES_AT_ONCE.match(masked, quantity_end)
    ):
        noun_start, noun_end, words = _strip(masked, start, end)
        return Before(noun_start, noun_end, (("由", "from"), *words), None, None, True, None)
    words_found: list[tuple[str, str]] = []
    end = _take_tails(masked, start, end, words_found)
    moving = False
    for _, label in words_found:
        if label in ("up", "down"):
            moving = True
    if moving and departing:
        leaving = (
            _FROM.search(masked, start, end)
            if end - start <= 14
            or masked[max(start, end - 6) : end].endswith(("同期", "上年", "去年", "上月", "上季"))
            else None
        )
        if leaving is not None:
            noun_start, noun_end, words = _strip(masked, start, leaving.start())
            return Before(
                noun_start, noun_end, (*words_found, ("由", "from"), *words), None, None, True, None
            )
    basis: tuple[int, int] | None = None
    direction: str | None = None
    relating = _RELATING.search(masked, start, end) is not None
    if relating:
        compared = _COMPARED.search(masked, start, end)
        if compared is None:
            compared = (_EXCEEDING if moving else _NOT_BEYOND).search(masked, start, end)
        if compared is not None and not any(
            label in ("level", "to", "rank", "share") for _, label in words_found
        ):
            limit = masked.endswith(_MUST_NOT, start, compared.start())
            if limit:  # 不得低于总面积的10% sets a bound and compares nothing
                words_found.append(("不得", "over" if compared.lastgroup == "down" else "under"))
            else:
                basis, direction = compared.span(), compared.lastgroup
            end = _take_tails(masked, start, compared.start(), words_found)
        else:
            against = _BASIS.search(masked, start, end)
            if against is not None:
                basis = against.span()
                end = _take_tails(masked, start, against.start(), words_found)
    adjusted = ADJUSTED.search(masked, start, end) if masked.endswith(_ADJUSTMENTS, start, end) else None
    if adjusted is not None:
        end = _take_tails(masked, start, adjusted.start(), words_found)
    upon = _UPON.search(masked, start, end) if masked.endswith("基础上", start, end) else None
    if upon is not None:
        basis, end = upon.span(), _take_tails(masked, start, upon.start(), words_found)
    share_of: tuple[int, int] | None = None
    within = _SHARE_WITHIN.search(masked, start, end) if masked.endswith(_SHARES, start, end) else None
    if within is not None:
        share_of, end = within.span(), within.start()
        words_found.append(("占", "share"))
    share = _SHARE.search(masked, start, end) if relating else None
    if share is not None and not masked[share.start() : end].endswith(
        ("比重", "比例", "比率", "占比", "份额")
    ):
        share_of = share.span()
        end = _take_tails(masked, start, share.start(), words_found)
        words_found.append(("占", "share"))
    noun_start, noun_end, _ = _strip(masked, start, end)
    if masked[end : end + 1] == "的" and noun_end - noun_start > 3 and not basis:
        measured = _MEASURED_BY.match(masked, noun_start, noun_end)
        if measured is not None:  # 超过转移净收入的六成: the subject is the one before
            words_found.append((measured.group(), measured.lastgroup or ""))
            noun_start, noun_end = measured.start(), measured.start()
    if noun_end - noun_start == 1 and masked[noun_start] == "处":  # 处三万元以下罚款
        noun_start = noun_end
    return Before(noun_start, noun_end, tuple(words_found), basis, direction, False, share_of)


_RANKING = patterns.compile(
    r"(?:(?:综合|总体|整体)?(?:排名|位次|名次)?(?:连续[^，。;]{0,6})?(?:继续|稳|跃|高|已|仍|并)?(?:保持在?|退居|退[至到]|滑落|滑[至到]|跌[至到]|降[至到]|位居|位列|名列|居(?![民住家委间])于?|(?<![系班专])列(?![车入])|排(?![放污水])在?|跃升至?到?|前移[到至]|前进[到至]|后移[到至]|跃居|升至|升到|上升到|上升至|提升至|提升到|进位至?到?|进入|跻身|蝉联|并列|荣登|登上|[挤闯迈]进|做到了?|由|从|获得?|为|是)|(?:排名|位次|名次)(?:由|从|为|在)?)"
    r"(?P<scope>(?:[^，。;:、列居排]|(?<=[省区])、(?=[区市])){0,20})$"
)
# 仅次于甲，排名第二: who is ahead is not who is ranked
_BEHIND = patterns.compile(r"(?:仅?次于|紧随|超过|超越|领先于)[^，。;]{1,24}$")
_WITHIN = patterns.compile(r"在[^，。;:]{2,24}[中里内]?$")


def before_rank(masked: str, start: int, number_start: int) -> Before | None:
    """The thing ranked: what stands before the verb of ranking (政府透明度指数 | 在全国49个城市中排名 | 第四)."""
    match = _RANKING.search(masked, start, number_start)
    if match is None:
        return None
    words: list[tuple[str, str]] = [("居", "rank")]
    if (
        match.group().startswith(("由", "从"))
        or match.group()[:3].endswith(("由", "从"))
        or "由" in match.group()[:3]
    ):
        words.append(("由", "from"))
    end = _take_tails(masked, start, match.start(), words)
    leaving_level = _FROM.search(masked, start, end)
    if leaving_level is not None:
        words.append(("由", "from"))
        end = _take_tails(masked, start, leaving_level.start(), words)
    behind = _BEHIND.search(masked, start, end)
    if behind is not None:
        end = behind.start()
    within = _WITHIN.search(masked, start, end)
    if within is not None:
        end = _take_tails(masked, start, within.start(), words)
    noun_start = strip_leading(masked, start, end)
    noun_end = strip_trailing(masked, noun_start, end)
    named = masked.startswith(("排名", "位次", "名次"), noun_end)
    if named and masked[noun_end + 2 : noun_end + 3] in ("列", "居", "位", "排"):
        noun_end += 2  # 网上政府排名列第2位
    elif 0 < noun_end - noun_start <= 2 and masked.startswith(("排名", "位次", "名次"), noun_end):
        noun_end += 2  # 国际排名升至第二
    leaving = any(label == "from" for _, label in words)
    return Before(noun_start, max(noun_start, noun_end), tuple(words), None, None, leaving, None)


_GROWTH_RATE = "增长率"
_OF_PEOPLE = ("自然", "机械")
_COMPARING = frozenset("比较与")


def _take_tails(masked: str, start: int, end: int, found: list[tuple[str, str]]) -> int:
    """Take function words off the end of ``masked[start:end]``; the new end."""
    while True:
        while end > start and masked[end - 1] in " \t":
            end -= 1
        if end <= start:
            return end
        for length in _TAIL_LENGTHS.get(masked[end - 1], ()):
            label = _TAILS.get(masked[end - length : end]) if length <= end - start else None
            if label is not None and not (  # 2012年末 is one time
                masked[end - length] == "年" and length > 1 and masked[end - length - 1].isdecimal()
            ):
                break
        else:
            if masked[end - 1] in _REFERENCE_ENDS:
                reference = _REFERENCE.search(masked, max(start, end - 10), end)
                if (
                    reference is not None
                    and reference.start() > start
                    and _TAILS.get(masked[start : reference.start()].rstrip(" ")[-1:], "")
                    in ("to", "level", "share", "each")
                ):
                    end = reference.start()
                    continue
                if (
                    reference is not None
                    and reference.start() > start
                    and found
                    and reference.group()[:2].isdigit()
                    and masked[reference.start() - 1] not in "比较与同自由从"
                ):
                    return reference.start()
            return end
        if masked.startswith(_GROWTH_RATE, end - length) and masked.endswith(_OF_PEOPLE, start, end - length):
            return end - length + len(_GROWTH_RATE)  # 自然增长率为: a level of its own, no growth of 自然
        if label == "noun" or (label == "yoy" and masked[end - length - 1 : end - length] in _COMPARING):
            return end
        found.append((masked[end - length : end], label))
        end -= length


# 青河2021年全年地区生产总值, 30日发布的2021年11月份采购经理指数: the name begins behind the time
_TIME_INSIDE = patterns.compile(
    r"(?<=[\u4e00-\u9fff])(?:19|20)\d\d年(?:全年|[上下]半年|第?[一二三四]季度|(?:前|\d{1,2}-)?\d{1,2}个?月份?)(?:的)?"
)
_SINCE = patterns.compile(r"(?:自|从)(?:19|20)\d\d[ ]?年(?:以来|起)?$")


_FOR_YEARS = patterns.compile(r"[近约]?[\d一二三四五六七八九十两]{1,2}年(?:累计|间|来)?")
# 中国经济今明两年的增速, 全球经济2012年和2013年增速: when, not what
_YEARS_BEHIND = patterns.compile(r"(?:今明两年|明后两年|(?:(?:19|20)\d\d年?[和、与至])?(?:19|20)\d\d年)的?$")
_SINCE_THEN = patterns.compile(r"[\u4e00-\u9fff]{2,8}?以来(?=[\u4e00-\u9fff]{2})")


def _strip(masked: str, start: int, end: int) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    """The noun without the adverbs, times and connectives around it."""
    words: list[tuple[str, str]] = []
    end = _take_tails(masked, start, end, words)
    start = strip_leading(masked, start, end)
    if masked.find("以来", start, end) > 0:
        since_then = _SINCE_THEN.match(masked, start, end)
        if since_then is not None:
            start = strip_leading(masked, since_then.end(), end)
    end = strip_trailing(masked, start, end)
    among = masked.rfind("之一的", start, end)
    if among >= 0 and end - among > 4:
        start = among + 3
    inner = None
    if masked.find("年", start, end) < 0:
        return start, max(start, end), tuple(words)
    if _FOR_YEARS.fullmatch(masked, start, end) is not None:
        return end, end, tuple(words)  # 5年增长18.7%
    behind = _YEARS_BEHIND.search(masked, start, end)
    if behind is not None and behind.start() > start + 1:
        end = behind.start()
    for inner in _TIME_INSIDE.finditer(masked, start, end):  # noqa: B007 - the last one is wanted
        pass
    if inner is not None and end - inner.end() >= 3:
        start = inner.end()
    since = _SINCE.search(masked, start, end)
    if since is not None and since.start() > start:
        end = since.start()
    return start, max(start, end), tuple(words)


def strip_leading(masked: str, start: int, end: int) -> int:
    """Where the noun begins behind times, connectives and adverbs."""
    while start < end:
        if masked[start] in " \t、-*|>#•·\x02":
            start += 1
            continue
        match = _LEADING.match(masked, start, end)
        if match is None or match.end() == start or _LEADING_KEEP.match(masked, start, end):
            return start
        start = match.end()
    return start


def strip_trailing(masked: str, start: int, end: int) -> int:
    """Where the noun ends before particles and list marks."""
    while end > start and masked[end - 1] in _TRAILING_ENDS:
        match = _TRAILING.search(masked, max(start, end - 2), end)
        if match is None:
            return end
        end = match.start()
    return end


_VERBS = lexicon.classes("verbs")
_MOVEMENTS = (*lexicon.classes("tails")["up"], *lexicon.classes("tails")["down"])
_STOP_WORDS = [word for word in (*_VERBS["stop"], *_MOVEMENTS) if len(word) > 1]
_OPENING_WORDS = [word for word in _VERBS["stop"] if len(word) > 1]
_STOP_SIGNS = (
    lexicon.alternation(_STOP_WORDS)
    + r"|[和、及与](?=\d|有)|正(?=[在抢加紧努])|直接(?=[开进送到])|[将把被皆仍](?![军])|都(?!市)|均(?!价|衡|量|质)|(?<![人户日月年平])均(?=[^价衡量])|已(?!婚)|(?<![存现所内潜])在(?![线校园建职册岗编保读学])|(?<![行成作认因])为(?![民期首])|(?<!集|其|库)中(?![心国学央小型介医药欧部期东职央外标考])"
    r"|占(?![地有用])|(?<![自理缘])由(?!于)|从(?![业事严轻而教])|(?<!面|针|相|应|核|结|绝|配|校)对(?![外口接象策比照话标公])|(?<![许认])可(?![再持靠视行])|未(?![成来])|不(?![动良锈同孕])|无(?![人线害烟障形偿])|超(?![级高限载市大低])|(?<![直发到抵])达(?!标)|等(?![级候待额次离值效])|需(?![求])"
)
_STOP = patterns.compile(
    f"(?=[{lexicon.first_characters(_STOP_WORDS)}和、及与将把被皆仍都均已直正在为中占由从对可未不无超达等需])"
    f"(?:{_STOP_SIGNS})"
)
_ACTS = set(_VERBS["act"]) - set(_VERBS["act_first"])
_STOP_OR_ACT = patterns.compile(f"(?:{_STOP_SIGNS}|{lexicon.alternation(_ACTS)})")
_OPENING = patterns.compile(
    "(?:"
    + lexicon.alternation(_OPENING_WORDS)
    + r"|[将把被均都皆已在于对由从以向并且而后占为是有共可会不未无仍还也又再就才只仅至到给让使令处需要应能内间起来后前时获居列位超达])"
)
_MARK_PASSED = patterns.compile(
    r"(?:(?:[两三四五\d]个|两|三)?(?:[十百千万]{0,2}亿?级)?新?(?:大)?(?:台阶|关口|大关|门槛)|关(?=[，。;、]|$)|水平(?=[，。;、]|$)|整(?=[，。;、)]|$)|的?目标(?=[，。;、]|$)|高位|区间)"
)
# Where nothing follows a number: punctuation, brackets, signs, another number.
_NOTHING_FOLLOWS = frozenset("，。;:!?\n、()（）]】|-~+*/\\\x020123456789")
_LATIN_NAME = patterns.compile(r"\d[A-Z]")  # 5G基站
_NOUNS_LIKE_VERBS = patterns.compile(
    r"(?:以(?:旧换新|工代赈|奖代补)|派出(?:所|机构|机关)|集体(?=[、，。;和及荣获被]|$)|继续(?:医学|护理)?教育|认定事项|许可事项|被(?:告|申请人|执行人|征地|害人|监管人|救助)|参保(?:人员|职工|居民|单位)|就业(?:岗位|人员|困难|人口)|服务(?:的|(?=[，。、;])|事项|机构|企业|平台|中心|站|点|项目|人员|热线|网点|窗口|窗|团|队|大厅|业)|检查(?:站|点|组|事项|项目)|监测(?:站|点|断面|平台)|调解(?:组织|委员会|员|中心|室|案件)"
    r"|审批(?:事项|服务|项目|窗口)|执法(?:人员|机构|队伍|案卷|部门|力量|事项|案件|单位|证|行为)|建设(?:项目|方案|用地|任务|工程|单位|兵团|地区)|培训(?:班|机构|基地|项目)|试点(?:企业|学校|医院|机构|园区|地区|单位|城市|县|项目|任务|村|省|市|镇)|改造(?:项目|工程|任务)"
    r"|投资(?:项目|基金|规模|企业|主体)|生产(?:企业|线|基地|经营|总值|安全|性)|销售(?:额|收入|网点)|运输(?:企业|车辆|船舶)|公开(?:事项|课|栏)|重点|重大|重要|高|低|大(?!幅)|小|新(?!增)|不动产|未成年|无人机|无障碍|可再生|可持续|应急|能源|要素|内资|起重|前沿|后备|时代|来信|来访|增值|参展|获奖(?!励)|有关|有色|有效|对口|对外|从业|以上|在校|在建|在册|居民|居家|列车|超市|超限|达标|需求|应届|已婚|公开信|代理(?:人|机构|点)|养殖(?:场|户|企业)|种植(?:户|基地|面积)|创新|规范性|行政|安置(?:房|点|区)|集中(?:连片|式|安置)|促进(?:创新|会|中心)|运行(?:线路|图)|直接(?:投资|融资)|保障性?(?:住房|房|租赁|对象)|帮扶(?:对象|车间)|登记(?:机构|事项|站)|采购(?:项目|人)|研发(?:机构|中心|平台|人员|投入)|示范|孵化(?:器|基地)|储备(?:项目|库|林|粮)|治理(?:项目|任务|中心)|审计(?:项目|问题)|代表|典型|指导性|交易(?:平台|中心|额)|处级|支持(?:项目|政策))"
)


# A bracket that ends a noun: 校区（东湖、西山、南站）; alternatives are part of it: 县（市、区）
_REMARK_BEHIND = patterns.compile(r"\(|(?<![省市县区乡镇道部院\x02])\x02{7}")


# 230多名来自各行各业的志愿者
_COMING_FROM = patterns.compile(r"来自[^，。;:的\d]{1,16}的")


@dataclass(slots=True)
class After:
    """What comes after a number: a noun, or a happening (``verb``); both may be empty spans."""

    noun: tuple[int, int]
    happening: tuple[int, int]
    with_de: bool


def after(masked: str, start: int, limit: int, *, crowded: bool = False) -> After:
    """The noun or the happening between the end of a quantity and ``limit`` (next quantity or end of clause).

    ``crowded``: the next quantity has a noun of its own before it, so that a verb of doing ends this one's.
    """
    at, with_de = start, False
    while at < limit and masked[at] in " 的":
        with_de = with_de or masked[at] == "的"
        at += 1
    end = limit
    coming = _COMING_FROM.match(masked, at, limit) if masked.startswith("来自", at) else None
    if coming is not None:
        at = coming.end()
    empty = (at, at)
    if (
        at >= limit
        or (masked[at] in _NOTHING_FOLLOWS and not _LATIN_NAME.match(masked, at, limit))
        or _MARK_PASSED.match(masked, at, limit)
        or masked.startswith(("以上", "左右", "以下", "以内"), at)
    ):
        return After(empty, empty, with_de)
    nouny = _NOUNS_LIKE_VERBS.match(masked, at, limit)
    if nouny is None and _OPENING.match(masked, at, limit):
        return After(empty, (at, strip_trailing(masked, at, end)), with_de)
    ends = _STOP_OR_ACT if crowded else _STOP
    stop = ends.search(masked, max(at + 1, nouny.end() if nouny else at + 1), limit)
    while stop is not None:
        nouny = _NOUNS_LIKE_VERBS.match(masked, stop.start(), limit)
        if nouny is None:
            break
        stop = ends.search(masked, nouny.end(), limit)
    if stop is not None:
        end = stop.start()
        if stop.group() in _MOVEMENTS and "、" in masked[at:end]:  # 投放三成名额、报名量增长两成
            end = masked.index("、", at)
    last = masked.rfind("、", at, end) if limit == end else -1
    if last > at and masked[last + 1 : end] in _VERBS["act"]:
        end = last  # 4条航线、通航7个城市
    bracket = _REMARK_BEHIND.search(masked, at + 1, end)
    if bracket is not None:
        end = bracket.start()
    end = strip_trailing(masked, at, end)
    happening = (end, strip_trailing(masked, end, limit)) if end < limit else (end, end)
    return After((at, end), happening, with_de)
