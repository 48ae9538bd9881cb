"""``jmetrics audit``: every check by its own examples, planted contradictions, passages that only look like them, the command."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import ROOT, SHARED_GOLD
from running import SEEDS, jmetrics, on_terminal, records

from jinan_metrics.auditing import CHECKS, FINDING_COLUMNS, Check, Finding, audit
from jinan_metrics.auditing.intervals import stated
from jinan_metrics.extract import claims_of, extract
from jinan_metrics.model import Claim
from jinan_metrics.reading import read

sys.path.insert(0, str(ROOT / "docs"))
from audit import RATES

FIXTURES = ROOT / "fixtures" / "audit"
# What a plant may be told as.
FAMILIES = {
    "change.levels": ("change.from-to", "change.years", "change.amounts"),
    "change.direction": ("change.direction",),
    "change.times": ("change.times",),
    "rank.words": ("rank.words", "rank.years"),
    "rank.field": ("rank.field",),
    "ratio.sum": ("sum.ratio",),
    "scale.wan": ("value.scale",),
    "share.over": ("share.over",),
    "share.ratio": ("share.quotient",),
    "sum.parts": ("sum.parts", "sum.part"),
    "sum.shares": ("sum.shares",),
    "target.passed": ("target.passed",),
    "total.shrinks": ("value.shrinks",),
    "value.twice": ("value.two",),
}


def groups(folder: Path) -> Iterator[list[Path]]:
    """Documents by themselves, and those of a folder together."""
    for path in sorted(folder.glob("*.txt")):
        yield [path]
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield sorted(inner.glob("*.txt"))


def rows(name: str) -> list[dict[str, str]]:
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return list(
        csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t", quoting=3)
    )


def audited(folder: Path) -> list[Finding]:
    return [
        finding
        for paths in groups(folder)
        for finding in audit(claim for path in paths for claim in claims_of(read(path)))
    ]


def about(finding: Finding, row: dict[str, str]) -> bool:
    return any(
        Path(row["doc"]).stem == claim.doc
        and (claim.sentence in row["text"] or row["text"] in claim.sentence)
        for claim in finding.claims
    )


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_finds_what_its_examples_say(check: Check) -> None:
    for texts in check.yes:
        assert check.id in {finding.check for finding in check.find(dossier(texts))}, texts
    for texts in check.no:
        assert [finding for finding in check.find(dossier(texts)) if finding.check == check.id] == [], texts


def dossier(texts: tuple[str, ...]):
    from jinan_metrics.auditing.dossier import Dossier

    return Dossier([claim for number, text in enumerate(texts) for claim in extract(text, doc=str(number))])


def test_planted_contradictions_are_found_and_nothing_else_in_these_documents() -> None:
    planted = rows("planted.tsv")
    findings = audited(FIXTURES / "planted")
    found = [
        row for row in planted if any(about(f, row) and f.check in FAMILIES[row["check"]] for f in findings)
    ]
    assert (len(found), len(planted)) == (RATES["recall"], RATES["planted"])  # as documented
    assert len(planted) >= 60
    assert len(found) / len(planted) >= 0.95
    assert [str(f.words) for f in findings if not any(about(f, row) for row in planted)] == []


def test_contradictions_written_after_the_checks() -> None:
    planted = rows("later.tsv")
    findings = audited(FIXTURES / "later")
    first = [replace(finding, claims=finding.claims[:1]) for finding in findings]
    found = [row for row in planted if any(about(finding, row) for finding in first)]
    assert (len(found), len(planted)) == (RATES["later"], RATES["fresh"])  # as documented
    assert [str(f.words) for f in findings if not any(about(f, row) for row in planted)] == []


def test_passages_that_only_look_like_contradictions_are_left_alone() -> None:
    passages = rows("sound.tsv")
    findings = audited(FIXTURES / "sound")
    assert (len(findings), len(passages)) == (RATES["false"], RATES["sound"])  # as documented
    assert len(passages) >= 60
    assert [str(finding.words) for finding in findings] == []


def test_annotated_documents_give_next_to_no_alarm() -> None:
    paths = [*SEEDS, *sorted((ROOT / "fixtures" / "gold").glob("*.txt"))]
    if SHARED_GOLD.is_dir():
        paths = [*SEEDS, *sorted(SHARED_GOLD.glob("*.txt"))]
    alone = [finding for path in paths for finding in audit(claims_of(read(path)))]
    together = audit(claim for path in paths for claim in claims_of(read(path)))
    assert len(alone) <= len(paths) / 10, [str(finding.words) for finding in alone]
    assert len(together) <= len(paths) / 10, [str(finding.words) for finding in together]


def only(text: str) -> Claim:
    (claim,) = extract(text)
    return claim


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("办理案件443件。", "443", "443"),
        ("生产总值286.4亿元。", "28635000000", "28645000000"),
        ("办结率95%。", "94.5", "95.5"),
        ("化解纠纷2.1万余件。", "21000", "22000"),
        ("实际使用外资7000多亿元。", "700000000000", "800000000000"),
        ("减免罚款9500余万元。", "95000000", "96000000"),
    ],
)
def test_a_figure_stands_for_all_values_that_round_to_it(text: str, low: str, high: str) -> None:
    interval = stated(only(text))
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


def test_a_repeated_passage_is_audited_once() -> None:
    text = "公职律师由118人增加到146人，增长33.7%。\n中间一句。\n公职律师由118人增加到146人，增长33.7%。\n"
    assert len(audit(extract(text))) == 1


def test_the_id_of_a_finding_stays() -> None:
    text = "公职律师由118人增加到146人，增长33.7%。\n"
    first, second = audit(extract(text)), audit(extract(text) + extract("办理案件20件。", doc="other"))
    assert [finding.id for finding in first] == [finding.id for finding in second]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(
        "安河市2023年报告\n公职律师由118人增加到146人，增长33.7%。\n调解率由30%提高到35%，提高5%。\n",
        encoding="utf-8",
    )
    return path


def test_rows_for_programs(wrong: Path) -> None:
    run = jmetrics("audit", wrong)
    (row,) = records(run.stdout)
    assert run.returncode == 0
    assert run.stderr == b"jmetrics: errors: 1, warnings: 0, doubts: 1 (not shown: 1)\n"
    assert tuple(row) == FINDING_COLUMNS
    assert (row["check"], row["severity"], row["text"]) == ("change.from-to", "error", "33.7%")
    assert row["explanation"] == "from 118人 to 146人 is +23.73 %, the text says 33.7%"
    assert row["sentence"] == row["other_sentence"] == "公职律师由118人增加到146人，增长33.7%。"
    assert wrong.read_text(encoding="utf-8")[int(row["start"]) : int(row["end"])] == "33.7%"
    (line,) = jmetrics("audit", wrong, "-f", "jsonl", "--lang", "zh").stdout.decode().splitlines()
    assert json.loads(line)["explanation"] == "由 118人 到 146人 应为 +23.73%，文中为 33.7%"
    assert jmetrics("audit", wrong, "-f", "md").stdout.count(b"\n") == 3


def test_a_workbook_of_findings(wrong: Path, tmp_path: Path) -> None:
    import openpyxl

    file = tmp_path / "findings.xlsx"
    assert jmetrics("audit", wrong, "-o", file).returncode == 0
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.rows]
    assert rows[0] == list(FINDING_COLUMNS)
    assert "change.from-to" in rows[1]


@pytest.mark.parametrize(
    ("options", "code", "count"),
    [
        ([], 0, 1),
        (["--fail-on", "error"], 3, 1),
        (["--severity", "doubt"], 0, 2),
        (["--severity", "error", "--fail-on", "doubt"], 3, 1),
        (["--check", "sum.parts", "--fail-on", "doubt"], 0, 0),
        (["--check", "change.from-to,sum.parts"], 0, 1),
    ],
)
def test_severity_checks_and_exit_code(wrong: Path, options: list[str], code: int, count: int) -> None:
    run = jmetrics("audit", wrong, *options, "--quiet")
    assert (run.returncode, len(records(run.stdout)), run.stderr) == (code, count, b"")


def test_an_unreadable_input_goes_before_a_finding(wrong: Path, tmp_path: Path) -> None:
    run = jmetrics("audit", wrong, tmp_path / "none.txt", "--fail-on", "error")
    assert run.returncode == 1
    assert len(records(run.stdout)) == 1
    assert b"none.txt" in run.stderr


def test_on_a_terminal_both_sentences_are_readable() -> None:
    folder = FIXTURES / "planted" / "pair-shiwan"
    code, shown, said = on_terminal("audit", folder, "--lang", "zh", columns=70, NO_COLOR="1")
    assert code == 0
    assert "全年收到行政复议申请268件，同比增长【19.6%】。" in shown
    assert "全年收到行政复议申请【214件】。" in shown
    assert "由 214件 (2022) 到 268件 (2023) 应为 +25.23%，文中为 19.6%" in shown
    assert "警告 " in said


def test_of_standard_input_and_of_a_library(wrong: Path, tmp_path: Path) -> None:
    by_pipe = jmetrics("audit", "-", text=wrong.read_bytes(), **{"JMETRICS_LIBRARY": "/nonexistent/x"})
    library = tmp_path / "lib.sqlite"
    jmetrics("add", wrong, "--library", library)
    of_library = jmetrics("audit", "--library", library)
    assert len(records(by_pipe.stdout)) == len(records(of_library.stdout)) == 1


@pytest.mark.parametrize(
    "options", [["--fail-on", "all"], ["--severity", "high"], ["--check", "nothing"], ["--year", "x"]]
)
def test_wrong_usage(wrong: Path, options: list[str]) -> None:
    run = jmetrics("audit", wrong, *options)
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.count(b"\n") == 2
