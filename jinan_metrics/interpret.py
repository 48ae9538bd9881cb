"""What kind of claim an expression makes: the ordered rules, first one that speaks decides."""

from __future__ import annotations

from decimal import Decimal

import regex

from jinan_metrics.model import Bound, Direction, Kind, Role
from jinan_metrics.state import Meaning, Spot

_RANK_VERB = regex.compile(
    r"(?:排名|位列|位居|居|名列|排在|排第|列|排|退居|滑落|跃居|稳居|跃升|升至|升到|上升到|提升至|提升到|进入|进位|位次|位于|并列|蝉联|保持|荣获|获得?|夺得|为|是|从|由|至|到)[^，。;]{0,22}$"
)
_RANK_WORD = regex.compile(r"(?:排名|位列|位居|居|名列|列|排|跃居|稳居|跃升|名次|位次|升至|升到|进位|蝉联)")
_SCOPE = regex.compile(r"(?:在)?(?P<scope>(?:全国|全省|全市|全球|世界|全县|全区|国内|国际|中国|全行业|同行业|[^，。;居列位排]{1,12}?(?:中|第一方阵|城市|地区|省份)))[^，。;]{0,6}$")
_SCORE_NOUN = ("指数", "得分", "评分", "分数", "平均分", "总分", "景气度", "PMI", "满意度", "评价", "测评")
_RATIO_NOUN = ("比", "性别比", "收入比", "比值", "存贷比", "倍差", "系数")
_STREAK = regex.compile(r"(?:连续|连)(?:第|近|超过|超|约)?$|连续第?[^，。;]{0,1}$")
_DURATION_NOUN = regex.compile(
    r"(?:时限|期限|周期|时间|时长|寿命|年龄|年限|工期|用时|耗时|工龄|期|历时|耗时|历经|经过|长达|缩短|压缩|压减|延长|提速|提前|减少|达到?|仅需|只需|不超过|不少于|满|超过|为|至|到|由|从|持续|服务|运行|存放|保存|停留|不超|近|需|最快|最长|最短|平均|工作|等待|响应|接通|仅用|花费|用|连任|任职|执教|奋斗|努力|办理|审核|变为)$"
)
_NOT_LASTING = regex.compile(r"(?:近|过去|未来|今后|最近|前|后|每|这|那|该|新|头|上|下|第|又|多少|又一个|下一个|上一个|整|首|另|同|隔|半|当|往后|此后|之后|现有|目标|任期|规划|换届)$")
_THEREAFTER = regex.compile(r"[ ]?(?:来|以来|间|中|里(?!程)|前|后|内|之内|以内|之后|以后|之前|以前|期(?!限)|制|级|度|均|报|鉴|代|货|会|庆|初|底|末|份|龄|终|产|收入|生|轮|计划|行动|规划|任务|目标|攻坚|学制|增长|平均|年均|大计)")


def meaning(spot: Spot) -> Meaning | None:
    """The first rule that speaks; None where no rule knows the expression for a claim."""
    for rule in ORDER:
        found = rule(spot)
        if found is not None:
            return found
    return None


def _say(spot: Spot, kind: Kind, rule: str, *, unit: str | None = None, direction: Direction | None = None, sure: float = 0.95, value: Decimal | None = None, bound: Bound | None = None) -> Meaning:
    quantity = spot.quantity
    known = bound or quantity.bound
    if known == "exact":
        known = _bound_apart(spot)
    basis = ""
    if spot.before.basis is not None:
        basis = spot.masked[slice(*spot.before.basis)]
    elif any(label == "yoy" for _, label in spot.before.words):
        basis = next(word for word, label in spot.before.words if label == "yoy")
    return Meaning(
        kind, rule, quantity.value if value is None else value, quantity.value_max,
        quantity.unit if unit is None else unit, known, direction=direction, basis=basis if kind in ("change", "ratio", "rate") else "", sure=sure,
    )  # fmt: skip


