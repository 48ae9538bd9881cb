"""Runs of claims that share their subjects: 分别为3件和5件."""

from __future__ import annotations

from jinan_metrics.state import Meaning, Spot


def _in_turn(first: Spot, meaning: Meaning) -> bool:
    """业务量和业务收入分别完成6亿件和71亿元: levels in units of their own."""
    named = first.before.has("respectively") and first.before.start < first.before.end
    return named and meaning.kind in ("count", "money", "measure")


def _owners_in_turn(first: Spot, meaning: Meaning) -> bool:
    """甲市、乙市分别拥有31家和24家上市公司: the thing counted stands behind the last of the numbers."""
    named = "分别" in first.masked[first.before.start : first.quantity.start]
    return named and meaning.kind == "count"


def _old_in_turn(masked: str, first: Spot, last: Spot, spot: Spot) -> bool:
    """甲、乙由上年分别增长5.6%和13.1%，减为…; 由5吨和6吨分别增加到…: the old values in turn."""
    if last.before.from_level and masked.startswith("分别", spot.quantity.end):
        first.before.words += (("分别", "respectively"),)
    return last.before.from_level and first.before.has("respectively")


def groups(masked: str, told: list[tuple[Spot, Meaning]]) -> list[list[tuple[Spot, Meaning]]]:
    """Runs of claims that stand side by side with nothing but a connective and a verb between them."""
    runs: list[list[tuple[Spot, Meaning]]] = []
    for spot, meaning in told:
        if runs:
            last_spot, last = runs[-1][-1]
            between = masked[last_spot.quantity.end : spot.quantity.start].strip()
            if (
                between.startswith(("以及", "、", "和", "及", "与"))
                and spot.before.start >= spot.before.end
                and spot.before.from_level == _old_in_turn(masked, runs[-1][0][0], last_spot, spot)
                and (last.kind == meaning.kind or _in_turn(runs[-1][0][0], meaning))
                and last_spot.in_brackets == spot.in_brackets
                and (meaning.kind != "rate" or not spot.before.has("share"))
                and (
                    spot.after.noun[0] >= spot.after.noun[1]
                    or spot.before.from_level
                    or _owners_in_turn(runs[-1][0][0], meaning)
                )
            ):
                runs[-1].append((spot, meaning))
                continue
        runs.append([(spot, meaning)])
    return runs
