"""What a run over annotated documents comes to: totals, figures by kind and field, and how far confidence can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinan_metrics.evaluating.scoring import FIELDS, Judgement
from jinan_metrics.model import KINDS

CONFIDENT = 0.9
# Lower ends of the bins of the reliability table; the last one reaches to 1.
_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are, were found, are spurious, are right in every field, and with an exact name too."""

    claims: int = 0
    found: int = 0
    spurious: int = 0
    right: int = 0
    exact: int = 0

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Counts:
        """The counts of these judgements."""
        claims = found = spurious = right = exact = 0
        for one in judgements:
            claims += one.gold is not None
            found += one.gold is not None and one.claim is not None
            spurious += one.outcome == "spurious"
            right += one.outcome == "right"
            exact += one.outcome == "right" and one.exact_name
        return cls(claims, found, spurious, right, exact)

    @property
    def missed(self) -> int:
        return self.claims - self.found

    @property
    def f1(self) -> float:
        """Harmonic mean of the shares of claims that are found, and of what is returned that is a claim."""
        return self._f1(self.found)

    @property
    def full_f1(self) -> float:
        """The same of claims that are right in every field."""
        return self._f1(self.right)

    @property
    def full_exact_f1(self) -> float:
        """The same of those whose name is one of the accepted ones, to the character."""
        return self._f1(self.exact)

    def _f1(self, good: int) -> float:
        return 2 * good / max(1, self.claims + self.found + self.spurious)

    def to_dict(self) -> dict[str, Any]:
        """Counts and figures, the figures to four places."""
        return {
            "claims": self.claims,
            "found": self.found,
            "missed": self.missed,
            "spurious": self.spurious,
            "right": self.right,
            "f1": round(self.f1, 4),
            "full_f1": round(self.full_f1, 4),
            "full_exact_f1": round(self.full_exact_f1, 4),
        }


@dataclass(slots=True)
class Evaluation:
    """The judgements of a run, and the length of each document in characters."""

    judgements: list[Judgement] = field(default_factory=list)
    characters: dict[str, int] = field(default_factory=dict)

    def add(self, doc: str, characters: int, judgements: Iterable[Judgement]) -> None:
        """Take in one more document."""
        self.characters[doc] = characters
        self.judgements += judgements

    @property
    def counts(self) -> Counts:
        return Counts.of(self.judgements)

    @property
    def spurious_per_thousand(self) -> float:
        """Spurious claims per 1,000 characters of text."""
        return 1000 * self.counts.spurious / max(1, sum(self.characters.values()))

    def errors(self) -> Iterator[Judgement]:
        """What is not right, in reading order, the documents as read."""
        return (one for one in self.judgements if one.outcome != "right")

    def totals(self) -> dict[str, Any]:
        """Documents, characters, counts and figures of the whole run."""
        return {
            "documents": len(self.characters),
            "characters": sum(self.characters.values()),
            **self.counts.to_dict(),
            "spurious_per_thousand": round(self.spurious_per_thousand, 4),
        }

    def by_document(self) -> list[dict[str, Any]]:
        """A record for each document."""
        grouped: dict[str, list[Judgement]] = {doc: [] for doc in self.characters}
        for one in self.judgements:
            grouped[one.doc].append(one)
        return [
            {"doc": doc, "characters": self.characters[doc], **Counts.of(of_document).to_dict()}
            for doc, of_document in grouped.items()
        ]

    def by_kind(self) -> list[dict[str, Any]]:
        """A record for each kind that occurs."""
        records = []
        for kind in KINDS:
            of_kind = [one for one in self.judgements if one.kind == kind]
            if of_kind:
                records.append({"kind": kind, **Counts.of(of_kind).to_dict()})
        return records

    def by_field(self) -> list[dict[str, Any]]:
        """For each field how many of the claims that were found have it right; ``exact_name``: to the character."""
        found = [one for one in self.judgements if one.gold is not None and one.claim is not None]
        right = {name: sum(name not in one.wrong for one in found) for name in FIELDS}
        right["exact_name"] = sum(one.exact_name for one in found)
        return [
            {
                "field": name,
                "found": len(found),
                "right": count,
                "share": round(count / max(1, len(found)), 4),
            }
            for name, count in right.items()
        ]

    def reliability(self) -> list[dict[str, Any]]:
        """For each bin of confidence: claims returned, how many are right, their share, and the mean confidence."""
        told = _told(self.judgements)
        records = []
        for low, high in zip(_BINS, (*_BINS[1:], 2.0), strict=True):
            within = [right for confidence, right in told if low <= confidence < high]
            sure = [confidence for confidence, _ in told if low <= confidence < high]
            if within:
                records.append(
                    {
                        "from": low,
                        "to": min(high, 1.0),
                        "claims": len(within),
                        "right": sum(within),
                        "share": round(sum(within) / len(within), 4),
                        "confidence": round(sum(sure) / len(sure), 4),
                    }
                )
        return records

    def confident(self) -> dict[str, Any]:
        """Of the claims with a confidence of at least 0.9: how many, what share of all, and what share is right."""
        told = _told(self.judgements)
        high = [right for confidence, right in told if confidence >= CONFIDENT]
        return {
            "from": CONFIDENT,
            "claims": len(high),
            "coverage": round(len(high) / max(1, len(told)), 4),
            "right": sum(high),
            "share": round(sum(high) / max(1, len(high)), 4),
        }


def _told(judgements: Sequence[Judgement]) -> list[tuple[float, bool]]:
    """Confidence and rightness of every claim that was returned and is not optional."""
    return [(one.claim.confidence, one.outcome == "right") for one in judgements if one.claim is not None]
