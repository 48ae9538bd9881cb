"""What a pattern can begin and end with, read off its parse: the check of the short cuts that the core takes.

The core asks many patterns only where a character stands that their matches begin with, end with or hold. These
functions say from the pattern itself which characters those are, so that a changed pattern and a forgotten short cut
do not stay together.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Characters, or None for "any", and whether the part may be empty.
Edge = tuple[set[str] | None, bool]
_WIDEST_RANGE = 300


def first_characters(pattern: re.Pattern[str]) -> set[str]:
    """The characters that a match can begin with, the look-aheads that open the pattern aside."""
    return _known(_edge(list(parser.parse(pattern.pattern, pattern.flags)), forwards=True))


def last_characters(pattern: re.Pattern[str]) -> set[str]:
    """The characters that a match can end with."""
    return _known(_edge(list(parser.parse(pattern.pattern, pattern.flags)), forwards=False))


def opening_classes(pattern: re.Pattern[str]) -> list[set[str]]:
    """The classes of the look-aheads of one character that open a pattern."""
    found = []
    for code, value in parser.parse(pattern.pattern, pattern.flags):
        if code is not op.ASSERT or value[0] != 1:
            break
        inner = list(value[1])
        if len(inner) == 1 and inner[0][0] is op.IN:
            found.append(_known((_characters(*inner[0]), False)))
    return found


def holds_one_of(pattern: re.Pattern[str], words: tuple[str, ...]) -> bool:
    """Whether every match has one of these words in it, written out in one piece."""
    return _holds(list(parser.parse(pattern.pattern, pattern.flags)), words)


def _holds(items: list[Any], words: tuple[str, ...]) -> bool:
    literal = ""
    for code, value in items:
        literal = literal + chr(value) if code is op.LITERAL else ""
        if literal.endswith(words):
            return True
        if code is op.BRANCH and all(_holds(list(branch), words) for branch in value[1]):
            return True
        if code is op.SUBPATTERN and _holds(list(value[3]), words):
            return True
        if code in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] and _holds(list(value[2]), words):
            return True
    return False


def _known(edge: Edge) -> set[str]:
    characters, empty = edge
    assert characters is not None, "it may begin or end with anything"
    assert not empty, "it may be empty"
    return characters


def _characters(code: Any, value: Any) -> set[str] | None:
    if code is op.LITERAL:
        return {chr(value)}
    if code is not op.IN or value[0][0] is op.NEGATE:
        return None
    found: set[str] = set()
    for inner, what in value:
        if inner is op.LITERAL:
            found.add(chr(what))
        elif inner is op.RANGE and what[1] - what[0] < _WIDEST_RANGE:
            found |= {chr(character) for character in range(what[0], what[1] + 1)}
        elif inner is op.CATEGORY and what is op.CATEGORY_DIGIT:
            found |= set("0123456789")
        else:
            return None
    return found


def _edge(items: list[Any], *, forwards: bool) -> Edge:
    found: set[str] = set()
    for item in items if forwards else reversed(items):
        characters, empty = _edge_of(*item, forwards=forwards)
        if characters is None:
            return None, False
        found |= characters
        if not empty:
            return found, False
    return found, True


def _edge_of(code: Any, value: Any, *, forwards: bool) -> Edge:
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return set(), True
    if code is op.BRANCH:
        edges = [_edge(list(branch), forwards=forwards) for branch in value[1]]
        if any(characters is None for characters, _ in edges):
            return None, False
        return set().union(*(characters or () for characters, _ in edges)), any(empty for _, empty in edges)
    if code is op.SUBPATTERN:
        return _edge(list(value[3]), forwards=forwards)
    if code is op.ATOMIC_GROUP:
        return _edge(list(value), forwards=forwards)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        characters, empty = _edge(list(value[2]), forwards=forwards)
        return characters, empty or value[0] == 0
    return _characters(code, value), False
