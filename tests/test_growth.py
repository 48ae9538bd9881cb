"""A megabyte of anything is read in a bounded number of steps: no sentence grows with the text."""

from __future__ import annotations

import pytest

from jinan_metrics.extract import extract
from jinan_metrics.segment import LONGEST_SENTENCE, sentences

WORST = [
    "一",
    "1",
    "，",
    "第",
    "%",
    "（",
    '"',
    "的",
    "1,",
    "“",
    "《",
    "<",
    "百",
    "分之",
    "由",
    "比",
    "占",
    "约",
    "连续",
    "[",
    "(",
]


@pytest.mark.parametrize("piece", WORST)
def test_a_megabyte_of_one_thing_makes_no_claim(piece: str) -> None:
    text = piece * (1_000_000 // len(piece.encode()))
    assert extract(text) == []


@pytest.mark.parametrize("piece", ["甲", "1,", "办理3件，"])
def test_no_sentence_is_longer_than_the_bound_and_none_is_lost(piece: str) -> None:
    text = piece * 5000
    found = list(sentences(text))
    assert max(sentence.end - sentence.start for sentence in found) <= LONGEST_SENTENCE
    assert "".join(text[sentence.start : sentence.end] for sentence in found) == text


def test_claims_of_a_long_line_are_all_found() -> None:
    assert len(extract("办理案件3件，" * 2000)) == 2000
