"""The words of ``data/auditing.txt`` as patterns."""

from __future__ import annotations

import re
from functools import cache

from jinan_metrics import lexicon, patterns


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return lexicon.classes("auditing")


@cache
def words(*labels: str) -> re.Pattern[str]:
    """Any word of these classes."""
    listed = (word for label in labels for word in _classes()[label])
    return patterns.compile("|".join(map(re.escape, lexicon.longest_first(listed))))


@cache
def divisions() -> tuple[tuple[str, ...], ...]:
    """The divisions of a whole that leave nothing out."""
    return tuple(names for label, names in _classes().items() if label.startswith("division."))


def leads(text: str, *, ranks: bool = False) -> str:
    """Where the verbs in ``text`` lead, ``up`` or ``down`` (for ranks, to a better or a worse place); "" if nowhere or both ways."""
    up, down = (
        words(label).search(text) is not None for label in (("better", "worse") if ranks else ("up", "down"))
    )
    return "" if up == down else "up" if up else "down"
