"""The words of ``data/auditing.txt`` as patterns."""

from __future__ import annotations

from functools import cache

import regex

from jinan_metrics import lexicon


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return lexicon.classes("auditing")


@cache
def words(*labels: str) -> regex.Pattern[str]:
    """Any word of these classes."""
    listed = (word for label in labels for word in _classes()[label])
    return regex.compile("|".join(map(regex.escape, lexicon.longest_first(listed))))


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
