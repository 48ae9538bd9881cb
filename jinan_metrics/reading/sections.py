"""Plain text of any length, a section at a time: what is held in memory does not grow with the file."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from jinan_metrics.messages import Remark
from jinan_metrics.model import Document
from jinan_metrics.reading import detection, manifest
from jinan_metrics.reading.decoding import declared_encoding, encoding_of, marked
from jinan_metrics.reading.errors import ContentError
from jinan_metrics.reading.files import opened

# Files up to this size are read whole.
LONG = 4 * 1024 * 1024
# A section has about as many bytes; it ends with a line, in a line that is longer than a section with a clause.
_SIZE = 256 * 1024
_HEAD = 64 * 1024
_CLAUSE_ENDS = "。；，！？,;"


class Section(str):
    """A part of a long text file; as a string the file's path.

    ``length`` bytes from ``start`` on; its first character is number ``offset`` of the whole text.
    """

    encoding: str
    start: int
    length: int
    offset: int

    def head(self) -> Document:
        """The beginning of the file as a document, which tells what the whole is about. Raises ``ReadError``."""
        path = Path(self)
        entry, _ = manifest.entry(path)
        with opened(path) as file:
            data = file.read(_HEAD)
        text = data[len(marked(data)[0]) :].decode(self.encoding, "replace")
        return Document(name=path.stem.encode("utf-8", "backslashreplace").decode(), text=text, **entry)

    def text(self) -> tuple[str, tuple[Remark, ...]]:
        """The text of the section, and a warning where decoding had to replace anything. Raises ``ReadError``."""
        with opened(Path(self)) as file:
            file.seek(self.start)
            data = file.read(self.length)
        try:
            return data.decode(self.encoding), ()
        except UnicodeDecodeError as error:
            text = data.decode(self.encoding, "replace")
            at = self.start + error.start
            count = text.count("\ufffd")
            return text, (Remark("read.replaced", count=count, encoding=self.encoding.upper(), offset=at),)


def sections(path: str | os.PathLike[str]) -> Iterator[Section] | None:
    """The sections of the file at ``path`` if it is a long plain text, else None: it is to be read whole.

    Nothing is raised: what cannot be opened is for the one who reads it whole to tell.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size <= LONG:
            return None
        with open(path, "rb") as file:
            head = file.read(_HEAD)
        if detection.format_of(head) != "text":
            return None
        mark, encoding = marked(head)
        encoding = encoding or declared_encoding(head) or encoding_of(head[len(mark) : -4])
        sample = head[len(mark) :].decode(encoding, "ignore")
        if detection.kind_of_text(sample, Path(path).suffix.casefold()) != "text":
            return None
    except (OSError, ValueError, ContentError):
        return None
    return _cut(os.fspath(path), len(mark), encoding)


def _cut(path: str, start: int, encoding: str) -> Iterator[Section]:
    """The sections in order; each byte is decoded once to know how many characters there are."""
    offset = 0
    with open(path, "rb") as file:
        file.seek(start)
        held = b""
        while True:
            data = file.read(_SIZE)
            held += data
            while held and (len(held) >= _SIZE or not data):
                end = _end(held, encoding, last=not data)
                section = Section(path)
                section.encoding, section.start, section.length, section.offset = encoding, start, end, offset
                offset += len(held[:end].decode(encoding, "replace"))
                yield section
                start += end
                held = held[end:]
            if not data:
                return


def _end(data: bytes, encoding: str, *, last: bool) -> int:
    """Where to cut ``data``: behind its last line, else behind its last clause, else behind its last character."""
    if last:
        return len(data)
    unit = 4 if "32" in encoding else 2 if "16" in encoding else 1
    line = "\n".encode(encoding)
    at = data.rfind(line)
    while at > 0 and at % unit:
        at = data.rfind(line, 0, at + len(line) - 1)
    if at >= 0 and at % unit == 0:
        return at + len(line)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data)
    whole = len(data) - len(decoder.getstate()[0])
    clause = max(text.rfind(mark) for mark in _CLAUSE_ENDS) + 1
    if clause and "\ufffd" not in text:
        return len(text[:clause].encode(encoding))
    return whole or len(data)
