"""Texts that several tests read."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

# No test asserts on time, a slow machine included.
settings.register_profile("jmetrics", deadline=None)
settings.load_profile("jmetrics")

# A shell starts what runs in the background with Ctrl-C ignored, nohup with hang-ups ignored; the processes that the tests
# start and stop would inherit that.
for _number, _usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _usual)

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
GOLD = FIXTURES / "gold"
SHARED_GOLD = ROOT.parent / "shared" / "gold" / "dev"

# Lines that the run prints at its end: accuracy is a figure to look at as well as a floor.
FIGURES: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the accuracy tests measured."""
    for line in FIGURES:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def gold_texts() -> list[tuple[str, str]]:
    """Name and text of every annotated document: ours, and the shared ones where they exist."""
    folders = [
        *sorted(path for path in FIXTURES.iterdir() if path.is_dir()),
        *([SHARED_GOLD] if SHARED_GOLD.is_dir() else []),
    ]
    texts = {
        path.stem: path.read_bytes().decode("utf-8")
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
    }
    return sorted(texts.items())
