"""``python -m jinan_metrics``: the same as ``jmetrics``."""

import sys

from jinan_metrics.cli import main

if __name__ == "__main__":
    sys.exit(main())
