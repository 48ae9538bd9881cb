"""What can be wrong with a library."""

from __future__ import annotations

from jinan_metrics.messages import Remark


class LibraryError(OSError):
    """A library that cannot be used: where, what is wrong, and what to do. ``wrong``: not a library of ours at all."""

    def __init__(self, where: str, remark: Remark, *, wrong: bool = False) -> None:
        super().__init__(f"{where}: {remark}")
        self.where = where
        self.remark = remark
        self.wrong = wrong
