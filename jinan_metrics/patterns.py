"""Patterns that are compiled once for a user, not once for every run.

Compiling the patterns of the package takes longer than reading a short report with them. So what the compiler of ``re``
makes of a pattern is kept in the user's folder for caches, found by the text of the pattern and checked by the version
of Python. Nothing depends on it: where the folder cannot be read or written, or a later Python works otherwise inside,
a pattern is compiled as always. The file may be deleted at any time.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from binascii import crc32
from typing import Any

# Pattern and flags; and what re assembles it from: flags, code (32-bit words), groups, names of groups, both ways.
_Key = tuple[str, int]
_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

# Another Python's patterns are of no use here, nor those that this module kept when it compiled otherwise.
_MADE_BY = f"{sys.version} 4"

# The package has some two hundred; what edited patterns leave behind is dropped at this many.
_MOST = 2000


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``."""
    key = (pattern, int(flags))
    try:
        parts = _STORE.get(key)
        if parts is None:
            parts = _STORE[key] = _parts(pattern, int(flags))
            if not _NEW:
                atexit.register(_keep)
            _NEW.append(key)
        return _assembled(pattern, parts)
    except Exception:
        return re.compile(pattern, flags)


def _assembled(pattern: str, parts: _Parts) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, code, *groups = parts
    found: re.Pattern[str] = _sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), *groups)
    return found


def _parts(pattern: str, flags: int) -> _Parts:
    """What ``re`` makes of a pattern before it assembles it, and the characters to look for first."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from jinan_metrics.first_characters import quickened, with_first_characters

    parsed: Any = _parser.parse(pattern, flags)
    quickened(parsed)
    code = with_first_characters(_compiler._code(parsed, flags), parsed, flags | parsed.state.flags)
    names = dict(parsed.state.groupdict)
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbered[number] = name
    words = array("I", code).tobytes()
    return int(flags | parsed.state.flags), words, parsed.state.groups - 1, names, tuple(numbered)


def kept_in() -> str:
    """The file that patterns are kept in."""
    # By hand, since platformdirs alone would take as long to load as is saved here.
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(folder, "jinan-metrics", f"patterns.{sys.implementation.cache_tag}")


def _read() -> dict[_Key, _Parts]:
    try:
        with open(kept_in(), "rb") as file:
            made_by, checksum, content = marshal.load(file)
        if made_by == _MADE_BY and checksum == crc32(content):
            found: dict[_Key, _Parts] = marshal.loads(content)
            return found
    except (OSError, EOFError, ValueError, TypeError):
        pass
    return {}


def _keep() -> None:
    """Write what was compiled in this run, together with what was kept before."""
    path = kept_in()
    own = f"{path}.{os.getpid()}"
    store = _STORE if len(_STORE) <= _MOST else {key: _STORE[key] for key in _NEW}
    content = marshal.dumps(store)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(own, "wb") as file:
            marshal.dump((_MADE_BY, crc32(content), content), file)
        os.replace(own, path)
    except OSError:
        return


_STORE = _read()
_NEW: list[_Key] = []
