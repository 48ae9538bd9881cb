"""How much is done for a claim, counted: what makes the extractor slow shows here, on any machine, before it is felt."""

from __future__ import annotations

import re
import sys
from collections import Counter
from importlib import import_module
from types import FrameType
from typing import Any

import pytest
from running import SEEDS

from jinan_metrics.extract import extract

TEXTS = [path.read_text(encoding="utf-8") for path in SEEDS]
CLAIMS = sum(len(extract(text)) for text in TEXTS)
# What each figure was when it was last brought down; a few per cent are left for rules to come.
CALLS_PER_CLAIM = 300
PATTERNS_PER_CLAIM = 29
CANDIDATES_PER_CLAIM = 1.6


class Counted:
    """A pattern that counts how often it is asked."""

    def __init__(self, pattern: re.Pattern[str], asked: Counter[str]) -> None:
        self._pattern, self._asked = pattern, asked

    def __getattr__(self, name: str) -> Any:
        if name in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            self._asked[self._pattern.pattern] += 1
        return getattr(self._pattern, name)


def test_patterns_asked_for_a_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    counted = 0
    for name, module in list(sys.modules.items()):
        for constant, value in list(vars(module).items()) if name.startswith("jinan_metrics") else ():
            if isinstance(value, re.Pattern):
                monkeypatch.setattr(module, constant, Counted(value, asked))
                counted += 1
    assert counted > 100
    for text in TEXTS:
        extract(text)
    most = "\n".join(f"{count / CLAIMS:.1f} {pattern[:60]}" for pattern, count in asked.most_common(8))
    assert asked.total() <= PATTERNS_PER_CLAIM * CLAIMS, f"{asked.total() / CLAIMS:.1f} a claim\n{most}"


def test_calls_made_for_a_claim() -> None:
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        for text in TEXTS:
            extract(text)
    finally:
        sys.setprofile(None)
    assert calls <= CALLS_PER_CLAIM * CLAIMS, f"{calls / CLAIMS:.0f} a claim"


def test_candidates_looked_at_for_a_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("jinan_metrics.extract")
    seen = 0

    def excluded(masked: str, quantity: Any) -> str | None:
        nonlocal seen
        seen += 1
        return judge(masked, quantity)

    judge = module.excluded
    monkeypatch.setattr(module, "excluded", excluded)
    for text in TEXTS:
        extract(text)
    assert CLAIMS < seen <= CANDIDATES_PER_CLAIM * CLAIMS


def test_sentences_without_a_number_are_not_cut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    segment = import_module("jinan_metrics.segment")
    cut = 0

    def trimmed(folded: str, start: int, end: int) -> Any:
        nonlocal cut
        cut += 1
        return trim(folded, start, end)

    trim = segment._trimmed
    monkeypatch.setattr(segment, "_trimmed", trimmed)
    extract("坚持以人民为中心，深入推进各项工作。\n" * 200 + "全年受理案件5件。\n")
    assert cut == 1
