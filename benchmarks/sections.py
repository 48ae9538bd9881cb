"""What is measured, one function a section; each returns the table it fills."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.compiled import CompiledBuild
from benchmarks.contestants import CONTESTANTS, Contestant
from benchmarks.measure import best_times, process, table, timed
from benchmarks.texts import SEEDS, own, report, seeds

_PYTHON = sys.executable
_JMETRICS = [_PYTHON, "-m", "jinan_metrics"]
_LONG = 60_000  # bytes that all contestants read
_ROUNDS = 7
_COMPILED = "jmetrics, compiled"


def _present() -> dict[str, Contestant]:
    """The contestants that are installed, ready to run."""
    found = {}
    for name, make in CONTESTANTS.items():
        try:
            found[name] = make()
        except ImportError as error:
            print(f"{name} is left out: {error}; pip install -r benchmarks/requirements.txt", file=sys.stderr)
    return found


def _each(run: Contestant, texts: Sequence[str]) -> None:
    for text in texts:
        run(text)


def speed(compiled: CompiledBuild | None) -> str:
    """Speed on one core"""
    rows = []
    contestants = _present()
    for label, texts in (("seeds", seeds()), ("long report", [report(_LONG)]), ("own texts", own())):
        if not texts:
            continue
        size = sum(len(text.encode()) for text in texts)
        counts = {name: sum(map(run, texts)) for name, run in contestants.items()}
        work = {name: timed(partial(_each, run, texts)) for name, run in contestants.items()}
        if compiled is not None:
            counts[_COMPILED], work[_COMPILED] = compiled.work(texts)
        times = best_times(work, _ROUNDS)
        for name, seconds in times.items():
            rows.append(
                [
                    f"{label}: {name}",
                    f"{size / seconds / 1e6:.2f}",
                    str(counts[name]),
                    f"{seconds / counts[name] * 1e6:.0f}",
                    f"{seconds / times['jmetrics']:.2f}",
                ]
            )
    return table(["text and program", "MB/s", "found", "µs each", "time, jmetrics = 1"], rows)


def start(compiled: CompiledBuild | None) -> str:
    """Whole process: time and memory"""
    seed = str(sorted(SEEDS.glob("*.txt"))[0])
    commands = {
        "python -c pass": [_PYTHON, "-c", "pass"],
        'python -c "import typer, regex"': [_PYTHON, "-c", "import typer, regex"],
        "jmetrics --help": [*_JMETRICS, "--help"],
        "jmetrics extract SEED": [*_JMETRICS, "extract", seed],
    }
    if compiled is not None:
        commands["jmetrics extract SEED, compiled"] = [*compiled.command, "extract", seed]
    measured = {name: process(command) for name, command in commands.items()}
    base = measured['python -c "import typer, regex"'].processor
    rows = [
        [
            f"`{name}`",
            f"{took.seconds * 1e3:.0f}",
            f"{took.processor * 1e3:.0f}",
            f"{took.processor / base:.2f}",
            f"{took.megabytes:.0f}",
        ]
        for name, took in measured.items()
    ]
    return table(["command", "ms", "ms of processor time", "ratio of these", "peak MB"], rows)


def growth(compiled: CompiledBuild | None) -> str:
    """Growth with the size of the text"""
    from jinan_metrics import extract

    rows = []
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000):
        text = report(size)
        length = len(text.encode())
        times = best_times({"": timed(partial(extract, text))}, 3 if size <= 1_000_000 else 1)
        rows.append([f"{size // 1000:,} KB", f"{times[''] / length * 1e9:.0f}"])
    return table(["text", "ns per byte"], rows)


def memory(compiled: CompiledBuild | None) -> str:
    """Memory of many documents, streamed"""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (20, 200, 2000):
            inputs = _reports(Path(folder), count)
            took = process(
                [*_JMETRICS, "extract", str(inputs), "-f", "jsonl", "--jobs", "1"], rounds=1, warm=False
            )
            rows.append([f"{count} files", f"{took.megabytes:.0f}"])
    return table(["input", "peak MB"], rows)


def _reports(folder: Path, count: int) -> Path:
    """A folder with ``count`` reports of 12 KB."""
    inputs = folder / str(count)
    inputs.mkdir()
    for number in range(count):
        (inputs / f"{number:05}.txt").write_text(report(12_000, seed=number), encoding="utf-8")
    return inputs


def processes(compiled: CompiledBuild | None) -> str:
    """Several cores and a local cluster, on 2,000 files of 12 KB"""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        inputs = str(_reports(Path(folder), 2000))
        builds = {"": _JMETRICS} | ({} if compiled is None else {", compiled": compiled.command})
        commands = {
            f"--jobs {jobs}{build}": [*command, "extract", inputs, "-f", "jsonl", "--jobs", str(jobs)]
            for build, command in builds.items()
            for jobs in (1, 2)
        }
        times = dict.fromkeys(commands, float("inf"))
        for _ in range(3):
            for name, command in commands.items():
                times[name] = min(times[name], process(command, rounds=1, warm=False).seconds)
        for number in range(2):
            name = "--engine dask, two workers started for it"
            output = str(Path(folder) / f"out{number}")
            command = [
                *_JMETRICS,
                "extract",
                inputs,
                "--engine",
                "dask",
                "--jobs",
                "2",
                "--partition",
                "100",
                "-o",
                output,
            ]
            try:
                seconds = process(command, rounds=1, warm=False).seconds
            except SystemExit as error:
                print(f"{name} is left out: {error}", file=sys.stderr)
                break
            times[name] = min(times.get(name, float("inf")), seconds)
        size = sum(path.stat().st_size for path in Path(inputs).iterdir())
        for name, seconds in times.items():
            rows.append(
                [
                    f"`{name}`",
                    f"{seconds:.1f}",
                    f"{size / seconds / 1e6:.2f}",
                    f"{times['--jobs 1'] / seconds:.2f}",
                ]
            )
    return table(["command", "s", "MB/s", "times as fast"], rows)


SECTIONS: dict[str, Callable[[CompiledBuild | None], str]] = {
    "speed": speed,
    "start": start,
    "growth": growth,
    "memory": memory,
    "processes": processes,
}
