"""Where the data of a command goes, and in which format."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import FrameType

from jinan_metrics.cli.options import known_format
from jinan_metrics.cli.reporter import UsageError
from jinan_metrics.messages import Remark
from jinan_metrics.writing import BINARY, FORMATS, Piece
from jinan_metrics.writing.whole_file import OutputError, write_whole


def width() -> int:
    """Cells in a line of the terminal; 80 if there is none and ``COLUMNS`` does not say."""
    return shutil.get_terminal_size((80, 24)).columns


def exists(path: str | os.PathLike[str]) -> bool:
    """Whether there is something at ``path``."""
    return os.path.exists(path)


@dataclass(frozen=True, slots=True)
class Destination:
    """Standard output, or a file that is written whole or not at all.

    ``colored``: what ``--color`` asks for; by default a terminal that ``NO_COLOR`` does not keep plain.
    """

    file: str | None
    terminal: bool
    colored: bool = False

    @classmethod
    def of(cls, output_file: str | None, color: str = "auto") -> Destination:
        """The destination that ``--output`` names; ``-`` is standard output."""
        file = None if output_file == "-" else output_file
        terminal = file is None and sys.stdout.isatty()
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return cls(file, terminal, color == "always" or (color == "auto" and terminal and not plain))

    def format(self, given: str | None) -> str:
        """The format asked for; else the table on a terminal, what the file's name ends in, or CSV."""
        if given is not None:
            if self.terminal and given in BINARY:
                raise UsageError("usage.binary_terminal", given=given)
            return known_format(given, list(FORMATS))
        if self.terminal:
            return "table"
        suffix = os.path.splitext(self.file or "")[1].removeprefix(".").casefold()
        return suffix if suffix in FORMATS else "csv"

    def refuse_input(self, paths: Sequence[str]) -> None:
        """Keep a slip of the hand from replacing a document by its claims."""
        for path in paths if self.file is not None else ():
            try:
                same = self.file is not None and os.path.samefile(path, self.file)
            except OSError:
                continue
            if same:
                raise OutputError(path, Remark("write.input"), wrong=True)

    def send(self, pieces: Iterable[Piece], *, with_mark: bool = False) -> None:
        """Write ``pieces``. ``with_mark``: begin a file with a byte order mark, for Excel to see that it is UTF-8."""
        if self.file is not None:
            # Asked to stop, clean up the temporary file as after any other error.
            for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
                if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                    signal.signal(number, _stop)
            write_whole(self.file, pieces, "utf-8-sig" if with_mark else "utf-8")
            return
        for piece in pieces:
            if isinstance(piece, bytes):
                sys.stdout.buffer.write(piece)
            else:
                sys.stdout.write(piece)
        sys.stdout.flush()


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
