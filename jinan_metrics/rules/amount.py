"""Things counted, money and physical amounts: the unit, or a label, says which."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.model import Kind
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.rules.saying import NOTHING, say
from jinan_metrics.state import Meaning, Spot

_SMALL_NAME_NOUN = patterns.compile(
    r"(?:个|项|大|条|级|类|种|次|方面|张|支|套|位|者|面)?(?:维护|确立|更|积极性|约束性|大局|务必|意识|自信|全面|坚持|结合|毫不动摇|文明|新|规定|纪律|改革|政策|工程|行动|体系|机制|制度|领域|方面|阶段|层面|环节|步骤|重点|关键|战略|攻坚战|主体|目标|原则|统一|百年|轮|手|个一|保障|清单|中心|基地|平台|专项|精神|职责|优先|融合|同步|化|坚决|统筹|用好|到位|走|不|有)"
)


_ACHIEVED = patterns.compile(r"(?:新增|新建|建成|共|达|增至|获|实施|完成|开展|开工|落地|投产|累计)$")
_ACHIEVING = patterns.compile(
    r"(?:[\u4e00-\u9fff]了(?<!为了)(?<![形变]成了)|等|先后|进行了?|做了?|记了?|新增|新建|建成|共有?|达到?|增至|获批?|获得|拥有|建立|设立|实施|完成|举办|组织|召开|出台|印发|开展|举行|经过了?|经历了?|有|和|中的|为)$"
)
_OF_MONEY = patterns.compile(
    r"(?:投资|引资|融资|利润|财政|资金|欠款|收入|支出|金额|产值|总值|GDP|税收|(?:经济|产业|市场|交易|贸易|资产)规模|存款|贷款|经费|款|额|费|将投|营收)[^，。;]{0,4}$"
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
    if quantity.unit == "期" and rest.startswith(("项目", "工程", "建设", "进口", "改造", "厂房", "规划")):
        return NOTHING  # 1-3期项目: which, not how many
    if text[quantity.number_start - 1] == "个" and rest.startswith(("台阶", "大关", "关口", "门槛")):
        return NOTHING  # 连续跨越三个千亿元台阶
    if quantity.chinese and quantity.unit == "条" and rest.startswith(("规定", "禁令")):
        return NOTHING
    if quantity.dimension == "grade" or rest.startswith(("级", "年级")):
        return NOTHING
    if quantity.chinese and not quantity.scaled and quantity.value_max is None and quantity.value <= 12:
        if quantity.value < 2 or quantity.unit in (
            "级",
            "市",
            "省",
            "县",
            "区",
            "乡",
            "镇",
            "村",
            "届",
            "批次",
            "步",
            "句",
            "点",
            "层",
            "面",
            "端",
            "线",
            "手",
            "头",
            "下",
            "门",
            "道",
            "重",
            "代",
            "线",
            "路",
            "季",
            "角",
            "方",
            "力",
            "色",
            "品",
            "节",
            "网",
            "车",
        ):
            return NOTHING
        if quantity.unit == "期" and not (rest[:1] in _ENDS and spot.noun.endswith(_COURSES)):
            return NOTHING  # 二期工程
        if quantity.unit in ("国", "套", "块", "类", "种", "本", "把", "副") and quantity.bound == "exact":
            return NOTHING
        if not _counts_in_earnest(spot):
            return NOTHING
    return say(spot, kind, f"{kind}.unit")


# Things that one can point at, and what happens to things that were counted rather than named.
_BODILY = ("只", "枚", "栋", "幢", "匹", "尊", "幅", "棵", "株")
# 八位代表, 两列动车组: with these units only what follows tells
_OF_SORTS = {
    "位": patterns.compile(
        r"[^，。;、\d]{0,8}(?:代表|委员|专家|学者|院士|嘉宾|选手|教师|老人|同志|党员|干部|负责人|企业家|记者|村民|市民|居民)"
    ),
    "列": patterns.compile(r"[^，。;、\d]{0,8}(?:列车|动车|班列|火车)"),
}
_HAPPENED = patterns.compile(
    r"(?:出现|发布|启程|抵达|获批|获奖|入选|竣工|通车|投产|开通|受灾|遇难|发生|(?:不同程度)?受损|被)"
)


# 两次提高养老金标准
_TIMES_DONE = patterns.compile(
    r"(?:提高|上调|下调|提升|调整|召开|举办|修订|降低|扩大|获得|入选|荣获|获评|登上|延长|推迟|赴|到访|主持召开|向|退[回还]|约谈|通报|发布|出台|修改|修正|刷新|组织|开展|听取|审议|专题|公开|作出|率队|带队|前往|到(?![账期位岗])|上门)"
)
_ENDS = ("", "，", "。", ";", "、")
_COURSES = ("培训", "培训班", "讲座", "研修班", "轮训")


def _counts_in_earnest(spot: Spot) -> bool:
    """Whether a small Chinese numeral counts (新增两批重点事项) rather than names (三项制度, 两个确立)."""
    quantity = spot.quantity
    text = spot.masked
    if quantity.bound != "exact" or (quantity.kind == "measure" and len(quantity.unit) > 1):
        return True
    after = text[quantity.end : spot.clause_end]
    if quantity.unit == "次" and _TIMES_DONE.match(after):
        return True
    if quantity.unit == "期":
        return True
    if _SMALL_NAME_NOUN.match(after):
        return _ACHIEVED.search(text, spot.clause_start, quantity.start) is not None
    if quantity.unit in (
        "名",
        "人",
        "家",
        "户",
        "起",
        "座",
        "所",
        "架",
        "辆",
        "艘",
        "台",
        "轮",
        "批",
        "倍",
        "人次",
        "处",
    ):
        return True
    if quantity.unit in _OF_SORTS and _OF_SORTS[quantity.unit].match(after):
        return True
    if quantity.unit in _BODILY or _HAPPENED.match(text, *spot.after.happening):
        return True
    if _ACHIEVING.search(text, spot.clause_start, quantity.start):
        return True
    if quantity.unit == "个" and after[:1] and not after[0].isspace() and after[0] not in "，。、;:)”":
        return spot.after.noun[1] > spot.after.noun[0]
    ends = not after.strip() or after[0] in "、和"
    return quantity.unit in ("个", "项", "次", "场", "部", "件", "篇", "条") and ends


_LABEL = patterns.compile(r"(?:[数量率额]|总计|合计)[\x01*\" ]{0,4}:[ ]?$")
_NUMBER_ENDS = patterns.compile(r"[ ]*(?:[，。;\n|]|$)")


# Nouns that are numbers of something; what they come to needs no measure word.
_COUNTED = (
    "人数",
    "起数",
    "件数",
    "次数",
    "户数",
    "家数",
    "数量",
    "总数",
    "个数",
    "例数",
    "案件数",
    "事故数",
    "人次",
)


def bare_number(spot: Spot) -> Meaning | None:
    """A number without a unit, where a label or a level word shows that it counts (样本量：1260, 欠款280亿)."""
    quantity = spot.quantity
    if quantity.unit:
        return None
    text = spot.masked
    if text[quantity.number_start - 1 : quantity.number_start] in ("第", "前", "每"):
        return None
    counted = spot.noun.endswith(_COUNTED)
    if (
        (
            (counted and not quantity.chinese)
            or (spot.noun.endswith("率") and "." in quantity.number_text)
            or quantity.number_text in ("0", "零")
        )
        and (spot.before.has("level", "to", "to_up", "to_down") or "." in quantity.number_text)
        and spot.before.end - spot.before.start >= 2
        and _NUMBER_ENDS.match(text, quantity.end)
    ):
        share = not counted and spot.noun.endswith(("率", "占比", "比重", "比例"))
        return say(spot, "rate" if share else "count", "count.bare-level")
    if quantity.chinese and not (
        quantity.scaled and (quantity.bound != "exact" or len(quantity.number_text) > 1)
    ):
        return None
    nextchar = text[quantity.end : quantity.end + 1]
    if nextchar in (
        "级",
        "强",
        "型",
        "版",
        "号",
        "股",
        "里",
        "能",
        "全",
        "分",
        "众",
        "余",
    ) and not quantity.number_text.endswith("余"):
        return None
    if quantity.scaled or quantity.number_text.endswith("+"):
        money = _OF_MONEY.search(text, spot.clause_start, quantity.start)
        if (
            quantity.chinese
            and not spot.after.noun[1] > spot.after.noun[0]
            and not spot.before.has("level", "over", "to", "to_up")
            and not (money and quantity.bound != "exact")
        ):
            return None
        return say(spot, "money" if money else "count", "count.bare-scaled")
    totals = spot.before.has("sum") and len(quantity.number_text) > 1
    if totals and _NUMBER_ENDS.match(text, quantity.end):
        return say(spot, "count", "count.labelled")
    if _LABEL.search(
        text[max(spot.sentence_start, quantity.start - 14) : quantity.start]
    ) and _NUMBER_ENDS.match(text, quantity.end):
        return say(spot, "count", "count.labelled")
    return None


RULES = (
    Rule(
        "count.unit", "kind", "A number with a measure word counts things; a small Chinese numeral only where it counts in earnest.", "数字加量词是计数；汉字小数目只有确实在计数时才算。",
        (
            Example("收到行政复议申请2623件。", {"kind": "count", "value": 2623, "unit": "件", "metric": "行政复议申请"}),
            Example("审核162项“跨省通办”事项。", {"kind": "count", "value": 162, "unit": "项"}),
        ),
        ("落实行政执法三项制度。", "召开一系列会议。"),
    ),
    Rule(
        "money.unit", "kind", "A number with a currency is money.", "数字加货币单位是金额。",
        (Example("减免罚款9500余万元。", {"kind": "money", "value": 95000000, "unit": "元", "bound": "over"}),),
        ("亿元以上项目开工。",),
    ),
    Rule(
        "measure.unit", "kind", "A number with a physical unit is a measure.", "数字加物理单位是度量。",
        (Example("高速公路通车里程1530公里。", {"kind": "measure", "value": 1530, "unit": "公里"}),),
        ("建成万吨级泊位。",),
    ),
    Rule(
        "count.bare-scaled", "kind", "A number in 万 or 亿 whose unit is left out; money where the words before speak of it.", "省略量词的“万、亿”；前文说钱时是金额。",
        (Example("公众号粉丝8.7万。", {"kind": "count", "value": 87000, "unit": ""}),),
        ("亿万人民团结奋斗。",),
    ),
    Rule(
        "count.bare-level", "kind", "A number without a unit that a number of things comes to, or that anything falls to if it is nought.", "人数、起数等“为、达、降至”的不带单位的数；以及降为零。",
        (
            Example("事故死亡人数降为0。", {"kind": "count", "value": 0, "unit": "", "metric": "事故死亡人数"}),
            Example("重大安全事故为零。", {"kind": "count", "value": 0, "metric": "重大安全事故"}),
        ),
        ("群众办事实现零跑腿。", "从零开始建设。"),
    ),
    Rule(
        "count.labelled", "kind", "A number without a unit behind a label and a colon, or behind 共计.", "标签加冒号之后、或“共计”之后不带单位的数。",
        (
            Example("样本量：1260", {"kind": "count", "value": 1260, "metric": "样本量"}),
            Example("女性共计35210，占49.2%。", {"kind": "count", "value": 35210, "metric": "女性"}),
        ),
        ("会议密码：8756",),
    ),
)  # fmt: skip
