"""What stands before a number: function words are taken off its end (达, 分别增长, 比上年, 由…) until a noun is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinan_metrics import patterns
from jinan_metrics.context.trimming import strip_leading, strip_trailing, take_tails, trimmed

_BASIS = patterns.compile(
    r"(?:相[比较]于?(?!的)|(?<![占对同环相类评可])比(?![例重率值价赛分特\x02])|(?<![比计相])较(?![大高好快为强低少]|多(?!年))|(?<!参)与(?=[^，]{1,12}(?:相比|比较|(?<![占之])比)$)|[同和跟](?=[^，]{1,12}相比$))"
    r"[^，、;:]{1,24}$"
)
_COMPARED = patterns.compile(
    r"(?P<up>跑赢|高于|快于|多于|优于|好于|高出|超出|领先(?![水地优的技行])|超过?(?=[^，]{0,4}(?:去年|上年|同期|全国|全省|全市|平均)))(?:[^，、;:\d]|(?<=[国省市均])、(?=全)){1,16}$|(?P<down>低于|慢于|少于|不及|落后于?(?=[^，]{0,5}(?:全[国省市区县球]|平均|均值|水平)))(?:[^，、;:\d]|(?<=[国省市均])、(?=全)){1,16}$"
)
_MOVES_ON = patterns.compile(
    r"[^，。;\n]{0,12}，(?:已|则|进一步|稳步|逐步|大幅)?(?:上升|下降|提高|提升|增加|减少|降低|增长|缩短|压缩|扩大|降|升|增|减)(?:到|至|为)"
    r"|[^，。;\n]{0,24}?(?:到|至|(?<![作成])为|转|变|[升降增减提压扩缩跃退掉跌滑]|[合并压减]成|整合|优化|调整)"
)
# 间隔15分钟缩为8分钟: the movement follows the old value at once
_MOVES_AT_ONCE = patterns.compile(
    r"[ ]?(?:[缩减增降升提压扩延变调]|下降|上升|增加|减少|提高|压缩|缩短|扩大|提升|压减|精简|整合|合并)(?:减|短|加|整|升|高)?(?:为|到|至|成)了?[^，。;\d]{0,4}(?=[\d一二两三四五六七八九十])"
)
# 同上次普查的61,200人相比: the old value, with no noun of its own
# 比2010年乘坐飞机的20万人次增加了40%, 较5月末的最低价3.1元翻了一番
_AGAINST_OLD = patterns.compile(
    r"[较比](?=[^，。;]{0,12}(?:年|月|月末|月底|年末|年底|同期|期末|期初|末的?|前|时))[^，。;]{2,14}的[^，。;\d]{0,4}$"
    r"|[较比](?:法定|规定|国家规定|承诺)的?[^，。;\d]{0,4}(?:时限|期限|时间|标准)的?$"
)
_MOVING = frozenset(" 仅又还已大明进翻增涨上提下减降回扩缩压多少高低")
_THEN_MOVES = patterns.compile(
    r"[ ]?(?:仅|又|还|已|大幅|明显|进一步)?(?:翻|增|涨|上升|上涨|提高|提升|下降|下跌|减|降|压缩|缩短|压减|回落|扩大|缩小|[多少高低]了?(?=[\d一二两三四五六七八九十近超约]))"
)
_COMPARED_TO = patterns.compile(r"(?:同|与|和|跟)[^，。;]{2,20}的[ ]?$")
_MOVE_BEGINS = frozenset(" 缩减增降升提压扩延变调下上整精合")
_NOT_BEYOND = patterns.compile(r"(?<=不[得应能])(?P<up>超过|高于)[^，、;:\d]{2,14}$")
_MUST_NOT = ("不得", "不应", "不能", "不")
_EXCEEDING = patterns.compile(r"(?P<up>超过?|领先)[^，、;:\d]{2,14}$")
_FROM = patterns.compile(
    r"(?:由|(?<!自)从)(?:正负|现在|目前|原来|原先|原有|原|最初|过去|此前|之前|去年(?:同期)?|上月|上季度?|上周|上年(?:同期)?|前年|[月年][初末]|[^，。、;:]{0,6}?\d{4}[ ]?年[底末初]?|[^，。、;:]{0,6}?[〇零一二三四五六七八九]{4}年[底末初]?|\x01{3,6}(?:时期|期)?[末初底]|居[^，。]{0,4}|亏损|盈利|平均|[一二两三四五六七八九十\d]{1,3}年前的?(?:全国|全省|全市|全球|世界)?|\d{1,2}(?:[-—]\d{1,2})?月(?:份)?[上中下]?[初末底旬]?|[前一二三四上下]{1,2}\d{0,2}个?(?:季度|半年|月)|前[一二两三四五六七八九十\d]{1,2}年|每[^，。、;:\d]{1,3}|[^，。、;:\d到至]{1,12}的|[^，。、;:]{0,2}期)?(?:同期)?的?(?:平均)?(?:每(?:\d{0,4}(?:公斤|千克|克|斤|吨|升|桶|袋)|秒|分钟|小时|天|月|年|亩|人))?[ ]?$"
)
_UPON = patterns.compile(r"在[^，、;:]{2,12}(?:基础上|的基础上)$")
# 扣除价格因素, 考虑物价上涨影响: how the figure was made, not what it is a figure of
ADJUSTED = patterns.compile(
    r"(?:(?:扣除|剔除|考虑|除去|不计)[^，。;:]{2,12}(?:因素|影响)[后]?|(?<=[^，。;:])按(?:可比|不变|现行|年?平均汇率|汇率|年率|当年|同口径|可比口径|人民币|美元|常住人口|购买力)[^，。;:]{0,6}(?:计算|计价|计|折算)?)$"
)
_SHARE_WITHIN = patterns.compile(r"(?:在|占)[^，、;:占在]{1,14}[中里](?:的)?(?:占比|比重|比例|份额)$")
_SHARE = patterns.compile(r"(?<![侵霸挤抢强独])占(?![地有用领据率道])[^，、;:占]{0,24}$")
# 约为全省平均水平的五分之一, 不足小麦的四分之一
_MEASURED_BY = patterns.compile(
    r"(?:(?P<over>超过|逾)|(?P<under>不足|不到|接近)|(?P<approx>约为|约占|约)|(?P<level>相当于|仅为|只有|达到?|为))[^，、;:\d]{2,16}$"
)
# 在校学生已接近高中阶段学生人数的50%
_NEARLY_OF = patterns.compile(
    r"(?:已|仍)?(?:(?P<level>(?:至少|约|大约)?相当于|(?:均|都|应)达到)|(?P<over>超过|逾)|(?P<under>不足|不到|接近))[^，、;:\d]{2,16}$"
)
# What is looked for before it is asked where: every match of _COMPARED, _EXCEEDING, _BASIS and _SHARE holds one of
# these characters, every match of _FROM one of 由 and 从; _REFERENCE and _TRAILING end in theirs.
_RELATING = patterns.compile("[于出领超比较与同占赢落及]")
ADJUSTMENTS = ("因素", "影响", "后", "计算", "计价", "折算", "口径", "价格")
_ADJUSTMENT_ENDS = frozenset(word[-1] for word in ADJUSTMENTS)
# 在常住人口中占24.8%: of what, not who
_IN_A_WHOLE = patterns.compile(r"在(?![校建册岗职编线])[^，。;:占在]{2,14}[中里]$")
_COUNTED_IN = frozenset("个家名户所项人件座")
_SHARES = ("占比", "比重", "比例", "份额")


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
    words = masked[start:end]
    departing = "由" in words or "从" in words
    if departing and _MOVES_ON.match(masked, number_start):
        leaving = _FROM.search(masked, start, end)
    if leaving is not None:
        noun_start, noun_end, taken = trimmed(masked, start, leaving.start())
        return Before(noun_start, noun_end, (("由", "from"), *taken), None, None, True, None)
    if (
        quantity_end
        and masked[quantity_end : quantity_end + 1] in _MOVE_BEGINS
        and _MOVES_AT_ONCE.match(masked, quantity_end)
    ):
        noun_start, noun_end, taken = trimmed(masked, start, end)
        return Before(noun_start, noun_end, (("由", "from"), *taken), None, None, True, None)
    if masked.startswith("相比", quantity_end) and _COMPARED_TO.search(masked, start, end):
        return Before(number_start, number_start, (("由", "from"),), None, None, True, None)
    if (
        quantity_end
        and masked[quantity_end : quantity_end + 1] in _MOVING
        and _AGAINST_OLD.search(masked, start, end)
        and _THEN_MOVES.match(masked, quantity_end)
    ):
        return Before(number_start, number_start, (("由", "from"),), None, None, True, None)
    words_found: list[tuple[str, str]] = []
    end = take_tails(masked, start, end, words_found)
    moving = False
    for _, label in words_found:
        if label in ("up", "down"):
            moving = True
    if moving and departing and not any(label.startswith("to") for _, label in words_found):
        leaving = (
            _FROM.search(masked, start, end)
            if end - start <= 14
            or masked[max(start, end - 6) : end].endswith(("同期", "上年", "去年", "上月", "上季"))
            else None
        )
        if leaving is not None:
            noun_start, noun_end, taken = trimmed(masked, start, leaving.start())
            return Before(
                noun_start, noun_end, (*words_found, ("由", "from"), *taken), None, None, True, None
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
            end = take_tails(masked, start, compared.start(), words_found)
        else:
            against = _BASIS.search(masked, start, end)
            if against is not None:
                basis = against.span()
                end = take_tails(masked, start, against.start(), words_found)
    adjusted: re.Match[str] | None = None
    if masked[end - 1 : end] in _ADJUSTMENT_ENDS and masked.endswith(ADJUSTMENTS, start, end):
        adjusted = ADJUSTED.search(masked, start, end)
    if adjusted is not None:
        end = take_tails(masked, start, adjusted.start(), words_found)
    upon = _UPON.search(masked, start, end) if masked[end - 3 : end] == "基础上" else None
    if upon is not None:
        basis, end = upon.span(), take_tails(masked, start, upon.start(), words_found)
    share_of: tuple[int, int] | None = None
    within = _SHARE_WITHIN.search(masked, start, end) if masked[end - 2 : end] in _SHARES else None
    if within is not None:
        share_of, end = within.span(), within.start()
        words_found.append(("占", "share"))
    share = _SHARE.search(masked, start, end) if relating else None
    if share is not None and not masked[share.start() : end].endswith(
        ("比重", "比例", "比率", "占比", "份额")
    ):
        share_of = share.span()
        end = take_tails(masked, start, share.start(), words_found)
        words_found.append(("占", "share"))
    if masked[end - 1] in "中里" and words_found and words_found[-1][1] == "share":
        whole = _IN_A_WHOLE.search(masked, start, end)
        if whole is not None:
            share_of, end = whole.span(), whole.start()
    noun_start, noun_end, _ = trimmed(masked, start, end)
    if masked[end : end + 1] == "的" and noun_end - noun_start > 3 and not basis:
        measured = (
            _MEASURED_BY.match(masked, start, noun_end)
            or _MEASURED_BY.match(masked, noun_start, noun_end)
            or _NEARLY_OF.search(masked, noun_start + 2, noun_end)
        )
        if measured is not None and measured.lastgroup == "level" and masked[quantity_end - 1] in _COUNTED_IN:
            measured = None  # 达到标准的12个
        if measured is not None:  # 超过工资收入的七成: the subject is the one before
            words_found.append((measured.group(), measured.lastgroup or ""))
            if measured.group().startswith(("均", "都")):
                words_found.append(("均", "each"))
            noun_end = measured.start()
            noun_start = min(noun_start, noun_end)
            noun_end = max(noun_start, noun_end)
    if noun_end - noun_start == 1 and masked[noun_start] == "处":  # 处三万元以下罚款
        noun_start = noun_end
    return Before(noun_start, noun_end, tuple(words_found), basis, direction, False, share_of)


_RANKING = patterns.compile(
    r"(?:(?:分别?(?=[位名]?列|排|居|为))?(?:综合|总体|整体)?(?:排名|位次|名次)?(?:连续[^，。;]{0,6})?(?:继续|稳|跃|高|已|仍|并)?(?:保持在?|退居|退[至到]|滑落|滑[至到]|跌[至到]|掉[至到]|降[至到]|位居|位列|名列|居(?![民住家委间])于?|(?<![系班专])列(?![车入])|排(?![放污水])在?|跃(?:升|居)?[至到]?|前移[到至]|前进[到至]|后移[到至]|跃居|升至|升到|上升到|上升至|提升至|提升到|进位至?到?|进入|跻身|蝉联|并列|荣登|登上|[挤闯迈挺]进|做到了?|被?评为|获评|重[回返]|拿[下了到]|夺得|(?:连年|连续)?包揽|(?:由|从)(?![低高大小多近远]到[低高大小多近远]|[^，。;]{0,10}(?:升|降|跃|提|滑|跌|掉|进|退|移)[^，。;]{0,2}[至到为])|获得?|为|是)|(?:排名|位次|名次)(?:由|从|为|在)?)"
    r"(?P<scope>(?:[^，。;:、列居排]|(?<=[省区])、(?=[区市])){0,20})$"
)
_PLACE_WORDS = ("排名", "位次", "名次", "综合排名", "总体排名")
RATES_OF_CHANGE = ("增速", "增长速度", "增幅", "升幅", "涨幅", "降幅", "增长率")
# 仅次于甲，排名第二: who is ahead is not who is ranked
_BEHIND = patterns.compile(r"(?:仅?次于|紧随|超过|超越|领先于)[^，。;]{1,24}$")
_TIED = patterns.compile(r"(?:与|同|和)[^，。;与同和]{2,12}$")
_WITHIN = patterns.compile(r"在(?![建校册岗园职编线读])[^，。;:]{2,24}[中里内]?$")
# 区政府在年度绩效考核中排名第二: a body is ranked for what the contest is about
_CONTEST = patterns.compile(
    r"在(?P<contest>[^，。;:在]{2,30}(?:考核|评估|测评|评比|评价|竞赛|大赛|比赛|评选|评议|单项|榜单|大练兵|\x01|营商环境)\x01*)[中内里上]$"
)
_BODY = patterns.compile(
    r"(?:力争|争取|确保|努力)?(?:[^，。;的]{0,8}(?:市|省|县|区|州|镇|乡|街道|政府|局|厅|我们))?"
)
# 东湖区连续两年在考核中排名第一: for how long is not who
_FOR_SO_LONG = patterns.compile(r"(?:已|再次)?连续[\d一二两三四五六七八九十]{1,3}个?[年月届次季度]{1,2}$")


def before_rank(masked: str, start: int, number_start: int) -> Before | None:
    """The thing ranked: what stands before the verb of ranking (政府透明度指数 | 在全国49个城市中排名 | 第四)."""
    match = _RANKING.search(masked, start, number_start)
    if match is None:
        return None
    words: list[tuple[str, str]] = [("居", "rank")]
    verb = masked[match.start() : match.start("scope")]
    if "由" in verb or "从" in verb or masked[number_start - 1] in "由从":
        words.append(("由", "from"))
    if verb.startswith("分") or masked.endswith("分别为", match.start(), number_start):
        words.append(("分别", "respectively"))
    end = take_tails(masked, start, match.start(), words)
    if words[-1][0] in RATES_OF_CHANGE:  # what ranks is how fast it grew
        end += len(words[-1][0])
    if "并列" in verb:  # 与东河市并列全省第三
        tied = _TIED.search(masked, start, end)
        end = end if tied is None else tied.start()
    leaving_level = _FROM.search(masked, start, end)
    if leaving_level is not None:
        words.append(("由", "from"))
        end = take_tails(masked, start, leaving_level.start(), words)
    behind = _BEHIND.search(masked, start, end)
    if behind is not None:
        end = behind.start()
    within = _WITHIN.search(masked, start, end)
    contest = None if within is None else _CONTEST.match(masked, within.start(), end)
    if (
        contest is not None
        and within is not None
        and _BODY.fullmatch(masked[start : within.start()].strip()) is not None
    ):
        start, end = contest.span("contest")
    elif within is not None:
        end = take_tails(masked, start, within.start(), words)
        so_long = _FOR_SO_LONG.search(masked, start, end)
        end = end if so_long is None else so_long.start()
    noun_start = strip_leading(masked, start, end)
    noun_end = strip_trailing(masked, noun_start, end)
    named = masked.startswith(("排名", "位次", "名次"), noun_end)
    if named and masked[noun_end + 2 : noun_end + 3] in ("列", "居", "位", "排"):
        noun_end += 2  # 网上政府排名列第2位
    elif 0 < noun_end - noun_start <= 2:
        place = next((word for word in _PLACE_WORDS if masked.startswith(word, noun_end)), "")
        noun_end += len(place)  # 国际排名升至第二, 该校综合排名从60位升至12位
    leaving = any(label == "from" for _, label in words)
    return Before(noun_start, max(noun_start, noun_end), tuple(words), None, None, leaving, None)
