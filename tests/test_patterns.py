"""Patterns that are kept from run to run: the same as compiled anew, and never in the way."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from running import CASES, environment, found, jmetrics

import jinan_metrics.extract as _extract
from jinan_metrics import patterns

assert _extract

# What a process has compiled itself after it has loaded the extractor.
COUNT = "import jinan_metrics.extract; from jinan_metrics import patterns; print(len(patterns._NEW))"


def compiled_in_a_process(cache: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        env=environment(XDG_CACHE_HOME=str(cache)),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def kept(cache: Path) -> Path:
    (file,) = (cache / "jinan-metrics").iterdir()
    return file


def test_kept_patterns_are_those_that_re_makes() -> None:
    known = [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("jinan_metrics")
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    ]
    assert len(known) > 150
    for pattern in known:
        parts = patterns._parts(pattern.pattern, pattern.flags & ~re.UNICODE)
        assert patterns._assembled(pattern.pattern, parts) == re.compile(pattern.pattern, pattern.flags)
        assert pattern == re.compile(pattern.pattern, pattern.flags)
        assert pattern.groupindex == re.compile(pattern.pattern, pattern.flags).groupindex


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
def test_the_second_run_compiles_nothing(tmp_path: Path) -> None:
    assert compiled_in_a_process(tmp_path) > 150
    assert compiled_in_a_process(tmp_path) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_is_replaced(tmp_path: Path, damage: str) -> None:
    compiled_in_a_process(tmp_path)
    file = kept(tmp_path)
    content = file.read_bytes()
    file.write_bytes(
        {
            "cut": content[: len(content) // 2],
            "changed": content[:5000] + bytes([content[5000] ^ 255]) + content[5001:],
            "empty": b"",
            "other": b"not what it should be",
        }[damage]
    )
    done = jmetrics("extract", text=CASES.encode(), XDG_CACHE_HOME=str(tmp_path))
    assert found(done.stdout) == [("-", "120", "件")]
    assert done.stderr == b""
    assert compiled_in_a_process(tmp_path) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
def test_where_nothing_can_be_kept_all_works(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = jmetrics("extract", text=CASES.encode(), XDG_CACHE_HOME=str(tmp_path / "file"))
    assert found(done.stdout) == [("-", "120", "件")]
    assert done.stderr == b""


def test_a_pattern_that_is_wrong_says_so() -> None:
    with pytest.raises(re.error):
        import_module("jinan_metrics.patterns").compile("(")
