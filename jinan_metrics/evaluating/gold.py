"""Annotated documents: ``NAME.txt`` with its claims in ``NAME.gold.jsonl``, one JSON object a line.

``context`` stands once in the document and holds ``expr`` once; ``metric`` lists the accepted names, the best first.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from jinan_metrics.messages import Remark
from jinan_metrics.model import BOUNDS, KINDS, ROLES, Direction, Document
from jinan_metrics.reading import SUFFIXES, ReadError, read

ENDING = ".gold.jsonl"
_DIRECTIONS = get_args(Direction)
_SCORED = ("context", "expr", "kind", "value", "value_max", "unit", "bound", "role", "direction", "metric")
_KEYS = frozenset((*_SCORED, "period", "optional", "note"))

Complain = Callable[[str, Remark], None]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as a person wrote it down. ``start`` and ``end`` are character offsets into the document."""

    context: str
    text: str
    start: int
    end: int
    kind: str
    value: float
    value_max: float | None
    unit: str
    bound: str
    role: str
    direction: str | None
    metric: tuple[str, ...]
    optional: bool

    def to_dict(self) -> dict[str, Any]:
        """Every field; the names as a list."""
        return {name: getattr(self, name) for name in self.__slots__} | {"metric": list(self.metric)}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its claims in reading order; ``name`` is its path below the folder, without the ending."""

    name: str
    document: Document
    gold: tuple[GoldClaim, ...]


class GoldError(ValueError):
    """A gold line that cannot be used, and why."""

    def __init__(self, key: str, /, **details: Any) -> None:
        self.remark = Remark(key, **details)
        super().__init__(self.remark)


def annotated(folder: str | os.PathLike[str], complain: Complain) -> Iterator[Annotated]:
    """The annotated documents of ``folder`` and the folders below, by name.

    ``complain`` is told where (file and line) and why something cannot be used; a broken line costs that line, a text
    that cannot be read its document.
    """
    root = Path(folder)
    if not root.is_dir():
        complain(os.fspath(folder), Remark("gold.missing" if not root.exists() else "gold.no_folder"))
        return
    files = [file for file in sorted(root.rglob(f"*{ENDING}")) if not _hidden(file.relative_to(root))]
    if not files:
        complain(os.fspath(folder), Remark("gold.none"))
    for file in files:
        stem = file.name.removesuffix(ENDING)
        texts = [path for suffix in SUFFIXES if (path := file.with_name(stem + suffix)).exists()]
        if not texts:
            complain(os.fspath(file), Remark("gold.no_text", name=stem + SUFFIXES[0]))
            continue
        try:
            document = read(texts[0])
            lines = file.read_bytes().decode("utf-8-sig").splitlines()
        except ReadError as error:
            complain(error.where, error.remark)
            continue
        except UnicodeDecodeError:
            complain(os.fspath(file), Remark("gold.encoding"))
            continue
        except OSError as error:
            complain(os.fspath(file), Remark("read.unreadable", reason=error.strerror))
            continue
        claims = []
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    claims.append(gold_claim(line, document.text))
                except GoldError as broken:
                    complain(f"{file}:{number}", broken.remark)
        claims.sort(key=lambda claim: claim.start)
        yield Annotated(file.relative_to(root).with_name(stem).as_posix(), document, tuple(claims))


def gold_claim(line: str, text: str) -> GoldClaim:
    """The claim that a gold line writes down about ``text``. Raises ``GoldError``."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise GoldError("gold.json") from None
    if not isinstance(found, dict):
        raise GoldError("gold.json")
    if unknown := sorted(set(found) - _KEYS):
        raise GoldError("gold.keys", keys=", ".join(unknown))
    context, expression = found.get("context"), found.get("expr")
    if not (isinstance(context, str) and isinstance(expression, str) and context and expression):
        raise GoldError("gold.no_context")
    if "\n" in context and "\r\n" in text:
        context = context.replace("\r\n", "\n").replace("\n", "\r\n")
    times, within = text.count(context), context.count(expression)
    if times != 1:
        raise GoldError("gold.context", context=context, times=times)
    if within != 1:
        raise GoldError("gold.expr", expr=expression, context=context, times=within)
    optional = found.get("optional") is True
    kind = _one_of(found, "kind", KINDS)
    direction = _one_of(found, "direction", _DIRECTIONS) if found.get("direction") is not None else None
    if (kind == "change") != (direction is not None):
        raise GoldError("gold.direction")
    names = found.get("metric") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise GoldError("gold.metric")
    if not any(names) and not optional:
        raise GoldError("gold.metric")
    unit = found.get("unit", "")
    if not isinstance(unit, str):
        raise GoldError("gold.value", key="unit", value=json.dumps(unit, ensure_ascii=False))
    start = text.index(context) + context.index(expression)
    value_max = None if found.get("value_max") is None else _number(found, "value_max")
    return GoldClaim(
        context=context, text=expression, start=start, end=start + len(expression), kind=kind,
        value=_number(found, "value"), value_max=value_max, unit=unit, bound=_one_of(found, "bound", BOUNDS, "exact"),
        role=_one_of(found, "role", ROLES, "actual"), direction=direction, metric=tuple(filter(None, names)), optional=optional,
    )  # fmt: skip


def _one_of(found: dict[str, Any], key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
    value = found.get(key, default)
    if not isinstance(value, str) or value not in allowed:
        raise GoldError(
            "gold.choice", key=key, value=json.dumps(value, ensure_ascii=False), allowed=", ".join(allowed)
        )
    return value


def _number(found: dict[str, Any], key: str) -> float:
    value = found.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise GoldError("gold.value", key=key, value=json.dumps(value, ensure_ascii=False))
    return value


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
