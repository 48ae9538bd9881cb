"""Tables of every format: each figure once, with its name, unit, time and direction."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import making
import open_government
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinan_metrics.extract import claims_of, extract
from jinan_metrics.model import Claim
from jinan_metrics.reading import read, read_bytes

FIELDS = ("metric", "value", "unit", "kind", "period", "direction")


def told(text: str, **about: Any) -> list[tuple[Any, ...]]:
    claims = extract(text, **about)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text in claim.sentence
    return [tuple(getattr(claim, field) for field in FIELDS) for claim in claims]


def names(text: str) -> list[tuple[str, Decimal]]:
    return [(claim.metric, claim.value) for claim in extract(text)]


# --- the annual report on open government information


@pytest.mark.parametrize("make", [open_government.web_page, open_government.word, open_government.workbook])
def test_the_open_government_report_is_understood(make: Any) -> None:
    document = read_bytes(make())
    claims = claims_of(document)
    assert len(claims) == sum(open_government.FIGURES.values())
    assert all(document.text[claim.start : claim.end] == claim.text for claim in claims)
    found = {(claim.metric, claim.value, claim.unit) for claim in claims}
    assert [
        entry for entry in open_government.EXPECTED if (entry[1], Decimal(entry[2]), entry[3]) not in found
    ] == []
    assert {claim.period for claim in claims} == {2024}
    assert {claim.rule for claim in claims} == {"table.cell"}
    assert len({claim.id for claim in claims}) == len(claims)
    sections = [heading.split("、", 1)[1] for heading in open_government.TABLES]
    assert list(dict.fromkeys(claim.section for claim in claims)) == sections


# --- layouts


OUTPUT = """表2 2021年主要农产品产量
| 产品名称 | 单位 | 产量 | 比上年增长(%) |
| --- | --- | --- | --- |
| 油料 | 吨 | 6284 | 3.7 |
| 禽蛋 | 万吨 | 4.058 | -2.6 |
| 生猪 | 万头 | — | … |
"""


def test_units_of_a_column_changes_and_dashes() -> None:
    assert told(OUTPUT, year=2021) == [
        ("油料产量", 6284, "吨", "measure", 2021, None),
        ("油料产量", Decimal("3.7"), "%", "change", 2021, "up"),
        ("禽蛋产量", 40580, "吨", "measure", 2021, None),
        ("禽蛋产量", Decimal("2.6"), "%", "change", 2021, "down"),
    ]


def test_years_in_heads_and_in_labels() -> None:
    across = "| 指标 | 2021年 | 2022年 | 上年 |\n| 受理案件（件） | 120 | 130 | 7 |\n"
    assert told(across, year=2022) == [
        ("受理案件", 120, "件", "count", 2021, None),
        ("受理案件", 130, "件", "count", 2022, None),
        ("受理案件", 7, "件", "count", 2021, None),
    ]
    down = "| 年份 | 受理（件） | 办结率 |\n| 2021 | 120 | 95% |\n| 2022 | 130 | 96.5% |\n"
    assert told(down) == [
        ("受理", 120, "件", "count", 2021, None),
        ("办结率", 95, "%", "rate", 2021, None),
        ("受理", 130, "件", "count", 2022, None),
        ("办结率", Decimal("96.5"), "%", "rate", 2022, None),
    ]


def test_units_of_heads_captions_and_cells() -> None:
    assert told("单位：万元\n| 项目 | 决算数 |\n| 教育支出 | 1,234.5 |\n| 户数（户） | 3 |\n") == [
        ("教育支出", 12345000, "元", "money", None, None),
        ("户数", 3, "户", "count", None, None),
    ]
    assert told("| 债券 | 发行总额（亿） | 期限 |\n| 专项债 | 12.5 | 10年期 |\n")[0] == (
        "专项债发行总额", 1250000000, "", "money", None, None,
    )  # fmt: skip
    assert told("| 指标 | 数量 |\n| 用电量 | 12.5亿千瓦时 |\n| 企业 | 约30家 |\n") == [
        ("用电量", 1250000000, "千瓦时", "measure", None, None),
        ("企业", 30, "家", "count", None, None),
    ]


def test_budgets_indices_and_shares_of_a_budget() -> None:
    text = "单位：万元\n| 项目 | 预算数 | 决算数 | 决算数为预算数的% |\n| 一、税收收入 | 100 | 98 | 98.0 |\n| **合计** | **100** | **98** | 98.0 |\n"
    claims = extract(text)
    assert [(c.metric, c.value, c.unit, c.role) for c in claims[:3]] == [
        ("税收收入", 1000000, "元", "target"),
        ("税收收入", 980000, "元", "actual"),
        ("税收收入决算数为预算数", 98, "%", "actual"),
    ]
    assert claims[3].text == "98.0"  # a sum of everything has no name of its own but that of its share
    index = "| 指标 | 单位 | 2022年 || 2023年 ||\n| ^^ | ^^ | 绝对数 | 增长（%） | 绝对数 | 增长（%） |\n| 生产总值 | 亿元 | 12 | 4.0 | 13 | 6.1 |\n| 消费价格指数 | 上年=100 | 101.8 | — | 100.3 | — |\n"
    assert told(index) == [
        ("生产总值", 1200000000, "元", "money", 2022, None),
        ("生产总值", 4, "%", "change", 2022, "up"),
        ("生产总值", 1300000000, "元", "money", 2023, None),
        ("生产总值", Decimal("6.1"), "%", "change", 2023, "up"),
        ("消费价格指数", Decimal("101.8"), "", "score", 2022, None),
        ("消费价格指数", Decimal("100.3"), "", "score", 2023, None),
    ]
    assert names("| 年龄 | 人口（人） |\n| 0—14岁 | 15 |\n| 15—59岁 | 58 |\n") == [
        ("0—14岁人口", 15),
        ("15—59岁人口", 58),
    ]


def test_rows_of_parts_sums_and_notes() -> None:
    text = "| 类别 | 人数（人） |\n| 从业人员 | 300 |\n| 其中：女性 | 120 |\n| 学生 | 80 |\n| 合计 | 380 |\n| 注：12月底数 |\n"
    assert names(text) == [("从业人员人数", 300), ("从业人员女性人数", 120), ("学生人数", 80), ("人数", 380)]


def test_marks_at_figures_do_no_harm() -> None:
    text = "| 指标 | 绝对值 | 同比 |\n| 产值 | 12.5亿元① | ▼3.1% |\n| 出口 | 3亿元* | ↑2% |\n| 税收 | 5亿元 | 下降 |\n"
    assert told(text) == [
        ("产值", 1250000000, "元", "money", None, None),
        ("产值", Decimal("3.1"), "%", "change", None, "down"),
        ("出口", 300000000, "元", "money", None, None),
        ("出口", 2, "%", "change", None, "up"),
        ("税收", 500000000, "元", "money", None, None),
    ]


def test_pairs_of_label_and_figure_side_by_side() -> None:
    assert names("| 户籍人口 | 120万人 | 面积 | 300平方公里 |\n| 乡镇 | 12个 | 村 | 230个 |\n") == [
        ("户籍人口", 1200000), ("面积", 300), ("乡镇", 12), ("村", 230),
    ]  # fmt: skip
    assert names("| 指标 | 数量 | 指标 | 数量 |\n| 乡镇 | 12 | 村 | 230 |\n| 街道 | 3 | 社区 | 41 |\n") == [
        ("乡镇", 12), ("村", 230), ("街道", 3), ("社区", 41),
    ]  # fmt: skip


def test_numbers_of_rows_columns_dates_and_phones_are_no_claims() -> None:
    text = "| 序号 | 单位 | 受理（件） | 日期 | 联系电话 |\n| 甲 | 乙 | 1 | 2 | 3 |\n| 1 | 甲局 | 120 | 2023-01-05 | 12345678 |\n| 2 | 乙局 | 90 | 2023-01-06 | 12345679 |\n"
    assert names(text) == [("甲局受理", 120), ("乙局受理", 90)]


def test_a_sentence_in_a_cell_is_read_as_a_sentence_and_figures_are_told_once() -> None:
    text = "| 工作 | 成效 | 件数 |\n| 行政复议 | 全年受理行政复议案件120件，同比增长5.3%。 | 120 |\n| 信访 | 化解信访积案8件。 | 8 |\n"
    claims = extract(text)
    assert [(c.metric, c.value, c.rule.split(".")[0]) for c in claims] == [
        ("行政复议案件", 120, "count"),
        ("行政复议案件", Decimal("5.3"), "change"),
        ("行政复议件数", 120, "table"),
        ("信访积案", 8, "count"),
        ("信访件数", 8, "table"),
    ]
    assert len({(claim.start, claim.end) for claim in claims}) == len(claims)


def test_columns_set_apart_by_blanks_or_tabs() -> None:
    for gap in ("\t", "    ", "　", "　　"):
        text = f"2021年主要农产品产量\n{gap.join(('名称', '单位', '产量', '比上年增长(%)'))}\n{gap.join(('油料', '吨', '6284', '3.7'))}\n{gap.join(('茶叶', '吨', '1945', '-12.4'))}\n\n全年受理120件。\n"
        assert [claim[:2] for claim in told(text)] == [
            ("油料产量", 6284),
            ("油料产量", Decimal("3.7")),
            ("茶叶产量", 1945),
            ("茶叶产量", Decimal("12.4")),
            ("受理", 120),
        ]


def test_lines_with_bars_that_are_no_table_are_read_as_before() -> None:
    for text in ("首页 | 新闻 | 办件120件 | 联系我们\n", "| 全年受理案件120件。 |\n", "a|b\n"):
        assert not any(claim.rule.startswith("table") for claim in extract(text))
    assert [value for _, value in names("| 全年受理案件120件。 |\n")] == [120]


def test_traditional_characters_and_full_width_figures_in_tables() -> None:
    claims = extract(
        "單位：萬元\n| 項目 | ２０２２年 | 比上年增長（％） |\n| 稅收收入 | １２０．５ | －３．１ |\n"
    )
    assert [(c.metric, c.value, c.unit, c.kind, c.period, c.direction) for c in claims] == [
        ("稅收收入", 1205000, "元", "money", 2022, None),
        ("稅收收入", Decimal("3.1"), "%", "change", None, "down"),
    ]


def test_a_table_is_the_same_from_every_format(tmp_path: Path) -> None:
    rows = [line.strip("| ").split(" | ") for line in OUTPUT.splitlines()[1:] if "---" not in line]
    cells = "".join(f"<tr>{''.join(f'<td>{word}</td>' for word in row)}</tr>" for row in rows)
    caption = OUTPUT.splitlines()[0]
    files = {
        "html": f"<html><body><p>{caption}</p><table>{cells}</table></body></html>".encode(),
        "caption": f"<html><body><table><caption>{caption}</caption>{cells}</table></body></html>".encode(),
        "docx": making.word(caption, rows),
        "xlsx": making.workbook(("表", [[caption], *rows])),
        "csv": "\n".join([caption, *(",".join(row) for row in rows)]).encode() + b"\n",
        "md": OUTPUT.encode(),
    }
    for name, data in files.items():
        path = tmp_path / f"table.{name}"
        path.write_bytes(data)
        document = read(path)
        assert told(document.text, year=2021) == told(OUTPUT, year=2021), name


def test_a_row_printed_in_two_tables_is_two_claims_unless_the_passage_is_the_same() -> None:
    once = "| 项目 | 2022年（件） |\n| 受理行政复议申请 | 120 |\n"
    claims: list[Claim] = extract(once + "\n说明。\n\n" + once)
    assert [claim.repeat_of for claim in claims] == [None, claims[0].id]


cells = st.sampled_from(
    [
        "",
        "^^",
        "甲",
        "其中：乙",
        "合计",
        "单位",
        "万元",
        "12",
        "-3.5%",
        "—",
        "2022年",
        "同比",
        "序号",
        "120件",
        "1,2",
        "受理3件。",
    ]
)


@given(
    st.lists(
        st.lists(cells, min_size=1, max_size=5).map(
            lambda row: "|" + "|".join(f" {c} " if c else "" for c in row) + "|"
        ),
        max_size=8,
    )
)
def test_any_table_keeps_its_spans(lines: list[str]) -> None:
    text = "单位：件\n" + "\n".join(lines) + "\n今年受理77件。"
    spans = []
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.text
        spans.append((claim.start, claim.end))
    assert spans == sorted(spans)
    assert text.index("77件") in [start for start, _ in spans]
