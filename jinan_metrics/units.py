"""Measure words and units: which one is written at a place in a text, and what converts into what.

The lexicon is ``data/units.tsv``; words that only begin like a unit are in ``data/unit_blocks.tsv``. Both are
read once, on import. Arithmetic is exact (``Decimal``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from importlib.resources import files
from typing import NamedTuple, cast

from jinan_metrics.lexicon import lengths
from jinan_metrics.model import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its ``name`` as a claim shows it, and how many (``factor``) of its ``base`` it is."""

    name: str
    kind: Kind
    dimension: str
    base: str
    factor: Decimal


class _Block(NamedTuple):
    """A row of ``unit_blocks.tsv``; ``heads`` are the characters after the spelling in ``words``."""

    always: bool
    before_hanzi: bool
    heads: frozenset[str]
    words: tuple[str, ...]
    kept: tuple[str, ...]


_ONE = Decimal(1)
_SLASHES = "/／"
_OPENING = "(（"
_CLOSING = ")）"
_BETWEEN = "、,，/／或"  # between the alternatives in 辆(艘、架、列)次
_COUNTED: tuple[Kind, ...] = ("count", "rank")
# What may stand between a slash and its unit: 元/百公里, 立方米/万元, 毫克/100毫升. Longest first.
_SCALE = (
    "100万=1e6 1000=1e3 10万=1e5 百万=1e6 十万=1e5 500=5e2 100=1e2 50=5e1 10=1e1 百=1e2 千=1e3 万=1e4 亿=1e8"
)
_SCALES = tuple(
    (spelling, Decimal(value)) for spelling, _, value in (x.partition("=") for x in _SCALE.split())
)
# Wide enough for any factor times any sum in a budget; a quotient that still does not end is rounded to 28 digits.
_EXACT = Context(prec=60, traps=[DivisionByZero, Inexact, InvalidOperation, Overflow])
_ROUNDED = Context(prec=28)


