"""``jmetrics evaluate``: real gold files, broken ones among them, and what a change fixed and broke."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from running import jmetrics, on_terminal

from jinan_metrics import evaluating
from jinan_metrics.evaluating import scoring
from jinan_metrics.writing.evaluation import FORMATS

TEXT = "全市共办理行政复议案件120件，调解和解率20.58%。\n全年举办培训班12期。\n"
CASES = {
    "context": "案件120件",
    "expr": "120件",
    "kind": "count",
    "value": 120,
    "unit": "件",
    "metric": ["行政复议案件"],
}
RATE = {
    "context": "调解和解率20.58%",
    "expr": "20.58%",
    "kind": "rate",
    "value": 20.58,
    "unit": "%",
    "metric": ["调解和解率"],
}
COURSES = {
    "context": "培训班12期",
    "expr": "12期",
    "kind": "count",
    "value": 12,
    "unit": "期",
    "metric": ["培训班"],
}


def write_gold(folder: Path, name: str, *lines: dict[str, Any] | str, text: str = TEXT) -> Path:
    """A document with its gold file; a line that is a string is written as it is."""
    path = folder / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.with_name(f"{path.stem}.gold.jsonl").write_text("".join(f"{x}\n" for x in written), encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two documents, one in a folder below: one claim right, one with two wrong fields, one spurious, one missed."""
    wrong = RATE | {"kind": "score", "metric": ["结案数"]}
    write_gold(tmp_path / "gold", "sub/one", CASES, wrong)
    missed = {
        "context": "第一期",
        "expr": "第一",
        "kind": "count",
        "value": 1,
        "unit": "期",
        "metric": ["第一期"],
    }
    return write_gold(tmp_path / "gold", "two", missed, text="他读第一期。\n")


def run_of(gold: Path, *options: str | Path) -> dict[str, Any]:
    done = jmetrics("evaluate", gold, "--format", "json", *options)
    assert (done.returncode, done.stderr) == (0, b"")
    run: dict[str, Any] = json.loads(done.stdout)
    return run


def test_the_run_counts_every_outcome_once(gold: Path) -> None:
    run = run_of(gold)
    assert [(one["doc"], one["outcome"], one["wrong"]) for one in run["claims"]] == [
        ("sub/one", "right", []),
        ("sub/one", "wrong", ["kind", "metric"]),
        ("sub/one", "spurious", []),
        ("two", "missed", []),
    ]
    totals = run["totals"]
    assert (totals["documents"], totals["characters"]) == (2, len(TEXT) + len("他读第一期。\n"))
    assert (totals["claims"], totals["found"], totals["missed"], totals["spurious"], totals["right"]) == (
        3,
        2,
        1,
        1,
        1,
    )
    assert totals["f1"] == round(2 * 2 / 6, 4)
    assert totals["full_f1"] == round(2 * 1 / 6, 4)
    assert {row["kind"]: row["claims"] for row in run["kinds"]} == {"count": 2, "score": 1}
    shares = {row["field"]: row["share"] for row in run["fields"]}
    assert shares["value"] == 1
    assert shares["metric"] == shares["kind"] == shares["exact_name"] == 0.5
    assert sum(row["claims"] for row in run["reliability"]) == 3
    assert sum(row["right"] for row in run["reliability"]) == 1


def test_an_optional_claim_neither_counts_nor_costs(tmp_path: Path) -> None:
    folder = write_gold(tmp_path, "one", CASES, RATE | {"optional": True, "metric": []}, COURSES)
    assert [one["outcome"] for one in run_of(folder)["claims"]] == ["right", "right"]


