"""Files to documents: each format has a module here that turns its bytes into text.

The text of a plain file is what was decoded, to the character. Of other formats the reader makes the text: a line a
paragraph, headings as in Markdown where they have no number of their own, tables with a line a row (see ``layout``), a
form feed where a page begins. Spans of claims refer to that text, which ``jmetrics show`` prints. The libraries that a
format needs are loaded when such a file is met.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from jinan_metrics.about import described
from jinan_metrics.messages import Remark
from jinan_metrics.model import Document
from jinan_metrics.reading import detection, manifest
from jinan_metrics.reading.decoding import Decoded, declared_encoding, decoded
from jinan_metrics.reading.errors import ContentError, ReadError
from jinan_metrics.reading.files import SUFFIXES, contents, document_files

__all__ = ["SUFFIXES", "ReadError", "document_files", "read", "read_all", "read_all_bytes", "read_bytes"]

# Format -> the module whose ``text_of`` reads it: bytes, or for kinds of text the decoded text.
_READERS = {"html": "web_page", "mhtml": "saved_page", "csv": "delimited", "pdf": "pdf"} | {
    "docx": "word",
    "xlsx": "spreadsheet",
}


Handler = Callable[[ReadError], None]


def _raise(error: ReadError) -> None:
    raise error


def read(path: str | os.PathLike[str]) -> Document:
    """The document in the file at ``path``, with what a ``manifest.toml`` in the same folder says about it.

    Raises ``ReadError`` for whatever cannot be read, and for an archive of several documents (see ``read_all``).
    """
    return _only(os.fspath(path), list(read_all(path)))


def read_all(path: str | os.PathLike[str], on_error: Handler = _raise) -> Iterator[Document]:
    """The documents in the file at ``path``: those of an archive one by one, of any other file the one that it is.

    ``on_error`` is told of members of an archive that cannot be read; without it the first one is raised. Raises
    ``ReadError`` for the file itself.
    """
    path = Path(path)
    name = path.stem.encode("utf-8", "backslashreplace").decode()  # a file name need not be Unicode
    entry, complaint = manifest.entry(path)
    for document in _documents(contents(path), name, str(path), path.suffix.casefold(), on_error):
        warnings = document.warnings + ((complaint,) if complaint else ())
        yield described(replace(document, warnings=warnings, **entry))


def read_bytes(data: bytes, name: str = "-", on_error: Handler = _raise) -> Document:
    """The document in ``data``, as from standard input. Raises ``ReadError`` as ``read`` does."""
    return _only(name, list(read_all_bytes(data, name, on_error)))


def read_all_bytes(data: bytes, name: str = "-", on_error: Handler = _raise) -> Iterator[Document]:
    """The documents in ``data``, as ``read_all`` gives those in a file."""
    return map(described, _documents(data, name, name, "", on_error))


def _only(where: str, documents: list[Document]) -> Document:
    if len(documents) != 1:
        raise ReadError(where, Remark("read.several", count=len(documents)))
    return documents[0]


def _documents(data: bytes, name: str, where: str, suffix: str, on_error: Handler) -> Iterator[Document]:
    try:
        if not data:
            raise ContentError("read.empty")
        if detection.format_of(data) != "zip":
            told = text_of(data, suffix)
            yield Document(name=name, text=told.text, warnings=told.warnings)
            return
        from jinan_metrics.reading import archive

        for path, member in archive.members(data, SUFFIXES):
            try:
                told = text_of(member(), PurePosixPath(path).suffix.casefold())
            except ContentError as error:
                on_error(ReadError(f"{where}/{path}", error.remark))
                continue
            yield Document(name=PurePosixPath(path).stem or name, text=told.text, warnings=told.warnings)
    except ContentError as error:
        raise ReadError(where, error.remark) from error


def text_of(data: bytes, suffix: str = "") -> Decoded:
    """The text in ``data``, which is a document of any format but an archive. Raises ``ContentError``."""
    if not data:
        raise ContentError("read.empty")
    format_name = detection.format_of(data)
    if format_name == "zip":
        raise ContentError("read.nested")
    if format_name != "text":
        told = _by_library(format_name, data)
    else:
        told = decoded(data, declared_encoding(data))
        kind = detection.kind_of_text(told.text, suffix)
        if kind != "text":
            told = replace(told, text=_reader(kind)(told.text, suffix))
    if not told.text.strip():
        raise ContentError("read.no_text")
    return told


def _by_library(format_name: str, data: bytes) -> Decoded:
    """The text in ``data`` as the library for its format reads it, whatever that library raises for a broken file."""
    try:
        told: Decoded = _reader(format_name)(data)
    except ContentError:
        raise
    except Exception as error:  # libraries do not say what they raise for a file that is not as it should be
        reason = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        raise ContentError("read.damaged", format=format_name.upper(), reason=reason) from error
    return told


def _reader(format_name: str) -> Callable[..., Any]:
    module = importlib.import_module(f"{__name__}.{_READERS[format_name]}")
    reader: Callable[..., Any] = module.text_of
    return reader
