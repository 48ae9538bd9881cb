"""A file that appears whole or not at all."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from jinan_metrics.messages import Remark

_CHUNK = 1 << 16


class OutputError(OSError):
    """A place that cannot be written to: where and why, in one line. ``wrong``: it never could have been."""

    def __init__(self, where: str, remark: Remark, *, wrong: bool = False) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark
        self.wrong = wrong


def write_whole(path: str | os.PathLike[str], pieces: Iterable[str | bytes], encoding: str = "utf-8") -> None:
    """Write ``pieces``, text in ``encoding`` and bytes as they are, to ``path``; what was there stays until all is written, and if anything goes wrong.

    The text goes to a temporary file in the same folder, which is renamed to ``path`` at the end and removed
    on any exception, also one that ``pieces`` raises. A symbolic link is refused rather than followed or
    replaced: both surprise somebody. Places that cannot be written to are refused before the first piece is
    asked for.
    """
    path = Path(path)
    mode = _mode(path)
    # Named before it is made: whatever interrupts this, there is a name to remove.
    temporary = path.parent / f".{path.name[:40]}.{os.urandom(6).hex()}.part"
    try:
        encode = codecs.getincrementalencoder(encoding)().encode
        with open(temporary, "xb", opener=_private) as file:
            file.writelines(piece if isinstance(piece, bytes) else encode(piece) for piece in pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OutputError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(str(path), Remark("write.failed", reason=reason)) from error
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """All that has been written to ``file``, a temporary one, piece by piece."""
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read before its permissions are set."""
    return os.open(path, flags, 0o600)


def _mode(path: Path) -> int:
    """The permissions for the new file: those of the old one, else as for any new file."""
    try:
        status = os.lstat(path)
    except OSError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISLNK(status.st_mode):
        raise OutputError(str(path), Remark("write.symlink", target=os.readlink(path)), wrong=True)
    if stat.S_ISDIR(status.st_mode):
        raise OutputError(str(path), Remark("write.folder"), wrong=True)
    if not stat.S_ISREG(status.st_mode):
        raise OutputError(str(path), Remark("write.special"), wrong=True)
    return stat.S_IMODE(status.st_mode)