def test_two_names_that_share_a_number_each_find_their_own(tmp_path: Path) -> None:
    both = [
        RATE | {"context": "按期办结率、群众满意率均达100%", "expr": "100%", "value": 100, "metric": [name]}
        for name in ("群众满意率", "按期办结率")
    ]
    folder = write_gold(tmp_path, "one", *both, text="按期办结率、群众满意率均达100%。\n")
    assert [one["outcome"] for one in run_of(folder)["claims"]] == ["right", "right"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("行政复议案件", "行政复议案件", 1.0),
        ("“法律明白人”", "法律明白人", 1.0),
        ("ＰＭ2.5浓度", "pm25浓度", 1.0),
        ("案件", "行政复议案件", 0.5),
        ("", "案件", 0.0),
        ("——", "案件", 0.0),
    ],
)
def test_likeness_of_names(left: str, right: str, expected: float) -> None:
    assert scoring.likeness(left, right) == expected


BROKEN = [
    ("{", "not a JSON object"),
    ("[1]", "not a JSON object"),
    (CASES | {"context": "不在文中"}, "stands 0 times"),
    (CASES | {"context": "全", "expr": "全"}, "stands 2 times"),
    (CASES | {"expr": "1200件"}, "expr stands 0 times"),
    (CASES | {"context": 5}, "must be words"),
    (CASES | {"kind": "counts"}, '"counts"'),
    (CASES | {"bound": "about"}, '"about"'),
    (CASES | {"role": None}, "role is null"),
    (CASES | {"kind": "change"}, "direction"),
    (CASES | {"direction": "up"}, "direction"),
    (CASES | {"value": "120"}, 'value cannot be "120"'),
    (CASES | {"value": True}, "value cannot be true"),
    (CASES | {"unit": 3}, "unit cannot be 3"),
    (CASES | {"metric": []}, "metric must be"),
    (CASES | {"metric": "案件"}, "metric must be"),
    (CASES | {"name": "案件"}, "unknown keys: name"),
]


@pytest.mark.parametrize(("line", "said"), BROKEN)
def test_a_broken_line_is_named_and_the_rest_is_scored(
    tmp_path: Path, line: dict[str, Any] | str, said: str
) -> None:
    folder = write_gold(tmp_path, "one", CASES, line, RATE, COURSES)
    done = jmetrics("evaluate", folder, "--format", "json", "--quiet")
    assert done.returncode == 1
    (message,) = done.stderr.decode().splitlines()
    assert message.startswith(f"jmetrics: {folder / 'one.gold.jsonl'}:2: ")
    assert said in message
    assert json.loads(done.stdout)["totals"]["right"] == 3


def test_what_cannot_be_read_is_named_and_the_rest_is_scored(tmp_path: Path) -> None:
    write_gold(tmp_path, "good", CASES, RATE, COURSES)
    (tmp_path / "alone.gold.jsonl").write_text("", encoding="utf-8")
    write_gold(tmp_path, "gbk", CASES)
    (tmp_path / "gbk.gold.jsonl").write_bytes(json.dumps(CASES, ensure_ascii=False).encode("gb18030"))
    write_gold(tmp_path, "binary", CASES)
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0")
    write_gold(tmp_path, ".hidden/x", "{")
    done = jmetrics("evaluate", tmp_path, "--format", "json")
    assert done.returncode == 1
    said = done.stderr.decode().splitlines()
    assert len(said) == 3
    assert all(any(name in line for line in said) for name in ("alone", "gbk", "binary"))
    run = json.loads(done.stdout)
    assert [document["doc"] for document in run["documents"]] == ["good"]


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing", Path(__file__)):
        done = jmetrics("evaluate", folder)
        assert (done.returncode, done.stdout) == (1, b"")
        assert len(done.stderr.splitlines()) == 1


