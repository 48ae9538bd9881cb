"""Which rules made a claim: a short name for the code and the word lists that decide what is extracted."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinan_metrics import __version__

# Packages that relate, store and show claims; they have no say in what a claim is.
_NOT_RULES = (
    "cli",
    "comparing",
    "finding",
    "auditing",
    "tracking",
    "library",
    "writing",
    "evaluating",
    "messages",
    "frame.py",
    "__main__.py",
    "comparing.txt",
    "indicators.txt",
    "wordings.txt",
    "questions.txt",
    "auditing.txt",
)


@cache
def rules_fingerprint() -> str:
    """Changes whenever a rule, a lexicon or the version changes."""
    digest = blake2b(__version__.encode(), digest_size=8)
    for name, data in sorted(_sources(files("jinan_metrics"), "")):
        digest.update(name.encode() + b"\0" + data)
    return digest.hexdigest()


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.name in _NOT_RULES or entry.name.startswith("__pycache__"):
            continue
        if entry.is_dir():
            found += _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".txt", ".tsv")) and not prefix.startswith("seeds/"):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
