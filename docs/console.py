"""The examples of the documentation: blocks marked ``console``, with what a terminal shows of each command.

python docs/make.py --examples    runs them and writes down what is shown now
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent
PAGES = sorted(DOCS.glob("*.md"))
COLUMNS = 90
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=\n```$)", re.DOTALL | re.MULTILINE)


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are marked as of this language."""
    found = re.findall(r"^```(\w*)\n(.*?)\n```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [block for marked, block in found if marked == language]


def exchanges(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, which begins with ``$ ``, and what the terminal then shows."""
    command, shown, going_on = "", [], False
    for line in block.split("\n"):
        if line.startswith("$ ") or going_on:
            if line.startswith("$ ") and command:
                yield command, "\n".join(shown)
            command = command + "\n" + line if going_on else line[2:]
            shown, going_on = [], line.endswith(("\\", "|"))
        else:
            shown.append(line)
    yield command, "\n".join(shown)


def on_terminal(command: str, folder: Path) -> str:
    """What a terminal shows of a command line."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    scripts = Path(sys.executable).parent
    # Nothing of the user's own settings.
    env = {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "NO_COLOR": "1",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    with subprocess.Popen(
        ["bash", "-c", command], stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=env
    ):
        os.close(slave)
        return all_shown(master).rstrip("\n")


def all_shown(master: int) -> str:
    """What appears on a terminal until the last program on it ends; closes ``master``, its other side."""
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    return shown.decode().replace("\r\n", "\n")


def fits(shown: str, told: str) -> bool:
    """Whether ``told``, in which a line of … stands for any lines, is what was shown."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in told.split("\n"))
    return re.fullmatch(pattern, shown + "\n") is not None


def laid_out(folder: Path) -> None:
    """Put the documents that the examples read into ``folder``."""
    shutil.copytree(DOCS.parent / "seeds", folder / "seeds")
    shutil.copytree(DOCS / "examples", folder / "examples")


def renewed(page: Path) -> str:
    """The text of a page with what its commands show now; a … stays where it still fits."""
    with tempfile.TemporaryDirectory() as folder:
        laid_out(Path(folder))

        def run(match: re.Match[str]) -> str:
            parts = []
            for command, told in exchanges(match[0]):
                shown = on_terminal(command, Path(folder))
                words = told if fits(shown, told) else shown
                parts.append(f"$ {command}" + (f"\n{words}" if words else ""))
            return "\n".join(parts)

        return _CONSOLE.sub(run, page.read_text("utf-8"))
