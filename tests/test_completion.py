"""Completion in real shells."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from running import jmetrics


def completed(script: str, *words: str) -> list[str]:
    """What bash offers for the last of ``words``."""
    listed = " ".join(f"'{word}'" for word in words)
    run = subprocess.run(
        [
            "bash",
            "-c",
            f"{script}\nCOMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _jmetrics\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        ],
        capture_output=True,
        check=True,
    )
    return run.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["jmetrics", "ext"], ["extract"]),
        (["jmetrics", "extract", "--ki"], ["--kind"]),
        (["jmetrics", "extract", "--kind", "ra"], ["rate", "rank", "ratio"]),
        (["jmetrics", "extract", "a.txt", "-f", "x"], ["xlsx"]),
        (["jmetrics", "rules", "--format", ""], ["table", "json", "md"]),
        (["jmetrics", "compare", "2022", "2023", "--by", ""], ["year", "place", "doc"]),
        (["jmetrics", "extract", "--output", ""], []),
        (["jmetrics", "extract", "a"], []),
    ],
)
def test_bash_completes_commands_options_and_values(words: list[str], offered: list[str]) -> None:
    script = jmetrics("completion", "bash").stdout.decode()
    assert completed(script, *words) == offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_read_their_script(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_bytes(jmetrics("completion", shell, "--lang", "zh").stdout)
    check = f"source {script}" + ("; complete -C 'jmetrics extract --kind ra'" if shell == "fish" else "")
    run = subprocess.run([shell, "-c", check], capture_output=True, check=True)
    assert run.stderr == b""
    if shell == "fish":
        assert [line.split(b"\t")[0] for line in run.stdout.splitlines()] == [b"rank", b"rate", b"ratio"]


def test_another_shell_is_wrong_usage() -> None:
    run = jmetrics("completion", "tcsh")
    assert run.returncode == 2
    assert "allowed: bash, zsh, fish" in run.stderr.decode()
