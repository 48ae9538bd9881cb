"""Names that mean the same indicator: the shipped lexicons and the user's own aliases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinan_metrics import patterns
from jinan_metrics.comparing.aliases import Aliases

Group = tuple[str, ...]

_WORD = patterns.compile(r"[A-Za-z0-9]")


class Synonyms:
    """The groups of names that a word of a query stands for; the longest name in a query is taken."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._of: dict[str, tuple[str, ...]] = {}
        self._longest = 0
        for group in groups:
            names = tuple(dict.fromkeys(name.strip() for name in group))
            for name in names:
                if len(name) == 1 and name != names[0]:
                    continue  # a single character is found by a longer word, and finds none itself
                key = name.casefold()
                known = self._of.get(key, ())
                self._of[key] = tuple(dict.fromkeys((*known, name, *names)))
                self._longest = max(self._longest, len(name))

    def at(self, text: str, start: int) -> tuple[str, tuple[str, ...]] | None:
        """The longest name at ``text[start:]`` as written, and all the names of its group, itself first."""
        for length in range(min(self._longest, len(text) - start), 0, -1):
            written = text[start : start + length]
            names = self._of.get(written.casefold())
            if names and not _inside_a_word(text, start, start + length):
                return written, tuple(dict.fromkeys((written, *names)))
        return None


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters is only a part of a word there."""
    before = start > 0 and _WORD.match(text[start - 1]) and _WORD.match(text[start])
    after = end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1])
    return bool(before or after)


def synonyms(aliases: Aliases | None = None) -> tuple[Synonyms, Synonyms]:
    """The names of indicators (the user's ``aliases`` among them), and the words of everyday questions."""
    own: dict[str, list[str]] = {}
    for name, first in (aliases.canonical if aliases is not None else {}).items():
        own.setdefault(first, [first]).append(name)
    indicators, wordings = _shipped("indicators"), _shipped("wordings")
    if not own:
        return _synonyms_of("indicators"), _synonyms_of("wordings")
    return Synonyms([*map(tuple, own.values()), *indicators]), Synonyms(wordings)


@cache
def _synonyms_of(name: str) -> Synonyms:
    return Synonyms(_shipped(name))


@cache
def _shipped(name: str) -> tuple[Group, ...]:
    """The groups of ``data/NAME.txt``: names of one thing on a line with ``=`` between them, ``#`` for comments."""
    text = files("jinan_metrics").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(name.strip() for name in line.split("=")) for line in lines)
