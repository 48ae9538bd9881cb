"""The two documents that ship with the package."""

from __future__ import annotations

from pathlib import Path


def seed_paths() -> list[Path]:
    """The shipped documents: inside the installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    folder = here / "seeds" if (here / "seeds").is_dir() else here.parent / "seeds"
    return sorted(folder.glob("*.txt"))