def _bound_apart(spot: Spot) -> Bound:
    """A bound that stands away from the number: 约占三分之一, 迈上2万亿元台阶, 突破…"""
    for word, label in spot.before.words:
        if label in ("over", "under", "approx"):
            return label  # type: ignore[return-value]
        if "约" in word:
            return "approx"
        if word in ("不低于", "将超过", "预计超过", "将突破", "预计突破", "将超", "分别超", "均超"):
            return "over"
        if word == "不高于":
            return "under"
    return "exact"


def _moved(spot: Spot) -> Direction | None:
    """The direction of a difference, where a verb of movement stands before the number without 到 / 至."""
    label = spot.before.direction
    if label is not None:
        return label  # type: ignore[return-value]
    words = spot.before.words
    for word, kind in words:
        if kind in ("to", "to_up", "to_down", "rank", "from"):
            return None
        if kind == "level" and word not in ("达", "为", "达到", "有", "实现", "是", "在"):
            return None
        if kind == "share":
            return None
        if kind in ("up", "down"):
            if word == "快" and spot.before.basis is not None and any(limit in spot.masked[slice(*spot.before.basis)] for limit in ("时限", "时间", "用时", "期限")):
                return "down"
            if word in ("高", "多", "快", "低", "少", "慢", "短") and spot.before.basis is None and not spot.quantity.unit.endswith(("百分点", "%")):
                return None
            return kind  # type: ignore[return-value]
    return None


_VERB_THEN_NOUN = regex.compile(r"(?P<down>压减|降低|减少|压缩|削减|精简|缩减|核减|裁减)(?!排放|到|至|了?\d)[^，。;、到至]{1,18}$|(?P<up>净增|延长)(?!长|加|至|到)[^，。;、到至]{1,18}$")


def rank_ordinal(spot: Spot) -> Meaning | None:
    """第N位, 排名第四, 前十名: a place after a verb of ranking or with a word of rank."""
    quantity = spot.quantity
    text = spot.masked
    if quantity.form == "first":
        if _RANK_VERB.search(text, spot.clause_start, quantity.start) or spot.before.has("rank"):
            return _ranked(spot, "rank.first", Decimal(1), "exact")
        return None
    ordinal = text[quantity.number_start - 1 : quantity.number_start] == "第"
    front = text[quantity.number_start - 1 : quantity.number_start] == "前"
    if front and quantity.unit in ("位", "名", "强", "", "%") or (front and quantity.form == "fraction"):
        if quantity.unit == "" and not (_RANK_WORD.search(text, spot.clause_start, quantity.start) or _RANK_VERB.search(text, spot.clause_start, quantity.start - 1)):
            return None
        if quantity.unit == "" and text[quantity.end : quantity.end + 1] not in ("", "，", "。", ";", "、", "\n", ")", "位", "名"):
            return None
        found = _ranked(spot, "rank.front", quantity.value, "under")
        if quantity.unit == "%" or quantity.form == "fraction":
            found.unit = "%"
        quantity.start = min(quantity.start, quantity.number_start - 1)
        return found
    if not ordinal:
        return None
    quantity.start = quantity.number_start - 1
    following = text[quantity.number_end : quantity.number_end + 1]
    if following in ("大",) and text[quantity.number_end : quantity.number_end + 2] != "大道":
        if text[quantity.number_start - 3 : quantity.number_start - 1] in ("全国", "世界", "全球", "中国", "国内", "亚洲") or text[quantity.number_start - 2 : quantity.number_start - 1] == "的" or regex.search(r"(?:是|为|成为|居|列)[^，。;]{0,10}$", text[spot.clause_start : quantity.start]):
            return _ranked(spot, "rank.largest", quantity.value, "exact")
        return None
    if quantity.unit in ("位", "名次"):
        if following == "位" or quantity.unit == "名次":
            return _ranked(spot, "rank.place", quantity.value, "exact")
        return None
    if quantity.unit == "名" and (_RANK_WORD.search(text, spot.clause_start, quantity.start) or spot.rest[:1] in ("", "，", "。", ";", "、")):
        return _ranked(spot, "rank.place", quantity.value, "exact")
    if quantity.unit == "" and spot.rest[:1] in ("", "，", "。", ";", "、", "\n", ")", "和", "的", " ") and _RANK_VERB.search(text, spot.clause_start, quantity.start):
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    if quantity.unit == "" and spot.rest[:1] in ("", "，", "。", ";", "、", "\n", ")") and regex.search(r"(?:全国|全省|全市|全球|世界|国内|西部|东部|中部)$", text[spot.clause_start : quantity.start]):
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    if quantity.unit == "" and spot.in_list_of_ranks:
        return _ranked(spot, "rank.verb", quantity.value, "exact")
    return None


