"""The claims to audit, put in order: passages (the claims of one sentence) and metrics over documents and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from jinan_metrics import folding
from jinan_metrics.comparing import Aliases, Row, compare
from jinan_metrics.comparing.entries import Entry, entries
from jinan_metrics.model import Claim

_KINDS_OF_LEVELS = ("count", "rate", "rank", "money", "measure", "duration", "score")


@dataclass(frozen=True)
class Passage:
    """A sentence with its claims in order; ``base`` is where it begins in the document, ``text`` its folded text."""

    claims: tuple[Claim, ...]
    base: int
    text: str

    def before(self, claim: Claim, length: int = 40) -> str:
        """The text before ``claim``, at most ``length`` characters."""
        at = claim.start - self.base
        return self.text[max(0, at - length) : at]

    def after(self, claim: Claim, length: int = 20) -> str:
        """The text behind ``claim``."""
        at = claim.end - self.base
        return self.text[at : at + length]

    def between(self, one: Claim, other: Claim) -> str:
        """The text between two claims, the first one first."""
        return self.text[one.end - self.base : max(other.start - self.base, 0)]


@dataclass
class Dossier:
    """What the checks look at. Repeated passages are looked at once."""

    claims: Sequence[Claim]
    aliases: Aliases = field(default_factory=Aliases)

    @cached_property
    def of_document(self) -> dict[str, list[Claim]]:
        """The claims by document, in order."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.repeat_of is None:
                found[claim.doc].append(claim)
        return dict(found)

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences with more than nothing in them, document by document."""
        return [passage for claims in self.of_document.values() for passage in _passages(claims)]

    @cached_property
    def passage_of(self) -> dict[tuple[str, int, str], Passage]:
        """The passage of a claim by document, offset and id."""
        return {(c.doc, c.start, c.id): passage for passage in self.passages for c in passage.claims}

    def passage(self, claim: Claim) -> Passage:
        """The passage that ``claim`` stands in."""
        return self.passage_of[claim.doc, claim.start, claim.id]

    @cached_property
    def rows(self) -> list[Row]:
        """The levels of one metric and place over the years."""
        of_place: dict[str | None, list[Claim]] = defaultdict(list)
        for claims in self.of_document.values():
            for claim in claims:
                if claim.kind not in _KINDS_OF_LEVELS or claim.period is None:
                    continue
                if claim.role == "actual":
                    of_place[claim.place].append(claim)
                elif (
                    claim.role == "baseline" and claim.kind != "rank"
                ):  # 上年为98.1%: the level of its own year
                    of_place[claim.place].append(replace(claim, role="actual"))
        found: list[Row] = []
        for place, claims in of_place.items():
            years = sorted({claim.period for claim in claims if claim.period is not None})
            if len(years) > 1 and (place is not None or _one_a_year(claims)):
                found += compare(claims, years, aliases=self.aliases)
        return found

    def of_one_document(self, claims: Sequence[Claim]) -> list[Entry]:
        """An entry for each of ``claims`` of one document, to be compared with each other."""
        return [e for claim in claims for e in entries([claim], {claim.doc: 0}, "doc", self.aliases)]


def _one_a_year(claims: Sequence[Claim]) -> bool:
    """Whether documents of unknown place may be the years of one place: no two of them cover the same year."""
    covered = {(claim.doc, claim.year) for claim in claims}
    return len({year for _, year in covered}) == len(covered)


def _passages(claims: Sequence[Claim]) -> Iterator[Passage]:
    group: list[Claim] = []
    for claim in claims:
        if group and (
            claim.sentence != group[0].sentence or claim.start > group[0].start + len(claim.sentence)
        ):
            yield _passage(group)
            group = []
        group.append(claim)
    if group:
        yield _passage(group)


def _passage(group: Sequence[Claim]) -> Passage:
    """The passage of claims of one sentence, whose beginning is where all their texts are in it."""
    sentence = group[0].sentence
    for base in _beginnings(group[0]):
        if all(sentence[c.start - base : c.end - base] == c.text for c in group):
            break
    return Passage(tuple(group), base, folding.fold(sentence))


def _beginnings(claim: Claim) -> Iterable[int]:
    at = claim.sentence.find(claim.text)
    while at >= 0:
        yield claim.start - at
        at = claim.sentence.find(claim.text, at + 1)
