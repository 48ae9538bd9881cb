"""The documentation is true: every command in it is run and prints what it says, every made page is current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from console import DOCS, PAGES, blocks, exchanges, fits, laid_out, on_terminal
from make import pages as made


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_of_a_page_shows_what_the_page_says(path: Path, tmp_path: Path) -> None:
    laid_out(tmp_path)
    for block in blocks(path, "console"):
        for command, told in exchanges(block):
            shown = on_terminal(command, tmp_path)
            assert fits(shown, told), f"run: python docs/make.py --examples\n$ {command}\n{shown}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_python_example_of_a_page_runs(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    for block in blocks(path, "python"):
        exec(compile(block, path.name, "exec"), {})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_has_no_other_code_and_its_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    languages = re.findall(r"^```(\w+)$", text, re.MULTILINE)
    assert set(languages) <= {"console", "python", "sh", "toml"}
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if not target.startswith("https://"):
            assert (path.parent / target).exists(), target


def test_every_page_and_picture_exists_in_both_languages() -> None:
    for path in [*PAGES, *(DOCS / "reference").iterdir(), *(DOCS / "pictures").iterdir()]:
        stem = path.name.replace(".zh-CN", "").removesuffix(path.suffix)
        assert (path.parent / f"{stem}{path.suffix}").exists()
        assert (path.parent / f"{stem}.zh-CN{path.suffix}").exists()


def test_both_languages_run_the_same_commands() -> None:
    for path in PAGES:
        if ".zh-CN" in path.name:
            continue
        other = path.with_name(path.name.replace(".md", ".zh-CN.md"))
        commands = [
            [command for block in blocks(page, "console") for command, _ in exchanges(block)]
            for page in (path, other)
        ]
        assert [re.sub(r" --lang zh", "", command) for command in commands[1]] == commands[0]


@pytest.mark.parametrize(("path", "text"), made().items(), ids=lambda value: getattr(value, "name", ""))
def test_what_is_made_from_the_code_is_current(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "run: python docs/make.py"


def test_an_example_that_is_wrong_would_be_seen() -> None:
    assert fits("a\nb\nc", "a\n…\nc")
    assert not fits("a\nb\nc", "a\nc")
    assert list(exchanges("$ one\n1\n$ two |\n  three\n2\n3")) == [("one", "1"), ("two |\n  three", "2\n3")]
