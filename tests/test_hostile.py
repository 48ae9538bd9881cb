"""Broken and hostile files: each is read or named, none ends the run, none is lost silently."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import SAID, all_cases
from running import COMMAND, environment, jmetrics

from jinan_metrics.extract import claims_of
from jinan_metrics.reading import ReadError, read_all

CASES = all_cases()
# Readable files without the sentence that all others hold.
SAYS_NOTHING = {"one-line-of-letters.txt", "one-line-of-digits.txt", "no-text-but-marks.txt"}
SAYS_NOTHING |= {"one-line-without-an-end.txt", "mojibake.txt"}
# No file of the suite needs a tenth of this, not even on a slow machine; without it a hang would hang the tests.
PATIENCE = 120


@pytest.fixture
def impatience() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 400


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_read_or_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(CASES[name]())
    errors: list[ReadError] = []
    named: list[str] = []
    said = False
    try:
        for document in read_all(path, errors.append):
            named += map(str, document.warnings)
            said = said or SAID in document.text
            for claim in claims_of(document):
                assert document.text[claim.start : claim.end] == claim.text
    except ReadError as error:
        named.append(str(error))
        assert error.where == str(path)
    named += map(str, errors)
    assert said or named or name in SAYS_NOTHING
    for line in named:
        assert "\n" not in line.replace(str(path), "")
        assert "internal error" not in line


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in a folder, with a good document among them."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in CASES.items():
        if not name.startswith(
            ("storm", "one-line", "page-div")
        ):  # their turn is above; here they only cost time
            (folder / name).write_bytes(make())
    (folder / "zz-good.txt").write_text("结尾的好文档：受理投诉举报77件。", "utf-8")
    return folder


def test_the_command_reads_on_and_names_each_in_one_line(folder: Path) -> None:
    run = subprocess.run(
        [*COMMAND, "extract", str(folder), "--glob", "*", "--columns", "doc,metric,value"],
        capture_output=True,
        env=environment(),
        timeout=10 * PATIENCE,
        check=False,
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"internal error" not in run.stderr
    assert b"zz-good,\xe6\x8a\x95\xe8\xaf\x89\xe4\xb8\xbe\xe6\x8a\xa5,77\n" in run.stdout
    lines = run.stderr.decode().splitlines()
    assert all(line.startswith(f"jmetrics: {folder}/") for line in lines if "repeats" not in line)
    failed = [line.split(": ")[1] for line in lines if ": warning: " not in line and "repeats" not in line]
    assert len(failed) == len(set(failed))
    assert len(failed) > 150
    assert not any(ord(character) < 32 for line in lines for character in line)


# --- places


def test_what_is_no_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SAID, "utf-8")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(tmp_path / "socket"))
        names = [
            "gone.txt",
            "folder",
            "fifo",
            "loop",
            "dangling.txt",
            "socket",
            "/dev/null",
            "x" * 300,
            "a/\x1b[2J\n",
        ]
        run = jmetrics("extract", *names, "good.txt", "--columns", "doc,value", cwd=tmp_path)
    assert run.stdout == b"doc,value\ngood,120\n"
    assert run.returncode == 1
    lines = run.stderr.decode().splitlines()
    assert len(lines) == len(names)
    assert b"\x1b" not in run.stderr


def test_names_of_files_that_are_no_unicode_or_hold_escapes_do_no_harm(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.txt", b"\x1b]0;x\x07.txt", b"a\nb.txt", "年\u202e报.txt".encode()):
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
            file.write(SAID.encode())
    for format_name in ("csv", "jsonl", "table", "md"):
        run = jmetrics("extract", tmp_path, "-f", format_name)
        assert run.returncode == 0, run.stderr
        assert run.stdout.count(b"120") >= 4
        if format_name in ("table", "md"):
            assert b"\x1b" not in run.stdout


def _without_privileges() -> None:
    """Let root be refused like anybody else: drop CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH for what is run next."""
    drop = 24
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="needs prctl")
def test_a_file_that_may_not_be_read_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    (tmp_path / "b.txt").write_text(SAID, "utf-8")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "c.txt").write_text(SAID, "utf-8")
    (tmp_path / "locked").chmod(0)
    run = subprocess.run(
        [*COMMAND, "extract", str(tmp_path), "--columns", "doc,value"],
        capture_output=True,
        env=environment(),
        preexec_fn=_without_privileges,
        check=False,
    )
    (tmp_path / "locked").chmod(0o755)
    assert run.stdout == b"doc,value\na,120\n"
    assert run.stderr.count(b"not allowed to read it") == 2
    assert run.returncode == 1


# --- bounds


def test_two_gigabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    for name, start in (
        ("nuls.txt", b"\0"),
        ("page.html", b"<html><body>"),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.zip", b"PK\x03\x04"),
    ):
        with open(tmp_path / name, "wb") as file:
            file.write(start)
            file.truncate(2 * 1024**3)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))

    (tmp_path / "zz.txt").write_text(SAID, "utf-8")
    run = subprocess.run(
        [*COMMAND, "extract", str(tmp_path), "--columns", "value"],
        capture_output=True,
        env=environment(OPENBLAS_NUM_THREADS="1"),
        preexec_fn=limited,
        timeout=PATIENCE,
        check=False,
    )
    assert run.stdout == b"value\n120\n"
    assert run.stderr.count(b"larger than 256 MB") == 4
    assert run.returncode == 1


def test_bombs_stay_within_bounds_of_memory(tmp_path: Path) -> None:
    names = [name for name in CASES if "bomb" in name or "dense" in name or "merged.xlsx" in name]
    assert len(names) >= 7
    for name in names:
        (tmp_path / name).write_bytes(CASES[name]())

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))

    run = subprocess.run(
        [*COMMAND, "extract", *sorted(map(str, tmp_path.iterdir()))],
        capture_output=True,
        env=environment(OPENBLAS_NUM_THREADS="1"),
        preexec_fn=limited,
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode == 1
    assert b"MemoryError" not in run.stderr
    assert len(run.stderr.splitlines()) >= len(names)
