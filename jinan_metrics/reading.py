"""Files to documents: decoding without being told, and what a manifest beside the file knows.

The text of a document is what was decoded, to the character: line ends stay as they are and only a byte order
mark at the start is left out, so that offsets of claims can be checked against the file.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinan_metrics.about import described
from jinan_metrics.messages import Remark
from jinan_metrics.model import Document

MANIFEST = "manifest.toml"
SUFFIXES = (".txt", ".md")
YEAR_KNOWN = ("declared", "title", "dateline", "text", "name")

_MARKS = (  # UTF-32 before UTF-16: the mark of the one begins with that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX, XLSX and other ZIP"),
    (b"\xd0\xcf\x11\xe0", "old Word and Excel"),
)


class ReadError(OSError):
    """An input that cannot be read: where, what is wrong, and what to do about it, in one line."""

    def __init__(self, where: str, remark: Remark) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark


def read(path: str | os.PathLike[str]) -> Document:
    """The document in the file at ``path``, with what a ``manifest.toml`` in the same folder says about it.

    Raises ``ReadError`` for whatever is not readable text.
    """
    path = Path(path)
    name = path.stem.encode("utf-8", "backslashreplace").decode()  # a file name need not be Unicode
    document = _decoded(_file_bytes(path), name=name, where=str(path))
    entry, complaint = _manifest_entry(path)
    warnings = document.warnings + ((complaint,) if complaint else ())
    return described(replace(document, warnings=warnings, **entry))


def read_bytes(data: bytes, name: str = "-") -> Document:
    """The document in ``data``, as from standard input. Raises ``ReadError`` as ``read`` does."""
    return described(_decoded(data, name=name, where=name))


def text_files(
    folder: str | os.PathLike[str], on_error: Callable[[ReadError], None] = lambda error: None
) -> list[Path]:
    """The .txt and .md files in ``folder`` and below in sorted order, without hidden ones and linked folders.

    ``on_error`` is told of every folder that cannot be listed, and if there is no such file at all.
    """
    files: list[Path] = []
    errors: list[ReadError] = []
    for place, folders, names in os.walk(folder, onerror=lambda e: errors.append(_read_error(e.filename, e))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files += (path for path in paths if path.suffix.casefold() in SUFFIXES)
    if not files and not errors:
        errors.append(ReadError(os.fspath(folder), Remark("read.folder_empty")))
    for error in errors:
        on_error(error)
    return sorted(files)


def _file_bytes(path: Path) -> bytes:
    try:
        # Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISDIR(mode):
                raise ReadError(str(path), Remark("read.folder"))
            if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
                raise ReadError(str(path), Remark("read.special"))
            if hasattr(os, "set_blocking"):
                os.set_blocking(descriptor, True)
            return file.read()
    except ReadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _read_error(path, error) from error


def _read_error(path: str | os.PathLike[str], error: Exception) -> ReadError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            remark = Remark("read.missing")
        case PermissionError():
            remark = Remark("read.permission")
        case IsADirectoryError():
            remark = Remark("read.folder")
        case _:
            remark = Remark("read.unreadable", reason=getattr(error, "strerror", None) or str(error))
    return ReadError(os.fspath(path), remark)


def _decoded(data: bytes, *, name: str, where: str) -> Document:
    if not data:
        raise ReadError(where, Remark("read.empty"))
    if refusal := _refusal(data):
        raise ReadError(where, refusal)
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    body = data[len(mark) :]
    if not body:
        raise ReadError(where, Remark("read.empty"))
    encoding = encoding or _encoding(body)
    try:
        return Document(name=name, text=body.decode(encoding))
    except UnicodeDecodeError as error:
        text = body.decode(encoding, "replace")
        count = text.count("\ufffd") - body.count("\ufffd".encode(encoding))
        offset = len(mark) + error.start
        warning = Remark("read.replaced", count=count, encoding=encoding.upper(), offset=offset)
        return Document(name=name, text=text, warnings=(warning,))


def _refusal(data: bytes) -> Remark | None:
    """Why ``data`` is not text, or None."""
    for magic, format_name in _FORMATS:
        if data.startswith(magic):
            return Remark("read.format", format=format_name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return None
    start = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Remark("read.format", format="HTML")
    nul = data.find(b"\0")
    return Remark("read.binary", offset=nul) if nul >= 0 else None


def _encoding(body: bytes) -> str:
    """UTF-8 or GB18030, whichever ``body`` is.

    A damaged UTF-8 file (cut in the middle of a character, one bad byte) often passes as GB18030 and would come
    out as gibberish. So what holds four whole Chinese characters in UTF-8 for every bad spot is read as UTF-8:
    in GB18030 text, three bytes that could be one of those are rare, while two that could be a Greek or Cyrillic
    letter are not (一 is һ).
    """
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        as_utf8 = body.decode("utf-8", "replace")
    damage = as_utf8.count("\ufffd")
    intact = sum(character >= "\u0800" for character in as_utf8) - damage
    if damage * 4 <= intact:
        return "utf-8"
    try:
        body.decode("gb18030")
        return "gb18030"
    except UnicodeDecodeError:
        return "gb18030" if body.decode("gb18030", "replace").count("\ufffd") <= damage else "utf-8"


def _manifest_entry(path: Path) -> tuple[dict[str, Any], Remark | None]:
    """What the manifest beside ``path`` says about it, as arguments of ``Document``, and what is wrong with that."""
    manifest = path.parent / MANIFEST
    try:
        modified = manifest.stat().st_mtime_ns
    except OSError:
        return {}, None
    try:
        entry = _manifest(manifest, modified).get(path.name, {})
        return _checked(entry, path.name), None
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return {}, Remark("read.manifest", path=manifest, reason=error)


@lru_cache(maxsize=64)
def _manifest(manifest: Path, modified: int) -> dict[str, Any]:
    """The manifest as it was at ``modified``: read once for all files of a folder."""
    import tomllib  # here, since most folders have no manifest

    return tomllib.loads(manifest.read_text(encoding="utf-8-sig"))


_KEYS = {"title": str, "issuer": str, "place": str, "published": str, "year": int, "spoken": int}


def _checked(entry: object, name: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ValueError(f"[{name}] is not a table")
    for key, value in entry.items():
        wanted = (_KEYS | {"year_known": str}).get(key)
        if wanted is None:
            names = ", ".join(sorted((*_KEYS, "year_known")))
            raise ValueError(f"[{name}] has an unknown key {key!r}; known: {names}")
        if type(value) is not wanted:
            raise ValueError(f"[{name}] {key} must be of type {wanted.__name__}")
    by = entry.get("year_known", "declared")
    if by not in YEAR_KNOWN:
        raise ValueError(f"[{name}] year_known must be one of {', '.join(YEAR_KNOWN)}")
    fields = {key: value for key, value in entry.items() if key != "year_known"}
    return fields | {"known": dict.fromkeys(fields, "declared") | ({"year": by} if "year" in fields else {})}
