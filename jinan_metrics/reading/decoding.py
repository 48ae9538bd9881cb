"""Bytes to text without being told the encoding.

The text is what was decoded, to the character: line ends stay as they are and only a byte order mark at the start is
left out, so that offsets of claims can be checked against the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from jinan_metrics import lexicon
from jinan_metrics.messages import Remark
from jinan_metrics.reading.errors import ContentError

MARKS = (  # UTF-32 before UTF-16: the mark of the one begins with that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,40})", re.I
)
# What pages say and what they mean: the larger set of which the named one is a part. Other names say nothing that could
# be relied on: pages name Latin-1 where nobody looked, and Python knows "encodings" that are none.
_READ_AS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950"), "big5hkscs"),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what is wrong with it."""

    text: str
    warnings: tuple[Remark, ...] = ()


def decoded(data: bytes, declared: str = "") -> Decoded:
    """The text in ``data``. ``declared`` is the encoding that the data itself claims (as ``known_encoding`` gives it), which
    counts if it works.

    Raises ``ContentError`` for what is not text.
    """
    mark, encoding = marked(data)
    body = data[len(mark) :]
    if not body:
        raise ContentError("read.empty")
    if not encoding and declared:
        try:
            return Decoded(body.decode(declared))
        except UnicodeError:
            pass  # it is in another one
    encoding = encoding or encoding_of(body)
    try:
        return Decoded(body.decode(encoding))
    except UnicodeDecodeError as error:
        text = body.decode(encoding, "replace")
        count = text.count("\ufffd") - body.count("\ufffd".encode(encoding, "ignore") or b"\0\0\0\0")
        offset = len(mark) + error.start
        remark = Remark("read.replaced", count=count, encoding=encoding.upper(), offset=offset)
        return Decoded(text, (remark,))


def declared_encoding(data: bytes) -> str:
    """The encoding that the head of a web page names, ``""`` where there is none to rely on."""
    if data[:200].lstrip()[:1] != b"<":
        return ""
    found = _CHARSET.search(data[:4096])
    return known_encoding(found.group(1).decode("ascii")) if found is not None else ""


def known_encoding(name: str) -> str:
    """The encoding to read where a page names ``name``, ``""`` if the name says nothing."""
    return _READ_AS.get(name.lower(), "")


def marked(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that ``data`` begins with and the encoding that it stands for, both empty without one."""
    return next(((mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), (b"", ""))


def encoding_of(body: bytes) -> str:
    """The encoding of text without a mark: UTF-8, UTF-16, GB18030 or Big5. Raises ``ContentError`` for binary data.

    A damaged UTF-8 file (cut in the middle of a character, one bad byte) often passes as GB18030 and would come out as
    gibberish. So what holds four whole Chinese characters in UTF-8 for every bad spot is read as UTF-8: in GB18030
    text, three bytes that could be one of those are rare, while two that could be a Greek or Cyrillic letter are not
    (一 is һ). GB18030 and Big5 share most of their bytes; the commonest characters tell them apart.
    """
    nul = body.find(b"\0")
    if nul >= 0:
        wide = _utf_16_without_mark(body)
        if not wide:
            raise ContentError("read.binary", offset=nul)
        return wide
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        as_utf8 = body.decode("utf-8", "replace")
    damage = as_utf8.count("\ufffd")
    intact = sum(character >= "\u0800" for character in as_utf8) - damage
    if damage * 4 <= intact:
        return "utf-8"
    by_damage = {
        encoding: body.decode(encoding, "replace").count("\ufffd") for encoding in ("gb18030", "big5hkscs")
    }
    best = min(by_damage, key=lambda encoding: (by_damage[encoding], encoding != "gb18030"))
    if _plausible(body, "big5hkscs") > 2 * _plausible(body, "gb18030"):
        best = "big5hkscs"
    elif by_damage["gb18030"] * 20 <= len(body) or (best == "big5hkscs" and not _plausible(body, best)):
        best = "gb18030"
    return best if by_damage[best] <= damage else "utf-8"


def _utf_16_without_mark(body: bytes) -> str:
    """The UTF-16 that ``body`` is without saying so, ``""`` if it reads like nothing in either order of bytes."""
    likeness = {
        encoding: _plausible(body[: len(body) // 2 * 2], encoding) for encoding in ("utf-16-le", "utf-16-be")
    }
    best = max(likeness, key=lambda encoding: likeness[encoding])
    return best if likeness[best] > 0.3 else ""


def _plausible(body: bytes, encoding: str) -> float:
    """Which part of the characters beyond ASCII at the start of ``body`` are common ones, 0 to 1."""
    text = body[: _SAMPLE * 2].decode(encoding, "replace")
    beyond = [character for character in text if character > "\x7f"]
    common = _common()
    return sum(character in common for character in beyond) / max(len(beyond), 1)


@cache
def _common() -> frozenset[str]:
    return frozenset("".join("".join(words) for words in lexicon.classes("frequent").values()))
