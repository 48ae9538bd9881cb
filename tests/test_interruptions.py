"""Signals, closed pipes and full disks: no half file, no stale lock, and the next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import CASES, COMMAND, SEEDS, environment, jmetrics

STOPS = [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGHUP]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root to mount a file system")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("may not mount a file system here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sixty reports, all different."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(60):
        text = "".join(f"第{number}类事项办理案件{number * 100 + n}件。\n" for n in range(40))
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def healthy(library: Path) -> int:
    """How many documents are in the library, which must be sound, each with all its claims."""
    connection = sqlite3.connect(library)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = connection.execute(
            "SELECT count(*) FROM documents LEFT JOIN claims ON claims.document = documents.id GROUP BY documents.id"
        ).fetchall()
    finally:
        connection.close()
    assert all(count == (40,) for count in counts)
    return len(counts)


# --- full disks


def test_a_disk_that_fills_up_leaves_what_was_there(small_disk: Path) -> None:
    old = small_disk / "old.csv"
    old.write_text("old")
    (small_disk / "filler").write_bytes(bytes(200_000))
    for arguments in (
        ["extract", *SEEDS, "-o", old],
        ["extract", *SEEDS, "-f", "jsonl", "-o", small_disk / "new.jsonl"],
        ["compare", "2022", "2023", "--input", SEEDS[0].parent, "--long", "-f", "csv", "-o", old],
        ["docs", *SEEDS * 1, "-f", "json", "-o", small_disk / "docs.json"],
        ["rules", "-f", "json", "-o", small_disk / "rules.json"],
    ):
        run = jmetrics(*map(str, arguments))
        assert b"Traceback" not in run.stderr
        assert run.returncode in (0, 1)
        if run.returncode == 1:
            (line,) = [line for line in run.stderr.decode().splitlines() if "could not be written" in line]
            assert "No space left" in line
        else:
            Path(str(arguments[-1])).unlink()
            old.write_text("old")
        assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "old.csv"]
        assert old.read_text() == "old"


def test_a_library_on_a_full_disk_keeps_what_it_has_and_goes_on_later(
    small_disk: Path, documents: Path
) -> None:
    library = small_disk / "library.sqlite"
    run = jmetrics("add", documents, "--library", library)
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"full" in run.stderr
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    before = healthy(library)
    assert before < 60
    run = jmetrics("add", documents, "--library", library)
    assert run.returncode == 0, run.stderr
    assert healthy(library) == 60


def test_a_full_standard_output_is_told_by_every_command_that_prints(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    for arguments in (["show", str(SEEDS[0])], ["docs", str(SEEDS[0])], ["compare", "2022", "2023"]):
        with open("/dev/full", "wb") as full:
            run = subprocess.run(
                [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
            )
        assert run.returncode == 1
        assert b"could not be written" in run.stderr
        assert b"Traceback" not in run.stderr


# --- signals


@pytest.mark.parametrize("number", STOPS)
def test_a_stopped_add_loses_at_most_the_document_at_hand_and_goes_on(
    tmp_path: Path, documents: Path, number: signal.Signals
) -> None:
    library = tmp_path / "library.sqlite"
    with subprocess.Popen(
        [*COMMAND, "add", str(documents), "--library", str(library)],
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        while process.poll() is None and (not library.exists() or _count(library) < 3):
            time.sleep(0.01)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert 3 <= healthy(library) <= 60
    run = jmetrics("add", documents, "--library", library)
    assert run.returncode == 0, run.stderr
    assert healthy(library) == 60


def _count(library: Path) -> int:
    try:
        connection = sqlite3.connect(f"file:{library}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("number", STOPS)
def test_a_stopped_extract_leaves_the_old_file_and_the_next_run_replaces_it(
    tmp_path: Path, number: signal.Signals
) -> None:
    output = tmp_path / "claims.csv"
    output.write_text("old")
    with subprocess.Popen(
        [*COMMAND, "extract", "-", "-o", str(output)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        while not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]:
            assert process.poll() is None
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert output.read_text() == "old"
    left = [path for path in tmp_path.iterdir() if path != output]
    if number != signal.SIGKILL:
        assert left == []
    assert all(path.name.endswith(".part") for path in left)  # nobody can clean up after kill -9
    run = jmetrics("extract", "-", "-o", output, text=CASES.encode())
    assert run.returncode == 0
    assert "120" in output.read_text("utf-8-sig")


@pytest.mark.parametrize("arguments", [["extract"], ["show"], ["show", "--claims"], ["docs"]])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "long.txt").write_text(CASES * 20_000 if arguments == ["show"] else CASES * 300, "utf-8")
    command = " ".join(
        f'"{word}"' for word in [*COMMAND, arguments[0], str(tmp_path / "long.txt"), *arguments[1:]]
    )
    run = subprocess.run(
        ["bash", "-c", f"{command} | head -c 20; code=${{PIPESTATUS[0]}}; echo; echo $code"],
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert run.stdout.endswith(b"\n0\n")
    assert b"Traceback" not in run.stderr
    assert b"roken pipe" not in run.stderr
