"""Corrections put back on the claims of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jinan_metrics.correcting.corrections import Correction
from jinan_metrics.model import Claim, Document, identity

_SENTENCE_ENDS = "。！？!?\n"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claims of a document as corrected, which of them somebody has checked (by ``id``), and what did not fit."""

    claims: tuple[Claim, ...]
    checked: frozenset[str]
    left_over: tuple[Correction, ...]


def corrected(document: Document, claims: Sequence[Claim], corrections: Sequence[Correction]) -> Corrected:
    """``claims`` with the corrections that were made on ``document``.

    A claim is found by its span and its name as extracted. What was checked has confidence 1; a renamed claim is
    named by ``hand.renamed`` and has an id of its own, an added one is made by ``hand.added``. A correction whose
    claim or words are not there (any more) is left over.
    """
    by_place = {(claim.start, claim.end, claim.metric): claim for claim in claims}
    result = dict(by_place)
    kept = {id(claim) for claim in by_place.values()}
    others = [claim for claim in claims if id(claim) not in kept]
    checked: set[str] = set()
    left_over: list[Correction] = []
    for one in corrections:
        key = (one.start, one.end, one.metric)
        claim = by_place.get(key)
        if document.text[one.start : one.end] != one.text or (claim is None and one.action != "add"):
            left_over.append(one)
            continue
        if one.action == "reject" or claim is None:
            result.pop(key, None)
            if one.action == "reject":
                continue
            claim = _added(document, one)
        elif one.action == "rename":
            claim = replace(
                claim,
                id=identity(claim.sentence, claim.start, claim.end, one.to),
                metric=one.to,
                name_rule="hand.renamed",
            )
        result[key] = replace(claim, confidence=1.0)
        checked.add(claim.id)
    ordered = sorted([*result.values(), *others], key=lambda claim: claim.start)
    return Corrected(tuple(ordered), frozenset(checked), tuple(left_over))


def _added(document: Document, one: Correction) -> Claim:
    text = document.text
    begin = max(text.rfind(mark, 0, one.start) for mark in _SENTENCE_ENDS) + 1
    ends = [at for at in (text.find(mark, one.end) for mark in _SENTENCE_ENDS) if at >= 0]
    end = min(ends, default=len(text))
    sentence = text[begin : end + (text[end : end + 1] not in ("", "\n"))].strip()
    return Claim(
        id=identity(sentence, one.start, one.end, one.metric),
        doc=document.name,
        year=document.year,
        period=document.year,
        period_text="",
        place=document.place,
        section="",
        metric=one.metric,
        action="",
        kind=one.kind,
        value=one.value,
        value_max=None,
        unit=one.unit,
        bound=one.bound,
        role=one.role,
        direction=one.direction if one.kind == "change" else None,
        basis="",
        scope="",
        text=one.text,
        start=one.start,
        end=one.end,
        sentence=sentence,
        repeat_of=None,
        rule="hand.added",
        confidence=1.0,
        name_rule="hand.added",
    )
