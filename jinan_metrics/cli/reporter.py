"""What a command says besides its data: one line each on standard error, in the user's language."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from jinan_metrics.messages import Lang, Remark, text


class UsageError(Exception):
    """A command that cannot be carried out as given."""

    def __init__(self, key: str, /, **details: Any) -> None:
        self.remark = Remark(key, **details)
        super().__init__(self.remark)


@dataclass(slots=True)
class Reporter:
    """Speaks to the user and counts the failures."""

    lang: Lang
    quiet: bool = False
    failures: int = 0

    def failure(self, where: str, remark: Remark) -> None:
        """An input or output that did not work. Said even when quiet."""
        self.failures += 1
        self._line("note.failure", where=where, text=remark.said(self.lang))

    def warning(self, where: str, remark: str) -> None:
        """Something odd about an input that was read all the same."""
        if not self.quiet:
            said = remark.said(self.lang) if isinstance(remark, Remark) else remark
            self._line("note.warning", where=where, text=said)

    def note(self, key: str, **details: Any) -> None:
        """Something about the run as a whole."""
        if not self.quiet:
            self._line(key, **details)

    def wrong_usage(self, remark: Remark, command: str) -> None:
        """Why the command was not carried out, and where help is."""
        self._line("note.usage", text=remark.said(self.lang))
        self._line("usage.try", command=command)

    @property
    def exit_code(self) -> int:
        return 1 if self.failures else 0

    def _line(self, key: str, **details: Any) -> None:
        from jinan_metrics.writing.cells import shown

        # File names and document texts are in it: no line break or escape sequence of theirs gets through.
        print(f"jmetrics: {shown(text(key, self.lang, **details))}", file=sys.stderr, flush=True)
