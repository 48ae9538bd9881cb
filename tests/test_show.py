"""``jmetrics show``: the text that spans refer to, and the claims marked in it."""

from __future__ import annotations

import json
from pathlib import Path

import making
from running import CASES, SEEDS, jmetrics, on_terminal


def test_the_text_is_what_spans_of_claims_count(tmp_path: Path) -> None:
    report = SEEDS[0].read_bytes().decode()
    for name, data in [
        ("a.html", making.web_page(report)),
        ("a.docx", making.word(report)),
        ("a.pdf", making.pdf(report)),
        ("a.csv", "项目,数量（件）\n受理,120\n办结,90\n".encode()),
        ("a.txt", report.encode("gb18030")),
    ]:
        path = tmp_path / name
        path.write_bytes(data)
        text = jmetrics("show", path).stdout.decode()
        records = [json.loads(line) for line in jmetrics("extract", path, "-f", "jsonl").stdout.splitlines()]
        assert records
        for record in records:
            assert text[record["start"] : record["end"]] == record["text"]


def test_claims_are_marked_and_told_below_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"甲市2023年工作报告\n{CASES}无数字。\n", "utf-8")
    run = jmetrics("show", "a.txt", "--claims", cwd=tmp_path)
    assert run.stdout.decode() == (
        "甲市2023年工作报告\n全市共办理行政复议案件⟦120件⟧。\n"
        "    ↳ 行政复议案件  120 件  count  2023  23:27  count.unit\n无数字。\n\n"
    )
    run = jmetrics("show", "-", "--claims", "--lang", "zh", text=CASES.encode())
    assert "行政复议案件  120 件  数量  11:15" in run.stdout.decode()


def test_pages_are_shown_where_they_begin(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(making.pdf(SEEDS[0].read_bytes().decode()))
    shown = jmetrics("show", "a.pdf", "--claims", cwd=tmp_path).stdout.decode()
    assert "── page 2 ──\n" in shown
    assert "\f" not in shown


def test_a_document_of_the_library_is_shown_by_its_name(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    (tmp_path / "报告.txt").write_text(CASES, "utf-8")
    jmetrics("add", "报告.txt", "--library", library, "--year", "2023", cwd=tmp_path)
    (tmp_path / "报告.txt").unlink()
    assert jmetrics("show", "报告", "--library", library).stdout.decode() == CASES
    assert "  2023  " in jmetrics("show", "报告", "--claims", "--library", library).stdout.decode()
    run = jmetrics("show", "别的", "--library", library)
    assert (run.returncode, run.stdout) == (1, b"")
    assert "no such file" in run.stderr.decode()


def test_a_terminal_obeys_nothing_in_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"\x1b[2J\x9bm\u202e{CASES}", "utf-8")
    for arguments in ([], ["--claims"]):
        code, shown, _ = on_terminal("show", tmp_path / "a.txt", *arguments, NO_COLOR="1")
        assert code == 0
        assert "␛[2J<U+009B>m<U+202E>全市" in shown
        assert "\x1b" not in shown
    assert jmetrics("show", tmp_path / "a.txt").stdout.decode() == (tmp_path / "a.txt").read_text("utf-8")


def test_wrong_usage_is_told() -> None:
    run = jmetrics("show")
    assert run.returncode == 2
    assert b"no document given" in run.stderr
