"""The word lists in ``data/``: files that a linguist edits, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def classes(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of ``data/NAME.txt``: class → words, in file order.

    A line is ``class: word word …``; ``#`` starts a comment line; a class may go on in a later line.
    """
    lists: dict[str, tuple[str, ...]] = {}
    text = files("jinan_metrics").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            label, _, words = line.partition(":")
            lists[label] = lists.get(label, ()) + tuple(words.split())
    return lists


def by_word(name: str) -> dict[str, str]:
    """Word → class for ``data/NAME.txt``; the first class that lists a word has it."""
    table: dict[str, str] = {}
    for label, words in classes(name).items():
        for word in words:
            table.setdefault(word, label)
    return table


def lengths(words: Iterable[str], *, at: int = 0) -> dict[str, tuple[int, ...]]:
    """For every first (``at=-1``: last) character of a word the lengths of such words, longest first."""
    return {
        character: tuple(dict.fromkeys(map(len, known)))
        for character, known in by_character(longest_first(words), at=at).items()
    }


def by_character(words: Iterable[str], *, at: int) -> dict[str, list[str]]:
    """Words by their first (``at=0``) or last (``at=-1``) character, in their order."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[at], []).append(word)
    return found


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first, that looks only at those with the right first character."""
    branches = []
    for first, group in by_character(longest_first(words), at=0).items():
        rest = [re.escape(word[1:]) for word in group]
        branches.append(re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})"))
    return "|".join(branches)


def first_characters(words: Iterable[str]) -> str:
    """The characters that words begin with, for a class in a pattern."""
    return re.escape("".join(sorted({word[0] for word in words})))


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which an alternation must try them."""
    return sorted(set(words), key=lambda word: (-len(word), word))
