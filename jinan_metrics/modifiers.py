"""The modifiers that touch a quantity (约, 近, 超, 以上, 左右): how far they widen it and which bound they set."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.model import Bound
from jinan_metrics.quantity import Quantity

_TRAIL = patterns.compile(
    r"[ ]?(?P<over>(?:及|或|和|\(含\))?以上|出头|有余|还多(?!次)|开外|多(?![样元数方种个项层部式维重处]))|[ ]?(?P<under>(?:及|或)?以下|以内|之内|(?<=[日天年月时周分钟])内(?![部容资外设需存地蒙]))|[ ]?(?P<approx>左右|上下(?!游))"
)
_TRAIL_BEGINS = frozenset(" 及或和(以多之内左上出有开还")

# What must not fall short of it, or go beyond it (不得低于, 不得超过).
_LIMITS: tuple[tuple[str, Bound], ...] = (
    ("少于", "over"), ("低于", "over"), ("小于", "over"), ("短于", "over"), ("高于", "under"), ("超过", "under"),
    ("大于", "under"), ("多于", "under"), ("迟于", "under"), ("晚于", "under"), ("超", "under"),
)  # fmt: skip
# Modifiers that stand right before a number, longest first, with the bound that they set.
_LEAD: tuple[tuple[str, Bound], ...] = (
    *((modal + word, bound) for modal in ("不得", "不应", "不能") for word, bound in _LIMITS),
    ("不少于", "over"), ("不低于", "over"), ("不高于", "under"), ("不超过", "under"), ("不多于", "under"),
    ("不小于", "over"), ("不大于", "under"), ("超过", "over"), ("突破", "over"), ("至少", "over"), ("最少", "over"),
    ("高于", "over"), ("低于", "under"), ("大于", "over"), ("小于", "under"), ("多于", "over"), ("少于", "under"),
    (">", "over"), ("≥", "over"), ("<", "under"), ("≤", "under"), ("接近", "under"), ("将近", "under"), ("不足", "under"), ("不到", "under"), ("不满", "under"), ("至多", "under"),
    ("最多", "under"), ("大约", "approx"), ("大概", "approx"), ("大约为", "approx"), ("约为", "approx"), ("逾", "over"), ("超", "over"), ("破", "over"), ("约", "approx"),
    ("最高", "under"), ("最低", "over"), ("近", "under"), ("上", "over"), ("过", "over"), ("满", "over"),
)  # fmt: skip
_LEAD_BY_LAST: dict[str, tuple[tuple[str, Bound], ...]] = {}
for _word, _bound in _LEAD:
    _LEAD_BY_LAST[_word[-1]] = (*_LEAD_BY_LAST.get(_word[-1], ()), (_word, _bound))
# 上, 过 and 满 modify only a bare scale (上千, 过亿); 近 and 约 may end another word.
_SHARES = ("tenths", "fraction", "half")  # 已过九成
_ONLY_BEFORE_SCALE = frozenset("上过满")
_WORD_BEFORE = {
    ">": "->=\n",
    "<": "<\n",
    "近": "最附邻远亲贴靠接",
    "约": "节条合预签公契制特履违毁失守赴邀租续",
    "超": "高赶反",
    "过": "超通经不迈越跨",
    "上": "以之",
    "破": "突打爆侦识攻告侧",
}


def modified_before(masked: str, begin: int) -> bool:
    """Whether a word that only modifies a bare scale (上千, 近百) stands before it."""
    return (
        masked[begin - 1 : begin] in ("超", "近", "上", "过", "逾", "约", "破")
        or masked[begin - 2 : begin]
        in (
            "超过",
            "突破",
            "接近",
            "不足",
            "不到",
        )
        or masked[begin - 3 : begin] in ("稳定在", "保持在")
    )


def with_modifiers(masked: str, quantity: Quantity) -> Quantity:
    """Widen the span over the modifiers that touch it and take their bound."""
    if (
        quantity.unit or quantity.scaled or "." in quantity.number_text or quantity.form == "ratio"
    ) and masked[quantity.end : quantity.end + 1] in _TRAIL_BEGINS:
        trail = _TRAIL.match(masked, quantity.end)
        if trail is not None:
            quantity.end = trail.end()
            quantity.bound = trail.lastgroup  # type: ignore[assignment]
    begin = quantity.start
    touching = masked[begin - 1 : begin]
    if touching == " " and not quantity.chinese:
        begin -= 1
        touching = masked[begin - 1 : begin]
        if touching > "一":
            quantity.number_start = begin  # 第 4 位 is 第4位
    if touching == "第":
        quantity.start = begin - 1
        return quantity
    for word, bound in _LEAD_BY_LAST.get(touching, ()):
        at = begin - len(word)
        if at < 0 or not masked.startswith(word, at):
            continue
        if masked[at - 1 : at] and masked[at - 1 : at] in _WORD_BEFORE.get(word, ""):
            continue
        if word in ("近", "约") and quantity.bound == "over":  # 近4000多名
            quantity.start = at
            return quantity
        if word in ("最高", "最低") and quantity.kind != "money":
            continue  # 满意率最高97.4% is the highest there was, 最高5万元 a bound
        if (
            word in _ONLY_BEFORE_SCALE
            and quantity.number_text[0] not in "百千万亿"
            and quantity.form not in _SHARES
        ):
            continue
        quantity.start = at
        if quantity.bound == "exact" or word not in ("约", "大约"):
            quantity.bound = bound
        break
    return quantity