def _ranked(spot: Spot, rule: str, value: Decimal, bound: Bound) -> Meaning:
    found = _say(spot, "rank", rule, unit="位", value=value, bound=bound)
    scope = _SCOPE.search(spot.masked, spot.clause_start, spot.quantity.start)
    if scope is not None:
        found.scope = scope.group("scope").lstrip("在")
    return found


def times_nth(spot: Spot) -> Meaning | None:
    """第5次获评: how many times something has happened."""
    quantity = spot.quantity
    if spot.masked[quantity.number_start - 1 : quantity.number_start] != "第":
        return None
    if quantity.unit in ("年", "个月", "季度") and spot.lead.rstrip("第").endswith("连续"):
        quantity.start = quantity.number_start - 1
        if spot.lead.rstrip("第").endswith("连续"):
            quantity.start = spot.masked.rfind("连续", spot.clause_start, quantity.number_start)
        return _say(spot, "duration", "duration.streak")
    if quantity.unit == "次" and not spot.rest.startswith(("会议", "全体", "党代会", "代表", "会", "全国", "工业", "浪潮", "人口", "普查", "常务", "中国")):
        quantity.start = quantity.number_start - 1
        if spot.after.happening[0] < spot.after.happening[1]:
            return _say(spot, "count", "count.nth-time", sure=0.8)
    return _NOTHING


_NOTHING = Meaning("count", "none", Decimal(0), None, "", "exact")


def change_times(spot: Spot) -> Meaning | None:
    """翻一番; 增长1.5倍."""
    quantity = spot.quantity
    if quantity.form == "fan":
        return _say(spot, "change", "change.doubled", direction="up", unit="倍")
    if quantity.unit == "倍":
        direction = _moved(spot)
        if direction is not None:
            return _say(spot, "change", "change.verb", direction=direction)
        return _say(spot, "ratio", "ratio.times")
    return None


_CHANGE_NOUN = regex.compile(r"(?P<up>增速|增幅|涨幅|增长率|增长速度)(?:为|达到?|保持在?|稳定在|回升至|加快至|提高至|提升至|超过?|约|在)?$|(?P<down>降幅|跌幅|降低率|下降率)(?:为|达到?|超过?|约)?$")


_GROWTH = frozenset("增速 增幅 涨幅 增长率 增长速度 平均增速 年均增速 降幅 跌幅".split())


