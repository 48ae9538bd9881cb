"""The READMEs say what the command does: every option, every field, and output that is really printed."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, environment, jmetrics

from jinan_metrics.model import BOUNDS, FIELDS, KINDS, ROLES
from jinan_metrics.writing import FORMATS

READMES = ["README.md", "README.zh-CN.md"]
COMMANDS = [
    "extract",
    "compare",
    "find",
    "series",
    "audit",
    "add",
    "docs",
    "remove",
    "report",
    "apply",
    "explain",
    "show",
    "rules",
    "evaluate",
    "completion",
]
NOT_OURS = {"--examples"}  # of docs/make.py


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fences(name: str, language: str) -> list[str]:
    """The fenced blocks of a README that are marked as of this language."""
    blocks = re.findall(r"^```(\w*)\n(.*?)\n```$", page(name), re.DOTALL | re.MULTILINE)
    return [block for marked, block in blocks if marked == language]


@pytest.fixture(scope="module")
def options() -> set[str]:
    """Every option of every command, from its own help."""
    pages = [jmetrics(*command, "--help").stdout.decode() for command in ([], *([c] for c in COMMANDS))]
    lines = [line for text in pages for line in text.splitlines()]
    return {option for line in lines for option in re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", line)}


@pytest.mark.parametrize("name", READMES)
def test_every_option_is_in_the_readme_and_the_other_way_round(name: str, options: set[str]) -> None:
    prose = re.sub(r"^```.*?^```$", "", page(name), flags=re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", prose))
    assert named - NOT_OURS == options - {"--help"}


def test_every_command_is_known_to_this_test() -> None:
    text = jmetrics("--help").stdout.decode()
    assert re.findall(r"^  (\w+)  ", text.split("Commands:")[1], re.MULTILINE) == COMMANDS


@pytest.mark.parametrize("name", READMES)
def test_every_field_kind_role_bound_and_format_is_named(name: str) -> None:
    text = page(name)
    assert [field for field in FIELDS if f"`{field}`" not in text] == []
    assert [word for word in (*KINDS, *ROLES, *BOUNDS, *FORMATS) if word not in text] == []


@pytest.mark.parametrize("name", READMES)
def test_the_readme_opens_with_two_single_command_lines(name: str) -> None:
    first, second = fences(name, "sh")[:2]
    assert [fences(READMES[0], "sh")[0], fences(READMES[0], "sh")[1]] == [first, second]
    assert "\n" not in first + second
    assert first.endswith("jmetrics extract seeds/*.txt")
    assert second.endswith("pytest -q")


def examples() -> list[tuple[str, str, str]]:
    """README, command and output of every example that begins with ``$ ``."""
    found = []
    for name in READMES:
        for block in fences(name, ""):
            lines = block.split("\n")
            end = next(i for i, line in enumerate(lines) if not line.endswith(("|", "\\"))) + 1
            command = "\n".join(lines[:end]).removeprefix("$ ")
            found.append((name, command, "\n".join(lines[end:]) + "\n"))
    return found


@pytest.mark.parametrize(("name", "command", "output"), examples())
def test_the_output_of_every_example_is_what_is_printed(name: str, command: str, output: str) -> None:
    scripts = Path(sys.executable).parent
    run = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        cwd=ROOT,
        env=environment(PATH=f"{scripts}{os.pathsep}{os.environ['PATH']}"),
        check=True,
    )
    assert run.stdout.decode() == output


@pytest.mark.parametrize("name", READMES)
def test_the_python_example_prints_what_its_comment_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = fences(name, "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, name, "exec"), {})
    assert printed.getvalue() == re.findall(r"print\(.*\)  # (.*)", code)[0] + "\n"
