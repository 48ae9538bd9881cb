"""What a question asks for: years, places, kinds, units, and the words that name the metric."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from jinan_metrics import folding, lexicon, patterns, units
from jinan_metrics.comparing.names import short_place, strict_words
from jinan_metrics.finding.synonyms import Synonyms
from jinan_metrics.folding import HAN

_YEARS = patterns.compile(r"((?:19|20)\d\d)[ ]?年?度?[ ]?(?:-|~|至|到|to)[ ]?((?:19|20)\d\d)[ ]?年?度?")
_YEAR = patterns.compile(r"(?<![\d.])((?:19|20)\d\d)(?![\d.])(?:[ ]?年度?)?(?:的)?")
_NUMBER = patterns.compile(r"(?<![\dA-Za-z.+])\d+(?:\.\d+)?(?![\dA-Za-z月+])")
_ASKED = patterns.compile(rf"(?:一?共)?有?(?:多少|几)(?=[{HAN}])")
_COUNTING = patterns.compile(rf"(?:多少|几)[{HAN}]?$")
_FREE = patterns.compile(rf"[{HAN}]+|[A-Za-z0-9.+&-]+")
_PARTICLES = patterns.compile(rf"[的了是在被把又给]|(?:一?共)?有?多少|有?几(?!何)|有(?![{HAN}])")
_LONGEST_SPAN = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the description: the words as typed first, then others that mean the same.

    ``of_kind``: words that ask for a kind (增速, 排名), which the figure's own kind answers better than its sentence,
    and words that hardly tell one metric from another (规模). ``asked``: what the question counts (多少经营主体).
    """

    names: tuple[str, ...]
    indicator: bool = False
    of_kind: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A description taken apart. ``places`` and ``years`` are those that it names, ``kinds`` and ``units`` those it asks for."""

    text: str
    pieces: tuple[Piece, ...] = ()
    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    units: tuple[str, ...] = ()
    values: tuple[Decimal, ...] = ()
    direction: str = ""
    target: bool = False
    strict: frozenset[str] = field(default=frozenset())

    @property
    def words(self) -> str:
        """All that the query says, with what the names in it stand for."""
        return shortened(self.text + " ".join(name for piece in self.pieces for name in piece.names))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return lexicon.classes("questions")


@cache
def _words(label: str) -> re.Pattern[str]:
    """The words of a class: Chinese ones anywhere, English ones as whole words."""
    forms = (
        rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)
        for word in lexicon.longest_first(_classes()[label])
    )
    return patterns.compile("|".join(forms), re.IGNORECASE)


def understood(
    text: str,
    *,
    places: Iterable[str] = (),
    indicators: Synonyms,
    wordings: Synonyms,
) -> Query:
    """``text`` as a query over documents about ``places``."""
    rest = folding.fold(text).strip()
    rest, years = _without_years(rest)
    rest, named = _without_places(rest, places)
    rest, values = _without_numbers(rest)
    strict = strict_words(shortened(_words("noise").sub(" ", rest))) - _OF_KINDS
    indicated, others = _split(rest, indicators)
    others = _words("noise").sub(" ", others)
    kinds = _kinds(rest, others)
    asked = _asked_units(others, counted="change" not in kinds)
    return Query(
        text,
        pieces=(*indicated, *_free_pieces(others, wordings, counted="change" not in kinds)),
        years=years,
        places=named,
        kinds=kinds,
        units=asked,
        values=values,
        direction=_direction(rest) if "change" in kinds else "",
        target=_words("target").search(rest) is not None,
        strict=strict,
    )


def _without_years(text: str) -> tuple[str, tuple[int, ...]]:
    years: list[int] = []

    def span(match: re.Match[str]) -> str:
        first, last = int(match.group(1)), int(match.group(2))
        if first <= last <= first + _LONGEST_SPAN:
            years.extend(range(first, last + 1))
        return " "

    def one(match: re.Match[str]) -> str:
        years.append(int(match.group(1)))
        return " "

    text = _YEAR.sub(one, _YEARS.sub(span, text))
    return text, tuple(dict.fromkeys(years))


def _without_places(text: str, places: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """``text`` without the places it names, whole (济南市) or short (济南), and these places."""
    found: list[str] = []
    for place in sorted(set(places), key=len, reverse=True):
        if place == "全国":  # said of a metric as often as of a document: 全国排名
            continue
        for name in (place, short_place(place)):
            if len(name) >= 2 and name in text:
                found.append(place)
                text = text.replace(name, " ")
                break
    return text, tuple(found)


def _without_numbers(text: str) -> tuple[str, tuple[Decimal, ...]]:
    values: list[Decimal] = []

    def taken(match: re.Match[str]) -> str:
        number = Decimal(match.group())
        if number >= 100 and match.group() not in ("12345", "12348", "12328"):
            values.append(number)
            return " "
        return match.group()

    return _NUMBER.sub(taken, text), tuple(values)


def _asked_units(text: str, *, counted: bool) -> tuple[str, ...]:
    """The units that the question asks in: 多少件, 几家, 百分之几, and where things are counted 册数."""
    found = [
        unit[0].name
        for match in _ASKED.finditer(text)
        if (unit := units.match(text, match.end())) is not None
    ]
    found += [unit for unit, words in _SPELT if words.search(text)]
    if counted:
        found += [match.group(1) for match in _counted().finditer(text)]
    return tuple(dict.fromkeys(found))


@cache
def _counted() -> re.Pattern[str]:
    return patterns.compile(
        f"({'|'.join(lexicon.longest_first(_classes()['counter']))})(?:数量|总数|数(?![据字]))"
    )


_SPELT = (
    ("%", patterns.compile(r"百分之[几多]|几成|百分比")),
    ("百分点", patterns.compile(r"(?<!百分)百分点|几个点")),
    ("倍", patterns.compile(r"几番|几倍")),
)
# Words that the comparison keeps apart and a question uses to ask for a kind.
_OF_KINDS = frozenset(("占比", "比重", "增速", "同比", "环比"))
_RATE = patterns.compile(r"(?<![汇利功速频])率|NPL|ratio|rate")


def _kinds(text: str, others: str) -> frozenset[str]:
    """The kinds that the words of ``text`` ask for; units count where they stand outside of names of indicators."""
    reached = _reached().sub(" ", text)
    kinds = {label.removeprefix("kind.") for label in _kind_labels() if _words(label).search(reached)}
    of_units = {unit.kind for name in _asked_units(others, counted=True) if (unit := units.lookup(name))}
    if "位" in _asked_units(others, counted=False) and "rank" not in kinds:
        of_units.add("count")  # 几位学者 asks for people, 第几位 for a rank
    kinds |= of_units - {"rank"}
    if "rank" in kinds:
        return frozenset({"rank"})
    if "duration" in of_units and "连续" in text:
        return frozenset({"duration"})
    if "change" in kinds:
        return frozenset(kinds & {"change", "rate"} if "占" in text else {"change"})
    if _RATE.search(text):
        kinds.add("rate")
    return frozenset(kinds)


@cache
def _reached() -> re.Pattern[str]:
    marks = "|".join(_classes()["reached"])
    return patterns.compile(f"(?:{_words('kind.change').pattern})(?:{marks})", re.IGNORECASE)


def _direction(text: str) -> str:
    up, down = (_words(label).search(text) is not None for label in ("up", "down"))
    return "" if up == down else "up" if up else "down"


def _split(text: str, indicators: Synonyms) -> tuple[list[Piece], str]:
    """The indicators that ``text`` names, and the text without them."""
    found: list[Piece] = []
    others: list[str] = []
    at = 0
    while at < len(text):
        named = indicators.at(text, at)
        if named is None:
            others.append(text[at])
            at += 1
            continue
        counted = _COUNTING.search(text, max(0, at - 4), at) is not None
        found.append(Piece(named[1], indicator=True, asked=counted))
        others.append(" ")
        at += len(named[0])
    return found, "".join(others)


def _free_pieces(text: str, wordings: Synonyms, *, counted: bool) -> Iterable[Piece]:
    """What is left in runs of letters without the words of the question, everyday words with those of official texts."""
    for match in _FREE.finditer(_PARTICLES.sub(" ", _without_counters(text, counted=counted))):
        run = match.group()
        start = at = 0
        while at < len(run):
            found = wordings.at(run, at)
            if found is None:
                at += 1
                continue
            if run[start:at]:
                yield _piece((run[start:at],))
            yield _piece(found[1])
            start = at = at + len(found[0])
        if run[start:]:
            yield _piece((run[start:],))


def _piece(names: tuple[str, ...]) -> Piece:
    labels = (*_kind_labels(), "little")
    return Piece(names, of_kind=any(_words(label).fullmatch(names[0]) for label in labels))


@cache
def _kind_labels() -> tuple[str, ...]:
    return tuple(label for label in _classes() if label.startswith("kind."))


def _without_counters(text: str, *, counted: bool) -> str:
    """``text`` without the unit that a question asks in (多少件, and where things are ``counted`` 件数)."""
    text = _counted().sub(" ", text) if counted else text
    pieces, at = [], 0
    for match in _ASKED.finditer(text):
        unit = units.match(text, match.end())
        if unit is not None and match.start() >= at:
            pieces.append(text[at : match.start()] + " ")
            at = unit[1]
    return "".join(pieces) + text[at:]


def shortened(text: str) -> str:
    """``text`` with the short forms of official texts (规上) for the long ones (规模以上)."""
    for pair in _classes()["short"]:
        long, _, short = pair.partition("=")
        text = text.replace(long, short)
    return text
