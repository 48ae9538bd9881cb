"""Long plain texts are read a section at a time: every span is one of the whole, and memory stays as it is."""

from __future__ import annotations

import json
import resource
import subprocess
from pathlib import Path

import pytest
from running import COMMAND, environment, jmetrics

from jinan_metrics.reading import sections as module
from jinan_metrics.reading.sections import sections

TITLE = "济南市2023年政府工作报告\n"
PROSE = "各级各部门认真贯彻落实党中央国务院决策部署，持续优化营商环境，扎实推进各项工作。" * 9


def lines(count: int) -> str:
    return TITLE + "".join(f"{PROSE}\n第{n}类事项办理案件{n}件。\n" for n in range(1, count + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", ""])
def test_sections_are_the_whole_text(
    tmp_path: Path, encoding: str, ends: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONG", 1000)
    monkeypatch.setattr(module, "_SIZE", 5000)
    text = lines(40).replace("\n", ends) + "末尾😀"
    path = tmp_path / "long.txt"
    path.write_bytes(
        text.encode(encoding) if encoding != "utf-16-be" else b"\xfe\xff" + text.encode(encoding)
    )
    found = list(sections(path) or ())
    assert len(found) > 5
    assert "".join(section.text()[0] for section in found) == text
    for section in found:
        words, warnings = section.text()
        assert text[section.offset : section.offset + len(words)] == words
        assert warnings == ()
        assert section.head().text.startswith(TITLE.strip())


def test_a_damaged_long_file_is_warned_of_with_the_byte(tmp_path: Path) -> None:
    data = bytearray(lines(6000).encode())
    assert len(data) > module.LONG
    at = 3_000_000
    data[at : at + 3] = b"\n\xff\n"
    (tmp_path / "long.txt").write_bytes(data)
    run = jmetrics("extract", "long.txt", "--columns", "value", cwd=tmp_path)
    assert run.returncode == 0
    assert f"the first at byte {at + 1}," in run.stderr.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_spans_of_a_long_file_are_those_of_the_whole(tmp_path: Path, jobs: str) -> None:
    text = lines(4500)
    (tmp_path / "long.txt").write_text(text, "utf-8")
    run = jmetrics("extract", "long.txt", "-f", "jsonl", "--jobs", jobs, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert [record["value"] for record in records] == list(range(1, 4501))
    assert all(text[record["start"] : record["end"]] == record["text"] for record in records)
    assert len({record["id"] for record in records}) == len(records)
    assert {(record["year"], record["place"], record["doc"]) for record in records} == {
        (2022, "济南市", "long")
    }


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TITLE + (PROSE + "\n") * 30_000 + "办理案件120件。\n", "utf-8")
    assert (tmp_path / "long.txt").stat().st_size > 30_000_000

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))

    run = subprocess.run(
        [*COMMAND, "extract", "long.txt", "--jobs", "1", "--columns", "value"],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        preexec_fn=limited,
        check=False,
    )
    assert run.stdout == b"value\n120\n", run.stderr


def test_pages_and_tables_of_values_are_read_whole(tmp_path: Path) -> None:
    row = "甲,120\n"
    (tmp_path / "long.csv").write_text("项目,数\n" + row * 700_000, "utf-8")
    (tmp_path / "long.html").write_text("<html><body>" + "<p>x</p>" * 600_000, "utf-8")
    assert sections(tmp_path / "long.csv") is None
    assert sections(tmp_path / "long.html") is None
    assert sections(tmp_path / "gone.txt") is None
    assert sections(tmp_path) is None
