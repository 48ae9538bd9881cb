"""The command ``jmetrics``: options in, exit code out. What it does is elsewhere in the package.

Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 some input could not be
read or the output not written, 2 wrong usage, 130 interrupted. A closed pipe is no error.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with ``argv`` (default: the process's) and return its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell (>&-): printing must not go elsewhere
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
    # Claims hold no cycles: looking for some after every 700 of them takes a tenth of the time and finds none.
    gc.set_threshold(100_000)
    try:
        from jinan_metrics.cli.app import run

        return run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    finally:
        # Python writes what is still in the buffer when it exits, and complains if that does not work.
        try:
            sys.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