def test_documents_of_other_encodings_and_line_ends(tmp_path: Path) -> None:
    context = (
        CASES | {"context": "20.58%。\n全年举办培训班12期", "expr": "12期"} | {"value": 12, "unit": "期"}
    )
    write_gold(tmp_path, "one", CASES, RATE, context | {"metric": ["培训班"]})
    (tmp_path / "one.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    assert run_of(tmp_path)["totals"]["right"] == 3


def test_errors_tell_the_sentence_the_rules_and_the_confidence(gold: Path) -> None:
    done = jmetrics("evaluate", gold, "--errors", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert [(row["doc"], row["outcome"], row["wrong"], row["text"]) for row in rows] == [
        ("sub/one", "wrong", "kind metric", "20.58%"),
        ("sub/one", "spurious", "", "12期"),
        ("two", "missed", "", "第一"),
    ]
    assert (rows[0]["expected"], rows[0]["got"]) == (
        "kind=score; metric=结案数",
        "kind=rate; metric=调解和解率",
    )
    assert rows[0]["rule"] == "rate.level"
    assert rows[0]["name_rule"] == "name.noun-before"
    assert 0 < float(rows[0]["confidence"]) <= 1
    assert rows[0]["sentence"] == TEXT.splitlines()[0]
    assert rows[2]["sentence"] == "他读第一期。"
    shown = jmetrics("evaluate", gold, "--errors", "--format", "table").stdout.decode()
    assert all(row["sentence"] in shown for row in rows)


def test_every_format_and_both_languages(gold: Path) -> None:
    for format_name in FORMATS:
        for lang in ("en", "zh"):
            done = jmetrics("evaluate", gold, "--format", format_name, "--errors", "--lang", lang)
            assert (done.returncode, done.stderr) == (0, b"")
            assert "20.58%" in done.stdout.decode()
    kinds = jmetrics("evaluate", gold, "--format", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line)["kind"] for line in kinds] == ["count", "score", "total"]
    code, shown, said = on_terminal("evaluate", str(gold), "--lang", "zh")
    assert (code, said) == (0, "")
    assert "按种类" in shown
    assert jmetrics("evaluate", gold, "--format", "xlsx").returncode == 2


def test_against_shows_what_was_fixed_and_what_broke(gold: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    assert jmetrics("evaluate", gold, "-o", before).returncode == 0
    # The sentence of the spurious claim goes, what was right is now asked for differently, what was wrong is right.
    write_gold(
        gold,
        "sub/one",
        CASES | {"value": 121},
        RATE | {"metric": ["结案数", "调解和解率"]},
        text=TEXT.splitlines()[0] + "\n",
    )
    write_gold(gold, "three", CASES, text="行政复议案件120件。\n")
    done = jmetrics("evaluate", gold, "--against", before, "--format", "json")
    assert done.returncode == 0
    assert "three" in done.stderr.decode()
    changed = json.loads(done.stdout)["against"]
    assert [(one["text"], one["before"], one["after"]) for one in changed["fixed"]] == [
        ("20.58%", "wrong kind rate, metric 调解和解率", "right"),
        ("12期", "spurious", ""),
    ]
    assert [(one["text"], one["before"], one["after"]) for one in changed["broken"]] == [
        ("120件", "right", "wrong value 120")
    ]
    assert changed["not_in_both"] == ["three"]
    shown = jmetrics("evaluate", gold, "--against", before, "--format", "md", "--lang", "zh").stdout.decode()
    assert "改好：2" in shown
    assert "改坏：1" in shown
    rows = jmetrics("evaluate", gold, "--against", before, "--format", "tsv").stdout.decode().splitlines()
    assert [row.split("\t")[0] for row in rows] == ["change", "fixed", "fixed", "broken"]


def test_nothing_changes_against_itself(gold: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    jmetrics("evaluate", gold, "-o", before)
    changed = run_of(gold, "--against", before)["against"]
    assert changed == {"fixed": [], "broken": [], "not_in_both": []}


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"claims": [1]}', '{"claims": [{"doc": "x"}]}'])
def test_a_file_that_is_no_run_is_wrong_usage(gold: Path, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "before.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = jmetrics("evaluate", gold, "--against", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "before.json" in done.stderr.decode()


def test_the_python_interface_scores_a_folder(gold: Path) -> None:
    evaluation = evaluating.evaluate(gold)
    assert [one.outcome for one in evaluation.errors()] == ["wrong", "spurious", "missed"]
    assert evaluation.spurious_per_thousand == 1000 / sum(evaluation.characters.values())
    write_gold(gold, "two", "{")
    with pytest.raises(ValueError, match=r"two\.gold\.jsonl:1"):
        evaluating.evaluate(gold)
