"""Corrections that were made in a page: put back on extraction, and written as gold that the scorer takes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import SEEDS, jmetrics

from jinan_metrics import read
from jinan_metrics.correcting import Corrections, corrected, gold_lines
from jinan_metrics.evaluating import Counts, annotated, judged
from jinan_metrics.extract import claims_of, extract
from jinan_metrics.model import Document
from jinan_metrics.reporting import Reported
from jinan_metrics.reporting.contents import contents, fingerprint

TEXT = "济南市2023年工作报告\n\nA率、B率均达100%，收到案件120件，另有若干宗。\n"
NAME = "报告"


def entry(action: str, text: str, metric: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {
        "action": action, "doc": NAME, "id": "", "start": start, "end": start + len(text), "text": text, "metric": metric,
    } | more  # fmt: skip


ADDED = {"kind": "count", "value": 8, "unit": "宗", "role": "actual", "bound": "approx", "direction": None}
ALL = [
    entry("accept", "100%", "A率"),
    entry("reject", "100%", "B率"),
    entry("rename", "120件", "收到案件", to="行政案件"),
    entry("add", "若干宗", "其他案件", **ADDED),
]


def file(folder: Path, *entries: dict[str, Any], text: str = TEXT, **other: Any) -> Path:
    path = folder / "corrections.json"
    content = {
        "format": "jmetrics-corrections",
        "version": 1,
        "documents": [{"name": NAME, "text": fingerprint(text)}],
        "corrections": list(entries),
    }
    path.write_text(json.dumps(content | other), "utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / f"{NAME}.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_extraction_comes_back_corrected(tmp_path: Path, document: Path) -> None:
    run = jmetrics("apply", file(tmp_path, *ALL), document, "-f", "jsonl")
    assert (run.returncode, run.stderr.decode()) == (0, "jmetrics: 4 corrections applied\n")
    told = [json.loads(line) for line in run.stdout.splitlines()]
    names = ("text", "metric", "value", "bound", "confidence", "name_rule")
    assert [tuple(claim[name] for name in names) for claim in told] == [
        ("100%", "A率", 100, "exact", 1.0, "name.each"),
        ("120件", "行政案件", 120, "exact", 1.0, "hand.renamed"),
        ("若干宗", "其他案件", 8, "approx", 1.0, "hand.added"),
    ]
    assert all(TEXT[claim["start"] : claim["end"]] == claim["text"] for claim in told)
    assert {claim["sentence"] for claim in told} == {TEXT.split("\n")[2]}
    assert len({claim["id"] for claim in told}) == 3
    assert jmetrics("rules", "hand.added").returncode == 0


def test_claims_that_nobody_looked_at_stay_as_they_are(tmp_path: Path) -> None:
    empty = file(tmp_path, documents=[])
    plain = jmetrics("extract", *SEEDS, "-q").stdout
    assert jmetrics("apply", empty, *SEEDS, "-q").stdout == plain
    library = tmp_path / "library.db"
    jmetrics("add", *SEEDS, "--library", library)
    assert jmetrics("apply", empty, "--library", library, "-q").stdout == plain


def test_what_does_not_fit_is_said_and_costs_nothing_else(tmp_path: Path, document: Path) -> None:
    wrong = entry("reject", "120件", "没有这个指标")
    elsewhere = ALL[0] | {"doc": "别处"}
    documents = [{"name": NAME, "text": "0"}, {"name": "别处", "text": "0"}]
    run = jmetrics(
        "apply", file(tmp_path, wrong, elsewhere, *ALL, documents=documents), document, "-f", "jsonl"
    )
    assert run.returncode == 1
    assert len(run.stdout.splitlines()) == 3
    said = run.stderr.decode().splitlines()
    assert "its text is not the one that was checked" in said[0]
    assert "no claim fits the correction (reject) of 120件 at" in said[1]
    assert said[2].startswith("jmetrics: 别处: corrections were made on this document")
    assert said[3] == "jmetrics: 4 corrections applied"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is no JSON"),
        ("[]", "is no corrections file"),
        ('{"format": "jmetrics-corrections", "version": 2}', "is of version 2"),
        ('{"format": "jmetrics-corrections", "version": 1}', "is no corrections file"),
        (json.dumps([ALL[0] | {"start": "3"}]), "correction 1 is not understood"),
        (json.dumps([ALL[0], ALL[3] | {"kind": "much"}]), "correction 2 is not understood"),
        (json.dumps([ALL[3] | {"value": True}]), "correction 1 is not understood"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line(
    tmp_path: Path, document: Path, content: str, said: str
) -> None:
    path = tmp_path / "corrections.json"
    if content.startswith("[{"):
        path = file(tmp_path, *json.loads(content))
    else:
        path.write_text(content, "utf-8")
    run = jmetrics("apply", path, document)
    assert run.returncode == 1
    assert run.stdout == b""
    assert said in run.stderr.decode()
    assert run.stderr.count(b"\n") == 1
    assert jmetrics("apply", tmp_path / "none.json", document).returncode == 1


def test_corrections_are_gold_for_the_scorer(tmp_path: Path, document: Path) -> None:
    folder = tmp_path / "gold"
    run = jmetrics("apply", file(tmp_path, *ALL[1:]), document, "--as-gold", folder)
    assert (run.returncode, run.stdout) == (0, b"")
    assert "2 checked claims and 1 others (optional) of 1 documents" in run.stderr.decode()
    assert (folder / f"{NAME}.txt").read_text("utf-8") == TEXT
    (one,) = annotated(folder, pytest.fail)
    assert [(claim.text, list(claim.metric), claim.optional) for claim in one.gold] == [
        ("100%", ["A率"], True),
        ("120件", ["行政案件"], False),
        ("若干宗", ["其他案件"], False),
    ]
    found = Counts.of(judged(NAME, TEXT, one.gold, extract(TEXT)))
    # B率, which was rejected, is spurious; 若干宗 is missed; 收到案件 is at its place under another name.
    assert (found.claims, found.found, found.spurious) == (2, 1, 1)
    corrections = Corrections.read(tmp_path / "corrections.json")
    result = corrected(read(document), claims_of(read(document)), corrections.corrections)
    perfect = Counts.of(judged(NAME, TEXT, one.gold, result.claims))
    assert (perfect.found, perfect.right, perfect.spurious) == (2, 2, 0)
    run = jmetrics("evaluate", folder, "-f", "table")
    assert run.returncode == 0
    assert "2 claims, 1 found, 1 missed, 1 spurious" in run.stdout.decode()


def test_every_claim_of_the_seeds_has_a_context_or_is_said_to_have_none() -> None:
    for path in SEEDS:
        document = read(path)
        claims = claims_of(document)
        lines = list(gold_lines(document.text, claims, {claim.id for claim in claims}))
        assert [claim for claim, _ in lines] == claims
        for claim, line in lines:
            if line is None:
                # The sentence around it stands twice.
                assert document.text.count(claim.sentence) > 1
                continue
            context = line["context"]
            assert document.text.count(context) == 1
            assert context.count(line["expr"]) == 1
            place = document.text.index(context) + context.index(line["expr"])
            assert (place, place + len(claim.text)) == (claim.start, claim.end)
        assert any(line for _, line in lines)


@given(st.text(alphabet="3件办ab。", max_size=30), st.text(alphabet="3件办ab。", max_size=30))
def test_a_context_holds_its_expression_at_its_own_place(before: str, after: str) -> None:
    text = before + "3件" + after
    claim = next(iter(extract("办理3件。")))
    placed = replace(claim, text="3件", start=len(before), end=len(before) + 2)
    ((_, line),) = gold_lines(text, [placed], ())
    if line is not None:
        assert text.count(line["context"]) == 1
        assert line["context"].count("3件") == 1
        assert text.index(line["context"]) + line["context"].index("3件") == len(before)


def test_what_the_page_saves_is_what_apply_reads(tmp_path: Path) -> None:
    """The page names documents by the same fingerprint as the file (the browser's part: test_report)."""
    document = Document(name=NAME, text=TEXT)
    data = contents([Reported(document, tuple(claims_of(document)))], "en")
    path = file(tmp_path, documents=[{k: one[k] for k in ("name", "text")} for one in data["documents"]])
    assert Corrections.read(path).documents == {NAME: fingerprint(TEXT)}