def change_difference(spot: Spot) -> Meaning | None:
    """A verb of difference before an amount (增长5.3%, 减少1650万人, 高于全国0.5个百分点)."""
    quantity = spot.quantity
    if quantity.kind == "rank" and quantity.unit not in ("位", "名次"):
        return None
    direction = _moved(spot)
    named = _CHANGE_NOUN.search(spot.masked, spot.clause_start, quantity.start)
    if quantity.unit in ("百分点", "基点"):
        return _say(spot, "change", "change.points", direction=direction or _widely(spot) or "up", sure=0.95 if direction else 0.6)
    if named is not None and quantity.unit in ("%", "‰"):
        return _say(spot, "change", "change.rate-of-growth", direction="up" if named.group("up") else "down")
    if direction is None and quantity.unit in ("%", "‰"):
        growth = next((word for word, _ in spot.before.words if word in _GROWTH), "")
        if growth and not spot.before.has("share"):
            return _say(spot, "change", "change.rate-of-growth", direction="down" if growth in ("降幅", "跌幅") else "up")
    if direction is not None and quantity.kind == "duration" and _STREAK_TAIL.search(spot.masked[spot.clause_start : quantity.number_start]):
        return None
    if direction == "up" and spot.before.words[:1] and spot.before.words[0][0] in ("提升", "提高", "扩大", "加快", "上升") and quantity.kind == "count" and spot.after.noun[1] - spot.after.noun[0] >= 2 and quantity.unit != "名次":
        return None
    if direction is not None and (quantity.unit or quantity.scaled) and quantity.unit != "岁":
        if quantity.dimension == "time" and quantity.unit in ("年", "日") and not spot.before.words[:1][0][1] in ("up", "down"):
            return None
        return _say(spot, "change", "change.verb", direction=direction)
    if quantity.unit == "%" and any(label == "yoy" for _, label in spot.before.words) and not spot.before.has("level", "to", "to_up", "to_down", "share"):
        return _say(spot, "change", "change.year-on-year", direction="up", sure=0.6)
    ahead = _VERB_THEN_NOUN.search(spot.masked, spot.clause_start, quantity.number_start)
    if ahead is not None and quantity.unit and quantity.kind in ("count", "money", "measure", "duration") and spot.after.noun[1] <= spot.after.noun[0] and not spot.before.has("to", "to_up", "to_down"):
        if ahead.start() > spot.clause_start and spot.masked[ahead.start() - 1] in "新增加":
            return None
        return _say(spot, "change", "change.verb-noun", direction="up" if ahead.group("up") else "down", sure=0.8)
    if quantity.unit in ("名次", "位") and regex.search(r"(?:提升|上升|前进|前移|进|晋升|跃升|提高|攀升|升)了?$", spot.lead):
        return _say(spot, "change", "change.places", direction="up")
    if quantity.unit in ("名次", "位") and regex.search(r"(?:下降|下滑|后退|后移|退|降)了?$", spot.lead):
        return _say(spot, "change", "change.places", direction="down")
    return None


def _widely(spot: Spot) -> Direction | None:
    words = spot.masked[spot.whole_start : spot.quantity.start]
    if regex.search(r"(?:下降|降低|回落|减少|缩小|收窄|放缓|下拉|拉低|拖累|影响)[^，;]{0,12}$", words):
        return "down"
    return None


def rate_share(spot: Spot) -> Meaning | None:
    """Percentages, per milles, tenths and fractions as levels."""
    quantity = spot.quantity
    if quantity.unit == "%" and regex.search(r"指数(?:达到?|为|升至|提升至|提高到|值为)?$", spot.lead):
        return _say(spot, "score", "score.index")
    if quantity.unit in ("%", "‰"):
        return _say(spot, "rate", "rate.level")
    return None


_STREAK_TAIL = regex.compile(r"连续(?:第|近|约|超过|超|了)?$|连续多?$|连[涨跌降增升涨]了?$")


def duration_level(spot: Spot) -> Meaning | None:
    """How long something lasts or takes; 连续N年; not the stretches of time that only place a statement."""
    quantity = spot.quantity
    if quantity.kind != "duration":
        return None
    text = spot.masked
    lead = text[spot.clause_start : quantity.number_start]
    if lead.endswith("连续") or _STREAK_TAIL.search(lead):
        at = text.rfind("连", spot.clause_start, quantity.number_start)
        if text.startswith("连续", at):
            quantity.start = at
        return _say(spot, "duration", "duration.streak" if text.startswith("连续", at) else "duration.run")
    unit = quantity.unit
    if unit in ("周岁", "岁"):
        if spot.quantity.bound != "exact" and not regex.search(r"(?:为|达到?|至|到|年龄|寿命)[^，。;]{0,3}$", lead):
            return _NOTHING
        if regex.search(r"(?:寿命|年龄|岁数|均龄)[^，。;]{0,8}$", lead):
            return _say(spot, "duration", "duration.age")
        return _NOTHING
    if unit == "周年":
        return _NOTHING if spot.quantity.chinese else _say(spot, "duration", "duration.anniversary", sure=0.5)
    if _NOT_LASTING.search(text[max(spot.clause_start, quantity.start - 4) : quantity.start]) and not regex.search(r"提前$", text[spot.clause_start : quantity.start]):
        return _NOTHING
    after_unit = text[quantity.end : spot.clause_end + 1]
    limited = quantity.bound == "under" and text[quantity.end - 2 : quantity.end] in ("以内", "之内")
    if _THEREAFTER.match(after_unit) and not limited:
        return _NOTHING
    if spot.before.from_level or spot.before.has("to", "to_up", "to_down", "up", "down"):
        return _say(spot, "duration", "duration.limit")
    if _DURATION_NOUN.search(text[spot.clause_start : quantity.start].rstrip()) or spot.before.has("level"):
        if unit in ("日", "号"):
            return _NOTHING
        return _say(spot, "duration", "duration.limit", sure=0.9)
    if unit in ("工作日", "小时", "分钟", "学时", "课时", "秒", "个月", "天", "周") and not quantity.chinese and not spot.rest[:1].strip(" ，。;、)") and spot.before.end > spot.before.start:
        return _say(spot, "duration", "duration.limit", sure=0.7)
    if unit in ("年", "个月", "天") and spot.after.happening[1] - spot.after.happening[0] >= 2 and regex.match(r"(?:不|未|无|如一|坚守|持续|坚持)", text[spot.after.happening[0] : spot.after.happening[1]]):
        return _say(spot, "duration", "duration.lasting", sure=0.8)
    return _NOTHING


