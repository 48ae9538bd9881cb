"""The cluster: a real scheduler, real workers, one of them killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from running import COMMAND, SEEDS, environment, jmetrics

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

COUNT = 60


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty reports, one passage of each printed twice, and a file that is no text."""
    folder = tmp_path_factory.mktemp("reports")
    text = SEEDS[0].read_text(encoding="utf-8")
    for number in range(COUNT):
        (folder / f"{number:02}.txt").write_text(
            f"第{number}份材料。\n{text}\n{text[:900]}", encoding="utf-8"
        )
    (folder / "broken.txt").write_bytes(b"\x7fELF\0")
    return folder


@pytest.fixture(scope="module")
def expected(reports: Path) -> list[dict[str, Any]]:
    """The claims of the reports as one process finds them."""
    done = jmetrics("extract", reports, "-f", "jsonl", "--jobs", "1")
    return _sorted(json.loads(line) for line in done.stdout.splitlines())


@dataclass
class Cluster:
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers, each a process of its own."""
    file = tmp_path / "scheduler.json"
    options = ["--no-dashboard", "--host", "127.0.0.1"]
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--scheduler-file", str(file), *options],
        env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not file.exists():
        assert scheduler.poll() is None
        time.sleep(0.05)
    running = Cluster(json.loads(file.read_text())["address"], scheduler)
    for number in range(2):
        running.workers.append(
            subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "distributed.cli.dask_worker",
                    running.address,
                    "--no-nanny",
                    "--nthreads",
                    "1",
                    "--local-directory",
                    str(tmp_path / f"worker{number}"),
                    *options,
                ],
                env=environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
    yield running
    for process in (*running.workers, scheduler):
        process.kill()
        process.wait()


def _sorted(records: Any) -> list[dict[str, Any]]:
    return sorted(records, key=lambda record: (record["doc"], record["start"], record["id"]))


def _claims(output: Path) -> list[dict[str, Any]]:
    return _sorted(parquet.read_table(output / "claims").to_pylist())


def _parts(output: Path) -> list[Path]:
    return sorted((output / "documents").glob("*.parquet"))


def _begun(reports: Path, output: Path, *options: str) -> subprocess.Popen[bytes]:
    """The command at work, with at least one partition written."""
    process = subprocess.Popen(
        [
            *COMMAND,
            "extract",
            str(reports),
            "--engine",
            "dask",
            "--partition",
            "3",
            "-o",
            str(output),
            *options,
        ],
        stderr=subprocess.PIPE,
        env=environment(),
    )
    while not _parts(output):
        assert process.poll() is None, process.stderr and process.stderr.read()
        time.sleep(0.01)
    return process


def test_a_worker_killed_in_the_middle_changes_nothing(
    reports: Path, expected: list[dict[str, Any]], cluster: Cluster, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    process = _begun(reports, output, "--scheduler", cluster.address)
    cluster.workers[0].send_signal(signal.SIGKILL)
    assert len(_parts(output)) < COUNT // 3, "it was done before the worker was killed"
    _, said = process.communicate(timeout=100)
    assert process.returncode == 1  # for the file that is no text
    assert said.decode().count("broken.txt") == 1
    assert _claims(output) == expected
    documents = parquet.read_table(output / "documents").to_pylist()
    assert sorted(row["doc"] for row in documents if not row["failure"]) == [f"{n:02}" for n in range(COUNT)]
    assert [os.path.basename(row["path"]) for row in documents if row["failure"]] == ["broken.txt"]
    assert sum(row["claims"] for row in documents) == len(expected)
    assert not list(output.rglob("*.tmp"))


def test_a_killed_run_goes_on_where_it_was(
    reports: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    output = tmp_path / "out"
    process = _begun(reports, output)
    process.kill()
    process.communicate()
    kept = {path: path.stat().st_mtime_ns for path in _parts(output)}
    assert 0 < len(kept) < 21
    done = jmetrics("extract", reports, "--engine", "dask", "--partition", "3", "-o", output)
    assert _claims(output) == expected
    assert len(_parts(output)) == 21
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert f"{21 - len(kept)} partitions" in done.stderr.decode() or len(kept) < len(_parts(output))
    again = jmetrics("extract", reports, "--engine", "dask", "--partition", "3", "-o", output)
    assert again.returncode == 0
    assert "(21 were there already)" in again.stderr.decode()


def test_a_folder_of_other_results_is_refused(reports: Path, tmp_path: Path) -> None:
    first = jmetrics("extract", SEEDS[0], "--engine", "dask", "-o", tmp_path / "out")
    assert first.returncode == 0
    second = jmetrics("extract", SEEDS[1], "--engine", "dask", "-o", tmp_path / "out")
    assert second.returncode == 2
    assert "other inputs" in second.stderr.decode()


def test_documents_in_parquet(tmp_path: Path) -> None:
    import pyarrow

    text = SEEDS[1].read_text(encoding="utf-8")
    rows = [{"name": f"d{n}", "text": text, "year": 2030, "place": "云州市"} for n in range(5)]
    rows.append({"name": "none", "text": None, "year": None, "place": None})
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "documents.parquet", row_group_size=2)
    done = jmetrics("extract", tmp_path / "documents.parquet", "--engine", "dask", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.decode().count("no column 'text'") == 1
    found = _claims(tmp_path / "out")
    alone = jmetrics("extract", "--year", "2030", "--place", "云州市", "-f", "jsonl", text=text.encode())
    wanted = [json.loads(line) for line in alone.stdout.splitlines()]
    for name in (f"d{n}" for n in range(5)):
        assert [c for c in found if c["doc"] == name] == _sorted(record | {"doc": name} for record in wanted)
    assert len(_parts(tmp_path / "out")) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--engine", "dask"], "--output"),
        (["--engine", "ray"], "processes, dask"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask"),
        (["--engine", "dask", "-o", "out", "-f", "csv"], "--format"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str, tmp_path: Path) -> None:
    done = jmetrics("extract", SEEDS[0], *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_every_kind_of_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(
        "<html><body><p>全年受理案件5件。</p></body></html>", encoding="utf-8"
    )
    (tmp_path / "in" / "b.txt").write_text("全年受理案件6件。", encoding="utf-8")
    done = jmetrics("extract", tmp_path / "in", "--engine", "dask", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    assert [(record["doc"], record["value"]) for record in _claims(tmp_path / "out")] == [("a", 5), ("b", 6)]
