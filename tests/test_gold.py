"""Accuracy on annotated documents: a gate, not a report."""

from __future__ import annotations

import importlib.util
import json
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import pytest
from conftest import GOLD, ROOT, SHARED_GOLD
from scoring import Score, read_gold, score

from jinan_metrics.extract import extract

SEEDS = {
    "000_c366dd4b2a3e75da.txt": "jinan-2022-report",
    "003_e2b2813e7b7231de.txt": "jinan-press-briefing",
}
SCORER = ROOT.parent / "shared" / "tools" / "score.py"


def scored(folder: Path, name: str) -> Score:
    text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
    claims = [claim.to_dict() for claim in extract(text, doc=name)]
    return score(read_gold(folder / f"{name}.gold.jsonl", text), claims)


def names(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".gold.jsonl") for path in folder.glob("*.gold.jsonl"))


def test_the_two_seeds() -> None:
    total = scored(GOLD, "jinan-2022-report") + scored(GOLD, "jinan-press-briefing")
    assert total.full_f1 >= 0.97
    assert total.f1 >= 0.99


def test_our_annotated_documents() -> None:
    total = reduce(add, (scored(GOLD, name) for name in names(GOLD)))
    assert total.f1 >= 0.98
    assert total.full_f1 >= 0.88


@pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="the shared gold documents are not here")
def test_shared_annotated_documents() -> None:
    total = reduce(add, (scored(SHARED_GOLD, name) for name in names(SHARED_GOLD)))
    assert total.f1 >= 0.98
    assert total.full_f1 >= 0.90


@pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer is not here")
def test_our_score_is_the_shared_score() -> None:
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    shared: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    documents, problems = shared.load_gold(GOLD)
    assert problems == []
    for name, (text, gold) in documents.items():
        claims = [claim.to_dict() for claim in extract(text, doc=name)]
        match = shared.match(gold, claims)
        found = [i for i, g in enumerate(gold) if not g.get("optional") and i in match]
        full = sum(
            all(shared.judge(gold[i], claims[match[i]])[field] for field in shared.SCORED) for i in found
        )
        ours = scored(GOLD, name)
        assert (ours.found, ours.spurious, ours.full) == (len(found), len(claims) - len(match), full)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_gives_the_claims_of_its_annotated_text(seed: str) -> None:
    """The annotated text of the briefing ends where the page prints its long passage a second time."""
    text = (ROOT / "seeds" / seed).read_bytes().decode("utf-8")
    annotated = (GOLD / f"{SEEDS[seed]}.txt").read_bytes().decode("utf-8").rstrip("\n")
    assert text.startswith(annotated)
    spans = [(c.start, c.end, c.metric) for c in extract(text) if c.end <= len(annotated)]
    assert spans == [(c.start, c.end, c.metric) for c in extract(annotated)]


def test_a_passage_printed_twice_is_told_as_a_repeat() -> None:
    text = (ROOT / "seeds" / "003_e2b2813e7b7231de.txt").read_bytes().decode("utf-8")
    claims = extract(text)
    repeats = [claim for claim in claims if claim.repeat_of is not None]
    by_id = {claim.id: claim for claim in claims}
    assert len(repeats) >= 30
    for repeat in repeats:
        original = by_id[repeat.repeat_of or ""]
        assert original.repeat_of is None
        assert original.start < repeat.start
        assert (original.sentence, original.metric, original.value) == (
            repeat.sentence,
            repeat.metric,
            repeat.value,
        )


def test_every_gold_line_is_well_formed() -> None:
    for path in sorted(GOLD.glob("*.gold.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert {"context", "expr", "kind", "value", "unit"} <= set(json.loads(line))