def score_points(spot: Spot) -> Meaning | None:
    """13.24分, 指数103.2."""
    quantity = spot.quantity
    if quantity.kind == "score":
        return _say(spot, "score", "score.points")
    if quantity.unit in ("", "点") and regex.search(r"(?:指数|景气度|PMI|得分|评分)(?:达到?|为|升至|是|报|:|回升至|提升至|提高到|[ ])*$", spot.lead):
        return _say(spot, "score", "score.index")
    return None


def ratio_plain(spot: Spot) -> Meaning | None:
    """收入比缩小至2.54, 性别比105.07."""
    quantity = spot.quantity
    if quantity.unit in ("", ":1") and spot.noun.endswith(_RATIO_NOUN) and not quantity.scaled:
        return _say(spot, "ratio", "ratio.named")
    return None


_SMALL_NAME_NOUN = regex.compile(
    r"(?:个|项|大|条|级|类|种|次|方面|张|支|套|位|者|面)?(?:维护|确立|意识|自信|全面|坚持|结合|毫不动摇|文明|新|规定|纪律|改革|政策|工程|行动|体系|机制|制度|领域|方面|阶段|层面|环节|步骤|重点|关键|战略|攻坚战|主体|目标|原则|统一|百年|轮|手|个一|保障|清单|中心|基地|平台|专项|精神|职责|优先|融合|同步|化|坚决|统筹|用好|到位|走|不|有)"
)


def count_units(spot: Spot) -> Meaning | None:
    """Things counted, money, physical amounts: the unit says which."""
    quantity = spot.quantity
    if not quantity.unit:
        return None
    kind: Kind = quantity.kind or "count"  # type: ignore[assignment]
    text = spot.masked
    if kind not in ("count", "money", "measure"):
        return None
    rest = text[quantity.end : quantity.end + 6]
    if quantity.dimension == "grade" or rest.startswith(("级", "年级")):
        return _NOTHING
    sure = 0.95
    if quantity.chinese and not quantity.scaled and quantity.value_max is None and quantity.value <= 12:
        if quantity.value < 2 or quantity.unit in ("级", "市", "省", "县", "区", "乡", "镇", "村", "届", "期", "批次", "步", "句", "点", "层", "面", "端", "线", "手", "头", "下", "门", "道", "重", "代", "线", "路", "季", "角", "方", "力", "色", "品", "节", "网", "车"):
            return _NOTHING
        if quantity.unit in ("国", "套", "块", "类", "种", "本", "把", "副") and quantity.unit != "个":
            return _NOTHING
        if not _counts_in_earnest(spot):
            return _NOTHING
        sure = 0.6
    return _say(spot, kind, f"{kind}.unit", sure=sure)


