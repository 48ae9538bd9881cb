"""The records that pass from stage to stage: the document as read and the claim as told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, make_dataclass
from decimal import Decimal
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Literal

Kind = Literal["count", "rate", "rank", "change", "money", "measure", "duration", "score", "ratio"]
Bound = Literal["exact", "approx", "over", "under"]
Role = Literal["actual", "target", "baseline", "maximum"]
Direction = Literal["up", "down"]

# Who tells what a document is about, the most trusted first.
KnownBy = Literal["declared", "title", "dateline", "text", "name"]

KINDS: tuple[Kind, ...] = (
    "count",
    "rate",
    "rank",
    "change",
    "money",
    "measure",
    "duration",
    "score",
    "ratio",
)
BOUNDS: tuple[Bound, ...] = ("exact", "approx", "over", "under")
ROLES: tuple[Role, ...] = ("actual", "target", "baseline", "maximum")


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as read, and what is known about it.

    Offsets of claims are character offsets into ``text``. ``year`` is the year that the document covers and
    ``spoken`` the year that its 今年 means: a work report of March 2016 covers 2015 and speaks in 2016. ``published``
    is a date as exact as it is known (``2016-03-05``, ``2016-03``, ``2016``). ``known`` says of each of these fields
    how it is known: one of ``KNOWN_BY``; a field that nothing tells is empty and not in it.
    """

    name: str
    text: str
    title: str = ""
    issuer: str = ""
    place: str | None = None
    published: str = ""
    year: int | None = None
    spoken: int | None = None
    known: Mapping[str, KnownBy] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def year_known(self) -> str:
        """How the covered year is known, ``""`` if it is not."""
        return self.known.get("year", "")

    def to_dict(self) -> dict[str, Any]:
        """What is known about the document, without its text: a row of ``jmetrics docs``."""
        names = ("name", "title", "issuer", "place", "published", "year", "year_known", "spoken")
        record: dict[str, Any] = {name: getattr(self, name) for name in names}
        return record | {"known": " ".join(f"{name}={by}" for name, by in self.known.items())}


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantitative claim. Field meanings: docs of ``jmetrics extract``; order is the column order."""

    id: str
    doc: str
    year: int | None
    period: int | None
    period_text: str
    place: str | None
    section: str
    metric: str
    action: str
    kind: Kind
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    role: Role
    direction: Direction | None
    basis: str
    scope: str
    text: str
    start: int
    end: int
    sentence: str
    repeat_of: str | None
    rule: str
    confidence: float
    name_rule: str = field(default="")

    def to_dict(self) -> dict[str, Any]:
        """Every field in order; exact decimals become ``int`` where whole, else ``float``."""
        record: dict[str, Any] = dict(zip(FIELDS, _all_fields(self), strict=True))
        for name in ("value", "value_max"):
            if record[name] is not None:
                record[name] = plain_number(record[name])
        return record

    def _repr_html_(self) -> str:
        """The claim as a notebook shows it."""
        from jinan_metrics.writing.notebook import claim_html

        return claim_html(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Claim:
        """The claim of a record as ``to_dict`` makes it; other keys are passed over. Raises ``KeyError``."""
        fields = {name: record[name] for name in FIELDS}
        for name in ("value", "value_max"):
            if fields[name] is not None:
                fields[name] = Decimal(str(fields[name]))
        return cls(**fields)


# Shorter sentences (headings, cells) stand twice by chance, longer ones where a passage is printed twice.
SHORTEST_PASSAGE = 8

FIELDS: tuple[str, ...] = tuple(Claim.__slots__)
_all_fields = attrgetter(*FIELDS)

# The same without the lock: a frozen dataclass sets each of its fields by way of a check, which is most of the time that
# making a claim takes.
_Open = make_dataclass("_Open", [(field_.name, field_.type) for field_ in fields(Claim)], slots=True)


def new_claim(*values: Any) -> Claim:
    """``Claim(*values)`` in a quarter of the time; ``values`` are all its fields in order."""
    made: Any = _Open(*values)
    made.__class__ = Claim
    claim: Claim = made
    return claim


def identity(sentence: str, start: int, end: int, metric: str) -> str:
    """The ``id`` of a claim: the same for the same text, span and metric."""
    return identity_in(passage(sentence), start, end, metric)


def passage(sentence: str) -> Any:
    """The hash of a sentence, which all ids of its claims begin with."""
    return blake2b(f"{sentence}\0".encode(errors="surrogatepass"), digest_size=6)


def identity_in(opened: Any, start: int, end: int, metric: str) -> str:
    """The same as ``identity``, by the ``passage`` of the sentence."""
    told = opened.copy()
    told.update(f"{start}\0{end}\0{metric}".encode(errors="surrogatepass"))
    found: str = told.hexdigest()
    return found


def plain_number(value: Decimal) -> int | float:
    """A Decimal as the JSON number that a spreadsheet shows: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
