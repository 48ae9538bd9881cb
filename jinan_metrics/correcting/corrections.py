"""The corrections file: JSON, one object for each claim that somebody accepted, rejected, renamed or added."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, get_args

from jinan_metrics.messages import Remark
from jinan_metrics.model import BOUNDS, KINDS, ROLES, Bound, Direction, Kind, Role

FORMAT = "jmetrics-corrections"
VERSION = 1
Action = Literal["accept", "reject", "rename", "add"]


class CorrectionError(OSError):
    """A corrections file that cannot be used: where, and what is wrong with it."""

    def __init__(self, where: str, remark: Remark) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``metric`` is the name as extracted, of an added claim its own; ``to`` the new name."""

    action: Action
    doc: str
    start: int
    end: int
    text: str
    metric: str
    to: str = ""
    kind: Kind = "count"
    value: Decimal = Decimal(0)
    unit: str = ""
    role: Role = "actual"
    bound: Bound = "exact"
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of a file, and the documents that they were made on: name -> fingerprint of the text."""

    corrections: tuple[Correction, ...]
    documents: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Corrections:
        """The corrections in the file at ``path``. Raises ``CorrectionError``."""
        where = os.fspath(path)
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise CorrectionError(where, Remark("apply.unreadable", reason=error.strerror)) from error
        except ValueError as error:  # JSONDecodeError and UnicodeDecodeError
            raise CorrectionError(where, Remark("apply.not_json", reason=error)) from error
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise CorrectionError(where, Remark("apply.not_ours"))
        if data.get("version") != VERSION:
            raise CorrectionError(where, Remark("apply.version", version=data.get("version")))
        try:
            documents = {str(one["name"]): str(one["text"]) for one in data["documents"]}
            entries = list(data["corrections"])
        except (KeyError, TypeError) as error:
            raise CorrectionError(where, Remark("apply.not_ours")) from error
        corrections = []
        for number, entry in enumerate(entries, 1):
            try:
                corrections.append(_correction(entry))
            except (KeyError, TypeError, ValueError, InvalidOperation) as error:
                reason = f"{type(error).__name__}: {error}"
                raise CorrectionError(where, Remark("apply.entry", number=number, reason=reason)) from error
        return cls(tuple(corrections), documents)


def _correction(entry: Any) -> Correction:
    action = _one_of(entry, "action", get_args(Action))
    common: dict[str, Any] = {name: _typed(entry, name, str) for name in ("doc", "text", "metric")}
    common |= {name: _typed(entry, name, int) for name in ("start", "end")}
    if action == "rename":
        common["to"] = _typed(entry, "to", str)
    if action == "add":
        common["kind"] = _one_of(entry, "kind", KINDS)
        common["role"] = _one_of(entry, "role", ROLES)
        common["bound"] = _one_of(entry, "bound", BOUNDS)
        common["direction"] = (
            None if entry["direction"] is None else _one_of(entry, "direction", ("up", "down"))
        )
        common["unit"] = _typed(entry, "unit", str)
        common["value"] = Decimal(str(_typed(entry, "value", int, float)))
    return Correction(action, **common)


def _typed(entry: Any, name: str, *types: type) -> Any:
    value = entry[name]
    if isinstance(value, bool) or not isinstance(value, types):
        raise TypeError(f"{name}: {value!r}")
    return value


def _one_of(entry: Any, name: str, allowed: tuple[Any, ...]) -> Any:
    if entry[name] not in allowed:
        raise ValueError(f"{name}: {entry[name]!r}")
    return entry[name]
