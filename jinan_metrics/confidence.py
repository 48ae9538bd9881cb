"""How sure a claim is: the share of claims with such signs that are right in every field.

A sign is what is cheap to see when a claim is told: its rules, how long its name is, where the name stands and what stands
beside it. ``data/confidence.tsv`` has a weight for each, in log-odds, learnt from annotated documents by
``python -m benchmarks.learn_confidence``; no weight is set by hand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import Any

from jinan_metrics import lexicon, patterns
from jinan_metrics.coordination import ends_as_quantity

TABLE = "confidence.tsv"
EVERY = "every claim"
# No sum of weights makes a claim certain.
_LEAST, _MOST = 0.01, 0.99
_AHEAD = patterns.compile(lexicon.alternation(lexicon.classes("confidence")["ahead"]))
_ENDS = lexicon.classes("confidence")["ends"]
_MARKS = frozenset(lexicon.classes("confidence")["marks"]) | frozenset(("", " ", "\t", "\n", "\u3000"))
_JOINS = lexicon.classes("confidence")["joins"]
_CLAUSE_ENDS = patterns.compile("[，,；;]")
_NUMBERS = patterns.compile("[0-9]+")
_LENGTHS = (0, 1, 2, 3, 4, 10, 14, 20)
_GAPS = (0, 1, 3, 6, 13)
_SENTENCES = (0, 20, 40, 80, 140)


def confidence(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> float:
    """The chance, to two places, that a claim is right in every field; for the arguments see ``signs``."""
    parts = _parts(metric, rule, name_rule, role, unit, expression, sentence, at)
    odds = weights().get(EVERY, 0.0)
    for part, seen in parts:
        odds += _worth(part, seen)
    return min(max(round(1 / (1 + exp(-odds)), 2), _LEAST), _MOST)


def signs(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> list[str]:
    """The signs of a claim whose ``expression`` stands at character ``at`` of its ``sentence``."""
    parts = _parts(metric, rule, name_rule, role, unit, expression, sentence, at)
    return [sign for part, seen in parts for sign in part(*seen)]


Seen = tuple[Any, ...]
Part = Callable[..., list[str]]


def _parts(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> tuple[tuple[Part, Seen], ...]:
    """What is seen of a claim, and which part of the signs it makes: few values each, so that ``_worth`` knows most."""
    end = at + len(expression)
    length = len(metric)
    before = sentence.rfind(metric, 0, at) if metric else -1
    place: tuple[Part, Seen]
    if before >= 0:
        beside = sentence[before - 1 : before] if before else ""
        between = sentence[before + length : at]
        place = (_name_before, (beside in _MARKS, between and _between(between)))
    else:
        after = sentence.find(metric, end) if metric else -1
        if after >= 0:
            beside = sentence[after + length : after + length + 1]
            place = (_name_behind, (beside in _MARKS, sentence[end:after] if after - end < 2 else "apart"))
        else:
            place = (_name_elsewhere, ())
    return (
        (_of_rules, (rule, name_rule, role, not unit, sentence[end : end + 1] in _MARKS)),
        (_of_name, (metric,)),
        (_of_sentence, (sentence, role == "target")),
        place,
    )


def _of_rules(rule: str, name_rule: str, role: str, bare: bool, mark: bool) -> list[str]:
    found = [
        "rule " + rule,
        "name rule " + name_rule,
        "mark behind number" if mark else "word behind number",
    ]
    if role not in ("actual", "target"):
        found.append("role " + role)
    if bare:
        found.append("no unit")
    return found


def _of_name(metric: str) -> list[str]:
    found = [
        f"length {_size(len(metric), _LENGTHS)}",
        "quantity by its ending" if ends_as_quantity(metric) else "no quantity by its ending",
    ]
    if any(word in metric for word in _JOINS):
        found.append("list in name")
    return found


def _of_sentence(sentence: str, target: bool) -> list[str]:
    found = [
        ("ahead, " if _AHEAD.search(sentence) else "not ahead, ") + ("target" if target else "no target"),
        f"sentence {_size(len(sentence), _SENTENCES)}",
    ]
    if not sentence.endswith(_ENDS):
        found.append("no end mark")
    return found


def _name_before(mark: bool, between: tuple[int, int, str]) -> list[str]:
    clauses, numbers, gap = between or (0, 0, "0")
    found = [f"name before, clauses {clauses}", f"name before, numbers {numbers}"]
    if not clauses:
        found.append("gap " + gap)
    return [*found, "mark before name" if mark else "word before name"]


def _name_behind(mark: bool, between: str) -> list[str]:
    where = "next" if not between else "的" if between == "的" else "apart"
    return ["name behind, " + where, "mark behind name" if mark else "word behind name"]


def _name_elsewhere() -> list[str]:
    return ["name elsewhere"]


def _between(words: str) -> tuple[int, int, str]:
    """How many clauses end and how many numbers stand in ``words``, each up to three, and how long they are."""
    clauses = len(_CLAUSE_ENDS.findall(words))
    return min(clauses, 3), min(len(_NUMBERS.findall(words)), 3), "" if clauses else _size(len(words), _GAPS)


def _size(length: int, sizes: tuple[int, ...]) -> str:
    """The range of lengths, each from one of ``sizes`` to before the next, that ``length`` is in."""
    position = bisect_right(sizes, length)
    low, high = sizes[position - 1], sizes[position] - 1 if position < len(sizes) else None
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


@lru_cache(maxsize=4096)
def _worth(part: Part, seen: Seen) -> float:
    """The weights of one part of the signs together."""
    table = weights()
    return sum(table.get(sign, 0.0) for sign in part(*seen))


@cache
def weights() -> dict[str, float]:
    """Sign → weight in log-odds, as learnt."""
    text = files("jinan_metrics").joinpath("data", TABLE).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}
