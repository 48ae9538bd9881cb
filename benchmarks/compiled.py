"""The compiled build of jmetrics, made to be measured beside the pure one and run in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Work

_ROOT = Path(__file__).parent.parent
# Reads the texts, says how many claims they hold, and then for every line how long it took to find them once more.
_MEASURED = """
import json, sys, time
from jinan_metrics import extract
texts = json.loads(sys.stdin.readline())
print(sum(len(extract(text)) for text in texts), flush=True)
for _ in sys.stdin:
    begun = time.process_time()
    for text in texts:
        extract(text)
    print(time.process_time() - begun, flush=True)
"""


class CompiledBuild:
    """The wheel that ``JMETRICS_COMPILE=1 pip wheel .`` makes, unpacked in ``folder``."""

    def __init__(self, folder: Path) -> None:
        print("making the compiled build, a minute or two …", file=sys.stderr)
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(_ROOT)]
        subprocess.run(command, env=os.environ | {"JMETRICS_COMPILE": "1"}, check=True)
        (wheel,) = folder.glob("*.whl")
        self._unpacked = folder / "unpacked"
        zipfile.ZipFile(wheel).extractall(self._unpacked)
        self._python = ["env", f"PYTHONPATH={self._unpacked}", sys.executable, "-P"]
        self.command = [*self._python, "-m", "jinan_metrics"]

    def work(self, texts: Sequence[str]) -> tuple[int, Work]:
        """How many claims the texts hold, and the work of finding them."""
        process = subprocess.Popen(
            [*self._python, "-c", _MEASURED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

        def answer(line: str) -> str:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            return process.stdout.readline()

        return int(answer(json.dumps(list(texts)))), lambda: float(answer("again"))
