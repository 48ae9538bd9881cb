"""Texts that several tests read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No test asserts on time, a slow machine included.
settings.register_profile("jmetrics", deadline=None)
settings.load_profile("jmetrics")

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "fixtures" / "gold"
SHARED_GOLD = ROOT.parent / "shared" / "gold" / "dev"


@pytest.fixture(scope="session")
def gold_texts() -> list[tuple[str, str]]:
    """Name and text of every annotated document: ours, and the shared ones where they exist."""
    folders = [GOLD, *([SHARED_GOLD] if SHARED_GOLD.is_dir() else [])]
    texts = {
        path.stem: path.read_bytes().decode("utf-8")
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
    }
    return sorted(texts.items())
