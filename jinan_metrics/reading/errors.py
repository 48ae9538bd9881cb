"""What goes wrong with an input, in one line."""

from __future__ import annotations

import os

from jinan_metrics.messages import Remark


class ReadError(OSError):
    """An input that cannot be read: where, what is wrong, and what to do about it, in one line."""

    def __init__(self, where: str, remark: Remark) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark


class ContentError(Exception):
    """The same before it is known where: what a reader of one format says of the bytes it was given."""

    def __init__(self, key: str, /, **details: object) -> None:
        self.remark = Remark(key, **details)
        super().__init__(self.remark)


def of_system(path: str | os.PathLike[str], error: Exception) -> ReadError:
    """The error for what the operating system says of ``path``."""
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
