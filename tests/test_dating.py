"""When a quantity holds: texts of our own, each with the year and the words that set it."""

from __future__ import annotations

import pytest

from jinan_metrics.dating import span_of
from jinan_metrics.extract import claims_of
from jinan_metrics.model import Claim, Document


def claims(text: str, year: int | None = 2022, spoken: int | None = None) -> list[Claim]:
    """The claims of a text that covers ``year`` and speaks in ``spoken`` (default: the same year)."""
    return claims_of(Document(name="t", text=text, year=year, spoken=spoken))


# Text, covered year, spoken year, and for each claim the number's text, its year and its words.
CASES = [
    ("全年办理案件120件。", 2022, 2022, [("120件", 2022, "全年")]),
    ("去年办理案件120件。", 2022, 2022, [("120件", 2021, "去年")]),
    ("去年办理案件120件。", 2015, 2016, [("120件", 2015, "去年")]),
    ("今年以来，办理案件120件。", 2015, 2016, [("120件", 2016, "今年以来")]),
    ("明年办理案件120件。", 2022, 2022, [("120件", 2023, "明年")]),
    ("截至2023年底，建成充电桩1200个。", 2022, 2022, [("1200个", 2023, "截至2023年底")]),
    ("截至9月，开展核查120次。", 2022, 2022, [("120次", 2022, "截至9月")]),
    ("到2025年，森林覆盖率达到30%。", 2022, 2022, [("30%", 2025, "到2025年")]),
    ("2021年以来，查处案件120件。", 2022, 2022, [("120件", 2022, "2021年以来")]),
    ("过去五年，新建学校120所。", 2022, 2022, [("120所", 2022, "过去五年")]),
    ("2018—2022年新建学校120所。", 2022, 2022, [("120所", 2022, "2018—2022年")]),
    ("上半年办结案件60件，下半年办结案件70件。", 2022, 2022, [("60件", 2022, "上半年"), ("70件", 2022, "下半年")]),
    # a phrase governs the clauses after it, up to the next one
    (
        "2021年，受理申请100件，办结90件；2022年，受理申请110件。",
        2022,
        2022,
        [("100件", 2021, "2021年"), ("90件", 2021, "2021年"), ("110件", 2022, "2022年")],
    ),
    ("2021年，全市办理案件300件，上半年办理120件。", 2022, 2022, [("300件", 2021, "2021年"), ("120件", 2021, "上半年")]),
    # years take turns where their values do, and only there
    (
        "2020年、2021年和2022年，进出口额分别为10亿元、20亿元和30亿元。",
        2022,
        2022,
        [("10亿元", 2020, "2020年"), ("20亿元", 2021, "2021年"), ("30亿元", 2022, "2022年")],
    ),
    ("2021年和2022年，进出口额共50亿元。", 2022, 2022, [("50亿元", 2022, "2022年")]),
    ("2021年和2022年，律师和公证员分别增加30人和10人。", 2022, 2022, [("30人", 2022, "2022年"), ("10人", 2022, "2022年")]),
    # what a change is measured against places nothing
    ("办理案件120件，比2020年增长5%。", 2022, 2022, [("120件", 2022, ""), ("5%", 2022, "")]),
    ("收到申请131件，达上年的1.5倍，受理118件。", 2023, 2023, [("131件", 2023, ""), ("1.5倍", 2023, ""), ("118件", 2023, "")]),
    # the old value belongs to the year that it names
    ("抽查比例由2019年的16%提升到52%。", 2022, 2022, [("16%", 2019, "2019年"), ("52%", 2022, "")]),
    # 上年 is the year before the one spoken of, 去年 the one before the year spoken in
    ("2004年，进出口额由上年的第四位升至第三位。", 2004, 2005, [("第四位", 2003, "上年"), ("第三位", 2004, "2004年")]),
    # the opening of a paragraph and headings hold for what follows
    ("2021年，办理案件100件。受理申请120件。", 2022, 2022, [("100件", 2021, "2021年"), ("120件", 2021, "2021年")]),
    ("一、2021年工作情况\n办理案件100件。", 2022, 2022, [("100件", 2021, "2021年")]),
    ("一、去年工作回顾\n办理案件100件。\n二、今年工作安排\n新建学校20所。", 2015, 2016, [("100件", 2015, "去年"), ("20所", 2016, "今年")]),
    ("“十四五”期间，新建学校20所。", 2022, 2022, [("20所", 2022, "“十四五”期间")]),
    ("到“十四五”末，力争建成公园20个。", 2022, 2022, [("20个", 2025, "到“十四五”末")]),
    # nothing tells: nothing is guessed
    ("办理案件120件，去年办理100件。", None, None, [("120件", None, ""), ("100件", None, "去年")]),
    ("2021年办理案件120件。", None, None, [("120件", 2021, "2021年")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year", "spoken", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_period(
    text: str, year: int | None, spoken: int | None, expected: list[tuple[str, int | None, str]]
) -> None:
    assert [(c.text, c.period, c.period_text) for c in claims(text, year, spoken)] == expected


def test_the_words_are_the_documents_own() -> None:
    (claim,) = claims("截至２０２３年底，建成充电桩1200个。")
    assert (claim.period, claim.period_text) == (2023, "截至２０２３年底")


def test_the_plan_part_of_a_work_report_states_targets() -> None:
    text = "一、2015年工作回顾\n新建学校20所。\n二、2016年主要任务\n新建学校30所，改造老旧小区12个。今年已开工项目3个。"
    roles = [(c.text, c.period, c.role) for c in claims(text, 2015, 2016)]
    assert roles == [
        ("20所", 2015, "actual"),
        ("30所", 2016, "target"),
        ("12个", 2016, "target"),
        ("3个", 2016, "actual"),
    ]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("", "year"), ("2022年", "year"), ("全年", "year"), ("今年以来", "year"), ("上半年", "part"), ("1-8月", "part"),
        ("前三季度", "part"), ("过去五年", "years"), ("2018—2022年", "years"), ("2020年以来", "years"),
        ("“十四五”期间", "years"), ("截至2023年底", "moment"), ("年末", "moment"),
    ],
)  # fmt: skip
def test_length_of_a_time(words: str, span: str) -> None:
    assert span_of(words) == span
