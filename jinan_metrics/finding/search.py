"""From a description to the claims that answer it, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from jinan_metrics.comparing.aliases import Aliases
from jinan_metrics.finding import ranking
from jinan_metrics.finding.query import Query, understood
from jinan_metrics.finding.synonyms import synonyms
from jinan_metrics.model import Claim

# How many claims the full-text index hands over to be ranked.
CANDIDATES = 300
_ENOUGH = 12_000  # a search looks at no more than so many places where a token stands
LEAST = 0.2  # an answer below this has too little to do with the question


_GOOD = 0.45
_BESIDE = 0.4  # nor is one worth showing that is so much worse than the best


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that answers a query, with a score from 0 to 1 and the title of its document."""

    score: float
    claim: Claim
    title: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The claim's fields after the score."""
        return {"score": self.score, **self.claim.to_dict()}


class Source(Protocol):
    """What has claims to search: a library, or ``Claims``."""

    def places(self) -> list[str]:
        """The places that documents are about."""

    def frequencies(self, tokens: Sequence[str]) -> tuple[Mapping[str, int], int]:
        """In how many claims each token stands, and how many claims there are."""

    def matching(
        self, tokens: Sequence[str], years: Collection[int], places: Collection[str], limit: int
    ) -> Iterable[tuple[Claim, str]]:
        """Claims with any of the tokens, of these years and places or of none known, the likeliest ``limit``, each with its title."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims in memory as something to search; ``titles`` by document."""

    claims: Sequence[Claim]
    titles: Mapping[str, str] = field(default_factory=dict)

    def places(self) -> list[str]:
        return list(dict.fromkeys(claim.place for claim in self.claims if claim.place))

    def frequencies(self, tokens: Sequence[str]) -> tuple[Mapping[str, int], int]:
        texts = [(claim.metric + claim.sentence).casefold() for claim in self.claims]
        return {token: sum(token in text for text in texts) for token in tokens}, len(texts)

    def matching(
        self, tokens: Sequence[str], years: Collection[int], places: Collection[str], limit: int
    ) -> Iterable[tuple[Claim, str]]:
        for claim in self.claims:
            if claim.repeat_of is not None:
                continue
            if years and claim.period is not None and claim.period not in years:
                continue
            if places and claim.place is not None and claim.place not in places:
                continue
            yield claim, self.titles.get(claim.doc, "")


def asked(source: Source, text: str, aliases: Aliases | None = None) -> Query:
    """``text`` taken apart, the places being those of ``source``."""
    indicators, wordings = synonyms(aliases)
    return understood(text, places=source.places(), indicators=indicators, wordings=wordings)


def find(
    source: Source | Sequence[Claim],
    text: str,
    *,
    aliases: Aliases | None = None,
    kinds: Collection[str] = (),
    years: Collection[int] = (),
    places: Collection[str] = (),
    limit: int | None = 10,
    candidates: int = CANDIDATES,
) -> list[Answer]:
    """The claims of ``source`` (claims, or a library) that answer ``text``, best first.

    Years and places that ``text`` names, or ``years`` and ``places``, leave out claims known to be of others;
    ``kinds`` leave out those of other kinds. Words for a kind or a unit only prefer it. Where nothing of the year that
    ``text`` names answers well, figures of other years do, with a lower score. Of a library the ``candidates`` likeliest
    claims are ranked.
    """
    if limit is not None:
        candidates = max(candidates, limit)
    found = source if not isinstance(source, Sequence) else Claims(source)
    query = asked(found, text, aliases)
    tokens = ranking.query_tokens(query)
    if not tokens:
        return []
    frequencies, total = found.frequencies(tokens)
    pieces = ranking.weighed(query, frequencies, total)
    tokens = _telling(tokens, frequencies)
    wanted_years, wanted_places = years or query.years, places or query.places
    answers: list[Answer] = []
    for of_years in (wanted_years, ()):
        if not tokens:
            break
        answers = [
            Answer(round(points, 3), claim, title)
            for claim, title in found.matching(tokens, of_years, wanted_places, candidates)
            if not kinds or claim.kind in kinds
            if (points := ranking.score(query, pieces, claim, title)) >= LEAST
        ]
        # A year that has no such figure: those of other years are better than nothing, and say so.
        if years or not query.years or any(answer.score >= _GOOD for answer in answers):
            break
    answers.sort(key=lambda answer: (-answer.score, -answer.claim.confidence))
    worth = answers[0].score * _BESIDE if answers else 0.0
    answers = [answer for answer in answers if answer.score >= worth]
    return answers if limit is None else answers[:limit]


def _telling(tokens: Sequence[str], frequencies: Mapping[str, int]) -> list[str]:
    """The rare tokens to search by: common ones find thousands of claims and tell them no better apart."""
    known = sorted((token for token in tokens if frequencies.get(token)), key=frequencies.__getitem__)
    chosen: list[str] = []
    found = 0
    for token in known:
        found += frequencies[token]
        if chosen and found > _ENOUGH:
            break
        chosen.append(token)
    return chosen
