"""Hard phrases: what several rules must do together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from jinan_metrics.extract import extract

PHRASES: list[tuple[str, list[tuple[str, str, float, str, str]]]] = [
    # one verb over a list; the name stays each item's own
    (
        "审核规范性文件56件、党政联合发文13件。",
        [("审核规范性文件", "count", 56, "件", "actual"), ("党政联合发文", "count", 13, "件", "actual")],
    ),
    # the noun on either side of the number
    ("建立起505人的公职律师队伍。", [("公职律师队伍", "count", 505, "人", "actual")]),
    ("将90%以上的执法力量下沉到一线。", [("执法力量下沉到一线", "rate", 90, "%", "actual")]),
    # shared subjects across clauses
    (
        "全县生产总值达到286.5亿元，增长6.2%，高于全市0.4个百分点。",
        [
            ("全县生产总值", "money", 28650000000, "元", "actual"),
            ("全县生产总值", "change", 6.2, "%", "actual"),
            ("全县生产总值", "change", 0.4, "百分点", "actual"),
        ],
    ),
    # from one level to another
    (
        "审批时限由15天压缩至3个工作日。",
        [("审批时限", "duration", 15, "天", "baseline"), ("审批时限", "duration", 3, "工作日", "actual")],
    ),
    # in turn, and for each
    (
        "解决率、满意率分别达95.1%和96.8%。",
        [("解决率", "rate", 95.1, "%", "actual"), ("满意率", "rate", 96.8, "%", "actual")],
    ),
    (
        "决定履行率、出庭应诉率均达100%。",
        [("决定履行率", "rate", 100, "%", "actual"), ("出庭应诉率", "rate", 100, "%", "actual")],
    ),
    # a unit that stands once
    (
        "一产、二产占比分别提高1.5和2.5个百分点。",
        [("一产占比", "change", 1.5, "百分点", "actual"), ("二产占比", "change", 2.5, "百分点", "actual")],
    ),
    # the top of a scale stands in brackets
    (
        "平均得分13.24分（满分14分）。",
        [("平均得分", "score", 13.24, "分", "actual"), ("平均得分", "score", 14, "分", "maximum")],
    ),
    # the field of a rank is counted
    (
        "营商环境指数在全省16个城市中排名第四。",
        [("城市", "count", 16, "个", "actual"), ("营商环境指数", "rank", 4, "位", "actual")],
    ),
    # plans
    ("力争新增就业3万人以上。", [("新增就业", "count", 30000, "人", "target")]),
    ("下一步，推动化解率提高到95%。", [("化解率", "rate", 95, "%", "target")]),
    # halves inside the unit
    ("办理时间压缩到两个半小时。", [("办理时间", "duration", 2.5, "小时", "actual")]),
    # no punctuation between a number and what follows
    ("项目投资3541.07万元2.3本项目位于东区", [("项目投资", "money", 35410700, "元", "actual")]),
    # an amount of the verb's own object
    (
        "梳理涉企政策483件，清理3件。",
        [("涉企政策", "count", 483, "件", "actual"), ("清理涉企政策", "count", 3, "件", "actual")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrase(text: str, expected: list[tuple[str, str, float, str, str]]) -> None:
    told: list[tuple[str, str, Any, str, str]] = [
        (claim.metric, claim.kind, claim.value, claim.unit, claim.role) for claim in extract(text)
    ]
    assert told == [
        (metric, kind, Decimal(str(value)), unit, role) for metric, kind, value, unit, role in expected
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
