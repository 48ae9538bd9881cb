"""Files, pipes, signals and terminals: what becomes of the data that the command prints."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from running import CASES, COMMAND, SEEDS, environment, found, jmetrics, mixed_folder, on_terminal, records


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return mixed_folder(tmp_path)


# --- files


def test_a_csv_file_is_marked_for_excel_and_a_pipe_is_not(folder: Path) -> None:
    piped = jmetrics("extract", "good.txt", cwd=folder)
    run = jmetrics("extract", "good.txt", "-o", "out.csv", cwd=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert (folder / "out.csv").read_bytes() == b"\xef\xbb\xbf" + piped.stdout
    assert not piped.stdout.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["out.jsonl", "out.JSON", "out.tsv", "out.md"])
def test_a_file_is_in_the_format_that_it_is_named_after(folder: Path, name: str) -> None:
    jmetrics("extract", "good.txt", "-o", name, cwd=folder)
    asked = jmetrics("extract", "good.txt", "-f", name.partition(".")[2].lower(), cwd=folder)
    assert (folder / name).read_bytes() == asked.stdout
    jmetrics("extract", "good.txt", "-f", "jsonl", "-o", name, cwd=folder)
    assert (folder / name).read_bytes().startswith(b'{"id"')


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")
    limited = ["bash", "-c", 'ulimit -f 2; trap "" XFSZ; exec "$@"', "-"]  # 2 KiB, then EFBIG
    run = subprocess.run(
        [*limited, *COMMAND, "extract", *map(str, SEEDS), "-o", "old.csv"],
        capture_output=True,
        cwd=tmp_path,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        check=False,
    )
    assert run.returncode == 1
    assert b"could not be written" in run.stderr
    assert b"Traceback" not in run.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old.csv": "old"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_the_old_file_and_no_traceback(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "old.csv").write_text("old")
    with subprocess.Popen(
        [*COMMAND, "extract", "-o", "old.csv"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    ) as process:
        while not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]:
            assert process.poll() is None
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == 128 + number
    assert said == b""
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old.csv": "old"}


def test_an_output_that_would_harm_is_refused(folder: Path) -> None:
    (folder / "link.csv").symlink_to("good.txt")
    for output, words in [
        ("good.txt", "is one of the inputs"),
        ("link.csv", "is one of the inputs"),
        ("sub", "is a folder"),
        ("/dev/null", "not a regular file"),
    ]:
        run = jmetrics("extract", "good.txt", "-o", output, cwd=folder)
        assert run.returncode == 2
        assert words in run.stderr.decode()
    run = jmetrics("extract", "sub", "-o", "link.csv", cwd=folder)
    assert run.returncode == 2
    assert b"symbolic link to good.txt" in run.stderr
    assert (folder / "good.txt").read_text(encoding="utf-8") == CASES


# --- streams


def test_a_closed_pipe_is_no_error() -> None:
    shell = f'"{sys.executable}" -m jinan_metrics extract {{}} -f jsonl --keep-repeats | head -1'
    script = shell.format(" ".join(f'"{path}"' for path in SEEDS)) + "; echo ${PIPESTATUS[0]}"
    run = subprocess.run(["bash", "-c", script], capture_output=True, env=environment(), check=False)
    line, code = run.stdout.decode().splitlines()
    assert json.loads(line)["doc"] == SEEDS[0].stem
    assert (code, run.stderr) == ("0", b"")


@pytest.mark.parametrize("arguments", [["--help"], ["extract", str(SEEDS[0])], ["rules"]])
def test_a_pipe_that_nobody_reads_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        os.close(writing)
        _, said = process.communicate()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", str(SEEDS[0])], ["rules"]])
def test_a_full_standard_output_is_one_line(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert run.returncode == 1
    assert re.fullmatch(rb"jmetrics: -: standard output could not be written \(.*\)\n", run.stderr)


def test_closed_streams_do_no_harm(folder: Path) -> None:
    for redirection, code in [(">&-", 0), ("2>&-", 0), ("<&-", 0)]:
        script = f'"{sys.executable}" -m jinan_metrics extract good.txt {redirection}'
        run = subprocess.run(
            ["bash", "-c", script], capture_output=True, cwd=folder, env=environment(), check=False
        )
        assert (run.returncode, run.stderr) == (code, b"")
    run = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m jinan_metrics extract gone.txt good.txt 2>&-'],
        capture_output=True,
        cwd=folder,
        env=environment(),
        check=False,
    )
    assert found(run.stdout) == [("good", "120", "件")]


# --- the terminal


def test_the_table_on_a_terminal_fits_80_columns_and_has_colours() -> None:
    code, shown, said = on_terminal("extract", *SEEDS)
    assert code == 0
    assert "\x1b[36m" in shown
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert max(map(cell_len, lines)) <= 80
    claims = records(jmetrics("extract", *SEEDS).stdout)
    separators = 2 + len(SEEDS) + (len(SEEDS) - 1)
    assert len(lines) == len(claims) + separators
    assert lines[0].split() == ["metric", "value", "kind", "role", "year"]
    assert "repeats" in said


def test_a_wide_terminal_shows_the_sentence(folder: Path) -> None:
    _, narrow, _ = on_terminal("extract", folder / "good.txt", columns=80)
    _, wide, _ = on_terminal("extract", folder / "good.txt", columns=150)
    assert "全市共办理" not in narrow
    assert "全市共办理" in re.sub(r"\x1b\[[\d;]*m", "", wide)


def test_no_color_is_respected(folder: Path) -> None:
    _, shown, _ = on_terminal("extract", folder / "good.txt", NO_COLOR="1")
    assert "120 件" in re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", shown)
    _, plain, _ = on_terminal("extract", folder / "good.txt", TERM="dumb")
    assert "\x1b" not in plain


def test_escapes_in_a_document_do_not_reach_the_terminal(tmp_path: Path) -> None:
    hostile = "全市\x1b]0;PWNED\x07共办理“\x1b[5m[blink]”\x9b31m行政复议案件120件。"
    (tmp_path / "a.txt").write_text(hostile, encoding="utf-8")
    code, shown, _ = on_terminal("extract", tmp_path / "a.txt", "--columns", "value,sentence", columns=160)
    assert code == 0
    assert "120" in shown
    assert "␛]0;PWNED␇" in re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert not re.search("\x1b(?!\\[[\\d;]*m)|\x1b\\[5m|\x07|\x9b", shown)


def test_no_input_on_a_terminal_is_a_usage_error_with_a_hint() -> None:
    code, shown, said = on_terminal("extract")
    assert (code, shown) == (2, "")
    assert "name a file or a folder, pipe text in" in said
