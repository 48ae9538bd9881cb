"""The claims of one column that state the same metric, gathered to one entry of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from jinan_metrics import patterns, units
from jinan_metrics.comparing.aliases import Aliases
from jinan_metrics.comparing.names import Name, name_of
from jinan_metrics.dating import Span, span_of
from jinan_metrics.model import Claim

# Dimensions of counting that are told apart; the other measure words (项, 个, 件, 家) are chosen as the author likes.
_APART = {"people", "occurrence", "composite", "time", "event"}
_PART = patterns.compile(r"其中|[(（][^()（）]*$")
_SURE = 0.6
_SEVERAL_YEARS = patterns.compile(
    r"(?:过去|近|这)?[三四五]年来|过去(?:的)?[三四五]年|[十一二三四五]五[”\"]?(?:时期|期间|以来)"
)
_A_YEAR = patterns.compile(r"(?:年均|年平均|平均每年|每年平均)[^，。;；]{0,16}$")
_YEARS = patterns.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Entry:
    """One metric in one column; ``claims`` the chosen one first. ``place`` is None where columns are places."""

    column: int
    claim: Claim
    claims: list[Claim]
    name: Name
    block: tuple[
        str, str, str
    ]  # kind, role and unit: what two entries must share before anything else is looked at
    span: Span
    basis: str
    place: str | None
    context: str = field(default="")

    @property
    def unit(self) -> str:
        return self.block[2]


def entries(claims: Iterable[Claim], column_of: dict[str, int], by: str, aliases: Aliases) -> list[Entry]:
    """The entries of all columns, in the order in which their first claims stand."""
    found: dict[tuple[object, ...], Entry] = {}
    attribute = {"year": "period", "place": "place", "doc": "doc"}[by]
    for claim in claims:
        label = getattr(claim, attribute)
        column = column_of.get("" if label is None else str(label))
        if column is None:
            continue
        name = aliases.applied(name_of(claim.metric, claim.action, claim.place))
        place = claim.place if by == "year" else None
        block = (claim.kind, claim.role, unit_key(claim))
        span, basis = length_of(claim), basis_of(claim)
        key = (column, block, place, name.core, name.stage, name.extent, span, basis, _field(claim))
        entry = found.get(key)
        if entry is None:
            found[key] = Entry(column, claim, [claim], name, block, span, basis, place)
        else:
            entry.claims.append(claim)
    for entry in found.values():
        if len(entry.claims) > 1:
            entry.claims.sort(key=_rank_of_choice)
            entry.claim = entry.claims[0]
        entry.context = entry.claim.sentence + entry.claim.section
    return list(found.values())


def unit_key(claim: Claim) -> str:
    """What units must share to be comparable: 名 and 人 do, 元 and 美元 do not, % and 百分点 never."""
    return _unit_key(claim.unit, claim.kind == "count")


@lru_cache(maxsize=4096)
def _unit_key(name: str, counted: bool) -> str:
    unit = units.lookup(name)
    if unit is None:
        return name
    if not counted:
        return unit.base
    if unit.dimension == "composite":
        return unit.name
    return unit.dimension if unit.dimension in _APART else "things"


def length_of(claim: Claim) -> Span:
    """How long the time is that a claim covers; under a heading of several years its counts are their sums."""
    span = span_of(claim.period_text)
    if span == "year" and claim.kind == "count" and _SEVERAL_YEARS.search(claim.section):
        return "years"
    return span


def basis_of(claim: Claim) -> str:
    """What a change is measured against: the year before ("" also where nothing is said), the month, a year, a place.

    A change a year over several years (年均增长) is against none of these.
    """
    basis = claim.basis
    if claim.kind != "change":
        return ""
    if _A_YEAR.search(claim.sentence.partition(claim.text)[0][-24:]):
        return "average"
    if not basis:
        return ""
    if "环比" in basis or "上月" in basis or "上季" in basis:
        return "month"
    year = _YEARS.search(basis)
    if year is not None:
        return "" if claim.period is not None and int(year.group()) == claim.period - 1 else year.group()
    return "place" if basis[:2] in ("高于", "低于", "快于", "慢于", "好于") else ""


def _field(claim: Claim) -> str:
    return claim.scope if claim.kind == "rank" else ""


def _rank_of_choice(claim: Claim) -> tuple[bool, bool, bool]:
    """Of several values the document's own year goes before a look back, the total before a part, the first named."""
    before = claim.sentence.partition(claim.text)[0][-40:]
    return claim.year != claim.period, _PART.search(before) is not None, claim.confidence < _SURE