def _counts_in_earnest(spot: Spot) -> bool:
    """Whether a small Chinese numeral counts (新增两批重点事项) rather than names (三项制度, 两个确立)."""
    quantity = spot.quantity
    text = spot.masked
    if quantity.bound != "exact":
        return True
    after = text[quantity.end : spot.clause_end]
    if _SMALL_NAME_NOUN.match(after):
        return bool(regex.search(r"(?:新增|新建|建成|共|达|增至|获|实施|完成|开展|开工|落地|投产|累计)$", text[spot.clause_start : quantity.start]))
    if quantity.unit in ("名", "人", "家", "起", "座", "所", "架", "辆", "艘", "台", "轮", "批", "倍", "人次", "处"):
        return True
    lead = text[spot.clause_start : quantity.start]
    if regex.search(r"(?:新增|新建|建成|共有?|达到?|增至|获批?|获得|拥有|建立|设立|实施|完成|举办|组织|召开|出台|印发|开展|有|和|中的|为)$", lead):
        return True
    return quantity.unit in ("个", "项", "次", "场", "部", "件", "篇", "条") and not after.strip()


def bare_number(spot: Spot) -> Meaning | None:
    """A number without a unit, where a label or a level word shows that it counts (样本量：875, 欠款280亿)."""
    quantity = spot.quantity
    if quantity.unit:
        return None
    text = spot.masked
    if text[quantity.number_start - 1 : quantity.number_start] in ("第", "前", "每"):
        return None
    if quantity.chinese and not (quantity.scaled and (quantity.bound != "exact" or len(quantity.number_text) > 1)):
        return None
    nextchar = text[quantity.end : quantity.end + 1]
    if nextchar in ("级", "强", "型", "版", "号", "股", "里", "能", "全", "分", "众", "余") and not quantity.number_text.endswith("余"):
        return None
    if quantity.scaled or quantity.number_text.endswith("+"):
        money = regex.search(r"(?:投资|资金|欠款|收入|支出|金额|产值|税收|存款|贷款|经费|款|额|费)[^，。;]{0,4}$", spot.lead)
        if quantity.chinese and not spot.after.noun[1] > spot.after.noun[0] and not spot.before.has("level", "over", "to", "to_up"):
            return None
        return _say(spot, "money" if money else "count", "count.bare-scaled", sure=0.8)
    if _LABEL.search(text[max(spot.sentence_start, quantity.start - 14) : quantity.start]) and _NUMBER_ENDS.match(text, quantity.end):
        return _say(spot, "count", "count.labelled", sure=0.7)
    return None


_LABEL = regex.compile(r"(?:[数量率额]|总计|合计)[\x01*\" ]{0,4}:[ ]?$|:[ ]?$(?<=[数量][\x01* ]{0,4}:[ ]?)")
_NUMBER_ENDS = regex.compile(r"[ ]*(?:[，。;\n|]|$)")

ORDER = (
    rank_ordinal, times_nth, change_times, change_difference, rate_share, duration_level, score_points, ratio_plain, count_units, bare_number,
)  # fmt: skip


_TARGET_HEADING = regex.compile(
    r"(?:下一步|下步|今后|工作打算|工作安排|工作计划|工作思路|主要目标|预期目标|目标任务|重点任务|重点工作任务|工作建议|工作重点|发展目标|总体要求|明年|努力方向)"
)
_TARGET_WORD = regex.compile(
    r"力争|争取|计划(?!生育|单列|经济|总投资)|拟(?!合|人|定(?!于))|确保|预期(?!寿命)|目标(?:是|为|:)|有望|务必|力保|规划(?:建设|到|总)|努力(?:使|让|实现|达到|推动)|(?<![即])将(?=[达建新实超突继进完会力有于增把]|全面|重点|在20|开展|推|安排|投入|组织|为)|(?<![加升长降少展大高])到20[2-5]\d年|到“|未来|建成后|投产后|通车后|达产后|(?<![供响适效相反对回])应当?(?![急诉届用对收录付邀到检]|出席|参)|不少于|不低于|不超过|不高于|不得|须(?=[^，。;]{0,20}$)|最快"
)
_BASELINE = regex.compile(r"(?:较|比|高于|低于)(?:去年|上年|前年|同期|上年同期|去年同期|\d{4}[ ]?年)的[ ]?$")
_PAST_PLAN = regex.compile(r"(?:原|已|超额|提前)(?:完成)?(?:计划|目标)|将[^，。;]{0,24}(?:下沉|纳入|列入|压缩|压减|提升|降|提高|缩短|整合|下放|划转|列为|作为|评为|确定为)")
_ENDED = regex.compile(r"(?:截至|截止)")


