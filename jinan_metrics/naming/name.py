"""A metric name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Name:
    """A metric name, the verb that goes with it and the rule that found it."""

    metric: str
    action: str
    rule: str
