"""The word lists in ``data/``: files that a linguist edits, read once."""

from __future__ import annotations

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


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which an alternation must try them."""
    return sorted(set(words), key=lambda word: (-len(word), word))
