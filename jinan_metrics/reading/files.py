"""Files and folders on the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import BinaryIO

from jinan_metrics.messages import Remark
from jinan_metrics.reading.errors import ReadError, of_system

# What a folder is searched for; a file that is named outright is read whatever it is called.
SUFFIXES = (
    ".txt",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".mht",
    ".mhtml",
    ".docx",
    ".pdf",
    ".xlsx",
    ".xlsm",
    ".csv",
    ".tsv",
    ".zip",
)
# The largest file that is read into memory; `jmetrics extract` reads longer plain texts in sections.
LARGEST = 256 * 1024 * 1024


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file or pipe at ``path``, open for reading. Raises ``ReadError``."""
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
            yield file
    except ReadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise of_system(path, error) from error


def contents(path: Path) -> bytes:
    """All bytes of the file at ``path``. Raises ``ReadError``, also for what is too large to hold."""
    with opened(path) as file:
        if os.fstat(file.fileno()).st_size > LARGEST:
            raise ReadError(str(path), Remark("read.too_large", megabytes=LARGEST // 1024**2))
        return limited(file, str(path))


def limited(file: BinaryIO, where: str) -> bytes:
    """All bytes of ``file``. Raises ``ReadError`` for what is too large to hold."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(where, Remark("read.too_large", megabytes=LARGEST // 1024**2))
    return data


def document_files(
    folder: str | os.PathLike[str],
    on_error: Callable[[ReadError], None] = lambda error: None,
    globs: Sequence[str] = (),
) -> list[Path]:
    """The documents in ``folder`` and below in sorted order, without hidden ones and linked folders.

    ``globs`` are patterns of which a file's name, or its path below ``folder``, must match one; without any, its
    suffix must be one of ``SUFFIXES``. ``on_error`` is told of every folder that cannot be listed, and if there is no
    such file at all.
    """
    files: list[Path] = []
    errors: list[ReadError] = []
    for place, folders, names in os.walk(folder, onerror=lambda e: errors.append(of_system(e.filename, e))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files += (path for path in paths if _wanted(path, folder, globs))
    if not files and not errors:
        key = "read.folder_no_match" if globs else "read.folder_empty"
        errors.append(ReadError(os.fspath(folder), Remark(key, globs=" ".join(globs))))
    for error in errors:
        on_error(error)
    return sorted(files)


def _wanted(path: Path, folder: str | os.PathLike[str], globs: Sequence[str]) -> bool:
    if not globs:
        return path.suffix.casefold() in SUFFIXES
    below = os.path.relpath(path, folder)
    return any(fnmatch(path.name, pattern) or fnmatch(below, pattern) for pattern in globs)
