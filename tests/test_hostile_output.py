"""Nothing that stands in a document is obeyed where its claims are shown."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import jmetrics, on_terminal

from jinan_metrics.writing import FORMATS, Layout, pieces

CONTROLS = [
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    "\u061c",
    "\u200e",
    "\u202e",
    "\u2066",
]
SEEN = "".join(mark for mark in CONTROLS if mark not in "\0\n\r\t\f\x85")
HOSTILE = f"全市{SEEN}[red]共办理[/red]行政复议案件120件。\n"


@pytest.mark.parametrize("format_name", ["table", "csv", "tsv", "json", "jsonl", "md"])
def test_no_format_lets_a_control_character_through_to_a_terminal(tmp_path: Path, format_name: str) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, "utf-8")
    columns = [] if format_name in ("json", "jsonl") else ["--columns", "value,sentence"]
    code, shown, _ = on_terminal("extract", tmp_path / "a.txt", "-f", format_name, *columns, columns=2000)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown) if format_name == "table" else shown
    assert code == 0
    assert "120" in plain
    assert not [mark for mark in CONTROLS if mark in plain and mark not in "\n\t\r"]
    assert "[red]" in plain.replace("\\", "")


def test_json_in_a_pipe_holds_the_document_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, "utf-8")
    (line,) = jmetrics("extract", tmp_path / "a.txt", "-f", "jsonl").stdout.decode().rstrip("\n").split("\n")
    record = json.loads(line)
    assert record["sentence"] == HOSTILE.strip()
    assert HOSTILE[record["start"] : record["end"]] == "120件"


starts = st.sampled_from([*"=+-@\t\r\n＝＋－＠", "", " ", "a", "'"])


@given(st.lists(st.tuples(starts, st.text(max_size=12)).map("".join), min_size=1, max_size=3))
def test_no_cell_of_csv_is_a_formula_and_no_text_is_lost(values: list[str]) -> None:
    names = tuple(f"c{number}" for number in range(len(values)))
    for format_name, separator in (("csv", ","), ("tsv", "\t")):
        text = "".join(pieces(format_name, [dict(zip(names, values, strict=True))], Layout(names)))
        _, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        assert len(rows) == 1
        for cell, value in zip(rows[0], values, strict=True):
            assert cell.removeprefix("'") == value.removeprefix("'") or cell == value
            assert len(cell) == 1 or not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_a_name_with_sql_in_it_is_a_name(tmp_path: Path) -> None:
    name = "x'); DROP TABLE documents; --"
    library = tmp_path / "library.sqlite"
    run = jmetrics("add", "-", "--name", name, "--library", library, text="受理120件。".encode())
    assert run.returncode == 0
    assert jmetrics("show", name, "--library", library).stdout.decode() == "受理120件。"
    assert jmetrics("remove", name, "--library", library).returncode == 0
    connection = sqlite3.connect(library)
    assert connection.execute("SELECT count(*) FROM documents").fetchone() == (0,)
    connection.close()


def test_every_format_is_covered_here() -> None:
    tested = {"table", "csv", "tsv", "json", "jsonl", "md"}
    # Those that are no text hold cells of text, never formulas; their own tests say so.
    assert set(FORMATS) - tested <= {"xlsx", "parquet"}
