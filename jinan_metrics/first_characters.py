"""Where a pattern need not be tried: the characters that its matches begin with, told to the engine.

``re`` passes over the places where a pattern cannot begin, but finds out the characters it can begin with only where it
opens with one class or with alternatives that are letters. It has no eye for what ours open with: a look-behind, an
alternative in brackets, a word that may be missing. Told of them, it searches the same and finds the same, in a third of
the time.

This reaches into ``re``, as ``patterns`` does, which loads this module only to compile and falls back on ``re`` itself.
The engine checks the code that it is given, so a later Python that lays it out otherwise refuses it.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from math import isqrt
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

# The items of a class as the parser of re has them: letters, ranges, categories.
_Items = list[tuple[Any, Any]]

_DIGIT = (op.CATEGORY, op.CATEGORY_DIGIT)
_WIDTH_OF_INFO = 4  # after the opcode: length of the block, what it holds, least and most width


def quickened(parsed: Any) -> None:
    """Arrange alternatives so that the engine passes over most of them; it means the same.

    Look-behinds at the head of an alternative are put behind its first letter (是|(?<!因)为 as 是|为(?<!因为)), since the
    engine looks at a letter before it tries. Many alternatives are put in boxes, in their order, each opened only where
    one of them can begin.
    """
    for code, value in parsed.data:
        if code is op.BRANCH:
            for branch in value[1]:
                _letter_first(branch)
                quickened(branch)
            value[1][:] = _boxed(value[1])
        elif code is op.SUBPATTERN:
            quickened(value[3])
        elif code in (op.ASSERT, op.ASSERT_NOT):
            quickened(value[1])
        elif code is op.ATOMIC_GROUP:
            quickened(value)
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            quickened(value[2])


# To look into a box takes the engine about as long as to pass so many alternatives.
_COST_OF_A_BOX = 16


def _boxed(branches: list[Any]) -> list[Any]:
    size = isqrt(_COST_OF_A_BOX * len(branches)) + 1
    if len(branches) <= 2 * size:
        return branches
    boxes = []
    for at in range(0, len(branches), size):
        inside = branches[at : at + size]
        items: _Items = []
        for branch in inside:
            first, empty = _first(branch)
            if first is None or empty:
                return branches
            items += first
        kind, state = type(inside[0]), inside[0].state
        ahead = kind(state, [(op.IN, items)])
        boxes.append(kind(state, [(op.ASSERT, (1, ahead)), (op.BRANCH, (None, inside))]))
    return boxes


def _letter_first(branch: Any) -> None:
    data = branch.data
    ahead = 0
    while ahead < len(data) and data[ahead][0] in (op.ASSERT, op.ASSERT_NOT) and data[ahead][1][0] < 0:
        ahead += 1
    if not ahead or ahead == len(data) or data[ahead][0] not in (op.LITERAL, op.IN):
        return
    letter = data[ahead]
    behind = []
    for code, (direction, seen) in data[:ahead]:
        behind.append((code, (direction, type(seen)(seen.state, [*seen.data, letter]))))
    branch.data[: ahead + 1] = [letter, *behind]
    branch.width = None


def with_first_characters(code: list[int], parsed: Any, flags: int) -> list[int]:
    """``code`` that the compiler of re made of ``parsed``, with a class to look for first where it has no quick one."""
    opcode, length, holds, least, most = code[: _WIDTH_OF_INFO + 1]
    if opcode != op.INFO or holds & op.SRE_INFO_PREFIX or not least or flags & re.IGNORECASE:
        return code
    if parsed[0][0] is op.AT:  # an anchor fails faster than a class
        return code
    items, _ = _first(parsed)
    if not items or (holds and _DIGIT not in items):
        return code
    if _DIGIT in items:
        items = [item for item in items if item != _DIGIT] + _digits()
    characters: list[int] = []
    compiler._compile_charset(compiler._optimize_charset(items)[0], flags, characters)
    info = [least, most, *characters]
    return [opcode, len(info) + 2, op.SRE_INFO_CHARSET, *info, *code[length + 1 :]]


@cache
def _digits() -> _Items:
    r"""What \d takes, one by one, and all beyond the first plane: a bit to look up where \d is a question to Unicode."""
    first_plane = range(0x10000)
    beyond = (op.RANGE, (len(first_plane), sys.maxunicode))
    return [(op.LITERAL, code) for code in first_plane if chr(code).isdecimal()] + [beyond]


def _first(sequence: Any) -> tuple[_Items | None, bool]:
    """What a match of some parts in a row can begin with, None for anything; and whether it may be empty."""
    found: _Items = []
    for code, value in sequence:
        items, empty = _first_of(code, value)
        if items is None:
            return None, False
        found += items
        if not empty:
            return found, False
    return found, True


def _first_of(code: Any, value: Any) -> tuple[_Items | None, bool]:
    if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return [], True
    if code is op.FAILURE:
        return [], False
    if code is op.LITERAL:
        return [(code, value)], False
    if code is op.IN and value[0][0] is not op.NEGATE:
        return list(value), False
    if code is op.BRANCH:
        branches = [_first(branch) for branch in value[1]]
        if any(items is None for items, _ in branches):
            return None, False
        return [item for items, _ in branches for item in items or ()], any(empty for _, empty in branches)
    if code is op.SUBPATTERN and not value[1]:  # with no flags of its own
        return _first(value[3])
    if code is op.ATOMIC_GROUP:
        return _first(value)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        items, empty = _first(value[2])
        return items, empty or value[0] == 0
    return None, False
