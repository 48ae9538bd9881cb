"""The rules and their order: who speaks first is decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinan_metrics.rules import amount, change, duration, names, not_claims, rank, share, table
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


def meaning(spot: Spot) -> Meaning | None:
    """What the expression at ``spot`` says of its metric; None where no rule knows it for a claim."""
    for rule in KINDS:
        found = rule(spot)
        if found is not None:
            return None if found.rule == "none" else found
    return None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule with its reason and examples, in the order in which they apply."""
    families = (not_claims, rank, change, share, duration, amount, table, names)
    return tuple(rule for family in families for rule in family.RULES)


def find_rule(name: str) -> Rule | None:
    """The rule with this id."""
    return next((rule for rule in all_rules() if rule.id == name), None)


__all__ = ["KINDS", "Example", "Rule", "all_rules", "find_rule", "meaning"]
