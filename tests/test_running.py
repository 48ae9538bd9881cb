"""Many documents in several processes: the same output in the same order, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import COMMAND, SEEDS, environment, found, jmetrics, mixed_folder

from jinan_metrics.running import Task, outcomes
from jinan_metrics.running.processes import _WINDOW, on_cores


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Forty documents, every third one without a figure, and one that is no text."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(40):
        told = f"全年受理案件{number}00件，办结率{number}.5%。" if number % 3 else "坚持以人民为中心。"
        (folder / f"{number:02}.txt").write_text(told + "\n", encoding="utf-8")
    (folder / "20.txt").write_bytes(b"\x7fELF\0")
    return folder


@pytest.fixture
def long_run(tmp_path: Path) -> Path:
    """Enough to read for several seconds."""
    folder = tmp_path / "long"
    folder.mkdir()
    text = SEEDS[0].read_text(encoding="utf-8")
    for number in range(600):
        (folder / f"{number:03}.txt").write_text(f"第{number}份\n{text}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", ["2", "3"])
@pytest.mark.parametrize("format_name", ["csv", "jsonl"])
def test_output_of_several_processes_is_that_of_one(reports: Path, jobs: str, format_name: str) -> None:
    alone = jmetrics("extract", reports, *SEEDS, "-f", format_name, "--jobs", "1")
    together = jmetrics("extract", reports, *SEEDS, "-f", format_name, "--jobs", jobs)
    assert together.stdout == alone.stdout
    assert len(alone.stdout.splitlines()) > 100
    assert together.stderr == alone.stderr
    assert b"20.txt" in alone.stderr
    assert together.returncode == alone.returncode == 1


def test_bad_inputs_of_every_kind_cost_no_other(tmp_path: Path) -> None:
    folder = mixed_folder(tmp_path)
    alone, together = (jmetrics("extract", folder, "--jobs", jobs) for jobs in ("1", "2"))
    assert found(together.stdout) == found(alone.stdout) == [("good", "120", "件"), ("gbk", "99.5", "%")]
    assert (together.stderr, together.returncode) == (alone.stderr, 1)


def test_standard_input_keeps_its_place_among_files() -> None:
    done = jmetrics(
        "extract", SEEDS[0], "-", SEEDS[1], "--jobs", "2", "--columns", "doc", text="受理案件5件。".encode()
    )
    assert list(dict.fromkeys(done.stdout.decode().split()[1:])) == [SEEDS[0].stem, "-", SEEDS[1].stem]


@pytest.mark.parametrize("given", ["0", "-1", "two"])
def test_a_number_of_jobs_that_is_none_is_wrong_usage(given: str) -> None:
    done = jmetrics("extract", SEEDS[0], "--jobs", given)
    assert done.returncode == 2
    assert b"--jobs" in done.stderr


def test_what_is_under_way_is_bounded(reports: Path) -> None:
    taken = 0

    def paths() -> Iterator[str]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(reports / f"{number % 40:02}.txt")

    ahead = 0
    for told, _ in enumerate(on_cores(paths(), Task(), 2)):
        ahead = max(ahead, taken - told)
    assert taken == 1000
    assert ahead <= 2 * _WINDOW + 8


def test_few_files_start_no_process(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("jinan_metrics.running.processes.on_cores", started)
    few = [str(path) for path in sorted(reports.glob("0*.txt"))]
    assert [outcome.path for outcome in outcomes(few, Task())] == few


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _started(folder: Path, **streams: int) -> tuple[subprocess.Popen[bytes], list[int]]:
    """The command at work in two processes, and the two."""
    process = subprocess.Popen(
        [*COMMAND, "extract", str(folder), "--jobs", "2", "--columns", "doc"],
        stdout=streams.get("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        env=environment(),
    )
    deadline = time.monotonic() + 30
    while len(workers := _children(process.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    return process, workers


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_killed_process_costs_one_document(long_run: Path, tmp_path: Path) -> None:
    with open(tmp_path / "claims.csv", "wb") as output:
        process, workers = _started(long_run, stdout=output.fileno())
        time.sleep(0.3)
        os.kill(workers[0], signal.SIGKILL)
        _, said = process.communicate(timeout=100)
    assert process.returncode == 1
    lines = [line for line in said.decode().splitlines() if "SIGKILL" in line]
    assert len(lines) == 1, said.decode()
    read = list(dict.fromkeys((tmp_path / "claims.csv").read_text().split()[1:]))
    lost = Path(lines[0].split(":")[1].strip()).stem
    assert [f"{number:03}" for number in range(600) if f"{number:03}" != lost] == read


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_an_interrupted_run_leaves_nothing_behind(long_run: Path, tmp_path: Path) -> None:
    with open(tmp_path / "claims.csv", "wb") as output:
        process, workers = _started(long_run, stdout=output.fileno())
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == b""
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
