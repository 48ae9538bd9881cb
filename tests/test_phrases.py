"""Hard phrases: what several rules must do together."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jinan_metrics.extract import extract

Told = tuple[str, str, Decimal, str, str]


def read_phrases(path: Path) -> list[tuple[str, list[Told]]]:
    """The texts of ``phrases.txt``, each with its claims as metric, kind, value, unit and role."""
    phrases: list[tuple[str, list[Told]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            metric, kind, value, unit, role = (field.strip() for field in line.split("|"))
            phrases[-1][1].append((metric, kind, Decimal(value), unit, role))
        elif line and not line.startswith("#"):
            phrases.append((line.replace("\\n", "\n"), []))
    return phrases


PHRASES = read_phrases(Path(__file__).with_name("phrases.txt"))


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrase(text: str, expected: list[Told]) -> None:
    told = [(claim.metric, claim.kind, claim.value, claim.unit, claim.role) for claim in extract(text)]
    assert told == expected


def test_other_news_is_no_part_of_a_plan() -> None:
    """What a plan opens in a paper reaches to the paragraph that tells what happened today."""
    text = (
        "# 今日要闻\n\n## 规划发布\n\n今年要办好以下几件大事：\n\n新建学校12所。\n\n"
        "## 各地动态\n\n卫生部门今天通报，全市报告病例30例。\n\n现有病房500间。\n"
    )
    assert [(claim.text, claim.role) for claim in extract(text, year=2023)] == [
        ("12所", "target"),
        ("30例", "actual"),
        ("500间", "actual"),
    ]


NOTHING = [
    "深入学习贯彻党的二十大精神",
    "落实行政执法三项制度和“四张清单”",
    "2022年11月20日上午9时30分",
    "根据国务院令第711号第五十条",
    "拨打12345热线、0531-66601234",
    "第二产业、第三批、第一责任人",
    "进一步、一系列、一大批、两手抓",
    "（一）加强领导；（二）压实责任。",
    "构建“1+3+N”体系，打造5A级景区",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_claimed(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021年完成投资5亿元。", 2021),
        ("去年完成投资5亿元。", 2021),
        ("今年完成投资5亿元。", 2022),
        ("到2025年完成投资5亿元。", 2025),
        ("完成投资5亿元，比2019年增长3%。", 2022),
    ],
)
def test_period(text: str, period: int) -> None:
    assert {claim.period for claim in extract(text, year=2022)} == {period}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("政府透明度指数在全国49个较大城市中排名第四。", "全国49个较大城市"),
        ("网上政府排名列省会城市第2位。", "省会城市"),
        ("满意度在“十佳”城市中排名第四。", "“十佳”城市"),
        ("快递业务量稳居全省首位。", "全省"),
        ("综合得分排名第三。", ""),
    ],
)
def test_scope_of_a_rank(text: str, scope: str) -> None:
    (rank,) = [claim for claim in extract(text) if claim.kind == "rank"]
    assert rank.scope == scope