def role(spot: Spot, year: int | None) -> Role:
    """actual, or target where the words of the clause or its heading speak of a plan."""
    text = spot.masked
    lead = text[spot.sentence_start : spot.quantity.end]
    near = text[spot.whole_start : spot.quantity.end]
    if regex.search(r"满分(?:为|是|:)?[ ]?$", text[spot.clause_start : spot.quantity.start]) or regex.search(r"总分(?:为|是)?[ ]?$", text[spot.clause_start : spot.quantity.start]) and spot.in_brackets:
        return "maximum"
    if spot.before.from_level or _BASELINE.search(text, spot.clause_start, spot.quantity.start):
        return "baseline"
    if regex.match(r"[^，。;的]{0,4}的?(?:预期|约束性|既定|发展)?目标", text[spot.quantity.end : spot.sentence_end]):
        return "target"
    for word, label in spot.before.words:
        if label == "plan":
            if "预计" in word and not any("建成后" in lead for _ in (1,)) and not _planned_section(spot):
                continue
            return "target"
    if _planned_section(spot) and not _ENDED.search(lead) and not regex.search(r"(?:去年|上年|已(?!婚))", near):
        return "target"
    found = None
    for found in _TARGET_WORD.finditer(near):
        pass
    if found is not None and not _PAST_PLAN.search(near):
        word = found.group()
        if word.startswith("到20") and year is not None and int(word[1:5]) <= year:
            return "actual"
        if word.startswith("将"):
            return "target"
        return "target"
    until = regex.search(r"(?<![加升长降少展大高])到(20[2-5]\d)年", lead)
    if until is not None and (year is None or int(until.group(1)) > year) and not regex.search(r"20\d\d年到20", lead):
        return "target"
    if regex.search(r"(?:力争|确保|争取|目标是|预期目标(?:是|为|:)|将把|今后五年|未来[三五]年|下一步)", lead):
        return "target"
    if _planned_mood(spot):
        return "target"
    opening = regex.match(r"[^，。;]{0,4}(20[2-5]\d)[ ]?年[，将]", lead)
    if opening is not None and year is not None and int(opening.group(1)) > year:
        return "target"
    return "actual"


_PLAN_MOOD = regex.compile(r"(?:^|[，。;])[ 　]*(?:做好|办好|抓好|用好|建好|管好|落实好|扎实做好|认真做好|要|必须|力争|确保|努力|争取)")
_PLAN_OPENING = regex.compile(r"(?:今年|明年|下一年|下一步|下阶段|新的一年|20[2-5]\d年)[，]?(?:我们|全市|全省|全县)?(?:要|将(?!军)|拟|计划|工作重点|重点抓)")
_PAST_MOOD = regex.compile(r"了(?!解)|(?<!业)已|累计|同比|比上年|去年|达到|获得|荣获|取得|成为|一年来|五年来|过去")


def _planned_mood(spot: Spot) -> bool:
    """A paragraph that urges (做好…, 办好…, 确保…) and tells of nothing done."""
    text = spot.masked
    begin = text.rfind("\n", 0, spot.sentence_start) + 1
    end = text.find("\n", spot.sentence_end)
    paragraph = text[max(begin, spot.sentence_start - 1500) : min(end if end >= 0 else len(text), spot.sentence_end + 300)]
    opening = text[max(begin, spot.sentence_start - 3000) : spot.sentence_start]
    if _PLAN_OPENING.search(opening):
        return True
    return len(_PLAN_MOOD.findall(paragraph)) >= 2 and _PAST_MOOD.search(paragraph) is None


def _planned_section(spot: Spot) -> bool:
    return any(_TARGET_HEADING.search(heading) for heading in spot.section)
