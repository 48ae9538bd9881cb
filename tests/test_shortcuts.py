"""Where the core skips a pattern because of a character, the pattern must need that character."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from conftest import SHARED_GOLD
from patterns import first_characters, holds_one_of, last_characters, opening_classes
from running import ROOT, SEEDS

from jinan_metrics import rules
from jinan_metrics.extract import extract
from jinan_metrics.quantity import Quantity
from jinan_metrics.rules import not_claims
from jinan_metrics.state import Meaning, Spot

# Modules whose patterns open with a look-ahead for the characters that they begin with.
MODULES = (
    "context.trimming",
    "context.words_after",
    "context.words_before",
    "dating",
    "objects",
    "recognise",
    "roles",
    "coordination",
    "earlier",
    "modifiers",
    "plans",
)
CORE = [import_module(f"jinan_metrics.{name}") for name in MODULES]
GUARDED = [
    pytest.param(pattern, id=f"{module.__name__}.{name}")
    for module in CORE
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern) and pattern.pattern.startswith("(?=[")
]


TEXTS = [
    path.read_text(encoding="utf-8")
    for path in (*SEEDS, *sorted((ROOT / "fixtures").rglob("*.txt")), *sorted(SHARED_GOLD.glob("*.txt")))
]


def core(name: str) -> Any:
    return sys.modules[f"jinan_metrics.{name}"]


@pytest.mark.parametrize("pattern", GUARDED)
def test_the_look_ahead_of_a_pattern_lets_every_beginning_through(pattern: re.Pattern[str]) -> None:
    missing = first_characters(pattern) - opening_classes(pattern)[0]
    assert not missing, f"add to the look-ahead that opens the pattern: {''.join(sorted(missing))}"


@pytest.mark.parametrize(
    ("module", "pattern", "ends"),
    [
        ("context.trimming", "_REFERENCE", "_REFERENCE_ENDS"),
        ("context.trimming", "_TRAILING", "_TRAILING_ENDS"),
    ],
)
def test_words_taken_off_an_end_are_looked_for_by_their_last_character(
    module: str, pattern: str, ends: str
) -> None:
    missing = last_characters(getattr(core(module), pattern)) - getattr(core(module), ends)
    assert not missing, f"add to {ends}: {''.join(sorted(missing))}"


@pytest.mark.parametrize(
    ("module", "pattern", "begins"),
    [
        ("modifiers", "_TRAIL", "_TRAIL_BEGINS"),
        ("recognise", "_SCAN", "_BEGINNING"),
        ("recognise", "_SCAN_DIGITS", "_BEGINNING"),
        ("roles", "_ARROW", "_ARROW_BEGINS"),
        ("context.trimming", "_LEADING", "_LEADING_BEGINS"),
        ("context.words_before", "_MOVES_AT_ONCE", "_MOVE_BEGINS"),
    ],
)
def test_a_pattern_is_asked_by_the_first_character(module: str, pattern: str, begins: str) -> None:
    known = getattr(core(module), begins)
    characters = first_characters(known) if isinstance(known, re.Pattern) else known
    missing = first_characters(getattr(core(module), pattern)) - characters
    assert not missing, f"add to {begins}: {''.join(sorted(missing))}"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("_PROPOSED", ("提出", "要求", "明确", "预测", "两年")),
        ("_DEMANDED", ("要求", "规定")),
        ("_EXPECTED_LATER", ("成后", "预")),
        ("_AIM", tuple("确争标未今步把")),
        ("_UNTIL", ("到",)),
    ],
)
def test_a_pattern_is_asked_where_its_word_stands(pattern: str, words: tuple[str, ...]) -> None:
    assert holds_one_of(getattr(core("roles"), pattern), words)


@pytest.mark.parametrize(
    ("module", "name", "long_way"),
    [
        ("dating", "Calendar._times", lambda self, *span: core("dating")._TIME.finditer(*span)),
        ("recognise", "_SCAN_ARABIC", core("recognise")._SCAN_DIGITS),
        ("garbling", "_marked", lambda text: True),
        ("roles", "_WHEREAS", ("",)),
        (
            "plans",
            "_counted",
            lambda pattern, first, _, text, start, end: len(pattern.findall("。" + text[start:end])),
        ),
        (
            "plans",
            "Plans._opens_with_time",
            lambda self, *span: core("plans")._OPENING.search(self._masked, *span) is not None,
        ),
        (
            "dating",
            "_TIME_BUT_PLANS",
            re.compile(
                (core("dating")._TIME_WITH % {"plan": "(?!)"}).replace(core("dating")._OPENS, r"[^\d]")
            ),
        ),
        ("folding", "_MOSTLY", 0),
    ],
)
def test_the_long_way_finds_the_same(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, long_way: object
) -> None:
    short = [extract(text) for text in TEXTS]
    monkeypatch.setattr(f"jinan_metrics.{module}.{name}", long_way)
    assert [extract(text) for text in TEXTS] == short


def test_rules_that_are_not_asked_would_have_said_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["jinan_metrics.extract"]
    meaning, excluded = rules.meaning, not_claims.excluded
    told: list[str] = []
    seen = 0

    def every_meaning(spot: Spot) -> Meaning | None:
        nonlocal seen
        seen += 1
        quantity = spot.quantity
        others = set(rules.KINDS) - set(rules.asked(quantity.form, quantity.kind, quantity.unit))
        told.extend(
            f"{rule.__name__} of {spot.lead}{quantity}"
            for rule in others
            if rule(replace(spot, quantity=replace(quantity))) is not None
        )
        return meaning(spot)

    def every_test(text: str, quantity: Quantity) -> str | None:
        others = set(not_claims.ORDER) - set(not_claims.asked(quantity.unit, quantity.chinese))
        told.extend(f"{name} of {quantity}" for name, test in others if test(text, replace(quantity)))
        return excluded(text, quantity)

    monkeypatch.setattr(rules, "meaning", every_meaning)
    monkeypatch.setattr(module, "excluded", every_test)
    for text in TEXTS:
        extract(text)
    for rule in rules.all_rules():
        for text in (*(example.text for example in rule.yes), *rule.no):
            extract(text)
    assert seen > 200
    assert not told, "\n".join(told[:5])
