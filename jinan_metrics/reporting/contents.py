"""What a page holds, as plain data: claims, documents, rows of a comparison, and the rules that are named in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from jinan_metrics.comparing import Row, compare
from jinan_metrics.messages import TEXTS, Lang, text
from jinan_metrics.model import BOUNDS, KINDS, ROLES, Claim, Document, plain_number
from jinan_metrics.reporting.marking import shown
from jinan_metrics.writing.cells import amount

_COMPARED_ROLES = ("actual", "target")
# Fields of a claim in the page, in order. Its sentence is where it begins and how long it is: the page has the text.
FIELDS = (
    "id",
    "doc",
    "begin",
    "length",
    "start",
    "end",
    "text",
    "metric",
    "kind",
    "value",
    "value_max",
    "unit",
    "bound",
    "role",
    "direction",
    "period",
    "place",
    "basis",
    "scope",
    "rule",
    "name_rule",
    "confidence",
    "amount",
)


@dataclass(frozen=True, slots=True)
class Reported:
    """A document and its claims. A repeat has no line in the table; its mark leads to the claim that it repeats."""

    document: Document
    claims: tuple[Claim, ...]

    @property
    def told(self) -> list[Claim]:
        """The claims without repeats."""
        return [claim for claim in self.claims if claim.repeat_of is None]

    def spans(self, first: int) -> list[tuple[int, int, int]]:
        """Start, end and number of every claim, of a repeat the number of what it repeats; numbers begin at ``first``."""
        numbers = {claim.id: first + number for number, claim in enumerate(self.told)}
        found = ((claim, numbers.get(claim.repeat_of or claim.id)) for claim in self.claims)
        return [(claim.start, claim.end, number) for claim, number in found if number is not None]


def fingerprint(words: str) -> str:
    """What a corrections file knows a document's text by."""
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def contents(reported: Sequence[Reported], lang: Lang) -> dict[str, Any]:
    """The data of the page as JSON holds it."""
    claims: list[list[Any]] = []
    numbers: dict[tuple[int, str], int] = {}
    for doc, one in enumerate(reported):
        for claim in one.told:
            numbers[doc, claim.id] = len(claims)
            known = claim.to_dict() | {
                "doc": doc,
                "begin": sentence_start(one.document.text, claim),
                "length": len(claim.sentence),
                "amount": amount(claim.to_dict(), lang),
            }
            claims.append([_shown(known[name]) for name in FIELDS])
    columns, rows = _compared(reported)
    names = {one.document.name: doc for doc, one in reversed(list(enumerate(reported)))}
    used = {name for one in reported for claim in one.told for name in (claim.rule, claim.name_rule)}
    return {
        "fields": FIELDS,
        "claims": claims,
        "documents": [
            {
                "name": shown(one.document.name),
                "text": fingerprint(one.document.text),
                "year": one.document.year,
            }
            for one in reported
        ],
        "columns": [shown(column) for column in columns],
        "rows": [_row(row, names, numbers, lang) for row in rows],
        "rules": _reasons(used, lang),
        "kinds": list(KINDS),
        "roles": list(ROLES),
        "bounds": list(BOUNDS),
        "words": {key: text(key, lang) for key in TEXTS if key.startswith(("page.", "word.", "kind."))},
        "lang": lang,
    }


def sentence_start(words: str, claim: Claim) -> int:
    """Where in the document the claim's sentence begins."""
    length = len(claim.sentence)
    found = words.find(claim.sentence, max(0, claim.end - length), claim.start + length)
    return claim.start if found < 0 else found


def _compared(reported: Sequence[Reported]) -> tuple[list[str], list[Row]]:
    """The years of the documents side by side; of one year, its places."""
    claims = [c for one in reported for c in one.told if c.role in _COMPARED_ROLES]
    years = sorted({one.document.year for one in reported if one.document.year is not None})
    places = list(dict.fromkeys(one.document.place for one in reported if one.document.place))
    if len(years) > 1:
        return [str(year) for year in years], compare(claims, years)
    if len(places) > 1:
        return places, compare(claims, years, by="place", columns=places)
    return [], []


def _row(row: Row, names: dict[str, int], numbers: dict[tuple[int, str], int], lang: Lang) -> dict[str, Any]:
    def cell(claim: Claim | None) -> dict[str, Any] | None:
        if claim is None:
            return None
        value = plain_number(-claim.value if claim.direction == "down" else claim.value)
        return {
            "claim": numbers[names[claim.doc], claim.id],
            "amount": amount(claim.to_dict(), lang),
            "value": value if claim.value_max is None else None,
        }

    record = row.to_dict()
    kept = ("metric", "kind", "unit", "role", "place", "delta", "delta_pct", "trend", "status")
    return {name: _shown(record[name]) for name in kept} | {
        "values": [cell(claim) for claim in row.values.values()],
        "notes": [shown(note.said(lang)) for note in row.notes],
    }


def _shown(value: Any) -> Any:
    return shown(value) if isinstance(value, str) else value


def _reasons(used: set[str], lang: Lang) -> dict[str, str]:
    from jinan_metrics.rules import all_rules

    return {
        rule.id: rule.reason_zh if lang == "zh" else rule.reason for rule in all_rules() if rule.id in used
    }
