"""``python -m benchmarks [SECTION…]``: measure, print, and keep the last results in ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from benchmarks import sections

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


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in sections.SECTIONS]
    if unknown:
        sys.exit(f"no such section: {', '.join(unknown)}; there are {', '.join(sections.SECTIONS)}")
    written = [f"# Results\n\nMeasured by `python -m benchmarks` on {machine()}.\n"]
    for name, section in sections.SECTIONS.items():
        if names and name not in names:
            continue
        text = f"## {section.__doc__}\n\n{section()}\n"
        print(text, flush=True)
        written.append(text)
    if not names:
        RESULTS.write_text("\n".join(written), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
