"""The claims of one column that state the same metric, gathered to one entry of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from jinan_metrics import units
from jinan_metrics.comparing.aliases import Aliases
from jinan_metrics.comparing.names import Name, name_of
from jinan_metrics.dating import Span, span_of
from jinan_metrics.model import Claim

# Dimensions of counting that are told apart; the other measure words (项, 个, 件, 家) are chosen as the author likes.
_APART = {"people", "occurrence", "composite", "time", "event"}
_PART = regex.compile(r"其中|[(（][^()（）]*$")
_SURE = 0.6
_SEVERAL_YEARS = regex.compile(
    r"(?:过去|近|这)?[三四五]年来|过去(?:的)?[三四五]年|[十一二三四五]五[”\"]?(?:时期|期间|以来)"
)
_A_YEAR = regex.compile(r"(?:年均|年平均|平均每年|每年平均)[^，。;；]{0,16}$")
_YEARS = regex.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Entry:
    """One metric in one column; ``claims`` the chosen one first. ``place`` is None where columns are places."""

    column: int
    order: int
    claims: list[Claim]
    name: Name
    unit: str
    span: Span
    basis: str
    place: str | None
    context: str = field(default="")

    @property
    def claim(self) -> Claim:
        return self.claims[0]

    @property
    def block(self) -> tuple[str, str, str]:
        """What two entries must share before anything else is looked at."""
        return self.claim.kind, self.claim.role, self.unit


def entries(claims: Iterable[Claim], column_of: dict[str, int], by: str, aliases: Aliases) -> list[Entry]:
    """The entries of all columns, in the order in which their first claims stand."""
    found: dict[tuple[object, ...], Entry] = {}
    for order, claim in enumerate(claims):
        label = {"year": str(claim.period), "place": claim.place or "", "doc": claim.doc}[by]
        column = column_of.get(label)
        if column is None:
            continue
        name = aliases.applied(name_of(claim.metric, claim.action, claim.place))
        entry = Entry(
            column, order, [claim], name, unit_key(claim), length_of(claim), basis_of(claim),
            claim.place if by == "year" else None,
        )  # fmt: skip
        key = (
            column,
            entry.block,
            entry.place,
            name.core,
            name.stage,
            name.extent,
            entry.span,
            entry.basis,
            _field(claim),
        )
        if key in found:
            found[key].claims.append(claim)
        else:
            found[key] = entry
    for entry in found.values():
        if len(entry.claims) > 1:
            entry.claims.sort(key=_rank_of_choice)
        entry.context = entry.claim.sentence + entry.claim.section
    return list(found.values())


def unit_key(claim: Claim) -> str:
    """What units must share to be comparable: 名 and 人 do, 元 and 美元 do not, % and 百分点 never."""
    unit = units.lookup(claim.unit)
    if unit is None:
        return claim.unit
    if claim.kind != "count":
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
