"""The rules and their order: who speaks first is decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from jinan_metrics.rules import amount, by_hand, change, duration, names, not_claims, rank, share, table
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.state import Meaning, Spot

# The first rule that speaks decides. Ranks and 第N次 come first, since a number after 第 is never an amount; changes
# before levels, since the verb of difference overrules the unit; amounts last, since almost every unit is one.
KINDS: tuple[Callable[[Spot], Meaning | None], ...] = (
    rank.rank_ordinal,
    rank.rank_bare,
    duration.times_nth,
    change.change_times,
    change.change_difference,
    share.rate_share,
    duration.duration_level,
    share.score_points,
    share.ratio_plain,
    amount.count_units,
    amount.bare_number,
)


# Rules that speak only of some forms and units; the others are asked of every number.
_ONLY: dict[Callable[[Spot], Meaning | None], Callable[[str, str, str], bool]] = {
    rank.rank_bare: lambda form, kind, unit: unit in ("", "名", "位"),
    change.change_times: lambda form, kind, unit: form == "fan" or unit == "倍",
    share.rate_share: lambda form, kind, unit: unit in ("%", "‰") or kind == "rate",
    duration.duration_level: lambda form, kind, unit: kind == "duration",
    share.score_points: lambda form, kind, unit: kind == "score" or unit in ("", "点"),
    share.ratio_plain: lambda form, kind, unit: form == "ratio" or unit in ("", ":1"),
    amount.count_units: lambda form, kind, unit: unit != "",
    amount.bare_number: lambda form, kind, unit: unit == "",
}


@lru_cache(maxsize=4096)
def asked(form: str, kind: str, unit: str) -> tuple[Callable[[Spot], Meaning | None], ...]:
    """The rules to ask of a quantity of that form and unit, in their order."""
    return tuple(rule for rule in KINDS if rule not in _ONLY or _ONLY[rule](form, kind, unit))


def meaning(spot: Spot) -> Meaning | None:
    """What the expression at ``spot`` says of its metric; None where no rule knows it for a claim."""
    quantity = spot.quantity
    for rule in asked(quantity.form, quantity.kind, quantity.unit):
        found = rule(spot)
        if found is not None:
            return None if found.rule == "none" else found
    return None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule with its reason and examples, in the order in which they apply."""
    families = (not_claims, rank, change, share, duration, amount, table, names, by_hand)
    return tuple(rule for family in families for rule in family.RULES)


def find_rule(name: str) -> Rule | None:
    """The rule with this id."""
    return next((rule for rule in all_rules() if rule.id == name), None)


__all__ = ["KINDS", "Example", "Rule", "all_rules", "find_rule", "meaning"]
