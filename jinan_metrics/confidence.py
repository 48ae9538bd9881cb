"""How sure a claim is: the share of claims with such signs that are right in every field.

A sign is what is cheap to see when a claim is told: its rules, how long its name is, where the name stands and what stands
beside it. ``data/confidence.tsv`` has a weight for each, in log-odds, learnt from annotated documents by
``python -m benchmarks.learn_confidence``; no weight is set by hand.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import exp

from jinan_metrics import lexicon, patterns
from jinan_metrics.coordination import ends_as_quantity

TABLE = "confidence.tsv"
EVERY = "every claim"
# No sum of weights makes a claim certain.
_LEAST, _MOST = 0.01, 0.99
_AHEAD = patterns.compile(lexicon.alternation(lexicon.classes("confidence")["ahead"]))
_ENDS = lexicon.classes("confidence")["ends"]
_MARKS = frozenset(lexicon.classes("confidence")["marks"]) | frozenset(" \t\n\u3000")
_LENGTHS = ("0", "1", "2", "3", *["4-9"] * 6, *["10-13"] * 4, *["14-19"] * 6)
_GAPS = ("0", "1-2", "1-2", *["3-5"] * 3, *["6-12"] * 7)


def confidence(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> float:
    """The chance, to two places, that a claim is right in every field; for the arguments see ``signs``."""
    table = weights()
    odds = table.get(EVERY, 0.0)
    for sign in signs(metric, rule, name_rule, role, unit, expression, sentence, at):
        odds += table.get(sign, 0.0)
    return min(max(round(1 / (1 + exp(-odds)), 2), _LEAST), _MOST)


def signs(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> list[str]:
    """The signs of a claim whose ``expression`` stands at character ``at`` of its ``sentence``."""
    length = len(metric)
    found = [
        "rule " + rule,
        "name rule " + name_rule,
        "length " + (_LENGTHS[length] if length < len(_LENGTHS) else "20+"),
        ("ahead, " if _AHEAD.search(sentence) else "not ahead, ")
        + ("target" if role == "target" else "no target"),
        "quantity by its ending" if ends_as_quantity(metric) else "no quantity by its ending",
    ]
    end = at + len(expression)
    found.append("mark behind number" if _marks(sentence, end) else "word behind number")
    before = sentence.rfind(metric, 0, at) if metric else -1
    after = sentence.find(metric, end) if metric and before < 0 else -1
    if before >= 0:
        between = sentence[before + length : at]
        clauses = between.count("，") + between.count(",") + between.count("；") + between.count(";")
        found.append(f"name before, clauses {min(clauses, 3)}")
        found.append(f"name before, numbers {min(_numbers(between), 3)}")
        if not clauses:
            found.append("gap " + (_GAPS[len(between)] if len(between) < len(_GAPS) else "13+"))
        found.append("mark before name" if _marks(sentence, before - 1) else "word before name")
    elif after >= 0:
        between = sentence[end:after]
        found.append("name behind, " + ("next" if not between else "的" if between == "的" else "apart"))
        found.append("mark behind name" if _marks(sentence, after + length) else "word behind name")
    else:
        found.append("name elsewhere")
    if role not in ("actual", "target"):
        found.append("role " + role)
    if not unit:
        found.append("no unit")
    if not sentence.endswith(_ENDS):
        found.append("no end mark")
    return found


@cache
def weights() -> dict[str, float]:
    """Sign → weight in log-odds, as learnt."""
    text = files("jinan_metrics").joinpath("data", TABLE).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}


def _marks(sentence: str, at: int) -> bool:
    """Whether a mark stands at ``at``, or the sentence ends there."""
    return not 0 <= at < len(sentence) or sentence[at] in _MARKS


def _numbers(words: str) -> int:
    """How many runs of digits there are."""
    count, within = 0, False
    for character in words:
        digit = "0" <= character <= "9"
        count += digit and not within
        within = digit
    return count
