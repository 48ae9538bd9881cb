"""Where the core skips a pattern because of a character, the pattern must need that character."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import pytest
from patterns import first_characters, last_characters, opening_classes

# Modules whose patterns open with a look-ahead for the characters that they begin with.
MODULES = (
    "context",
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


def core(name: str) -> object:
    return sys.modules[f"jinan_metrics.{name}"]


@pytest.mark.parametrize("pattern", GUARDED)
def test_the_look_ahead_of_a_pattern_lets_every_beginning_through(pattern: re.Pattern[str]) -> None:
    missing = first_characters(pattern) - opening_classes(pattern)[0]
    assert not missing, f"add to the look-ahead that opens the pattern: {''.join(sorted(missing))}"


@pytest.mark.parametrize(
    ("module", "pattern", "ends"),
    [
        ("context", "_REFERENCE", "_REFERENCE_ENDS"),
        ("context", "_TRAILING", "_TRAILING_ENDS"),
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
    ],
)
def test_a_pattern_is_asked_by_the_first_character(module: str, pattern: str, begins: str) -> None:
    known = getattr(core(module), begins)
    characters = first_characters(known) if isinstance(known, re.Pattern) else known
    missing = first_characters(getattr(core(module), pattern)) - characters
    assert not missing, f"add to {begins}: {''.join(sorted(missing))}"
