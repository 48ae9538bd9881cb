"""Run the command as a user does: a process of its own, real pipes, a real terminal."""

from __future__ import annotations

import csv
import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from console import all_shown

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
COMMAND = [sys.executable, "-m", "jinan_metrics"]

CASES = "全市共办理行政复议案件120件。\n"
RATES = "一次办结率达到99.5%。\n"

# Nothing of the developer's own settings; a UTF-8 locale that asks for English.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "VIRTUAL_ENV", "SYSTEMROOT")
} | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}


def environment(**more: str) -> dict[str, str]:
    """The environment for a run of the command."""
    return _ENVIRONMENT | more


def jmetrics(
    *arguments: str | Path, text: bytes | None = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """The finished command, with ``text`` on its standard input and pipes everywhere."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=text,
        capture_output=True,
        cwd=cwd,
        env=environment(**env),
        timeout=120,
        check=False,
    )


def on_terminal(*arguments: str | Path, columns: int = 80, **env: str) -> tuple[int, str, str]:
    """Exit code, what the terminal showed, and standard error of the command on a terminal of that width."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE,
        env=environment(**env),
    ) as process:
        os.close(slave)
        shown = all_shown(master)
        assert process.stderr is not None
        said = process.stderr.read()
    return process.returncode, shown, said.decode()


def mixed_folder(folder: Path) -> Path:
    """Put two good documents, one in a folder below, among inputs of every bad kind."""
    (folder / "good.txt").write_text(CASES, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "gbk.md").write_bytes(RATES.encode("gb18030"))
    (folder / "sub" / "picture.png").write_bytes(b"\x89PNG\0")
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(b"\x7fELF\0")
    (folder / "nothing").mkdir()
    return folder


def records(data: bytes) -> list[dict[str, str]]:
    """The records of a CSV output."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def found(data: bytes) -> list[tuple[str, str, str]]:
    """Document, value and unit of each record of a CSV output."""
    return [(record["doc"], record["value"], record["unit"]) for record in records(data)]
