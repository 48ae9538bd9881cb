"""Why a claim says what it says, step by step; or why a number is no claim.

The document is read once more with somebody watching (``state.Watch``), so that nothing is kept while claims are
only extracted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from jinan_metrics import roles, rules
from jinan_metrics.dating import Period
from jinan_metrics.extract import claims_of
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim, Document, Role, plain_number
from jinan_metrics.quantity import Quantity
from jinan_metrics.rules.not_claims import excluded
from jinan_metrics.state import Meaning, Spot
from jinan_metrics.wrapping import Unwrapped

About = Literal[
    "number",
    "kind",
    "direction",
    "basis",
    "scope",
    "metric",
    "period",
    "role",
    "confidence",
    "repeat",
    "none",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: which field it is about, and what happened, in words."""

    about: About
    words: Remark


@dataclass(frozen=True, slots=True)
class Explained:
    """An expression in its sentence and the steps that led to its claims; none where it is no claim.

    Offsets are those of the document; ``start`` and ``end`` are the expression's, or an empty span where there is no
    number at all.
    """

    doc: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    claims: tuple[tuple[Claim, tuple[Reason, ...]], ...]
    reasons: tuple[Reason, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON holds it, in English."""

        def told(reasons: Sequence[Reason]) -> list[dict[str, str]]:
            return [{"about": reason.about, "words": str(reason.words)} for reason in reasons]

        return {
            "doc": self.doc,
            "start": self.start,
            "end": self.end,
            "sentence": self.sentence,
            "claims": [{"claim": claim.to_dict(), "steps": told(reasons)} for claim, reasons in self.claims],
            "steps": told(self.reasons),
        }


@dataclass(slots=True)
class _Watcher:
    """Keeps what it is told of the expression that ``wanted`` picks by its offsets."""

    wanted: Callable[[int, int], bool]
    masked: str = ""
    quantity: Quantity | None = None
    sentence: tuple[int, int] = (0, 0)
    told: tuple[Spot, Meaning, Period] | None = None

    def seen(self, masked: str, start: int, end: int, quantities: Sequence[Quantity]) -> None:
        for quantity in quantities:
            if self.quantity is None and self.wanted(quantity.start, quantity.end):
                self.masked, self.quantity, self.sentence = masked, quantity, (start, end)

    def understood(self, spot: Spot, meaning: Meaning, period: Period) -> None:
        if self.told is None and self.wanted(spot.quantity.start, spot.quantity.end):
            # A copy: names and roles of later numbers must not change what was seen.
            self.told = (replace(spot, before=replace(spot.before)), replace(meaning), period)


def explain_at(document: Document, offset: int) -> Explained:
    """Why the expression at ``offset`` (in characters) is the claim it is, or why it is none."""
    return _explained(document, lambda start, end: start <= offset < end, offset)


def explain_claim(document: Document, identity: str) -> Explained | None:
    """Why the claim with this ``id`` is what it is; None where the document has no such claim."""
    claim = next((claim for claim in claims_of(document) if claim.id == identity), None)
    if claim is None:
        return None
    whole = _explained(document, lambda start, end: (start, end) == (claim.start, claim.end), claim.start)
    return replace(whole, claims=tuple(told for told in whole.claims if told[0].id == identity))


def _explained(document: Document, wanted: Callable[[int, int], bool], offset: int) -> Explained:
    lines = Unwrapped(document.text)
    watcher = _Watcher(lambda start, end: wanted(lines.start(start), lines.end(end)))
    claims = [claim for claim in claims_of(document, watcher) if wanted(claim.start, claim.end)]
    if watcher.told is not None and claims:
        told = tuple((claim, tuple(_steps(document, lines, claim, *watcher.told))) for claim in claims)
        first = claims[0]
        begin = lines.start(watcher.told[0].sentence_start)
        return Explained(document.name, first.start, first.end, first.sentence, begin, told)
    if watcher.quantity is None:
        begin = document.text.rfind("\n", 0, offset) + 1
        end = document.text.find("\n", offset)
        line = document.text[begin : end if end >= 0 else len(document.text)]
        nothing = Reason("none", Remark("explain.no_number"))
        return Explained(document.name, offset, offset, line, begin, (), (nothing,))
    quantity = watcher.quantity
    start, end = watcher.sentence
    rule = rules.find_rule(excluded(watcher.masked, quantity) or "")
    left_out = (
        Remark("explain.no_rule")
        if rule is None
        else Remark("explain.left_out", rule=rule.id, reason=_reason(rule.id))
    )
    begin, stop = lines.start(quantity.start), lines.end(quantity.end)
    reasons = (_number(document.text[begin:stop], quantity), Reason("none", left_out))
    start, end = lines.start(start), lines.end(end)
    return Explained(document.name, begin, stop, document.text[start:end], start, (), reasons)


def _number(words: str, read: Quantity | Meaning) -> Reason:
    value = str(plain_number(read.value))
    if read.value_max is not None:
        value += f"–{plain_number(read.value_max)}"
    told = f"{value} {read.unit}".rstrip()
    return Reason("number", Remark("explain.number", text=words, value=told, bound=read.bound))


def _steps(
    document: Document, lines: Unwrapped, claim: Claim, spot: Spot, meaning: Meaning, period: Period
) -> list[Reason]:
    text = lines.text
    steps = [
        _number(claim.text, meaning),
        Reason("kind", Remark("explain.kind", kind=claim.kind, rule=claim.rule, reason=_reason(claim.rule))),
    ]
    if claim.direction:
        steps.append(Reason("direction", Remark("explain.direction", direction=claim.direction)))
    if claim.basis:
        steps.append(Reason("basis", Remark("explain.basis", words=claim.basis)))
    if claim.scope:
        steps.append(Reason("scope", Remark("explain.scope", words=claim.scope)))
    named = Remark(
        "explain.metric", metric=claim.metric, rule=claim.name_rule, reason=_reason(claim.name_rule)
    )
    steps.append(Reason("metric", named))
    noun = text[spot.before.start : spot.before.end]
    between = text[spot.before.end : spot.quantity.start].strip()
    if noun.strip() and between:
        steps.append(Reason("metric", Remark("explain.between", noun=noun, words=between)))
    steps.append(Reason("period", _why_period(document, lines, claim, period)))
    steps.append(Reason("role", _why_role(document, text, spot, claim.role, period)))
    sure = Remark(
        "explain.confidence", confidence=f"{claim.confidence:.2f}", share=f"{100 * claim.confidence:.0f}"
    )
    steps.append(Reason("confidence", sure))
    if claim.repeat_of:
        steps.append(Reason("repeat", Remark("explain.repeat", id=claim.repeat_of)))
    return steps


def _reason(rule: str) -> Remark | str:
    """The rule's reason in both languages."""
    known = rules.find_rule(rule)
    return "" if known is None else _Both(known.reason, known.reason_zh)


class _Both(Remark):
    """A sentence that is not among the messages, in both languages."""

    chinese: str

    def __new__(cls, english: str, chinese: str) -> _Both:
        words = str.__new__(cls, english)
        words.chinese = chinese
        return words

    def said(self, lang: str) -> str:
        return self.chinese if lang == "zh" else str(self)


def _why_period(document: Document, lines: Unwrapped, claim: Claim, period: Period) -> Remark:
    if claim.period is None:
        return Remark("explain.period.unknown")
    if period.words is not None:
        return Remark(
            "explain.period.words",
            period=claim.period,
            words=lines.text[slice(*period.words)],
            offset=lines.start(period.words[0]),
        )
    if claim.role == "target" and document.spoken == claim.period != document.year:
        return Remark("explain.period.spoken", period=claim.period)
    by = document.known.get("year")
    known = Remark(f"explain.known.{by}") if by else Remark("explain.known.declared")
    return Remark("explain.period.document", period=claim.period, known=known)


def _why_role(document: Document, text: str, spot: Spot, role: Role, period: Period) -> Remark:
    """What decided the role: the stage is asked again without one piece of evidence after another."""
    spoken = document.year if document.spoken is None else document.spoken
    direct = roles.role(spot, spoken)
    if direct != role:
        later = (
            period.year is not None
            and document.year is not None
            and spoken is not None
            and document.year < spoken <= period.year
        )
        return Remark("explain.role.ahead" if later else "explain.role.goes_on", role=role)
    if role == "actual":
        return Remark("explain.role.actual")
    if spot.before.from_level:
        return Remark("explain.role.from")
    if roles.role(replace(spot, section=()), spoken) != role:
        return Remark("explain.role.heading", role=role, heading=spot.section[-1])
    if spot.planned and roles.role(replace(spot, planned=False), spoken) != role:
        return Remark("explain.role.paragraph", role=role)
    if roles.role(replace(spot, section=(), planned=False), spoken) != role:
        return Remark("explain.role.heading", role=role, heading=spot.section[-1])
    for kept in spot.before.words:
        without = tuple(word for word in spot.before.words if word != kept)
        changed = replace(spot, before=replace(spot.before, words=without))
        if kept[1] == "plan" or roles.role(changed, spoken) != role:
            return Remark("explain.role.words", role=role, words=kept[0])
    words = _deciding_words(spot, lambda changed: roles.role(changed, spoken) != role)
    if words:
        return Remark("explain.role.words", role=role, words=text[slice(*words)])
    return Remark("explain.role.several", role=role)


_NEUTRAL = "某"


def _deciding_words(spot: Spot, decides: Callable[[Spot], bool]) -> tuple[int, int] | None:
    """The words of the sentence, before or behind the number, without which ``decides`` turns."""

    def decided(text: str, *blanks: tuple[int, int]) -> bool:
        for start, end in blanks:
            text = text[:start] + _NEUTRAL * (end - start) + text[end:]
        return decides(replace(spot, masked=text))

    number = spot.quantity
    for begin, end in ((spot.sentence_start, number.start), (number.end, spot.sentence_end)):
        if end <= begin or not decided(spot.masked, (begin, end)):
            continue
        # Where several say so, these are the last: with all before them gone, they still do.
        first = next(at for at in range(begin, end) if decided(spot.masked, (begin, at + 1)))
        last = next(at for at in range(end, first, -1) if decided(spot.masked, (begin, first), (at - 1, end)))
        return first, last
    return None
