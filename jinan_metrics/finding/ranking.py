"""How well a claim answers a query: the words it covers, where they stand, and whether the figure is of the kind asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from jinan_metrics import folding, patterns, units
from jinan_metrics.comparing.entries import unit_key
from jinan_metrics.comparing.names import strict_words
from jinan_metrics.finding.query import Piece, Query, shortened
from jinan_metrics.library.tokens import tokens
from jinan_metrics.model import Claim

# What a word of the query is worth where it is found: in the metric's name, close to the figure, in its sentence, in
# the headings and the title above it.
NAME, NEAR, SENTENCE, HEADING = 1.0, 0.8, 0.5, 0.45
_OF_KIND = 0.15  # a word for the kind, against a word for the metric
_ASKED = 1.5  # the word for what is counted
_SYNONYM = 0.95  # another word for the same thing, against the word itself
_WHOLE_NAME = 0.1  # how much it matters that the query explains the whole name
_BEFORE, _AFTER, _LIST = 40, 14, 2

_QUOTES = patterns.compile(r"[“”‘’\"'「」『』《》〈〉\s]")
_BREAK = patterns.compile(r"[，。;:!?、\n]")
_FIGURE = patterns.compile(r"\d[\d.,%万亿千]*")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of the query with the weight of each of its tokens, by name."""

    names: tuple[tuple[tuple[str, float], ...], ...]
    weight: float


def weighed(query: Query, frequencies: Mapping[str, int], total: int) -> list[Weighed]:
    """The pieces of ``query``, rare tokens weighing more; ``frequencies`` says in how many of ``total`` claims each stands."""

    def weight(token: str) -> float:
        return log(1 + (total + 1) / (frequencies.get(token, 0) + 1))

    found: list[Weighed] = []
    for piece in query.pieces:
        names = tuple(
            tuple((token, weight(token)) for token in dict.fromkeys(tokens(shortened(name.casefold()))))
            for name in piece.names
        )
        names = tuple(name for name in names if name)
        if names:
            found.append(Weighed(names, sum(w for _, w in names[0]) * _importance(piece)))
    return found


def _importance(piece: Piece) -> float:
    return _OF_KIND if piece.of_kind else _ASKED if piece.asked else 1.0


def query_tokens(query: Query) -> list[str]:
    """Every token that a claim may be found by."""
    return list(
        dict.fromkeys(
            token
            for piece in query.pieces
            for name in piece.names
            for form in dict.fromkeys((name, shortened(name)))
            for token in tokens(form)
        )
    )


def score(query: Query, pieces: Iterable[Weighed], claim: Claim, title: str = "") -> float:
    """From 0 to 1: how well ``claim`` answers ``query``. ``title`` is that of its document."""
    name = _plain(claim.metric + " " + claim.action + " " + claim.scope)
    sentence = _plain(claim.sentence)
    near = (
        _near(sentence, _plain(claim.text), _plain(claim.metric))
        + " "
        + _plain(claim.basis + claim.period_text)
    )
    heading = _plain(claim.section + " " + title + " " + claim.doc)
    fields = ((name, NAME), (near, NEAR), (sentence, SENTENCE), (heading, HEADING))
    covered = whole = 0.0
    for piece in pieces:
        covered += piece.weight * max(
            (1.0 if i == 0 else _SYNONYM) * _coverage(words, fields) for i, words in enumerate(piece.names)
        )
        whole += piece.weight
    if not whole:
        return 0.0
    share = covered / whole
    base = share * (1 - _WHOLE_NAME + _WHOLE_NAME * _explained(pieces, claim.metric))
    return base * _fitness(query, claim, near)


def _coverage(words: tuple[tuple[str, float], ...], fields: tuple[tuple[str, float], ...]) -> float:
    found = total = 0.0
    for token, weight in words:
        total += weight
        for text, worth in fields:
            if token in text:
                found += weight * worth
                break
    return found / total


def _explained(pieces: Iterable[Weighed], metric: str) -> float:
    """The share of the name's tokens that the query or its synonyms have."""
    own = tokens(metric)
    known = {token for piece in pieces for words in piece.names for token, _ in words}
    return sum(token in known for token in own) / len(own) if own else 0.0


# What a figure loses that is not of the kind, unit, direction, role, time or place asked for.
_OTHER_KIND, _OTHER_UNIT, _SAME_DIMENSION = 0.6, 0.75, 0.97
_CHANGE_UNASKED, _OTHER_DIRECTION = 0.82, 0.85
_ROLES = {"actual": 1.0, "target": 0.88, "baseline": 0.75, "maximum": 0.7}
_UNASKED_QUALIFIER, _MISSING_QUALIFIER = 0.92, 0.65
_TIME_UNKNOWN, _OTHER_TIME, _PLACE_UNKNOWN = 0.75, 0.6, 0.6
_VALUE = 0.5


def _fitness(query: Query, claim: Claim, near: str) -> float:
    fit = 0.9 + 0.1 * claim.confidence
    if query.kinds and claim.kind not in query.kinds:
        fit *= _OTHER_KIND
    elif not query.kinds and claim.kind == "change":
        fit *= _CHANGE_UNASKED
    if query.units:
        fit *= max(_unit_fit(asked, claim) for asked in query.units)
    if query.direction and claim.direction and claim.direction != query.direction:
        fit *= _OTHER_DIRECTION
    if not query.target:
        fit *= _ROLES[claim.role]
    elif claim.role != "target":
        fit *= _ROLES["target"]
    said = strict_words(_plain(claim.metric))
    fit *= _UNASKED_QUALIFIER ** sum(word not in query.words for word in said)
    if query.strict:
        fit *= _MISSING_QUALIFIER ** len(query.strict - said - strict_words(near))
    if query.years and claim.period not in query.years:
        fit *= _TIME_UNKNOWN if claim.period is None else _OTHER_TIME
    if query.places and claim.place is None:
        fit *= _PLACE_UNKNOWN
    if query.values and claim.value not in query.values:
        fit *= _VALUE
    return fit


def _unit_fit(asked: str, claim: Claim) -> float:
    if asked == claim.unit:
        return 1.0
    if units.same_dimension(asked, claim.unit) or unit_key(claim) == _key(asked, claim):
        return _SAME_DIMENSION
    return _OTHER_UNIT


def _key(unit: str, claim: Claim) -> str:
    known = units.lookup(unit)
    if known is None or claim.kind != "count":
        return unit
    return "things" if known.dimension in ("item", "case", "document") else known.dimension


@lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    return shortened(_QUOTES.sub("", folding.fold(text)).casefold())


def _near(sentence: str, figure: str, metric: str) -> str:
    """What stands around the figure: back to the figure before it, or on to the next mark if the metric stands behind it."""
    at = sentence.find(figure)
    if at < 0:
        return ""
    before = sentence[max(0, at - _BEFORE) : at]
    for figure_before in reversed(list(_FIGURE.finditer(before))):
        # 起数、死亡人数分别下降21.5%、9.8%: nothing stands between the figures of a list
        if len(before) - figure_before.end() > _LIST:
            before = before[figure_before.end() :]
            break
    after = sentence[at + len(figure) : at + len(figure) + _AFTER]
    stop = _BREAK.search(after)
    after = after[: stop.start()] if stop else after
    head = metric[-2:]
    if head in after and head not in before:
        return after
    return before + " " + after
