"""What a ``manifest.toml`` beside a document says about it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinan_metrics.messages import Remark

MANIFEST = "manifest.toml"
YEAR_KNOWN = ("declared", "title", "dateline", "text", "name")
_KEYS = {"title": str, "issuer": str, "place": str, "published": str, "year": int, "spoken": int}


def entry(path: Path) -> tuple[dict[str, Any], Remark | None]:
    """What the manifest beside ``path`` says about it, as arguments of ``Document``, and what is wrong with that."""
    manifest = path.parent / MANIFEST
    try:
        modified = manifest.stat().st_mtime_ns
    except OSError:
        return {}, None
    try:
        return _checked(_manifest(manifest, modified).get(path.name, {}), path.name), None
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return {}, Remark("read.manifest", path=manifest, reason=error)


@lru_cache(maxsize=64)
def _manifest(manifest: Path, modified: int) -> dict[str, Any]:
    """The manifest as it was at ``modified``: read once for all files of a folder."""
    import tomllib  # here, since most folders have no manifest

    return tomllib.loads(manifest.read_text(encoding="utf-8-sig"))


def _checked(said: object, name: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise ValueError(f"[{name}] is not a table")
    for key, value in said.items():
        wanted = (_KEYS | {"year_known": str}).get(key)
        if wanted is None:
            names = ", ".join(sorted((*_KEYS, "year_known")))
            raise ValueError(f"[{name}] has an unknown key {key!r}; known: {names}")
        if type(value) is not wanted:
            raise ValueError(f"[{name}] {key} must be of type {wanted.__name__}")
    by = said.get("year_known", "declared")
    if by not in YEAR_KNOWN:
        raise ValueError(f"[{name}] year_known must be one of {', '.join(YEAR_KNOWN)}")
    fields = {key: value for key, value in said.items() if key != "year_known"}
    return fields | {"known": dict.fromkeys(fields, "declared") | ({"year": by} if "year" in fields else {})}
