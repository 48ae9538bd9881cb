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
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

# The items of a class as the parser of re has them: letters, ranges, categories.
_Items = list[tuple[Any, Any]]

_DIGIT = (op.CATEGORY, op.CATEGORY_DIGIT)
_WIDTH_OF_INFO = 4  # after the opcode: length of the block, what it holds, least and most width


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
