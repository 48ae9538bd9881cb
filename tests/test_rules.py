"""Every rule's examples are its tests."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jinan_metrics.extract import extract
from jinan_metrics.model import Claim
from jinan_metrics.rules import Example, Rule, all_rules, find_rule

CASES = [(rule, example) for rule in all_rules() for example in rule.yes]
LEFT_ALONE = [(rule, text) for rule in all_rules() for text in rule.no]


def made_by(rule: Rule, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if rule.id in (claim.rule, claim.name_rule)]


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.id}:{example.text}" for rule, example in CASES]
)
def test_example_of_a_rule(rule: Rule, example: Example) -> None:
    claims = extract(example.text)
    if rule.family == "not":
        assert claims == []
        return
    found = made_by(rule, claims)
    assert found, f"no claim by {rule.id}: {[(c.text, c.rule, c.name_rule) for c in claims]}"
    wanted = {
        field: Decimal(str(value)) if isinstance(value, int | float) else value
        for field, value in example.expect.items()
    }
    assert any(all(getattr(claim, field) == value for field, value in wanted.items()) for claim in found), [
        {field: getattr(claim, field) for field in wanted} for claim in found
    ]


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE, ids=[f"{rule.id}:{text}" for rule, text in LEFT_ALONE])
def test_text_that_a_rule_leaves_alone(rule: Rule, text: str) -> None:
    claims = extract(text)
    if rule.family == "not":
        assert claims, "the rule must not take this quantity away"
    else:
        assert made_by(rule, claims) == []


def test_ids_are_unique_and_every_rule_explains_itself() -> None:
    rules = all_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.reason
        assert rule.reason_zh
        assert find_rule(rule.id) is rule


def test_every_rule_that_makes_a_claim_is_documented(gold_texts: list[tuple[str, str]]) -> None:
    known = {rule.id for rule in all_rules()}
    for name, text in gold_texts:
        for claim in extract(text, doc=name):
            assert claim.rule in known
            assert claim.name_rule in known
