"""Web pages to tags and text, in time that grows with the length of the page and with nothing else.

Parsers that were tried on hostile pages either lose text silently (lxml: all that is nested deeper than 256 tags) or
need time that grows with the square of the length (html.parser of Python 3.11, lexbor): see docs/readers.md. What a
reader of text needs is less than a browser's tree: tags in order, and text with its entities resolved.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

import regex

_TAG = regex.compile(
    r"<(/?+)([a-zA-Z][^\s/<>]{0,40})((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>", regex.DOTALL
)
_PLAIN_TAG = regex.compile(r"<(/?+)([a-zA-Z][^\s/<>]{0,40})([^>]*+)>")
_ATTRIBUTE = regex.compile(
    r"([a-zA-Z_:][\w:.-]{0,60})\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+"
)
# The content of these is no markup; that of the first is no text either.
_RAW = {"script": False, "style": False, "textarea": False, "noembed": False, "noframes": False, "xmp": True}
_LONG_REFERENCE = regex.compile(r"&#(?:[0-9]{9,}+|[xX][0-9a-fA-F]{8,}+);?+")
# After so many tags that never end, a tag ends at the next > whatever stands in quotation marks.
_PATIENCE = 16


class Tag(NamedTuple):
    """A start or end tag; names of tags and attributes are in lower case."""

    name: str
    attributes: dict[str, str]
    closing: bool


def tokens(page: str) -> Iterator[Tag | str]:
    """The tags and texts of ``page`` in order, without comments, scripts and styles."""
    at, length = 0, len(page)
    last = page.rfind(">")
    endless: set[str] = set()
    failures = 0
    while at < length:
        opening = page.find("<", at)
        if opening < 0 or opening > last:
            yield _resolved(page[at:])
            return
        if opening > at:
            yield _resolved(page[at:opening])
        at = opening
        if page.startswith(("<!", "<?"), at):
            at = _after_declaration(page, at, endless)
            continue
        match = (_TAG if failures < _PATIENCE else _PLAIN_TAG).match(page, at)
        if match is None:
            following = page[at + 1 : at + 2]
            failures += following.isalpha() or following == "/"
            yield "<"
            at += 1
            continue
        name = match.group(2).lower()
        closing = bool(match.group(1))
        at = match.end()
        if name in _RAW and not closing and name not in endless:
            end = regex.compile(f"</{name}", regex.IGNORECASE).search(page, at)
            if end is None:
                endless.add(name)
            else:
                if _RAW[name]:
                    yield page[at : end.start()]
                at = end.start()
            continue
        yield Tag(name, {} if closing else _attributes(match.group(3)), closing)


def _after_declaration(page: str, at: int, endless: set[str]) -> int:
    """The offset after a comment or declaration; a comment that nobody closes ends like a declaration."""
    for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        if page.startswith(start, at) and start not in endless:
            found = page.find(end, at + len(start))
            if found >= 0:
                return found + len(end)
            endless.add(start)
    return page.find(">", at) + 1 or len(page)


def _attributes(words: str) -> dict[str, str]:
    if not words or words == "/":
        return {}
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(words):
        name = match.group(1).lower()
        if len(found) < 64:
            found.setdefault(name, html.unescape(_short(match[2] or match[3] or match[4] or "")))
    return found


def _short(value: str) -> str:
    return value if len(value) < 1000 else ""  # a picture in the page


def _resolved(words: str) -> str:
    """``words`` with character references resolved and NULs, which are no text, shown as U+FFFD."""
    if "&" in words:
        words = html.unescape(_LONG_REFERENCE.sub("\ufffd", words))
    return words.replace("\0", "\ufffd") if "\0" in words else words
