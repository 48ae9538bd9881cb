"""``python -m benchmarks [SECTION…]``: measure, print, and keep the last results in ``benchmarks/RESULTS.md``.

With ``--compiled`` the compiled build is made and measured beside the pure one; with the environment variable
JMETRICS_TEXTS, which names a folder, speed is measured on its .txt files as well.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import sections
from benchmarks.compiled import CompiledBuild

RESULTS = Path(__file__).parent / "RESULTS.md"


def machine() -> str:
    """What it was measured on."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in (
                Path("/proc/cpuinfo").read_text() if os.path.exists("/proc/cpuinfo") else ""
            ).splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, {platform.system()}"


def main(arguments: list[str]) -> None:
    names = [argument for argument in arguments if argument != "--compiled"]
    unknown = [name for name in names if name not in sections.SECTIONS]
    if unknown:
        sys.exit(f"no such section: {', '.join(unknown)}; there are {', '.join(sections.SECTIONS)}")
    written = [f"# Results\n\nMeasured by `python -m benchmarks` on {machine()}.\n"]
    with tempfile.TemporaryDirectory() as folder:
        compiled = CompiledBuild(Path(folder)) if "--compiled" in arguments else None
        for name, section in sections.SECTIONS.items():
            if names and name not in names:
                continue
            text = f"## {section.__doc__}\n\n{section(compiled)}\n"
            print(text, flush=True)
            written.append(text)
    if not names:
        RESULTS.write_text("\n".join(written), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
