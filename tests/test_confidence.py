"""Confidence says how many of such claims are right: measured, and wrong ones sink."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest
from conftest import FIXTURES, ROOT, SHARED_GOLD

from jinan_metrics import evaluating
from jinan_metrics.confidence import confidence, signs, weights
from jinan_metrics.evaluating import Judgement
from jinan_metrics.extract import extract

SENTENCE = "全年办理行政复议案件120件，调解和解率20.58%。"
AT = SENTENCE.index("20.58%")


def returned(folder: Path) -> list[Judgement]:
    """The judgements of the claims that were returned for a folder's documents."""
    return [one for one in evaluating.evaluate(folder).judgements if one.claim is not None]


def sureness(judgements: list[Judgement], *outcomes: str) -> list[float]:
    return [one.claim.confidence for one in judgements if one.claim is not None and one.outcome in outcomes]


def test_signs_are_what_stands_in_the_sentence() -> None:
    found = signs("调解和解率", "rate.level", "name.noun-before", "actual", "%", "20.58%", SENTENCE, AT)

    assert {
        "rule rate.level",
        "name rule name.noun-before",
        "length 4-9",
        "quantity by its ending",
        "name before",
        "name before, gap 0",
        "mark on the far side of name before",
        "mark behind number",
        "list in name",
    } <= set(found)
    assert "no end mark" not in found
    behind = signs("案件", "count.unit", "name.noun-after", "target", "", "5", "力争办理5案件", 4)
    assert {
        "name behind, gap 0",
        "mark on the far side of name behind",
        "no unit",
        "no end mark",
        "target, ahead",
    } <= set(behind)
    elsewhere = signs("", "count.unit", "name.none", "baseline", "件", "5件", "去年5件", 2)
    assert {"name elsewhere", "length 0", "role baseline"} <= set(elsewhere)


def test_every_sign_of_our_documents_is_known_by_its_kind() -> None:
    """A rule or sign that is too seldom has no weight; those that are frequent have one."""
    counts: dict[str, int] = {}
    for path in sorted(FIXTURES.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for claim in extract(text):
            if claim.rule.startswith("table."):
                continue  # cells are sure by what their table says of them; there is no sentence to learn from
            at = claim.start - text.rfind(claim.sentence, 0, claim.start + len(claim.sentence))
            assert claim.sentence[at : at + len(claim.text)] == claim.text
            found = signs(
                claim.metric,
                claim.rule,
                claim.name_rule,
                claim.role,
                claim.unit,
                claim.text,
                claim.sentence,
                at,
            )
            assert len(set(found)) == len(found)
            odds = [weights().get(sign, 0.0) for sign in found]
            assert (sum(odds) > 0) == (claim.confidence >= 0.5) or claim.confidence == 0.5
            for sign in found:
                counts[sign] = counts.get(sign, 0) + 1
    assert [sign for sign, count in counts.items() if count >= 30 and sign not in weights()] == []


def test_no_claim_is_certain() -> None:
    best = max(
        confidence(name, rule, "name.in-turn", "actual", "%", "5%", f"{name}5%。", len(name))
        for name in ("群众满意率", "行政机关负责人出庭应诉率")
        for rule in ("change.verb", "rate.level")
    )
    assert 0.9 < best <= 0.99


def test_confidence_is_the_share_that_is_right() -> None:
    """On documents that were not picked for being hard; a floor and no more, the figures are in docs/accuracy.md."""
    for folder in (FIXTURES / "genres", FIXTURES / "gold"):
        judgements = returned(folder)
        right = sureness(judgements, "right")
        told = sureness(judgements, "right", "wrong", "spurious")
        assert abs(mean(told) - len(right) / len(told)) < 0.06
        high = [one for one in told if one >= 0.9]
        assert len(high) / len(told) >= 0.65
        assert len([one for one in right if one >= 0.9]) / len(high) >= 0.93


@pytest.mark.parametrize("name", ["genres", "phrases", "gold", "known-failures"])
def test_wrong_claims_sink(name: str) -> None:
    judgements = returned(FIXTURES / name)
    right, wrong = sureness(judgements, "right"), sureness(judgements, "wrong", "spurious")
    assert mean(wrong) < mean(right) - 0.05


@pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="the shared gold documents are not here")
def test_high_confidence_on_the_shared_documents() -> None:
    high = evaluating.evaluate(SHARED_GOLD).confident()
    assert high["share"] >= 0.95
    assert high["coverage"] >= 0.70


def test_the_table_can_be_learnt_anew(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.learn_confidence",
            "-o",
            str(table),
            "fixtures/genres",
            "fixtures/gold=0.5",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("33 documents, ")
    lines = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    learnt = {sign: float(weight) for sign, weight in lines}
    assert learnt["name rule name.subject"] < learnt["name rule name.in-turn"]
    assert learnt["length 2"] < learnt["length 4-9"]