def _rows(name: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of a data file that say something, with their numbers, split at the tabs."""
    text = files("jinan_metrics").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if line and line[0] != "#" and not line.isspace():
            yield number, line.rstrip("\r").split("\t")


def _read_units() -> tuple[tuple[Unit, ...], dict[str, Unit]]:
    """All units in the order of the file, and the unit of every spelling."""
    units: list[Unit] = []
    spellings: dict[str, Unit] = {}
    for number, fields in _rows("units.tsv"):
        if len(fields) < 5 or fields[1] not in KINDS:
            raise ValueError(
                f"units.tsv, line {number}: need unit, kind, dimension, base and factor: {fields}"
            )
        name, kind, dimension, base, factor = fields[:5]
        unit = Unit(name, cast(Kind, kind), dimension, base, Decimal(factor))
        units.append(unit)
        for spelling in (name, *fields[5].split(",")) if len(fields) > 5 and fields[5] else (name,):
            if spellings.setdefault(spelling, unit) is not unit:
                raise ValueError(f"units.tsv, line {number}: {spelling} is already taken")
            if "/" in spelling:
                spellings[spelling.replace("/", "／")] = unit
    return tuple(units), spellings


def _read_blocks() -> dict[str, _Block]:
    """What keeps a spelling from being a unit, by spelling."""
    blocks: dict[str, _Block] = {}
    for _, fields in _rows("unit_blocks.tsv"):
        spelling, blocked = fields[0], fields[1].split()
        words = tuple(word for word in blocked if word[0] != "@")
        heads = frozenset(word[len(spelling)] for word in words)
        kept = tuple(fields[2].split()) if len(fields) > 2 else ()
        blocks[spelling] = _Block("@always" in blocked, "@hanzi" in blocked, heads, words, kept)
    return blocks


_UNITS, _SPELLINGS = _read_units()
_BLOCKS = _read_blocks()
_LENGTHS = lengths(_SPELLINGS)
# Spellings that what follows may rule out: the others are units wherever they stand.
_CHECKED = _BLOCKS.keys() | {spelling for spelling in _SPELLINGS if spelling[-1].isascii()}


def all_units() -> tuple[Unit, ...]:
    """The units of the lexicon in its order."""
    return _UNITS


def lookup(name: str) -> Unit | None:
    """The unit of a spelling: canonical, alias, or composed (元/吨, 套（间）)."""
    unit = _SPELLINGS.get(name)
    if unit is None and any(mark in name for mark in _SLASHES + _OPENING):
        found = match(name, 0)
        unit = found[0] if found is not None and found[1] == len(name) else None
    return unit


def match(text: str, pos: int) -> tuple[Unit, int] | None:
    """The longest unit written at ``text[pos:]`` and the offset after it.

    ``text`` is expected as ``folding.fold`` gives it; full-width slashes and brackets are understood too.

    >>> match("5个工作日", 1)[0].name, match("24个部门", 2)[0].name, match("4万人口", 2)
    ('工作日', '个', None)
    """
    found = _simple(text, pos, after_slash=False)
    if found is not None and found[1] < len(text):
        mark = text[found[1]]
        if mark in _SLASHES:
            return _quotient(text, pos, *found)
        if mark in _OPENING:
            return _with_alternatives(text, pos, *found)
    return found


def _simple(text: str, pos: int, *, after_slash: bool) -> tuple[Unit, int] | None:
    """The longest unit of the lexicon at ``pos`` that no block forbids, and the offset after it."""
    for length in _LENGTHS.get(text[pos : pos + 1], ()):
        spelling = text[pos : pos + length]
        unit = _SPELLINGS.get(spelling)
        if (
            unit is not None
            and len(spelling) == length
            and (spelling not in _CHECKED or not _is_blocked(spelling, text, pos, after_slash))
        ):
            return unit, pos + length
    return None


def _is_blocked(spelling: str, text: str, pos: int, after_slash: bool) -> bool:
    """Whether ``spelling`` at ``pos`` is only the beginning of a word (人口), or needs a slash before it (元/月)."""
    end = pos + len(spelling)
    follower = text[end : end + 1]
    if spelling[-1].isascii() and spelling[-1].isalnum() and follower.isascii() and follower.isalnum():
        return True  # "5GBase" is no GB
    block = _BLOCKS.get(spelling)
    if block is None:
        return False
    if block.always and not after_slash:
        return True
    if block.before_hanzi and "\u4e00" <= follower <= "\u9fff":
        return True
    return (
        follower in block.heads and text.startswith(block.words, pos) and not text.startswith(block.kept, pos)
    )


def _quotient(text: str, pos: int, unit: Unit, end: int) -> tuple[Unit, int]:
    """``unit`` extended by every ``/unit`` (and ``·unit`` after one) that follows: 元/吨, 元/人·月, 元/百公里."""
    left, marks = unit, _SLASHES
    while end < len(text) and text[end] in marks:
        right, scale, right_end = _denominator(text, end + 1)
        if right is None or right.name == left.name:
            break
        base, factor = f"{unit.base}/{right.base}", _divide(unit.factor, right.factor * scale)
        name = text[pos:right_end]
        if factor is None:
            base, factor = name, _ONE
        unit, end = Unit(name, left.kind, f"{unit.dimension}/{right.dimension}", base, factor), right_end
        marks = _SLASHES + "·"
    return unit, end


def _denominator(text: str, pos: int) -> tuple[Unit | None, Decimal, int]:
    """The unit under a slash, what it is multiplied by (the 万 of 人/万户), and the offset after it."""
    found = _simple(text, pos, after_slash=True)
    if found is not None:
        return found[0], _ONE, found[1]
    for spelling, scale in _SCALES:
        if text.startswith(spelling, pos):
            found = _simple(text, pos + len(spelling), after_slash=True)
            if found is not None:
                return found[0], scale, found[1]
    return None, _ONE, pos


def _with_alternatives(text: str, pos: int, unit: Unit, end: int) -> tuple[Unit, int]:
    """``unit`` together with units in brackets after it, 套(间), and a 次 after those, 辆(艘、架、列)次."""
    at = end + 1
    while unit.kind in _COUNTED:
        found = _simple(text, at, after_slash=False)
        if found is None or found[0].kind not in _COUNTED or found[1] >= len(text):
            break
        at = found[1] + 1
        if text[found[1]] in _CLOSING:
            times = _simple(text, at, after_slash=False)
            if times is not None and times[0].name == "次" and unit.name + "次" in _SPELLINGS:
                unit, at = _SPELLINGS[unit.name + "次"], times[1]
            name = text[pos:at]
            return Unit(name, unit.kind, unit.dimension, name, _ONE), at
        if text[found[1]] not in _BETWEEN:
            break
    return unit, end


def same_dimension(a: Unit | str, b: Unit | str) -> bool:
    """Whether two units measure the same thing, so that their values may be compared; unknown ones never do."""
    first = lookup(a) if isinstance(a, str) else a
    second = lookup(b) if isinstance(b, str) else b
    return first is not None and second is not None and first.dimension == second.dimension


def convert(value: Decimal, from_unit: str, to_unit: str) -> Decimal:
    """``value`` in another unit: exact where the result is a finite decimal, else rounded to 28 digits (亩 to 平方米).

    Raises ``ValueError`` for unknown units, different dimensions, and where no exact rate exists (美元 to 元).
    """
    old, new = lookup(from_unit), lookup(to_unit)
    if old is None or new is None:
        raise ValueError(f"unknown unit: {from_unit if old is None else to_unit!r}")
    if old.dimension != new.dimension:
        raise ValueError(f"cannot convert {from_unit} ({old.dimension}) to {to_unit} ({new.dimension})")
    if old.base != new.base:
        raise ValueError(f"no exact conversion from {from_unit} to {to_unit} (both {old.dimension})")
    if old.factor == new.factor:
        return value
    product = Context(prec=_EXACT.prec).multiply(value, old.factor)
    quotient = _divide(product, new.factor)
    return _ROUNDED.divide(product, new.factor) if quotient is None else quotient


def _divide(dividend: Decimal, divisor: Decimal) -> Decimal | None:
    """The exact quotient, ``None`` if it is no finite decimal."""
    try:
        return _EXACT.divide(dividend, divisor)
    except Inexact:
        return None
