"""What every rule says alike: a meaning with its bound, its basis and its direction."""

from __future__ import annotations

from decimal import Decimal

from jinan_metrics.model import Bound, Direction, Kind
from jinan_metrics.state import Meaning, Spot

_NEAR = 8
_GOAL_BEGINS = ("的", "目", "预", "控", "年", "范")
_WITHIN_GOAL = tuple(
    f"{of}{goal}{inside}"
    for of in ("的", "")
    for goal in ("目标", "预期目标", "控制目标", "年度目标", "目标范围", "范围")
    for inside in ("以内", "之内", "内")
)


def say(
    spot: Spot,
    kind: Kind,
    rule: str,
    *,
    unit: str | None = None,
    direction: Direction | None = None,
    value: Decimal | None = None,
    bound: Bound | None = None,
) -> Meaning:
    quantity = spot.quantity
    known = bound or quantity.bound
    if known == "exact" and spot.before.words:
        known = _bound_apart(spot)
    if (
        known == "exact"
        and "至少" in spot.masked[max(spot.clause_start, quantity.start - _NEAR) : quantity.start]
    ):
        known = "over"  # 每年至少开展1次
    if (
        known == "exact"
        and spot.masked[quantity.end : quantity.end + 1] in _GOAL_BEGINS
        and spot.masked.startswith(_WITHIN_GOAL, quantity.end)
    ):
        known = "under"  # 控制在4.5%的目标以内
    basis = spot.before.basis
    if basis is None and spot.before.has("yoy"):
        word = next(word for word, label in spot.before.words if label == "yoy")
        at = spot.masked.rfind(word, spot.clause_start, quantity.number_start)
        basis = (at, at + len(word)) if at >= 0 else None
    amount = quantity.value if value is None else value
    if kind == "change" and amount < 0:  # 增速为-3.5%
        amount, direction = -amount, "up" if direction == "down" else "down"
    return Meaning(
        kind, rule, amount, quantity.value_max,
        quantity.unit if unit is None else unit, known, direction=direction, basis=basis if kind in ("change", "ratio", "rate") else None,
    )  # fmt: skip


def _bound_apart(spot: Spot) -> Bound:
    """A bound that stands away from the number: 约占三分之一, 迈上2万亿元台阶, 突破…"""
    for word, label in spot.before.words:
        if label in ("over", "under", "approx"):
            return label  # type: ignore[return-value]
        if word in ("至少", "最少"):
            return "over"
        if "约" in word:
            return "approx"
        if word in ("不低于", "将超过", "预计超过", "将突破", "预计突破", "将超", "分别超", "均超"):
            return "over"
        if word == "不高于":
            return "under"
    return "exact"


def moved(spot: Spot) -> Direction | None:
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
            if word in ("快", "快了", "提速") and spot.quantity.dimension == "time":
                return "down"
            if (
                word == "快"
                and spot.before.basis is not None
                and any(
                    limit in spot.masked[slice(*spot.before.basis)]
                    for limit in ("时限", "时间", "用时", "期限")
                )
            ):
                return "down"
            if (
                word in ("高", "多", "快", "低", "少", "慢", "短")
                and spot.before.basis is None
                and not spot.before.has("yoy")
                and not spot.quantity.unit.endswith(("百分点", "%"))
            ):
                return None
            return kind  # type: ignore[return-value]
    return None


NOTHING = Meaning("count", "none", Decimal(0), None, "", "exact")
