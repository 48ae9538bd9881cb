"""What a check is and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal

from jinan_metrics.messages import Lang, Remark
from jinan_metrics.model import Claim

if TYPE_CHECKING:
    from jinan_metrics.auditing.dossier import Dossier

Severity = Literal["error", "warning", "doubt"]
# From the gravest: arithmetic that cannot be right; what is most likely a slip; what deserves a second look.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "doubt")


@dataclass(frozen=True)
class Finding:
    """Claims that contradict each other: the check, how grave it is, the claims (the one to look at first), the arithmetic in words."""

    check: str
    severity: Severity
    claims: tuple[Claim, ...]
    words: Remark

    @cached_property
    def id(self) -> str:
        """Stable for the same texts: 12 hex digits of the check and the claims."""
        said = "\0".join((self.check, *(claim.id for claim in self.claims)))
        return blake2b(said.encode(), digest_size=6).hexdigest()

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """The finding as a row: the claim to look at, what contradicts it, both sentences; ``claims`` names all of them."""
        first, other = self.claims[0], self.claims[-1]
        return {
            "id": self.id,
            "severity": self.severity,
            "check": self.check,
            "explanation": self.words.said(lang),
            "metric": first.metric,
            "place": first.place,
            "period": first.period,
            "doc": first.doc,
            "start": first.start,
            "end": first.end,
            "text": first.text,
            "sentence": first.sentence,
            "other_doc": other.doc,
            "other_start": other.start,
            "other_end": other.end,
            "other_text": other.text,
            "other_sentence": other.sentence,
            "claims": " ".join(claim.id for claim in self.claims),
        }


FINDING_COLUMNS = (
    "id", "severity", "check", "explanation", "metric", "place", "period", "doc", "start", "end", "text", "sentence",
    "other_doc", "other_start", "other_end", "other_text", "other_sentence", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One check as data. ``yes`` and ``no`` are documents (several texts read together where it takes several) in which it
    must and must not find something; they are its tests."""

    id: str
    severity: Severity
    reason: str
    reason_zh: str
    find: Callable[[Dossier], Iterable[Finding]]
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...] = ()
