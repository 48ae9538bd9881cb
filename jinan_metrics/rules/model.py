"""A rule as data: its name, its reason, and texts that it must and must not take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and what the claim that the rule makes of it must say (fields of ``Claim``).

    For a rule of the family ``not`` the text must yield no claim, and ``expect`` is empty.
    """

    text: str
    expect: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``family`` is ``not``, ``kind``, ``name`` or ``hand``; ``no`` holds texts that the rule must leave alone."""

    id: str
    family: str
    reason: str
    reason_zh: str
    yes: tuple[Example, ...]
    no: tuple[str, ...] = ()
