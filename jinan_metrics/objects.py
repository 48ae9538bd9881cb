"""Verbs of doing and their objects: what was handled, apart from the handling of it."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.folding import OPAQUE

_VERBS = lexicon.classes("verbs")
KEEP = frozenset(_VERBS["keep"])
# 资本形成总额 is no 形成, 直接受益 no 接受; 多样化解读: 解读 is one word
_ACT = patterns.compile(
    f"(?!(?<=资本)形成)(?:{lexicon.alternation(_VERBS['act'])})(?!(?<=化解)读|(?<=接入)用户|(?<=直接受)益|(?<=派出)(?:所|机构|机关|法庭))(?:了|起(?![诉草步飞用源点]))?"
)
FIRST_ONLY = frozenset(_VERBS["act_first"])
KEEP_AT = patterns.compile(f"(?:{lexicon.alternation(_VERBS['keep'])})(?!长)")
_AFTER_NOMINAL = patterns.compile(
    r"(?:率|数|量|额|时限|时间|次数|人数|事项|机构|人员|机关|部门|项目|案件|工作|组织|企业|单位|制度|机制|方案|平台|系统|中心|能力|水平|面积|规模|总额|余额|费用|经费|资金|成本|收入|支出|标准|力量|队伍|满意|期限|周期|性|证|权|者|类|业|型|化|委员会|热线|窗口|专项|领域|措施|线(?![上下])|车间|基地|商(?!务)|办法|规定|条例|意见|办公|大厅|基地|体系|工程|任务|地区|城市|县|区|园|站|点|所|室|局|厅|院|校|网|库|群|带|圈|链|团|队|组|员|家|灌溉|供水|人$|额$|和|、|及|的)"
)
# The same for verbs that are seldom nouns: only a word of quantity makes a noun of them (办结率, 审查时限).
_NOMINAL = patterns.compile(
    r"(?:率|业|者|价|税|权(?!威|衡)|工作(?:考核|评估|评价|评议|测评|满意)|类(?!似)|(?<=购置)补贴|(?:通车|投产|投用|并网|达产)(?=$)|期(?![间货待望盼刊末初中])|[和及与][\u4e00-\u9fff]{1,4}业|辅助性?(?:活动|业)|投资(?=$)|入选者|对象|数(?![字据])|量(?!化)|费(?![时力心尽])|额(?!外)|时限|时间|次数|人次|人数|周期|期限|费用|成本|标准|能力|水平|规模|面积|机关|中心|任务|强度|性|区(?:绿化|面积|公共|道路|供水|排水|人均))"
)


# In a phrase that opens with one of these, a list goes on before the verb: 通过门户网站、公报等平台公开规章.
_OPENS_PHRASE = (
    "通过",
    "围绕",
    "依托",
    "针对",
    "按照",
    "根据",
    "利用",
    "借助",
    "运用",
    "结合",
    "在",
    "向",
    "与",
    "从",
)
# Bodies that act: behind them a verb that is often a noun is a verb (第二局出动警力).
BODY = (
    "局",
    "厅",
    "院",
    "部门",
    "公司",
    "集团",
    "银行",
    "学校",
    "我们",
    "警方",
    "海关",
    "大队",
    "支队",
    "人民政府",
)
# What follows these is what they bring about, whatever verb it begins with (推动化解率提高到95%).
_BRINGING_ABOUT = frozenset(("实现", "完成", "推动", "推进", "促进", "助力", "带动", "落实"))
# 开办企业时间: how long a service takes
_SERVED = frozenset(("开办", "办理", "注销", "获得", "获取", "申请", "登记", "审批"))
# 经常参加体育锻炼人数比例
_PEOPLE_SHARES = ("人数比例", "人口比例", "人数占比", "人口占比", "人数比重", "人口比重")
_COSTS = ("时间", "时限", "时长", "用时", "成本", "环节", "周期", "流程")
# … and behind a modal verb (应当建设).
_ACTING = (*BODY, "应当", "必须", "可以", "需要")


def verb_before(masked: str, start: int, end: int) -> tuple[str, int]:
    """The last verb of doing in a span and where its object begins; ("", start) where there is none."""
    keep = further = KEEP_AT.search(masked, start, end)
    while further is not None:  # the last one is wanted
        keep, further = further, KEEP_AT.search(masked, further.end(), end)
    words = masked[start:end]
    if "将" in words or "把" in words:
        moved = start + max(words.rfind("将"), words.rfind("把"))
        if moved + 2 < end and masked[moved + 1] not in "军来近握关":
            start = moved + 1
    verb, at = "", start
    in_phrase = masked.startswith(_OPENS_PHRASE, start) or masked[start - 1 : start] == "在"
    for match in _ACT.finditer(masked, start, end):
        begin, stop = match.span()
        word = match.group().rstrip("了起")
        rest = masked[stop:end]
        if word in FIRST_ONLY and (verb or len(rest) < 2 or not masked.endswith(_ACTING, start, begin)):
            continue
        if rest and _NOMINAL.match(masked, stop, end):
            continue
        if (
            rest.endswith(_PEOPLE_SHARES)
            or rest[:1] == "、"
            or (word in _SERVED and (rest in _COSTS or (begin == start and rest.endswith(_COSTS))))
        ):
            continue  # 撤销、变更96件; 开办企业时间
        if masked[begin - 1] in "不未" and begin > start and rest:
            continue  # 不起诉企业
        if rest.endswith("率") and (len(rest) <= 3 or begin - start >= 3) and word not in _BRINGING_ABOUT:
            continue  # 出库完成率, 整改到位率
        if (
            word in ("实现", "完成") and begin > start + 1 and masked[begin - 1] not in "共已年月度"
        ):  # 企业实现利润: the owner belongs to the name
            continue
        listed = masked.rfind("、", start, begin)
        if listed >= 0 and begin > listed + 1 and not in_phrase:
            continue
        if len(rest) <= 2 and begin > start + 1 and verb and masked[begin - 1] != OPAQUE:
            continue
        if "的" in rest and begin > start and not rest.startswith("的"):
            continue
        verb, at = word, stop
    if (
        keep is not None
        and keep.end() < end
        and keep.start() >= at - len(verb)
        and (keep.start() == start or keep.start() <= at)
    ):
        return keep.group(), keep.end()
    if verb and at < end and masked[at] == "或":  # 参加或举办新闻发布会
        other = _ACT.match(masked, at + 1, end)
        at = at if other is None else other.end()
    return verb, strip_leading(masked, at, end) if verb else at


def shared_doing(masked: str, start: int, end: int) -> int | None:
    """Where the doing begins that the last member of a list says for all: 微博、微信 | 发布信息."""
    match = _ACT.search(masked, start + 2, end)
    if match is None or end - match.end() < 2 or _AFTER_NOMINAL.match(masked, match.end()):
        return None
    return None if match.group().rstrip("了起") in FIRST_ONLY or match.start() - start > 6 else match.start()


def opens_with_verb(masked: str, start: int, end: int) -> bool:
    """Whether a span begins with a verb of doing that is no part of a noun (执行到位, but not 执行案件)."""
    match = _ACT.match(masked, start, end)
    return match is not None and not _AFTER_NOMINAL.match(masked, match.end())


def without_verb(name: str, *, only_doing: bool = False) -> str:
    """A name without the verb at its head; ``only_doing`` keeps verbs that are nouns as often, and 新增 and its like."""
    match = _ACT.match(name)
    if match is None or len(name) - match.end() < 2 or name[match.end()] == "性":  # 规范性文件
        return name
    verb = match.group().rstrip("了起")
    return name if only_doing and (verb in FIRST_ONLY or verb in KEEP) else name[match.end() :]
