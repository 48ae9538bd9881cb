"""From matched claims to a row: the difference, its direction, what became of the metric, and what is doubtful."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from decimal import Decimal

from jinan_metrics import units
from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.model import Row, Status, Trend
from jinan_metrics.comparing.similarity import CONTAINED, likeness
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

# How far a bound reaches: 5000余 is less than 6000, 近5000 more than 4000, 约5000 within a tenth.
_REACH: dict[str, tuple[Decimal, Decimal]] = {
    "exact": (Decimal(1), Decimal(1)),
    "over": (Decimal(1), Decimal("1.2")),
    "under": (Decimal("0.8"), Decimal(1)),
    "approx": (Decimal("0.9"), Decimal("1.1")),
}
_IN_PER_CENT = ("count", "money", "measure")


def row_of(entries: Mapping[int, Entry], columns: Sequence[str], *, in_order: bool = True) -> Row:
    """The row of the entries, one a column at most; only columns ``in_order`` (years) appear and go."""
    present = [entries[column] for column in sorted(entries)]
    claims = [entry.claim for entry in present]
    first, last = claims[0], claims[-1]
    shown = max(claims, key=lambda claim: claim.confidence)
    unit = first.unit
    delta, trend = _difference(first, last, unit) if len(claims) > 1 else (None, None)
    return Row(
        metric=shown.metric,
        kind=first.kind,
        unit=unit,
        role=first.role,
        place=next((claim.place for claim in claims if claim.place), None),
        scope=next((claim.scope for claim in claims if claim.scope), ""),
        values={label: entries[i].claim if i in entries else None for i, label in enumerate(columns)},
        others={
            label: tuple(entries[i].claims[1:])
            for i, label in enumerate(columns)
            if i in entries and entries[i].claims[1:]
        },
        delta=delta,
        delta_pct=_per_cent(first, delta, unit),
        trend=trend,
        status=_status(claims, [i in entries for i in range(len(columns))], unit, in_order=in_order),
        notes=tuple(_notes(present, columns, trend)),
    )


def _value(claim: Claim, unit: str) -> Decimal:
    """The claim's value in ``unit``, below zero for a fall."""
    value = claim.value
    if claim.unit != unit:
        own, other = units.lookup(claim.unit), units.lookup(unit)
        # 件 and 起 count the same things, and neither is so many of the other.
        if (
            own is not None
            and other is not None
            and own.dimension == other.dimension
            and own.base == other.base
        ):
            value = units.convert(value, own.name, other.name)
    return -value if claim.direction == "down" else value


def _range(claim: Claim, unit: str) -> tuple[Decimal, Decimal]:
    """Least and greatest that a claim can mean."""
    value = _value(claim, unit)
    if claim.value_max is not None:
        return value, value + (claim.value_max - claim.value)
    low, high = sorted(value * reach for reach in _REACH[claim.bound])
    if claim.unit == "%" and claim.kind == "rate":
        high = min(high, Decimal(100))
    return low, high


def _difference(first: Claim, last: Claim, unit: str) -> tuple[Decimal | None, Trend | None]:
    """Last minus first and its direction; no number where either is a bound or a range."""
    before, after = _value(first, unit), _value(last, unit)
    exact = all(claim.bound == "exact" and claim.value_max is None for claim in (first, last))
    if _said(first, unit) == _said(last, unit):
        return (Decimal(0) if exact else None), "same"
    if first.kind == "rank":
        return (after - before if exact else None), "better" if after < before else "worse"
    if exact:
        return after - before, "up" if after > before else "down" if after < before else "same"
    low, high = _range(first, unit)
    least, most = _range(last, unit)
    if least > high:
        return None, "up"
    return None, "down" if most < low else None


def _per_cent(first: Claim, delta: Decimal | None, unit: str) -> Decimal | None:
    if delta is None or first.kind not in _IN_PER_CENT or not (before := _value(first, unit)):
        return None
    return (delta / before * 100).quantize(Decimal("0.01"))


def _said(claim: Claim, unit: str) -> tuple[object, ...]:
    return _value(claim, unit), claim.value_max, claim.bound


def _status(claims: Sequence[Claim], present: Sequence[bool], unit: str, *, in_order: bool) -> Status:
    if all(present):
        return "same" if len({_said(claim, unit) for claim in claims}) == 1 else "changed"
    start, end = present.index(True), len(present) - 1 - present[::-1].index(True)
    if not in_order or not all(present[start : end + 1]):
        return "mixed"
    if end == len(present) - 1:
        return "appeared"
    return "gone" if start == 0 else "mixed"


def _notes(present: Sequence[Entry], columns: Sequence[str], trend: Trend | None) -> list[Remark]:
    notes: list[Remark] = []
    claims = [entry.claim for entry in present]
    if len(claims) > 1:
        scopes = dict.fromkeys(claim.scope for claim in claims if claim.scope)
        if len(scopes) > 1:
            notes.append(Remark("compare.scope", scopes=" / ".join(scopes)))
        worded = [b.claim.metric for a, b in itertools.pairwise(present) if likeness(a, b) <= CONTAINED]
        if worded:
            notes.append(
                Remark("compare.wording", names=" / ".join(dict.fromkeys([claims[0].metric, *worded])))
            )
        if any(claim.bound != "exact" or claim.value_max is not None for claim in (claims[0], claims[-1])):
            key = "compare.bound" if trend is not None else "compare.bound_open"
            notes.append(Remark(key, texts=" → ".join((claims[0].text, claims[-1].text))))
        measures = dict.fromkeys(claim.unit for claim in claims)
        if len(measures) > 1:
            notes.append(Remark("compare.units", units=" / ".join(measures)))
        if len({claim.place for claim in claims}) > 1 and None in {claim.place for claim in claims}:
            notes.append(Remark("compare.place"))
    for entry in present:
        if len(entry.claims) == 1:
            continue
        others = dict.fromkeys(
            c.text
            for c in entry.claims[1:]
            if (c.value, c.value_max) != (entry.claim.value, entry.claim.value_max)
        )
        if others:
            notes.append(
                Remark(
                    "compare.several",
                    column=columns[entry.column],
                    chosen=entry.claim.text,
                    others="、".join(others),
                )
            )
    return notes
