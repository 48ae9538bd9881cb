"""How sure a claim is: the share of claims with such signs that are right in every field.

A sign is what is cheap to see when a claim is told: its rules, how long its name is, where the name stands and what stands
beside it. ``data/confidence.tsv`` has a weight for each, in log-odds, learnt from annotated documents by
``python -m benchmarks.learn_confidence``; no weight is set by hand. A claim
without a name is never sure.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from jinan_metrics import lexicon, patterns
from jinan_metrics.coordination import ends_as_quantity

TABLE = "confidence.tsv"
EVERY = "every claim"
# Where no rule found what is counted the words before the number stand for it; too seldom in annotated documents to learn.
NAMELESS = "name.none"
_MOST_NAMELESS = 0.3
# No sum of weights makes a claim certain.
_LEAST, _MOST = 0.01, 0.99
_AHEAD = patterns.compile(lexicon.alternation(lexicon.classes("confidence")["ahead"]))
_ENDS = frozenset(lexicon.classes("confidence")["ends"])
_MARKS = frozenset(lexicon.classes("confidence")["marks"]) | frozenset(("", " ", "\t", "\n", "\u3000"))
_JOINS = lexicon.classes("confidence")["joins"]
_CLAUSE_ENDS = "，,；;"
_LENGTHS = (0, 1, 2, 3, 4, 10, 14, 20)
_GAPS = (0, 1, 3, 6, 13)
_SENTENCES = (0, 20, 40, 80, 140)


def confidence(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> float:
    """The chance, to two places, that a claim is right in every field; for the arguments see ``signs``."""
    odds = (
        _worth_of_rules(rule, name_rule, role, not unit)
        + _worth_of_name(metric)
        + _worth_of_place(*_place(metric, sentence, at, at + len(expression)))
    )
    if role == "target":
        odds += _worth(_of_target(sentence))
    chance = round(1 / (1 + exp(-odds)), 2)
    if name_rule == NAMELESS and chance > _MOST_NAMELESS:
        return _MOST_NAMELESS
    return _LEAST if chance < _LEAST else _MOST if chance > _MOST else chance


def signs(
    metric: str, rule: str, name_rule: str, role: str, unit: str, expression: str, sentence: str, at: int
) -> list[str]:
    """The signs of a claim whose ``expression`` stands at character ``at`` of its ``sentence``."""
    return [
        *_of_rules(rule, name_rule, role, not unit),
        *_of_name(metric),
        *_of_place(*_place(metric, sentence, at, at + len(expression))),
        *(_of_target(sentence) if role == "target" else ()),
    ]


Place = tuple[bool, int, bool, str, bool, int, int]


def _place(metric: str, sentence: str, at: int, end: int) -> Place:
    """Where things stand, in few values each, so that most claims are like one seen before.

    Whether the sentence ends with a mark, and the range its length is in; whether a mark follows the number at ``at`` to
    ``end``; whether its name stands ``before``, ``behind`` or ``elsewhere``, and a mark on the far side of it; and of what is
    between them the clauses that end, up to three, and the range its length is in.
    """
    ends, size = sentence[-1:] in _ENDS, bisect_right(_SENTENCES, len(sentence))
    mark = sentence[end : end + 1] in _MARKS
    start = sentence.rfind(metric, 0, at) if metric else -1
    if start >= 0:
        cut = not start or sentence[start - 1] in _MARKS
        follows = start + len(metric)
        clauses = 0
        if follows < at:
            for comma in _CLAUSE_ENDS:
                clauses += sentence.count(comma, follows, at)
        if clauses:
            return ends, size, mark, "before", cut, min(clauses, 3), 0
        return ends, size, mark, "before", cut, 0, bisect_right(_GAPS, at - follows)
    start = sentence.find(metric, end) if metric else -1
    if start >= 0:
        follows = start + len(metric)
        cut = sentence[follows : follows + 1] in _MARKS
        return ends, size, mark, "behind", cut, 0, bisect_right(_GAPS, start - end)
    return ends, size, mark, "elsewhere", False, 0, 0


def _of_rules(rule: str, name_rule: str, role: str, bare: bool) -> list[str]:
    found = [EVERY, "rule " + rule, "name rule " + name_rule]
    if role not in ("actual", "target"):
        found.append("role " + role)
    if bare:
        found.append("no unit")
    return found


def _of_name(metric: str) -> list[str]:
    found = [
        f"length {_range(bisect_right(_LENGTHS, len(metric)), _LENGTHS)}",
        "quantity by its ending" if ends_as_quantity(metric) else "no quantity by its ending",
    ]
    if any(word in metric for word in _JOINS):
        found.append("list in name")
    return found


def _of_place(ends: bool, size: int, mark: bool, where: str, cut: bool, clauses: int, gap: int) -> list[str]:
    found = [
        f"sentence {_range(size, _SENTENCES)}",
        "mark behind number" if mark else "word behind number",
        f"name {where}",
    ]
    if not ends:
        found.append("no end mark")
    if where != "elsewhere":
        apart = f"clauses {clauses}" if clauses else f"gap {_range(gap, _GAPS)}"
        found += (f"name {where}, {apart}", f"{'mark' if cut else 'word'} on the far side of name {where}")
    return found


def _of_target(sentence: str) -> list[str]:
    return ["target, ahead" if _AHEAD.search(sentence) else "target, not ahead"]


def _range(position: int, sizes: tuple[int, ...]) -> str:
    """The range of lengths that begins before ``position`` in ``sizes``."""
    low, high = sizes[position - 1], sizes[position] - 1 if position < len(sizes) else None
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


def _worth(found: list[str]) -> float:
    """The weights of some signs together."""
    table = weights()
    return sum(table.get(sign, 0.0) for sign in found)


@lru_cache(maxsize=1024)
def _worth_of_rules(rule: str, name_rule: str, role: str, bare: bool) -> float:
    return _worth(_of_rules(rule, name_rule, role, bare))


@lru_cache(maxsize=4096)
def _worth_of_name(metric: str) -> float:
    return _worth(_of_name(metric))


@lru_cache(maxsize=4096)
def _worth_of_place(
    ends: bool, size: int, mark: bool, where: str, cut: bool, clauses: int, gap: int
) -> float:
    return _worth(_of_place(ends, size, mark, where, cut, clauses, gap))


@cache
def weights() -> dict[str, float]:
    """Sign → weight in log-odds, as learnt."""
    text = files("jinan_metrics").joinpath("data", TABLE).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}
