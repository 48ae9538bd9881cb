"""Passages of UTF-8 that somebody read as GBK and saved so (鍥藉唴鐢熶骇 for 国内生产): nothing in them can be read.

The bytes that do not fit were lost on the way, so the text cannot be mended; a figure among such words is a figure of
nobody knows what.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from jinan_metrics import patterns

# What the leading bytes of frequent characters and marks become: ， 。 “ 的 国 年 一/中 人 有 会 应 经 可 大 在 文 政 区.
# Hardly one of them stands in modern text, and never several close together.
_MARK = "[锛銆鈥鐨鍥骞涓浜鏈浼搴缁鍙澶鍦鏂鏀鍖鍏鍔]"
# What the comma, the full stop and 的 become: hardly a passage has none of them.
_NEARLY_ALWAYS = "锛銆鐨"
_ENOUGH = 3
_REACH = 40
_FOUND = patterns.compile(_MARK)


@lru_cache(maxsize=1)
def _marked(text: str) -> bool:
    """Whether a text has enough of such characters, looked for once and not at each of its figures."""
    if not any(mark in text for mark in _NEARLY_ALWAYS):
        return False
    return sum(1 for _ in islice(_FOUND.finditer(text), _ENOUGH)) == _ENOUGH


def garbled_around(text: str, start: int, end: int) -> bool:
    """Whether the words around ``text[start:end]`` are such a passage."""
    if not _marked(text):
        return False
    begin, stop = max(0, start - _REACH), end + _REACH
    return len(_FOUND.findall(text, begin, stop)) >= _ENOUGH
